"""Who must do what, by the ways in which Swedish says it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.duties import read_duties
from corpus.duty import Duty, Modality, Phase
from corpus.party import Principal
from tests.corpus.duty_gold import clause_of, lexicon


def read(text: str, title: str | None = None, headings: tuple[str, ...] = ()) -> tuple[Duty, ...]:
    return read_duties(text, clause_of(text, title, headings), lexicon())


def principals(duty: Duty) -> list[str]:
    return [party.principal.value for party in duty.parties]


@pytest.mark.parametrize(
    ("text", "party", "modality"),
    [
        ("Kommunen ska erbjuda vård.", "municipality", "ska"),
        ("Kommunen skall erbjuda vård.", "municipality", "ska"),
        ("Kommunen måste svara skriftligt.", "municipality", "ska"),
        ("Det åligger regionen att erbjuda vård.", "region", "ska"),
        ("Regionen är skyldig att lämna uppgifter.", "region", "ska"),
        ("Regionen får erbjuda läkemedel.", "region", "får"),
        ("Kommunen har rätt att anlita läkare.", "municipality", "får"),
        ("Kommunen kan begära ersättning.", "municipality", "får"),
        ("Vårdcentralen bör delta i mötet.", "region", "bör"),
        ("Regionen ansvarar för läkare.", "region", "ansvarar"),
        ("Kommunen svarar inom en vardag.", "municipality", "ansvarar"),
        ("Vårdcentralen utser en fast vårdkontakt.", "region", "ansvarar"),
        ("Kommunen har ansvar för hjälpmedlen.", "municipality", "ansvarar"),
        ("Ansvaret för transporten ligger på regionen.", "region", "ansvarar"),
        ("Ansvaret för transporten åvilar regionen.", "region", "ansvarar"),
        ("Det ankommer på kommunen att ordna boendet.", "municipality", "ansvarar"),
        ("Hjälpmedel är kommunens ansvar.", "municipality", "ansvarar"),
        ("Det är regionen som bekostar läkemedlen.", "region", "ansvarar"),
        ("Till kommunens uppgifter hör att följa upp.", "municipality", "ansvarar"),
        ("Ansvarig för planen är vårdcentralen.", "region", "ansvarar"),
        ("Regionen står för kostnaden.", "region", "ansvarar"),
    ],
)
def test_every_way_to_lay_responsibility_is_read(text: str, party: str, modality: str) -> None:
    (duty,) = read(text)
    assert (principals(duty), duty.modality.value) == ([party], modality)


@pytest.mark.parametrize(
    ("text", "party"),
    [
        ("Om vårdcentralen ber om det, ska kommunen svara.", "municipality"),
        ("Är behovet akut ska kommunen svara.", "municipality"),
        ("Den kommun som har beslutat att en patient ska vistas i en annan kommun som regionen "
         "avser, har betalningsansvaret.", "municipality"),
        ("Kommunen ska underrätta regionen.", "municipality"),
        ("Kommunen ska i samråd med regionen ta fram en rutin.", "municipality"),
        ("På begäran av regionen ska kommunen lämna uppgifter.", "municipality"),
        ("Efter överenskommelse med regionen får kommunen ta prov.", "municipality"),
        ("Kallelsen ska skickas till kommunen av den fasta vårdkontakten.", "region"),
        ("Om kommunen inte kan utföra uppgiften ska den meddela regionen.", "municipality"),
        ("Blödning, smärta eller lös tand ska kommunens personal meddela tandvården.",
         "municipality"),
        ("Kommunens betalningsansvar ska inträda efter tre dagar.", "municipality"),
    ],
)  # fmt: skip
def test_the_one_who_acts_is_found_and_recipients_are_not(text: str, party: str) -> None:
    (duty,) = read(text)
    assert principals(duty) == [party]


def test_two_parties_in_one_sentence_carry_their_own_parts() -> None:
    duties = read("Regionen ordinerar och kommunen utför insatsen.")
    assert [(principals(d), d.what) for d in duties] == [
        (["region"], "ordinerar"),
        (["municipality"], "utför insatsen"),
    ]
    assert {(d.start, d.end) for d in duties} == {(0, 47)}


def test_a_verb_that_is_understood_counts_for_the_second_party() -> None:
    duties = read("Kommunen ansvarar för boendet och regionen för behandlingen.")
    assert [principals(d) for d in duties] == [["municipality"], ["region"]]
    assert duties[1].what == "för behandlingen"


@pytest.mark.parametrize(
    "text",
    [
        "Regionen och kommunen ska samverka.",
        "Region och kommun får träffa en överenskommelse.",
        "Regionen ska tillsammans med kommunen upprätta en plan.",
        "Både regionen och kommunen ansvarar för kompetensen.",
    ],
)
def test_a_shared_duty_names_both(text: str) -> None:
    (duty,) = read(text)
    assert sorted(principals(duty)) == ["municipality", "region"]


@pytest.mark.parametrize(
    "text",
    [
        "Med hemsjukvård avses hälso- och sjukvård i bostaden.",
        "I denna lag finns bestämmelser om vad regionen ska göra.",
        "Avtalet gäller från den 1 januari 2026.",
        "Bestämmelser om vad kommunen ska göra finns i lagen.",
        "Patienten bor i kommunen.",
        "Ska kommunen betala?",
        "Beslut enligt första stycket får inte överklagas.",
        "Kommunen får information av sjukhuset.",
        "",
    ],
)
def test_definitions_scope_and_mere_facts_are_no_duties(text: str) -> None:
    assert read(text) == ()


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("Regionen får inte begränsa valet.", Modality.MAY),
        ("Kommunen ska inte betala för vården.", Modality.SHALL),
        ("Regionens ansvar omfattar inte hemtjänst.", Modality.RESPONSIBLE),
        ("Kommunen ansvarar dock inte för läkare.", Modality.RESPONSIBLE),
        ("Kommunen behöver inte betala för dygnen före.", Modality.SHALL),
        ("Ingen av parterna får ändra avtalet.", Modality.MAY),
    ],
)
def test_what_is_denied_is_marked(text: str, modality: Modality) -> None:
    (duty,) = read(text)
    assert duty.negated
    assert duty.modality is modality


def test_an_exception_goes_on_from_the_duty_before_it() -> None:
    first, exception = read("Regionen svarar för kostnaden. Detta gäller dock inte resor.")
    assert exception.parties == first.parties
    assert (exception.parties_inherited, exception.negated) == (True, True)


def test_a_passive_takes_the_party_that_introduced_its_thing() -> None:
    _, second = read("Slutenvården ska skicka informationen. Informationen ska skickas samma dag.")
    assert principals(second) == ["region"]
    assert second.parties_inherited


def test_a_passive_without_party_names_nobody() -> None:
    (duty,) = read("Ett inskrivningsmeddelande ska skickas senast 24 timmar efter inskrivningen.")
    assert (duty.parties, duty.parties_inherited) == ((), False)
    assert duty.what.startswith("Ett inskrivningsmeddelande ska skickas")


def test_items_carry_the_party_of_their_lead() -> None:
    text = "Kommunen ska\n- bedöma behovet,\n- ordna hjälpmedel, och\n- se till att de används."
    duties = read(text)
    assert [d.what for d in duties] == [
        "bedöma behovet",
        "ordna hjälpmedel",
        "se till att de används",
    ]
    assert all(d.lead == (0, 12) and principals(d) == ["municipality"] for d in duties)
    assert not any(d.parties_inherited for d in duties)


def test_items_that_are_conditions_leave_the_duty_to_their_lead() -> None:
    text = "Regionen får erbjuda vård åt andra, om\n1. det är överenskommet, eller\n2. det är akut."
    (duty,) = read(text)
    assert (duty.modality, principals(duty), duty.lead) == (Modality.MAY, ["region"], None)


def test_an_item_may_name_its_own_party() -> None:
    text = "Följande gäller vid avslut:\n1. Kommunen ska lämna rapport.\n2. Regionen ska svara."
    assert [principals(d) for d in read(text)] == [["municipality"], ["region"]]


def test_items_under_a_heading_that_names_the_party_inherit_it() -> None:
    duties = read("- Hemsjukvård dygnet runt\n- Hjälpmedel", title="Kommunens ansvar")
    assert [(principals(d), d.parties_inherited) for d in duties] == [(["municipality"], True)] * 2


def test_a_row_of_a_table_names_thing_and_party() -> None:
    text = "Insats | Ansvarig\nSårvård i hemmet | Kommunen"
    (duty,) = read(text)
    assert (duty.what, principals(duty)) == ("Sårvård i hemmet", ["municipality"])


@pytest.mark.parametrize(
    ("table", "duties"),
    [
        ("Insats | Regionen | Kommunen\nSyrgas | X | \nBad | | x\nSår | Ja | Ja\nVård | - | Nej",
         [("Syrgas", ["region"]), ("Bad", ["municipality"]), ("Sår", ["region", "municipality"])]),
        ("Område | Regionens ansvar | Kommunens ansvar\nLäkemedel | Ordination | Utför",
         [("Läkemedel (ordination)", ["region"]), ("Läkemedel (utför)", ["municipality"])]),
        ("| Slutenvård | Kommun | Kommentar\nInskrivning | Ansvarig | | samma dag",
         [("Inskrivning", ["region"])]),
        ("Insats | Ansvarig | Kommentar\nSår | Kommunen | den som är inskriven",
         [("Sår", ["municipality"])]),
        ("Insats | Regionen | Kommunen\nEn rad\nSyrgas | X | ", []),
    ],
)  # fmt: skip
def test_a_table_with_a_party_over_each_column_divides_its_rows(
    table: str, duties: list[tuple[str, list[str]]]
) -> None:
    assert [(duty.what, principals(duty)) for duty in read(table)] == duties


def test_a_table_of_definitions_lays_nothing_on_anybody() -> None:
    assert read("Ord | Betydelse\nKommunen | en huvudman", title="Definitioner") == ()


@pytest.mark.parametrize(
    ("text", "what", "condition", "limit"),
    [
        ("Om någon behöver vård, ska regionen erbjuda sådan vård.",
         "erbjuda sådan vård", "Om någon behöver vård", None),
        ("Kommunen ska svara inom en vardag.", "svara inom en vardag", None, "inom en vardag"),
        ("Inom två dagar efter avslutet ska kommunen svara.", "svara", None,
         "Inom två dagar efter avslutet"),
        ("Vårdcentralen ska kalla till mötet senast tre dagar efter underrättelsen.",
         "kalla till mötet senast tre dagar efter underrättelsen", None,
         "senast tre dagar efter underrättelsen"),
        ("Kommunen får avsluta först när vårdcentralen har kvitterat.",
         "avsluta", "först när vårdcentralen har kvitterat", None),
        ("Regionen ska lämna information om hjälpmedel till kommunen.",
         "lämna information om hjälpmedel till kommunen", None, None),
        ("Kommunen ska i samband med den vård som avses i punkt 2.1 erbjuda träning.",
         "erbjuda träning", None, None),
        ("Kommunen ska pröva om personen kan skrivas in.",
         "pröva om personen kan skrivas in", None, None),
        ("Kommunen ska ompröva inskrivningen minst en gång per år.",
         "ompröva inskrivningen minst en gång per år", None, "minst en gång per år"),
    ],
)  # fmt: skip
def test_what_condition_and_time_limit_are_the_texts_own_words(
    text: str, what: str, condition: str | None, limit: str | None
) -> None:
    (duty,) = read(text)
    assert (duty.what, duty.condition, duty.time_limit) == (what, condition, limit)


@pytest.mark.parametrize(
    ("text", "headings", "phase"),
    [
        ("Kommunen ska svara på en vårdbegäran.", (), Phase.START),
        ("Slutenvården ska skicka inskrivningsmeddelandet.", (), Phase.TRANSFER),
        ("Kommunen ska betala för dygnen.", (), Phase.PAYMENT),
        ("Kommunen ska lämna uppgifter.", ("17 Eskalering och tvist",), Phase.DISPUTE),
        ("Kommunen ska lämna uppgifter.", ("3 Vård i hemmet", "Avslut"), Phase.END),
        ("Den nya kommunen ska kvittera.", (), Phase.TAKEOVER),
        ("Hemtjänsten ska larma vid livsfara.", (), Phase.DETERIORATION),
        ("Regionen ska följa upp behandlingen.", (), Phase.UNDER_WAY),
        ("Regionen ska samverka med kommunen.", (), Phase.ALWAYS),
        ("Regionen ska främja kostnadseffektivitet.", (), Phase.ALWAYS),
    ],
)
def test_the_phase_comes_from_words_and_headings(
    text: str, headings: tuple[str, ...], phase: Phase
) -> None:
    assert [duty.phase for duty in read(text, headings=headings)] == [phase]


def test_spans_refer_to_the_whole_document() -> None:
    text = "Inledning.\n\nKommunen ska svara."
    start = text.index("Kommunen")
    clause = clause_of(text)
    (duty,) = [d for d in read_duties(text, clause, lexicon()) if d.parties]
    assert text[duty.start : duty.end] == text[start:]


def test_a_party_is_named_once() -> None:
    (duty,) = read("Kommuner och kommunen ska svara.")
    assert [p.principal for p in duty.parties] == [Principal.MUNICIPALITY]


PIECES = """Kommunen regionen ska får om som att inte och , . : ; ( ) | - 1. a) skickas av den
läkaren är har ansvarar för ansvar kommunens åligger det gäller när patienten vård"""
WORDS = st.sampled_from([*PIECES.split(), "\n", "\n\n"])


@given(st.lists(WORDS, max_size=40))
def test_any_text_is_read_and_every_part_is_a_piece_of_it(words: list[str]) -> None:
    text = " ".join(words)
    for duty in read(text):
        assert 0 <= duty.start < duty.end <= len(text)
        begin = duty.lead[0] if duty.lead else duty.start
        whole = text[min(begin, duty.start) : duty.end]
        assert 0 < len(duty.what) <= 160
        for piece in (duty.what, duty.condition, duty.time_limit):
            assert piece is None or piece in whole
