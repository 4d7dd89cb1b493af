"""A table of contents that was typed by hand is no part of the agreement."""

import io

import pytest
from docx import Document

from corpus.parsing.contents import contents_lines
from tests.corpus.making.blocks import read_bytes
from tests.corpus.parsed import parsed

LINES = [
    "Innehåll",
    "1 Inledning\t2",
    "2 Ansvar\t3",
    "2.1 Kommunen\t3",
    "2.2 Regionen\t4",
    "Bilaga 1 Rutin\t6",
]
BODY = [
    "1 INLEDNING",
    "Avtalet börjar gälla den 1 januari 2026.",
    "2 ANSVAR",
    "2.1 Kommunen",
    "2.1.1 Kommunen ansvarar för hemsjukvård.",
    "2.2 Regionen",
    "2.2.1 Regionen ansvarar för läkare.",
    "Bilaga 1 Rutin",
    "Slutenvården ska skicka inskrivningsmeddelande.",
]


def word(lines) -> bytes:
    made = Document()
    for line in lines:
        made.add_paragraph().add_run(line).bold = not line.endswith(".")
    written = io.BytesIO()
    made.save(written)
    return written.getvalue()


def test_clauses_after_a_typed_table_of_contents_keep_their_ids(tmp_path):
    with_contents = parsed(read_bytes(tmp_path, "a.docx", word(["Avtal", *LINES, *BODY])))
    without = parsed(read_bytes(tmp_path, "b.docx", word(["Avtal", *BODY])))
    assert with_contents.ids == without.ids == ["1", "2.1.1", "2.2.1", "bilaga-1-rutin"]
    assert with_contents.bodies == without.bodies
    assert [c.headings for c in with_contents.clauses] == [c.headings for c in without.clauses]


@pytest.mark.parametrize(
    "lines",
    [
        ["Belopp 1", "Belopp 2", "Belopp 3"],
        ["Avgift 100", "Avgift 200", "Avgift 300", "Avgift"],
        ["Inledning 9", "Ansvar 5", "Tvist 2", "Inledning", "Ansvar", "Tvist"],
        ["Inledning 1", "Ansvar 2", "Inledning", "Ansvar"],
    ],
)
def test_lines_with_numbers_that_are_no_table_of_contents(lines):
    assert contents_lines(lines) == frozenset()


def test_a_table_of_contents_is_known_by_its_lines_coming_again():
    lines = [
        "Avtal",
        "1. Inledning 1",
        "2. Ansvar 2",
        "3. Tvist 10",
        "1 INLEDNING",
        "2 Ansvar",
        "x",
    ]
    assert contents_lines(lines) == {1, 2, 3}
