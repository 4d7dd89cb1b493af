"""Plain text: wrapped statutes and meeting notes."""

import re

import pytest

from corpus.blocks import BlockKind
from corpus.readers import read_file
from corpus.readers.line_groups import wrap_width
from tests.corpus.making.blocks import of_kind, read_string, shown
from tests.corpus.making.shared import shared

NOTES = [
    "000_a1d3bb2c071fab11.txt",
    "001_88985e9704e87674.txt",
    "003_77a225a35dda5140.txt",
    "004_5a36fac56c526983.txt",
]

WRAPPED = """\
2 kap. Ansvar för vård

Kommunens ansvar

2 § Den som omfattas har inte rätt till sådana insatser enligt
11 kap. 1 § eller sådant bistånd som avses i hälso-
och sjukvårdslagen. Kommunen ska svara för

1. läkare,

2. sjuksköterska som arbetar dygnet runt alla dagar i veckan
och hela året, och

3. annat.

3 § /Upphör att gälla U:2026-01-15/
Kommunen ansvarar för vården hela dygnet och alla dagar i
veckan.
"""


def test_wrapped_lines_become_one_paragraph_and_marks_begin_items(tmp_path):
    assert shown(read_string(tmp_path, "a.txt", WRAPPED)) == [
        ("heading2", "2 kap. Ansvar för vård"),
        ("heading3", "Kommunens ansvar"),
        (
            "paragraph",
            "2 § Den som omfattas har inte rätt till sådana insatser enligt 11 kap. 1 § eller "
            "sådant bistånd som avses i hälso- och sjukvårdslagen. Kommunen ska svara för",
        ),
        ("item1", "1. läkare,"),
        (
            "item1",
            "2. sjuksköterska som arbetar dygnet runt alla dagar i veckan och hela året, och",
        ),
        ("item1", "3. annat."),
        ("paragraph", "3 § /Upphör att gälla U:2026-01-15/"),
        ("paragraph", "Kommunen ansvarar för vården hela dygnet och alla dagar i veckan."),
    ]


LONG = "Det här är en lång rad i ett dokument vars rader inte är brutna, och den fortsätter " * 2


@pytest.mark.parametrize(
    ("source", "texts"),
    [
        ("Anna Ek, Region\nBo Al, Kommun", ["Anna Ek, Region\nBo Al, Kommun"]),
        ("Datum: 2024-11-25\nTid: 15-16", ["Datum: 2024-11-25\nTid: 15-16"]),
        ("ber om underlag från\n\n\n\nPrioriteringscentrum.", ["ber om underlag från "
                                                             "Prioriteringscentrum."]),
        ("ber om underlag från\fPrioriteringscentrum.", ["ber om underlag från "
                                                        "Prioriteringscentrum."]),
        ("Ansvar för vård\n\n\n\nÄven detta skickas.", ["Ansvar för vård", "Även detta skickas."]),
        ("Klart.\n\n\n\nnästa", ["Klart.", "nästa"]),
        ("nya hälso- och\n\nsjukvårdsavtalet.", ["nya hälso- och sjukvårdsavtalet."]),
        ("ett\n\n\n\n- två", ["ett", "- två"]),
    ],
)  # fmt: skip
def test_lines_of_notes_are_kept_apart_or_made_whole(tmp_path, source, texts):
    read = read_string(tmp_path, "a.txt", f"{LONG}.\n\n{source}\n\nSlut.")
    assert [text for _, text in shown(read)][1:-1] == texts


def test_the_depth_of_an_item_shows_in_its_indent(tmp_path):
    read = read_string(tmp_path, "a.txt", f"{LONG}.\n\n- Begrepp\n - Vård\n   - Hemma\n- Slut")
    assert shown(read)[1:] == [
        ("item1", "- Begrepp"),
        ("item2", "- Vård"),
        ("item3", "- Hemma"),
        ("item1", "- Slut"),
    ]


