"""Parties that are described, enumerated, or told by the words and headings around a sentence."""

import pytest

from corpus.duties import read_duties
from corpus.duties.described import described_parties
from corpus.duty import Duty, Modality, Phase
from tests.corpus.duty_gold import clause_of, lexicon

BUSINESS = "den som bedriver verksamheten"
PERFORMER = "den som utför uppgiften"


def read(text: str, *headings: str) -> tuple[Duty, ...]:
    return read_duties(text, clause_of(text, None, headings), lexicon())


def carried(duty: Duty) -> list[tuple[str, str | None]]:
    return [(party.principal.value, party.role) for party in duty.parties]


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Den som avser att bedriva verksamhet ska anmäla detta till inspektionen.", BUSINESS),
        ("Den som har beviljats tillstånd ska anmäla förändringar.", BUSINESS),
        ("De som är verksamma inom rådgivning är skyldiga att anmäla saken.", PERFORMER),
        ("Den som i sin yrkesverksamhet utfärdar ett intyg, ska utforma det noga.", PERFORMER),
        ("Den som enligt 2 § ska ta emot rapporter ska informera den anställde.", PERFORMER),
        ("Anteckningen ska signeras av den som är ansvarig för uppgiften.",
         "den som har uppgiften"),
        ("Den som tillhör eller har tillhört hälso- och sjukvårdspersonalen får inte röja det.",
         "hälso- och sjukvårdspersonal"),
    ],
)  # fmt: skip
def test_who_acts_in_work_or_business_is_a_party_though_only_described(
    text: str, role: str
) -> None:
    assert carried(read(text)[-1]) == [("other", role)]


@pytest.mark.parametrize(
    ("text", "party"),
    [
        ("Var och en som ser att någon far illa bör anmäla det.", ("individual", "var och en")),
        ("Var och en som utför uppgifter här ska medverka till kvaliteten.", ("other", PERFORMER)),
    ],
)
def test_a_duty_on_everybody_is_anybodys_unless_a_profession_is_told_of(
    text: str, party: tuple[str, str]
) -> None:
    assert carried(read(text)[-1]) == [party]


@pytest.mark.parametrize(
    "text",
    [
        "Den som har hemtjänst ska erbjudas en fast kontakt.",
        "Den som har det största behovet ska ges företräde.",
        "Den som bryter mot förbudet döms till böter.",
        "Uppgifter om den som vårdas ska bevaras av den som begär det.",
        "Titeln får användas endast av den som har legitimation för yrket.",
    ],
)
def test_who_is_described_by_a_need_or_a_wish_is_no_party(text: str) -> None:
    assert [duty.parties for duty in read(text)] in ([()], [])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Inom tandvården ska det finnas någon som svarar för driften (driftchef).",
         [("other", "den som har uppgiften")]),
        ("Inom slutenvården ska det finnas rutiner för bemötande.", [("region", "slutenvård")]),
    ],
)  # fmt: skip
def test_who_must_be_there_carries_it_and_not_the_place(
    text: str, expected: list[tuple[str, str]]
) -> None:
    assert carried(read(text)[0]) == expected


def test_a_provider_that_may_be_given_something_may_use_it() -> None:
    (duty,) = read("En vårdgivare får, när det behövs, ges tillgång till uppgifterna.")
    assert (carried(duty), duty.modality) == ([("other", "vårdgivare")], Modality.MAY)


@pytest.mark.parametrize(
    "text",
    [
        "En patient får ges tillgång till uppgifterna.",
        "En vårdgivare ska ges tillfälle att yttra sig.",
    ],
)
def test_whoever_only_receives_something_carries_nothing(text: str) -> None:
    assert carried(read(text)[0]) == []


def test_whoever_supervises_is_named_after_the_supervised() -> None:
    (duty,) = read("Verksamheten står under tillsyn av Inspektionen för vård och omsorg.")
    assert carried(duty) == [("other", "Inspektionen för vård och omsorg")]


def test_an_official_with_a_provider_is_a_party() -> None:
    (duty,) = read("En spärr får hävas av en behörig befattningshavare hos vårdgivaren.")
    assert carried(duty) == [("other", "befattningshavare")]


def test_a_description_ends_where_the_main_clause_begins() -> None:
    text = "Den som har behov av vård ska få den av någon som ansvarar för den."
    assert described_parties(text, 0, len(text)) == ()


