"""PDF: lines to paragraphs, pages, running headers, tables, columns."""

import re
from io import BytesIO

import pytest
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from corpus.blocks import BlockKind
from tests.corpus.making.blocks import of_kind, read_bytes, shown
from tests.corpus.making.pdf import Book, typeset

SENTENCES = (
    "Regionen ansvarar för läkare i hemmet.",
    "Kommunen ansvarar för sjuksköterska, arbetsterapeut och fysioterapeut dygnet runt.",
    "Den fasta vårdkontakten kallar till samordnad planering inom tre dagar efter det att "
    "patienten har skrivits in i slutenvården.",
    "Parterna följer upp avvikelser varje månad.",
)


def prose(start: int, count: int = 6) -> str:
    """Sentences that differ from paragraph to paragraph."""
    return " ".join(f"{SENTENCES[(start + i) % 4]} Ärende {start}{i}." for i in range(count))


def agreement() -> Book:
    book = Book(
        header="Avtal om samverkan 2026", footer="Diarienummer HS 2026-12", title="Ett avtal"
    )
    book.heading("Avtal om vård i hemmet")
    for chapter in range(1, 5):
        book.heading(f"{chapter} Kapitel {'ABCD'[chapter - 1]}", 2)
        for clause in range(1, 6):
            book.clause(f"{chapter}.{clause}", prose(chapter * 10 + clause))
    return book


def test_every_clause_of_an_agreement_is_one_paragraph_with_its_number(tmp_path):
    read = read_bytes(tmp_path, "a.pdf", agreement().bytes())
    paragraphs = of_kind(read, BlockKind.PARAGRAPH)
    expected = [
        f"{chapter}.{clause} {prose(chapter * 10 + clause)}"
        for chapter in range(1, 5)
        for clause in range(1, 6)
    ]
    assert paragraphs == expected


def test_headings_are_told_by_size_and_weight(tmp_path):
    read = read_bytes(tmp_path, "a.pdf", agreement().bytes())
    assert [block for block in shown(read) if block[0].startswith("heading")] == [
        ("heading1", "Avtal om vård i hemmet"),
        *[("heading2", f"{number} Kapitel {letter}") for number, letter in enumerate("ABCD", 1)],
    ]


def test_running_headers_footers_and_page_numbers_are_left_out(tmp_path):
    text = read_bytes(tmp_path, "a.pdf", agreement().bytes()).text
    assert not re.search("Avtal om samverkan|Diarienummer|Sida", text)


def test_pages_hold_the_offset_where_each_begins(tmp_path):
    book = Book(footer="Fot")
    for letter in "ABC":
        book.text(f"Sidan {letter} har en text.").new_page()
    read = read_bytes(tmp_path, "a.pdf", book.bytes())
    assert [read.text[start : start + 7] for start in read.pages] == [
        "Sidan A",
        "Sidan B",
        "Sidan C",
    ]


@pytest.mark.parametrize(
    ("pages", "paragraphs"),
    [
        ([["Vid utskrivning gäller att patienten först ska få in-", "skrivning i kommunen."]],
         ["Vid utskrivning gäller att patienten först ska få inskrivning i kommunen."]),
        ([["Regionen ansvarar för all specialiserad hälso-", "och sjukvård i hemmet."]],
         ["Regionen ansvarar för all specialiserad hälso- och sjukvård i hemmet."]),
        ([["1.1 Kommunen ska svara på frågan enligt vad som sägs i punkt", "3.4 i bilagan."]],
         ["1.1 Kommunen ska svara på frågan enligt vad som sägs i punkt 3.4 i bilagan."]),
        ([["1.1 Kommunen svarar.", "1.2 Regionen svarar."]],
         ["1.1 Kommunen svarar.", "1.2 Regionen svarar."]),
        ([["Kommunen ska kalla till det möte som"], ["parterna har kommit överens om."]],
         ["Kommunen ska kalla till det möte som parterna har kommit överens om."]),
        ([["Kommunen ska kalla till möte."], ["Regionen ska komma till mötet."]],
         ["Kommunen ska kalla till möte.", "Regionen ska komma till mötet."]),
        ([["Kommunen ansvarar för:", "a) läkare,", "b) tandvård,", "som ges hemma."]],
         ["Kommunen ansvarar för:", "a) läkare,", "b) tandvård, som ges hemma."]),
    ],
)  # fmt: skip
def test_lines_are_joined_to_paragraphs_within_and_across_pages(tmp_path, pages, paragraphs):
    read = read_bytes(tmp_path, "a.pdf", typeset(pages))
    assert [text for _, text in shown(read)] == paragraphs


def test_a_page_that_begins_within_a_sentence_begins_there(tmp_path):
    read = read_bytes(tmp_path, "a.pdf", typeset([["Kommunen ska kalla till"], ["mötet i tid."]]))
    assert read.text[read.pages[1] :] == "mötet i tid."


def test_bullets_are_items(tmp_path):
    book = Book().text("Kommunen ansvarar för").bullets("läkare,", "tandvård.")
    assert shown(read_bytes(tmp_path, "a.pdf", book.bytes())) == [
        ("paragraph", "Kommunen ansvarar för"),
        ("item1", "- läkare,"),
        ("item1", "- tandvård."),
    ]