def test_rows_with_tabs_are_a_table_that_keeps_its_empty_cells(tmp_path):
    read = read_string(tmp_path, "a.txt", "Januari\tMars\nHjälpmedel\t\n\tMillennium\n")
    assert shown(read) == [("table", "Januari | Mars\nHjälpmedel |\n| Millennium")]


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("AVDELNING I. MÅL", "heading1"),
        ("3 a kap. Barns rättigheter", "heading2"),
        ("4. Dialogämne – vård i hemmet", "heading2"),
        ("2.1 Kommunens ansvar", "heading3"),
        ("b) Behov av samarbete", "heading3"),
        ("Vad innebär närvård?", "heading3"),
        ("Kommunen ansvarar.", "paragraph"),
        ("Tid: 15 till 16", "paragraph"),
        ("1. läkare", "item1"),
        ("5 § Lagen", "paragraph"),
        ("Beslut får överklagas i ärenden om", "paragraph"),
    ],
)
def test_a_short_line_alone_is_a_heading_when_it_looks_like_one(tmp_path, line, kind):
    assert shown(read_string(tmp_path, "a.txt", f"{line}\n\nText som följer."))[0] == (kind, line)


def test_a_statement_before_items_is_no_heading(tmp_path):
    read = read_string(
        tmp_path, "a.txt", "Kommunen ska anmäla verksamheten\n\n1. ny,\n\n2. ändrad."
    )
    assert shown(read)[0][0] == "paragraph"


def test_the_opening_lines_are_the_front_matter(tmp_path):
    read = read_string(
        tmp_path, "a.txt", "Anteckning\n\nDatum: 2024-11-25\n\nPlats: Borås\n\nText."
    )
    assert read.front_matter == {"title": "Anteckning", "datum": "2024-11-25", "plats": "Borås"}


@pytest.mark.parametrize(
    ("lines", "width"),
    [(["a" * 60, "b" * 58, "c"], 60), (["a" * 200, "b"], None), (["a", "", "b"], None), ([], None)],
)
def test_the_width_of_wrapped_text_is_measured(lines, width):
    assert wrap_width(lines) == width


def test_every_word_of_the_wrapped_statute_is_there_in_order():
    path = shared("lagar", "sfs-2025-400.txt")
    source = re.sub(r"\s", "", path.read_text("utf-8"))
    assert re.sub(r"\s", "", read_file(path).text) == source


def test_the_wrapped_statutes_chapters_are_headings_and_its_wrapped_lines_are_not():
    read = read_file(shared("lagar", "sfs-2025-400.txt"))
    headings = of_kind(read, BlockKind.HEADING)
    chapters = [int(found[1]) for text in headings if (found := re.match(r"(\d+) kap\.", text))]
    assert chapters == list(range(1, 36))
    assert len([text for text in headings if text.startswith("AVDELNING")]) == 9
    openings = [text[:16] for kind, text in shown(read) if kind == "paragraph"]
    assert not [text for text in openings if re.match(r"\d+ kap\. \d", text)]


def test_the_wrapped_statutes_paragraphs_are_single_lines():
    read = read_file(shared("lagar", "sfs-2025-400.txt"))
    broken = [text for _, text in shown(read)[1:] if "\n" in text]
    assert all(text.split("\n")[1].startswith("Lag (") for text in broken)


@pytest.mark.parametrize("name", NOTES)
def test_a_meeting_note_has_its_date_or_time_and_no_markup(name):
    read = read_file(shared("seeds", name))
    assert {"datum", "tid"} & read.front_matter.keys()
    assert "**" not in read.text
    assert "](" not in read.text


@pytest.mark.parametrize("name", NOTES)
def test_a_meeting_notes_numbered_points_are_headings(name):
    read = read_file(shared("seeds", name))
    numbers = [
        int(found[1])
        for text in of_kind(read, BlockKind.HEADING)
        if (found := re.match(r"(\d+)\. ", text))
    ]
    assert numbers == list(range(1, len(numbers) + 1))
    assert len(numbers) >= 5


# Work that grows with the square of the length would take minutes here.
@pytest.mark.parametrize(
    "line", ["o" * 5_000, "ord " * 1_000, "o-" * 2_500, "1. " * 1_500, "\t" * 5_000]
)
@pytest.mark.parametrize("name", ["a.txt", "a.md", "a.html"])
def test_long_lines_without_an_end_of_a_sentence_take_no_longer_than_others(tmp_path, name, line):
    assert read_string(tmp_path, name, "Avtal\n\n" + f"{line}\n" * 60).text
