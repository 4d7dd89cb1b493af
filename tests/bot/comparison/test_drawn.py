"""A comparison in words, and as files and JSON."""

import csv
import io
import json
from datetime import date

import pytest
from openpyxl import load_workbook
from rich.console import Console

from bot.answer_json import as_json
from bot.comparison.files import csv_bytes, workbook_bytes
from bot.comparison.terminal import draw_comparison
from bot.comparison.texts import COMPARISON
from bot.comparison.view import view
from bot.comparison.wire import comparison_wire
from corpus.comparison.values import Aspect, ClauseChange, Direction
from tests.corpus.comparison.made import agreement, compared

ON = date(2026, 11, 22)
OLD = agreement(
    "Prov: Regionen ska ta prov hemma.",
    "Svar: Kommunen ska svara på frågan inom två dagar.",
    "Bort: Regionen ska ordna taxi till varje besök.",
)
NEW = agreement(
    "Prov: Kommunen ska ta prov hemma.",
    "Svar: Kommunen får svara på frågan inom tre dagar.",
    '=cmd|calc: Kommunen ska <b>föra</b> en \x1b[31mlista över alla bilar & "cyklar".',
)


@pytest.fixture(scope="module")
def comparison():
    return compared(OLD, NEW)


@pytest.fixture
def seen(comparison):
    return view(comparison, ON, "sv")


def test_the_headline_says_who_gets_what_first(seen):
    assert seen.headline == (
        "1 ansvar flyttar till kommunen.",
        "1 binder på annat sätt (ska, bör, får, inte), 1 får en annan tid, "
        "nya ansvar 1 (kommunen 1), borttagna ansvar 1 (regionen 1).",
        "Punkter: ändrade i sak 2, nya 1, borttagna 1.",
    )


def test_a_draft_is_never_said_to_be_in_force(seen):
    assert [side.standing.words for side in (*seen.old, *seen.new)] == ["UTKAST – gäller inte"] * 2
    assert not any(side.standing.binds for side in (*seen.old, *seen.new))


def test_both_sides_stand_with_their_words_marked(seen):
    row = seen.sections[0].rows[0]
    assert row.changes == ("Ansvarig: Regionen → Kommunen",)
    assert (row.old.segments[0].text, row.old.segments[0].marked) == ("Regionen", True)
    assert row.new.text == "Kommunen ska ta prov hemma."


def test_a_duty_stands_in_one_section_only(seen, comparison):
    assert [section.key for section in seen.sections] == ["party", "modality", "new", "gone"]
    assert sum(len(section.rows) for section in seen.sections) == len(comparison.duties)
    assert seen.sections[1].rows[0].changes == (
        "Bindning: ska → får",
        "Tid: inom två dagar → inom tre dagar",
    )


def test_nothing_different_is_said_plainly():
    same = view(compared(OLD, OLD), ON, "en")
    assert same.headline[0].startswith("No difference. All 3 clauses")
    assert same.sections == same.clauses == ()


@pytest.mark.parametrize("lang", ["sv", "en"])
def test_the_terminal_shows_marks_and_no_escapes(comparison, lang):
    sink = io.StringIO()
    draw_comparison(view(comparison, ON, lang), Console(file=sink, width=80, no_color=True))
    drawn = sink.getvalue()
    assert "[-Regionen-] ska ta prov hemma." in drawn
    assert "{+Kommunen+} ska ta prov hemma." in drawn
    assert "\x1b" not in drawn


def test_csv_cannot_become_a_formula(seen):
    content = csv_bytes(seen)
    assert content.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(io.StringIO(content.decode("utf-8-sig")), delimiter=";"))
    assert len(rows) == 1 + 4 + 4
    assert not any(cell[:1] in ("=", "+", "-", "@") for row in rows for cell in row)


def test_a_workbook_holds_text_and_links(seen):
    content = workbook_bytes(seen, lambda side: f"https://lots.se/{side.reference}", ON)
    book = load_workbook(io.BytesIO(content))
    assert book.sheetnames == ["Ansvar", "Punkter", "Underlag"]
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert "f" not in {cell.data_type for cell in cells}
    links = [cell.hyperlink.target for cell in cells if cell.hyperlink]
    assert "https://lots.se/avtal#1.1" in links
    facts = [cell.value for cell in book["Underlag"]["B"]]
    assert "2026-11-22" in facts


def test_json_holds_figures_and_quotes(comparison):
    read = json.loads(as_json(comparison_wire(comparison)))
    assert read["summary"]["moved"] == {"to_municipality": 1}
    assert read["duties"][0]["old"]["quote"] == "Regionen ska ta prov hemma."
    assert {clause["change"] for clause in read["clauses"]} == {"changed", "new", "gone"}


def test_every_value_has_its_words():
    keys = {
        *(f"sum.{to}" for to in Direction),
        *(f"carrier.{to}" for to in Direction),
        *(f"count.{change}" for change in ClauseChange),
        *(f"clause.{change}" for change in ClauseChange),
        *(f"change.{aspect}" for aspect in Aspect),
    }
    assert keys <= set(COMPARISON)