def test_a_party_that_is_named_counts_before_a_description() -> None:
    (duty,) = read("Den som lämnar över ska ansvara tills mottagaren har svarat.")
    assert carried(duty) == [("both", "överlämnande enhet")]


@pytest.mark.parametrize(
    ("text", "principal"),
    [
        ("Regionen ansvarar för läkaren. Personalen ska följa ordinationen.", "region"),
        ("Kommunen och regionen ska anmäla behovet. Enheten ska svara.", "both"),
        ("Om patienten behöver stöd från både region och kommun, ska planen göras av de enheter "
         "som ger stödet.", "both"),
        ("Inspektionen får ställa frågor. Personalen ska svara.", "other"),
        ("Patienten får välja. Personalen ska svara.", "other"),
    ],
)  # fmt: skip
def test_staff_and_units_belong_to_whom_the_text_before_tells(text: str, principal: str) -> None:
    assert [party.principal.value for party in read(text)[-1].parties] == [principal]


@pytest.mark.parametrize(
    ("heading", "principal"),
    [
        ("4 kap. Samverkan mellan region och kommun", "both"),
        ("AVDELNING IV. KOMMUNENS ANSVAR SOM HUVUDMAN", "municipality"),
        ("Regionens ansvar", "region"),
        ("Kommunens läkare", "other"),
        ("Underrättelse till regionen", "other"),
    ],
)
def test_staff_and_units_belong_to_whom_the_heading_tells(heading: str, principal: str) -> None:
    (duty,) = read("Enheterna ska upprätta en plan.", heading)
    assert [party.principal.value for party in duty.parties] == [principal]


@pytest.mark.parametrize(
    ("heading", "expected"),
    [
        ("5 kap. Kommunens betalningsansvar", [("municipality", None)]),
        ("AVDELNING III. REGIONENS ANSVAR SOM HUVUDMAN", [("region", None)]),
        ("17 kap. Uppgifter i enskild verksamhet", [("other", BUSINESS)]),
        ("Regionens och kommunens ansvar", [("region", None), ("municipality", None)]),
        ("Insatser från kommunen", []),
        ("Kommunens personal", []),
    ],
)
def test_a_passive_without_party_takes_that_of_a_heading_about_responsibility(
    heading: str, expected: list[tuple[str, str | None]]
) -> None:
    (duty,) = read("Handlingarna ska bevaras i tio år.", heading)
    assert (carried(duty), duty.parties_inherited) == (expected, bool(expected))


def test_a_heading_is_silent_where_the_clause_names_its_own_party() -> None:
    _, second = read("Regionen ska betala. Handlingarna ska bevaras i tio år.", "Kommunens ansvar")
    assert carried(second) == []


@pytest.mark.parametrize(
    ("text", "principals"),
    [
        ("Avgifter får tas ut enligt grunder som regionen eller kommunen bestämmer.",
         ["region", "municipality"]),
        ("Avgiften får uppgå till det belopp som bestämts av regionen.", ["region"]),
        ("Inom det område som kommunen bestämmer ska det finnas en ansvarig person.",
         ["municipality"]),
        ("Avgifter får tas ut enligt grunder som regeringen bestämmer.", []),
    ],
)  # fmt: skip
def test_who_sets_the_terms_carries_what_names_nobody(text: str, principals: list[str]) -> None:
    assert [principal for principal, _ in carried(read(text)[0])] == principals


