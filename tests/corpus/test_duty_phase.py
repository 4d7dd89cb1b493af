"""Which phase of a person's care a sentence is about, where several words point."""

import pytest

from corpus.duties import read_duties
from corpus.duty import Phase
from tests.corpus.duty_gold import clause_of, lexicon


def phase_of(text: str, title: str | None = None, headings: tuple[str, ...] = ()) -> Phase:
    return read_duties(text, clause_of(text, title, headings), lexicon())[-1].phase


@pytest.mark.parametrize(
    "text",
    [
        "Vårdgivaren ska genast överlämna frågan till nämnden.",
        "Uppgifterna ska gallras av kommunen när de inte längre behövs.",
        "En omhändertagen patientjournal ska återlämnas.",
        "Kommunen ska anmäla om verksamheten helt eller delvis flyttas.",
        "Regionen ska erbjuda vård under fredstida krissituationer.",
        "Nämnden får delegera beslutanderätten till ett utskott.",
        "Regionen ska erbjuda vård som den genom avtal har överlåtit till kommunen.",
        "Kommunen ska informera den som saknar rätt till assistansersättning.",
    ],
)
def test_words_of_papers_permits_and_war_tell_no_phase(text: str) -> None:
    assert phase_of(text) is Phase.ALWAYS


@pytest.mark.parametrize(
    ("text", "phase"),
    [
        ("Vårdcentralen ska överlämna ansvaret till kommunen.", Phase.TAKEOVER),
        ("Kommunen ska skriva en rapport när insatsen inte längre behövs.", Phase.END),
        ("Vårdcentralen ska ta över när patienten flyttar.", Phase.TAKEOVER),
        ("Sjuksköterskan får delegera uppgiften.", Phase.UNDER_WAY),
        ("Försäkringskassan beslutar om assistansersättning.", Phase.PAYMENT),
    ],
)
def test_the_same_words_tell_the_phase_where_care_is_meant(text: str, phase: Phase) -> None:
    assert phase_of(text) is phase


@pytest.mark.parametrize(
    ("text", "phase"),
    [
        ("Inspektionen för vård och omsorg ska följa upp klagomålet.", Phase.ALWAYS),
        ("Kommunen ska följa upp klagomålet.", Phase.UNDER_WAY),
        ("Inspektionen för vård och omsorg ska besluta om sanktionsavgiften.", Phase.PAYMENT),
        ("Inspektionen för vård och omsorg ska pröva tvisten.", Phase.DISPUTE),
    ],
)
def test_an_authority_has_at_most_a_payment_or_a_dispute(text: str, phase: Phase) -> None:
    assert phase_of(text) is phase


@pytest.mark.parametrize(
    "text",
    [
        "Den som bedriver verksamheten ska betala en sanktionsavgift.",
        "Sanktionsavgiftens storlek ska bestämmas efter hur allvarlig överträdelsen är.",
        "Kommunen är inte skyldig att betala en särskild avgift.",
    ],
)
def test_a_fee_to_the_public_is_a_payment(text: str) -> None:
    assert phase_of(text) is Phase.PAYMENT


@pytest.mark.parametrize(
    ("text", "phase"),
    [
        ("Kommunen får inte avsluta vården innan vårdcentralen har kvitterat.", Phase.END),
        ("Vårdcentralen ska kvittera innan kommunen får avsluta vården.", Phase.TAKEOVER),
        ("Förskrivaren ska följa upp hjälpmedlet och avsluta förskrivningen.", Phase.UNDER_WAY),
        ("Kommunen ska följa upp vården när patienten skrivs ut.", Phase.TRANSFER),
    ],
)
def test_between_phases_of_care_the_verb_decides(text: str, phase: Phase) -> None:
    assert phase_of(text) is phase


def test_a_heading_that_lists_several_things_does_not_tell_which() -> None:
    text = "Kommunen ska ge råd om boendet."
    assert phase_of(text, headings=("Ersättning, boende och hjälp",)) is not Phase.PAYMENT
    assert phase_of(text, headings=("Ersättning",)) is Phase.PAYMENT
    assert phase_of(text, headings=("Ersättning, avgifter och betalning",)) is Phase.PAYMENT
    assert phase_of("Kommunen ska svara.", "Betalning, boende och hjälp") is Phase.ALWAYS


def test_transitional_provisions_belong_to_no_phase() -> None:
    text = "Ansökningen ska överlämnas till kommunen."
    assert phase_of(text) is Phase.TAKEOVER
    assert phase_of(text, headings=("Övergångsbestämmelser",)) is Phase.ALWAYS


