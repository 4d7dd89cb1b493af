"""Where sentences end, and which sentence leads an item."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.sentences import split_sentences


def sentences(text: str) -> list[str]:
    return [text[s.start : s.end] for s in split_sentences(text, 0, len(text))]


def leads(text: str) -> list[tuple[str, str | None]]:
    return [
        (text[s.body : s.end], text[s.lead[0] : s.lead[1]] if s.lead else None)
        for s in split_sentences(text, 0, len(text))
    ]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Kommunen ska svara. Regionen ska betala.", 2),
        ("Enligt 4 kap. 3 § ska regionen svara. Det gäller alla.", 2),
        ("Stöd ges t.ex. av läkare, bl.a. Närhälsan, dvs. Regionen.", 1),
        ("Avtalet gäller fr.o.m. 1 maj, jfr. Bilaga 2, resp. Kommunen.", 1),
        ("Kommunen ordnar säng, lyft m.m. Regionen ordnar syrgas.", 2),
        ("Underrättelsen kom efter kl. 12.00 den 3 maj.", 1),
        ("Se punkt 3.4 och 9 g §. Punkt 3.5 gäller också.", 2),
        ("Har kommunen svarat? Ja! Då gäller svaret.", 3),
        ("Ansvaret är kommunens (se 3.4.) Regionen betalar.", 2),
        ("Fråga ssk eller s.k. Trygg hemgång.", 1),
    ],
)
def test_a_full_stop_ends_a_sentence_unless_it_ends_an_abbreviation(text: str, count: int) -> None:
    assert len(sentences(text)) == count


def test_the_note_of_amendment_is_no_sentence() -> None:
    assert sentences("Regionen ska svara. Lag (2019:979).") == ["Regionen ska svara."]


def test_items_know_their_lead_and_inner_items_theirs() -> None:
    text = (
        "Kommunen ska\n\n1. erbjuda vård,\n\n2. anmäla om det\n\na) finns brist, eller\n\n"
        "b) finns fel, och\n\n3. följa upp. Det ska ske fort."
    )
    assert leads(text) == [
        ("Kommunen ska", None),
        ("erbjuda vård,", "Kommunen ska"),
        ("anmäla om det", "Kommunen ska"),
        ("finns brist, eller", "2. anmäla om det"),
        ("finns fel, och", "2. anmäla om det"),
        ("följa upp.", "Kommunen ska"),
        ("Det ska ske fort.", None),
    ]


def test_a_paragraph_between_numbered_items_does_not_end_the_list() -> None:
    text = "Parten ska lämna:\n\n1. Namn.\n\nDet ska ske genast.\n\n2. Adress."
    assert leads(text)[-1] == ("Adress.", "Parten ska lämna:")


def test_lines_after_a_colon_are_items_also_without_markers() -> None:
    text = "Regionen ansvarar för:\n\nläkare\n\nläkemedel"
    assert [lead for _, lead in leads(text)] == [None, *["Regionen ansvarar för:"] * 2]


def test_a_bullet_after_a_finished_sentence_has_no_lead() -> None:
    assert leads("Mötet öppnas.\n\n- Nästa möte bokas.")[1] == ("Nästa möte bokas.", None)


def test_each_row_of_a_table_is_one_sentence() -> None:
    text = "Insats | Ansvarig\nProv. Svar | Regionen\nSår | Kommunen"
    assert sentences(text) == ["Insats | Ansvarig", "Prov. Svar | Regionen", "Sår | Kommunen"]


def test_a_wrapped_line_goes_on_in_the_next() -> None:
    first = "Kommunen ska i samband med sådan vård som avses i detta avtal också"
    assert len(sentences(f"{first}\nerbjuda rehabilitering. Regionen betalar.")) == 2


def test_spans_refer_to_the_whole_text() -> None:
    text = "Rubrik\n\nKommunen ska svara. Regionen betalar.\n\nSlut"
    start = text.index("Kommunen")
    end = text.index("\n\nSlut")
    found = [text[s.start : s.end] for s in split_sentences(text, start, end)]
    assert found == ["Kommunen ska svara.", "Regionen betalar."]


@given(st.text(alphabet="aäÖkap. \n§1-)|:,K•?", max_size=120))
def test_sentences_stand_in_order_trimmed_and_lose_no_word(text: str) -> None:
    found = split_sentences(text, 0, len(text))
    at = 0
    for sentence in found:
        assert at <= sentence.start <= sentence.body <= sentence.end <= len(text)
        assert text[at : sentence.start].strip() == ""
        assert text[sentence.start : sentence.end].strip() == text[sentence.start : sentence.end]
        assert sentence.start < sentence.end
        at = sentence.end
    assert text[at:].strip() == ""