def test_items_after_av_are_the_agents_of_their_lead() -> None:
    text = "Anmälan ska göras av\n\n1. socialnämnden,\n\n2. den som bedriver verksamhet, eller\n"
    (duty,) = read(text)
    assert carried(duty) == [("municipality", "socialnämnd"), ("other", BUSINESS)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Den enskilde har rätt att få stöd av socialnämnden.", [("municipality", "socialnämnd")]),
        ("En enskild som kan arbeta har rätt till stöd.", []),
        ("När hjälpen ges ska den enskilde kunna välja tid.", []),
        ("Patienten har rätt att välja vårdcentral.", [("individual", "patient")]),
        ("Kommunen har rätt till ersättning från regionen.", [("municipality", None)]),
    ],
)  # fmt: skip
def test_a_right_to_receive_lies_on_the_giver(
    text: str, expected: list[tuple[str, str | None]]
) -> None:
    assert carried(read(text)[0]) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kommunen ska åläggas att betala en avgift.", [("municipality", None)]),
        ("Frågan ska avgöras snarast efter undersökning av patienten.", []),
        ("Kopian ska på begäran av patienten eller av en närstående lämnas ut.", []),
        ("Planen ska, om det är möjligt, skrivas av kommunen.", [("municipality", None)]),
        ("När en utredning pågår är myndigheter som anges i 1 § skyldiga att svara.",
         [("other", "myndighet")]),
        ("Anser chefsöverläkaren att vården bör fortsätta ska han eller hon ansöka om det.",
         [("region", "chefsöverläkare")]),
        ("Om nämnden är delad ska varje nämnd, i den utsträckning det begärs, lämna uppgifter.",
         [("municipality", "nämnd")]),
        ("Om barnet är litet eller uppenbart saknar förmåga kan vårdnadshavare begära insatser.",
         [("individual", "vårdnadshavare")]),
        ("Om det finns flera förmyndare svarar de solidariskt för avgiften.",
         [("individual", "vårdnadshavare")]),
        ("En utebliven rond hanterar kommunen som avvikelse.", [("municipality", None)]),
        ("Läkaren hanterar kommunen som part.", [("region", "läkare")]),
        ("Avtalet binder kommunen.", []),
        ("Undersökningen utförs av en legitimerad läkare.", [("other", "legitimerad läkare")]),
    ],
)  # fmt: skip
def test_the_one_who_acts_is_found_past_what_is_set_in_between(
    text: str, expected: list[tuple[str, str | None]]
) -> None:
    assert [party for duty in read(text)[:1] for party in carried(duty)] == expected


def test_what_the_giver_must_do_is_no_permission() -> None:
    (given,) = read("Den enskilde har rätt att få stöd av socialnämnden.")
    (right,) = read("Om avtalet bryts har kommunen rätt att få ersättning från regionen.")
    assert (given.modality, given.what) == (Modality.RESPONSIBLE, "få stöd av socialnämnden")
    assert (right.modality, carried(right)) == (Modality.MAY, [("municipality", None)])


def test_a_passive_after_a_clause_that_is_set_in_keeps_what_is_to_be_done() -> None:
    (duty,) = read("Planen ska, om det är möjligt, skrivas av kommunen.")
    assert (duty.modality, "skrivas" in duty.what) == (Modality.SHALL, True)


def test_the_thing_of_the_statement_before_is_known_again_past_two_passives() -> None:
    _, second = read(
        "Slutenvården ska skicka ett meddelande. "
        "Om insatser bedöms behövas, ska meddelandet även skickas till vårdcentralen."
    )
    assert carried(second) == [("region", "slutenvård")]


@pytest.mark.parametrize(
    ("text", "party", "modality", "denied", "phase"),
    [
        ("Kommunen ska inte betala för dygnen. Det gäller även vid helg.",
         "municipality", Modality.SHALL, True, Phase.PAYMENT),
        ("Regionen ska larma vid livsfara. För barn gäller detsamma.",
         "region", Modality.SHALL, False, Phase.DETERIORATION),
        ("Regionen bekostar resan. Detsamma gäller kommunen för sina brukare.",
         "municipality", Modality.RESPONSIBLE, False, Phase.PAYMENT),
        ("Kommunen får avstå. Samma sak gäller för regionen.",
         "region", Modality.MAY, False, Phase.ALWAYS),
        ("Regionen svarar för kostnaden. Detta gäller dock inte resor.",
         "region", Modality.RESPONSIBLE, True, Phase.ALWAYS),
        ("Regionen ska svara. Det gäller även patientens anhöriga.",
         "region", Modality.SHALL, False, Phase.ALWAYS),
    ],
)  # fmt: skip
def test_a_sentence_that_points_back_lays_the_same_duty_again(
    text: str, party: str, modality: Modality, denied: bool, phase: Phase
) -> None:
    again = read(text)[-1]
    assert [each.principal.value for each in again.parties] == [party]
    assert (again.modality, again.negated, again.phase) == (modality, denied, phase)


def test_a_reference_to_the_agreement_is_no_duty() -> None:
    assert len(read("Regionen ska svara. I övrigt gäller detta avtal.")) == 1


def test_a_permission_is_not_inherited_from_the_private_person_before_it() -> None:
    text = "Vårdnadshavaren svarar för avgiften. Avgiften får tas ut av barnet."
    assert [carried(duty) for duty in read(text)] == [[("individual", "vårdnadshavare")], []]