def test_a_ruled_table_is_one_row_a_line_in_its_place(tmp_path):
    book = Book().text("Före tabellen står detta.")
    book.table([["Part", "Ansvar"], ["Regionen", "läkare " * 30], ["Kommunen", ""]])
    book.text("Efter tabellen står detta.")
    assert shown(read_bytes(tmp_path, "a.pdf", book.bytes())) == [
        ("paragraph", "Före tabellen står detta."),
        ("table", "Part | Ansvar\nRegionen | " + ("läkare " * 30).strip() + "\nKommunen |"),
        ("paragraph", "Efter tabellen står detta."),
    ]


def test_a_table_over_two_pages_is_one_with_its_head_once(tmp_path):
    book = Book().table([["Nr", "Ansvar"], *[[str(i), f"uppgift {i}"] for i in range(60)]])
    tables = of_kind(read_bytes(tmp_path, "a.pdf", book.bytes()), BlockKind.TABLE)
    assert [line.split(" | ")[0] for line in tables[0].split("\n")] == ["Nr", *map(str, range(60))]
    assert len(tables) == 1


def test_two_columns_are_read_one_after_the_other(tmp_path):
    book = Book(columns=2)
    expected = [f"Stycke {i}. {prose(i, 3)}" for i in range(24)]
    for text in expected:
        book.text(text)
    assert of_kind(read_bytes(tmp_path, "a.pdf", book.bytes()), BlockKind.PARAGRAPH) == expected


def test_a_table_of_contents_is_left_out(tmp_path):
    contents = ["Innehåll", *[f"{i} Rubrik {i} {'.' * 30} {i + 2}" for i in range(1, 6)]]
    read = read_bytes(tmp_path, "a.pdf", typeset([contents, ["1 Rubrik 1", "", "Text om vård."]]))
    assert [text for _, text in shown(read)] == ["1 Rubrik 1", "Text om vård."]


def test_footnote_marks_are_left_out(tmp_path):
    book = Book().text("Kommunen ansvarar<super>1</super> för vård.<super>2</super>")
    assert read_bytes(tmp_path, "a.pdf", book.bytes()).text == "Kommunen ansvarar för vård."


def test_numbered_headings_at_the_top_of_pages_are_no_running_header(tmp_path):
    book = Book(header="Avtal")
    for number in range(1, 5):
        book.heading(f"Bilaga {number}").text(f"Text om {'ABCD'[number - 1]}.").new_page()
    read = read_bytes(tmp_path, "a.pdf", book.bytes())
    assert of_kind(read, BlockKind.HEADING) == [f"Bilaga {number}" for number in range(1, 5)]


@pytest.mark.parametrize(
    ("title", "front_matter"),
    [
        ("Avtal om samverkan", {"title": "Avtal om samverkan"}),
        ("Microsoft Word - avtal_v3.docx", {}),
        ("untitled document", {}),
        ("avtal", {}),
        ("", {}),
    ],
)
def test_the_title_is_front_matter_where_it_is_one(tmp_path, title, front_matter):
    book = Book(title=title).text("Text om vård.")
    assert read_bytes(tmp_path, "a.pdf", book.bytes()).front_matter == front_matter


def drawn_list(marks: str) -> bytes:
    """A leading sentence and three items, each with a shape drawn where ``marks`` says so."""
    sink = BytesIO()
    canvas = Canvas(sink, pagesize=A4, invariant=1)
    canvas.setFont("Helvetica", 11)
    canvas.drawString(70, 700, "Parterna ska gemensamt")
    for number, (item, mark) in enumerate(
        zip(("planera vården", "följa upp", "utbilda"), marks, strict=True)
    ):
        y = 680 - 16 * number
        canvas.drawString(88, y, item + ",")
        if mark == "o":
            canvas.circle(78, y + 4, 2, stroke=0, fill=1)
        elif mark == "#":
            canvas.rect(76, y + 2, 4, 4, stroke=0, fill=1)
        elif mark == "-":
            canvas.rect(60, y + 4, 24, 1, stroke=0, fill=1)
        elif mark == "_":
            canvas.rect(76, y + 2, 4, 4, stroke=1, fill=0)
    canvas.save()
    return sink.getvalue()


@pytest.mark.parametrize(("marks", "items"), [("ooo", 3), ("###", 3), ("---", 0), ("___", 0)])
def test_a_bullet_that_is_drawn_makes_an_item_as_one_that_is_written(tmp_path, marks, items):
    read = read_bytes(tmp_path, "a.pdf", drawn_list(marks))
    expected = ["- planera vården,", "- följa upp,", "- utbilda,"][:items]
    assert of_kind(read, BlockKind.ITEM) == expected


def test_a_shape_after_a_word_is_no_bullet(tmp_path):
    sink = BytesIO()
    canvas = Canvas(sink, pagesize=A4, invariant=1)
    canvas.drawString(70, 700, "Kommunen")
    canvas.circle(130, 704, 2, stroke=0, fill=1)
    canvas.drawString(136, 700, "svarar.")
    canvas.save()
    read = read_bytes(tmp_path, "a.pdf", sink.getvalue())
    assert read.text == "Kommunen svarar."
