"""Ways in which agreements lay a duty on somebody, beside the plain ``Kommunen ska``."""

import pytest

from corpus.duty import Duty
from tests.corpus.test_duties import principals, read


def said(duties: tuple[Duty, ...]) -> list[tuple[list[str], str]]:
    return [(principals(duty), duty.what) for duty in duties]


@pytest.mark.parametrize(
    ("text", "party"),
    [
        ("Kostnaden för materialet belastar kommunen.", "municipality"),
        ("Rehabilitering i hemmet ankommer på kommunen.", "municipality"),
        ("Ansvaret för läkemedlen stannar hos regionen.", "region"),
        ("Ansvaret för läkemedlen kvarstår hos regionen till dess att kommunen bekräftat.",
         "region"),
        ("Är behovet kortare ligger ansvaret kvar hos vårdcentralen.", "region"),
    ],
)  # fmt: skip
def test_a_verb_that_tells_where_a_responsibility_lies_names_who_carries_it(
    text: str, party: str
) -> None:
    (duty,) = read(text)
    assert principals(duty) == [party]


def test_a_condition_first_does_not_stand_in_what_is_laid_on_the_party() -> None:
    (duty,) = read("Är behovet kortare ligger ansvaret kvar hos vårdcentralen.")
    assert duty.what == "ligger ansvaret kvar hos vårdcentralen"
    assert duty.condition == "Är behovet kortare"


def test_only_a_responsibility_or_a_cost_lies_with_somebody() -> None:
    assert read("Patienten ligger kvar hos regionen.") == ()


@pytest.mark.parametrize("heading", ["Ordinärt boende", "Ordination", "Ordning"])
def test_a_heading_that_only_begins_like_words_defines_nothing(heading: str) -> None:
    assert len(read("Vårdcentralen skickar en förfrågan.", heading)) == 1


@pytest.mark.parametrize("heading", ["Ord och begrepp", "1.3 Ordlista", "Ordförklaringar"])
def test_under_a_heading_of_words_plain_present_tense_lays_nothing(heading: str) -> None:
    assert read("Vårdcentralen skickar en förfrågan.", heading) == ()


@pytest.mark.parametrize(
    "text",
    [
        "Specialiserad palliativ vård ges av regionens palliativa team.",
        "Rehabiliteringen ges av regionens rehabiliteringsklinik.",
        "Regionens patientsäkerhetsenhet sammanställer avvikelserna.",
    ],
)
def test_a_partys_own_team_or_unit_acts_for_it(text: str) -> None:
    (duty,) = read(text)
    assert principals(duty) == ["region"]


def test_what_a_party_owns_besides_does_not_act_for_it() -> None:
    assert read("Regionens kostnader följer index.") == ()


def test_a_party_repays_another() -> None:
    (duty,) = read("Regionen ersätter då kommunen för faktisk kostnad.")
    assert principals(duty) == ["region"]


def test_an_item_that_begins_with_its_verb_goes_on_from_its_lead() -> None:
    duties = read("Regionen svarar för vården och\n- ersätter kommunen för kostnaden.")
    assert said(duties) == [(["region"], "ersätter kommunen för kostnaden")]


def test_two_roles_each_with_its_own_place_carry_together() -> None:
    (duty,) = read(
        "Är de inte överens beslutar verksamhetschefen på vårdcentralen och enhetschefen i "
        "kommunen gemensamt."
    )
    assert [(p.principal.value, p.role) for p in duty.parties] == [
        ("region", "verksamhetschef"),
        ("municipality", "enhetschef"),
    ]


def test_one_role_in_either_of_two_places_stays_one_role() -> None:
    (duty,) = read("Förskrivaren i regionen eller kommunen ska bedöma behovet.")
    assert [(p.principal.value, p.role) for p in duty.parties] == [("both", "förskrivare")]


def test_what_is_sent_is_not_answered_by_the_sender() -> None:
    sent, answered = read(
        "Vårdcentralen skickar remiss till kommunen. Remissen ska besvaras inom tre dagar."
    )
    assert (principals(sent), principals(answered)) == (["region"], [])


def test_what_a_party_has_taken_in_it_answers_itself() -> None:
    _, answered = read("Regionen ska ta emot klagomål. Klagomålen ska besvaras skriftligt.")
    assert principals(answered) == ["region"]


@pytest.mark.parametrize("place", ["I ordinärt boende", "I särskilt boende", "Utanför kontorstid"])
def test_where_or_when_a_duty_applies_is_its_condition(place: str) -> None:
    (duty,) = read(f"{place} står regionen för inkontinensprodukter.")
    assert (principals(duty), duty.condition) == (["region"], place)