def test_three_dots_stand_for_words_of_one_clause() -> None:
    assert phase_of("Kallelsen ska skickas av den fasta vårdkontakten.") is Phase.TRANSFER
    assert phase_of("Kommunen ska skicka kallelsen. Vårdkontakten svarar.") is Phase.ALWAYS


@pytest.mark.parametrize(
    ("text", "phase"),
    [
        ("Kommunen ska lämna över ansvaret före hemgången.", Phase.TRANSFER),
        ("Regionen ska betala transporten.", Phase.PAYMENT),
        ("Regionen ansvarar för läkarvård som inte kan vänta.", Phase.DETERIORATION),
        ("Kommunen ska pröva vårdbegäran.", Phase.START),
        ("Kommunen ska ge rehabilitering.", Phase.ALWAYS),
        ("Kommunen ska svara.", Phase.ALWAYS),
    ],
)
@pytest.mark.parametrize("heading", ["2 Grundansvar", "Allmänt", "1 kap. Inledande bestämmelser"])
def test_a_general_heading_gives_way_to_all_words_but_those_of_ordinary_care(
    text: str, phase: Phase, heading: str
) -> None:
    assert phase_of(text, headings=("Betalning", heading)) is phase


@pytest.mark.parametrize(
    "text",
    [
        "Parterna ska mäta hur länge patienterna väntar.",
        "Kommunen ska rapportera uppföljningen varje år.",
        "Kommunen ska utse en medicinskt ansvarig för rehabilitering.",
        "Patienten får välja vård som kan berättiga till ersättning.",
        "Regionen ska ha en reservrutin vid avbrott i systemet.",
        "Chefsöverläkaren ska samråda med patienten under vårdtiden.",
        "Vårdplanen ska utformas av kommunen i samråd med patienten.",
        "Kommunen ska ha personal med språkkunskaper i omvårdnaden om äldre.",
    ],
)
def test_statistics_staff_and_systems_tell_no_phase_of_a_persons_care(text: str) -> None:
    assert phase_of(text) is Phase.ALWAYS


@pytest.mark.parametrize(
    "text",
    [
        "Kommunen ska pröva rätten till stöd.",
        "Socialnämnden ska inleda en utredning.",
        "Socialnämnden ska utreda barnets behov.",
        "Nämnden ska utse en familj innan barnet placeras.",
        "Tills kommunen har skrivit in personen ansvarar regionen.",
        "Kommunen ska leta upp dem som kan ha rätt till stödet.",
        "Regionen och kommunen ska göra en SIP.",
        "Kommunen ska göra en individuell plan för rehabiliteringen.",
    ],
)
def test_finding_assessing_placing_and_planning_are_the_start(text: str) -> None:
    assert phase_of(text) is Phase.START


def test_what_stands_under_the_assessment_of_needs_is_the_start() -> None:
    headings = ("20 kap. Bedömning och utredning av barns behov av stöd", "Samtal med barn")
    assert phase_of("Nämnden ska höra barnet.", headings=headings) is Phase.START


@pytest.mark.parametrize(
    ("text", "phase"),
    [
        ("Specialistvården ska hålla en öppen retur dygnet runt.", Phase.DETERIORATION),
        ("Regionen ska erbjuda omedelbar tandvård.", Phase.DETERIORATION),
        ("Kommunen ska svara dygnet runt.", Phase.ALWAYS),
        ("Kommunen ska bemanna med sjuksköterska dygnet runt.", Phase.UNDER_WAY),
        ("Läkaren ska gå igenom läkemedlen när patienten flyttar in.", Phase.UNDER_WAY),
        ("Kommunen ska revidera vårdplanen vid behov.", Phase.UNDER_WAY),
        ("Kommunen ska behålla platsen under en sjukhusvistelse.", Phase.TRANSFER),
        ("Regionen ska handleda personalen innan barnet går hem.", Phase.TRANSFER),
        ("Regionen ska ta tillbaka uppgiften.", Phase.TAKEOVER),
    ],
)
def test_words_tell_the_course_of_a_persons_care(text: str, phase: Phase) -> None:
    assert phase_of(text) is phase


def test_a_chapter_on_the_follow_up_of_the_agreement_tells_no_phase() -> None:
    text = "Parterna ska besluta om gemensamma indikatorer."
    assert phase_of(text, headings=("18 Uppföljning",)) is Phase.ALWAYS
    assert phase_of(text, headings=("Uppföljning av ett barns situation",)) is Phase.UNDER_WAY


def test_a_plan_for_carrying_out_care_is_not_yet_care_under_way() -> None:
    text = "Nämnden ska upprätta en plan för vården."
    assert phase_of(text, headings=("Vård- och genomförandeplan",)) is Phase.START
    assert phase_of("Nämnden ska svara.", headings=("Genomförande",)) is Phase.UNDER_WAY
