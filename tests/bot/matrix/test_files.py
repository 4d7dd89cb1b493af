"""The matrix as CSV and as a workbook: whole, linked, and nothing in it runs."""

import csv
import io
from datetime import date

import openpyxl
import pytest

from bot.matrix.csv_file import csv_bytes
from bot.matrix.listing import COLUMNS, listing
from bot.matrix.workbook import workbook_bytes
from corpus.matrix import MatrixFilter
from tests.bot.matrix.conftest import SAY, TODAY, board_of

URL = "https://ansvar.example"
HOSTILE = """# Avtal

## =HYPERLINK("http://x")

1.1 +cmd|' /C calc'!A0 Kommunen ska betala.

1.2 @SUM(1+1) Regionen ska svara;"genast".

1.3 Så delas uppgifterna:

| Insats | Regionen | Kommunen |
|---|---|---|
| =1+1 | X | |
| -2+3 | | X |
"""


def read_csv(dated):
    written = csv_bytes(listing(dated, SAY, URL)).decode("utf-8")
    assert written.startswith("\ufeff")
    return list(csv.DictReader(io.StringIO(written[1:]), delimiter=";"))


def read_book(dated):
    return openpyxl.load_workbook(io.BytesIO(workbook_bytes(dated, SAY, URL, TODAY)))


def test_a_line_of_the_csv_tells_everything_of_one_duty(board):
    lines = read_csv(board)
    assert len(lines) == len(list(board.board.duties())) == 10
    assert lines[0] == {
        "Dokument": "Avtal om vård",
        "Status": "GÄLLANDE",
        "Från och med": "2026-01-01",
        "Till och med": "",
        "Ämne": "1 Sårvård",
        "Punkt": "punkt 1.1",
        "Uppgift": "",
        "Ansvarig": "Kommunen",
        "Roll": "",
        "Ska, får, bör eller ansvarar": "ska",
        "Vad": "byta förband inom en vardag",
        "Fas": "alltid",
        "Tid": "inom en vardag",
        "Villkor": "",
        "Så står det": "Kommunen ska byta förband inom en vardag.",
        "Källa": "avtal#1.1",
        "Länk": "https://ansvar.example/punkt/avtal/1.1",
    }
    assert lines[3]["Ansvarig"] == "Ingen part nämnd"


def test_the_link_keeps_the_day_that_was_asked_for():
    (line, *_) = read_csv(board_of(asked=MatrixFilter(on=date(2026, 5, 1))))
    assert line["Länk"] == "https://ansvar.example/punkt/avtal/1.1?on=2026-05-01"


def test_no_value_of_the_csv_is_a_formula():
    values = [value for line in read_csv(board_of(HOSTILE)) for value in line.values()]
    assert any("HYPERLINK" in value for value in values)
    assert [value for value in values if value.startswith(("=", "+", "-", "@"))] == []
    assert "'=1+1" in values
    assert "'-2+3" in values


def test_nothing_in_the_workbook_is_a_formula():
    cells = [cell for sheet in read_book(board_of(HOSTILE)) for row in sheet for cell in row]
    assert {cell.data_type for cell in cells if cell.value is not None} == {"s"}
    texts = {cell.value: cell for cell in cells if cell.value}
    assert texts["=1+1"].quotePrefix
    assert any(value.startswith("=HYPERLINK") for value in texts)


def test_the_workbook_has_the_matrix_the_list_and_what_it_was_made_of(board):
    book = read_book(board)
    assert book.sheetnames == ["Ansvar", "Lista", "Om"]
    matrix, lines, about = book
    assert [cell.value for cell in matrix[1]] == [
        "Dokument", "Status", "Ämne", "Punkt", "Kommunen", "Regionen", "Gemensamt",
        "Ingen part nämnd",
    ]  # fmt: skip
    assert matrix.max_row == 1 + board.board.rows
    assert (matrix.freeze_panes, matrix.auto_filter.ref) == ("E2", f"A1:H{matrix.max_row}")
    assert matrix["D2"].hyperlink.target == "https://ansvar.example/punkt/avtal/1.1"
    assert matrix["E2"].alignment.wrap_text
    assert (lines.max_row, lines.max_column) == (11, len(COLUMNS))
    facts = {row[0].value: row[1].value for row in about}
    assert facts["Så som det gäller"] == facts["Gjord"] == "2026-11-22"
    assert facts["Urval"] == "allt som gäller på dagen"
    assert facts["avtal"] == "Avtal om vård"


def test_the_filter_stands_in_the_workbook_and_in_its_address():
    dated = board_of(asked=MatrixFilter(party=("region",), find="rutin"))
    facts = {row[0].value: row[1].value for row in read_book(dated)["Om"]}
    assert facts["Ansvarig"] == "Regionen"
    assert facts["Samma urval på webben"] == (
        "https://ansvar.example/ansvar?party=region&find=rutin"
    )


def test_a_cell_longer_than_a_spreadsheet_holds_is_cut():
    text = f"# A\n\n## 1 B\n\n1.1 Kommunen ska {'mycket ' * 6000}svara.\n"
    values = [c.value or "" for sheet in read_book(board_of(text)) for row in sheet for c in row]
    assert 30_000 < max(map(len, values)) <= 32_000


@pytest.mark.parametrize("sign", ["\x00", "\x0b", "\x1b", "\uffff"])
def test_signs_that_no_workbook_can_hold_are_no_hindrance(sign):
    assert read_book(board_of(HOSTILE.replace("betala", f"be{sign}tala", 1)))


def test_an_empty_matrix_makes_a_workbook_and_a_csv_too():
    dated = board_of(asked=MatrixFilter(find="finns inte"))
    assert read_csv(dated) == []
    assert read_book(dated)["Ansvar"].max_row == 1


def test_every_row_of_the_workbook_has_room_for_its_longest_cell():
    many = " och ".join(f"lämna uppgift nummer {number}" for number in range(1, 20))
    book = read_book(board_of(f"# Avtal\n\n## 1.1 Lång\n\nKommunen ska {many}.\n"))
    for name in ("Ansvar", "Lista"):
        sheet = book[name]
        for row in sheet.iter_rows():
            letters = max(
                len(str(cell.value or "")) / sheet.column_dimensions[cell.column_letter].width
                for cell in row
            )
            assert sheet.row_dimensions[row[0].row].height >= 15 * letters


def test_the_workbook_prints_on_a3_lying_down():
    sheet = read_book(board_of())["Ansvar"]
    assert (sheet.page_setup.paperSize, sheet.page_setup.orientation) == (8, "landscape")