@pytest.mark.parametrize(
    "text",
    [
        "Sjuktransporter beställs och bekostas av regionen.",
        "Provtagningsmaterial beställs och bekostas av regionen.",
    ],
)
def test_a_thing_that_is_ordered_and_paid_is_named(text: str) -> None:
    assert said(read(text)) == [(["region"], text.rstrip("."))]


def test_a_second_passive_with_a_party_of_its_own_keeps_its_verb() -> None:
    assert said(read("Förrådet bekostas av regionen och kontrolleras av kommunen.")) == [
        (["region"], "Förrådet bekostas av regionen"),
        (["municipality"], "kontrolleras av kommunen"),
    ]


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        ("VC/Region ansvarar för provtagning.", ["region", "region"]),
        ("Region/kommun ansvarar för provtagning.", ["region", "municipality"]),
        ("Prover tas av VC / kommun.", ["region", "municipality"]),
        ("Regionen och/eller kommunen ansvarar för vården.", ["region", "municipality"]),
    ],
)
def test_a_slash_joins_two_parties(text: str, parties: list[str]) -> None:
    (duty,) = read(text)
    assert principals(duty) == parties


def test_a_country_is_no_verb() -> None:
    (duty,) = read(
        "I områden utanför Sveriges gräns, där räddningen ankommer på staten, får regionen ge vård."
    )
    assert (principals(duty), duty.what) == (["region"], "ge vård")


def test_one_party_after_another_gives_each_its_own_duty() -> None:
    duties = read("Förband bekostas av kommunen i 14 dagar, därefter av regionen.")
    assert said(duties) == [
        (["municipality"], "Förband bekostas av kommunen i 14 dagar"),
        (["region"], "Förband bekostas av kommunen i 14 dagar, därefter av regionen"),
    ]


def test_each_pays_at_whose_expense_it_is() -> None:
    duties = read("Avliden flyttas på kommunens bekostnad och från hemmet på regionens bekostnad.")
    assert [principals(duty) for duty in duties] == [["municipality"], ["region"]]


def test_whoever_acts_goes_before_whoever_pays() -> None:
    (duty,) = read("Boendet ordnas av kommunen på regionens bekostnad.")
    assert principals(duty) == ["municipality"]


@pytest.mark.parametrize("adverb", ["", " gemensamt"])
@pytest.mark.parametrize("mark", ["", ":"])
def test_each_item_after_an_undertaking_is_a_duty(adverb: str, mark: str) -> None:
    duties = read(f"Parterna förbinder sig att{adverb}{mark}\n- utbilda personal,\n- hålla möten.")
    assert said(duties) == [(["both"], "utbilda personal"), (["both"], "hålla möten")]


@pytest.mark.parametrize("time", ["Dagtid", "Nattetid", "På vardagar"])
def test_a_time_first_is_no_subject(time: str) -> None:
    (duty,) = read(f"{time} ansvarar vårdcentralen för läkarinsatser.")
    assert (principals(duty), duty.condition) == (["region"], time)


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        ("Kostnaden delas lika mellan regionen och kommunen.", ["region", "municipality"]),
        ("Kostnaden ska fördelas mellan parterna.", ["both"]),
        ("Materialet delas ut av kommunen mellan parterna.", ["municipality"]),
        ("Kostnaden delas mellan dem som kommunen utser.", []),
    ],
)
def test_those_among_whom_a_thing_is_divided_share_it(text: str, parties: list[str]) -> None:
    duties = read(text)
    assert [p for duty in duties for p in principals(duty)] == parties


def test_the_nearest_chiefs_decide() -> None:
    (duty,) = read("Frågan avgörs i första hand av närmaste chefer.")
    assert [party.role for party in duty.parties] == ["enhetschef"]


def test_what_stands_after_a_comma_and_som_is_said_of_the_party_before_it() -> None:
    first, second = read("Kommunens sjuksköterska gör undersökningen och rapporterar till läkaren, "
                         "som fastställer döden.")  # fmt: skip
    assert principals(first) == ["municipality"]
    assert (principals(second), second.what) == (["region"], "fastställer döden")


@pytest.mark.parametrize(
    "text",
    [
        "Kommunen ska anmäla det till den region som ansvarar för vården.",
        "Kommunen ska betala till regionen, som avses i 3 §.",
        "Kommunen ska ge stöd till den enskilde, som väljer själv.",
    ],
)
def test_a_clause_that_tells_which_or_that_binds_nobody_is_no_duty_of_its_own(text: str) -> None:
    assert [principals(duty) for duty in read(text)] == [["municipality"]]
