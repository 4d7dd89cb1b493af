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
