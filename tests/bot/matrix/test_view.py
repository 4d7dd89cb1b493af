"""What every surface says of the matrix, word for word."""

import re
from datetime import date
from pathlib import Path
from string import Formatter

import pytest

import bot.matrix
from bot.matrix.texts import MATRIX
from bot.matrix.view import matrix_view
from corpus.duty import Phase
from corpus.matrix import MatrixFilter
from tests.bot.matrix.conftest import board_of


def told(view):
    return {
        row.task or row.reference.split("#")[1]: {
            column.name: [entry.line for entry in cell]
            for column, cell in zip(view.columns, row.cells, strict=True)
            if cell
        }
        for topic in view.topics
        for row in topic.rows
    }


def test_the_matrix_reads_so(board):
    assert told(matrix_view(board, "sv")) == {
        "1.1": {
            "Kommunen": ["ska byta förband inom en vardag"],
            "Regionen": ["vårdcentral: bör följa upp (under pågående vård)"],
        },
        "1.2": {"Gemensamt": ["ska ta fram en rutin"]},
        "1.3": {"Ingen part nämnd": ["Avvikelser ska rapporteras (under pågående vård)"]},
        "2.1": {
            "Regionen": ["får bekosta läkemedel (om betalning; villkor: om det är överenskommet)"]
        },
        "2.2": {
            "Kommunen": [
                "sjuksköterska: ska överlämna listan (vid övertagande; "
                "villkor: om läkaren begär det)",
                "sjuksköterska: ska kvittera (vid övertagande; villkor: om läkaren begär det)",
            ]
        },
        "Syrgas": {"Regionen": ["Syrgas (ansvarar)"]},
        "Bad": {"Kommunen": ["Bad (ansvarar)"]},
        "Rehabilitering": {"Gemensamt": ["Rehabilitering (ansvarar; under pågående vård)"]},
    }


def lines(text, lang="sv", **facts):
    return [
        f"{name}: {line}"
        for cells in told(matrix_view(board_of(text, **facts), lang)).values()
        for name, told_lines in cells.items()
        for line in told_lines
    ]


@pytest.mark.parametrize(
    ("sentence", "line"),
    [
        ("Regionen får inte begränsa valet.", "Regionen: får inte begränsa valet"),
        ("Regionen ansvarar för läkare.", "Regionen: ansvarar för läkare"),
        ("Vårdcentralen utser en vårdkontakt.",
         "Regionen: vårdcentral: utser en vårdkontakt (ansvarar)"),
        ("Kommunen och vårdcentralen ska planera.",
         "Gemensamt: kommunen och vårdcentral: ska planera"),
        ("Kommunen ska svara. Detta gäller inte helger.", "Kommunen: ska svara"),
        ("Läkaren ska ange\n\n- målet,\n- dosen.", "Regionen: läkare: ska ange: målet"),
        ("Kommunen skall:\n\n- ge vård,\n- ge stöd.", "Kommunen: ska ge vård"),
        ("Namnet skall meddelas sjukhuset.",
         "Ingen part nämnd: Namnet skall meddelas sjukhuset"),
        ("Avancerad vård i hemmet åligger regionen.",
         "Regionen: Avancerad vård i hemmet åligger regionen"),
        ("Bedömningen görs av vårdcentralens sjuksköterska tillsammans med kommunens "
         "sjuksköterska.",
         "Gemensamt: sjuksköterska (regionen) och sjuksköterska (kommunen): Bedömningen görs av "
         "vårdcentralens sjuksköterska tillsammans med kommunens sjuksköterska (ansvarar)"),
    ],
)  # fmt: skip
def test_a_duty_is_said_in_the_texts_own_words(sentence, line):
    assert line in lines(f"# A\n\n## 1 B\n\n1.1 {sentence}\n")


def test_where_a_party_stands_that_the_sentence_does_not_name_is_told():
    (line,) = lines("# A\n\n## 1 B\n\n### 1.1 Kommunens ansvar\n\n- omvårdnad\n")
    assert line == "Kommunen: omvårdnad (ansvarar; parten står i rubriken eller meningen före)"


def test_it_is_said_in_english_around_the_swedish_words():
    (line,) = lines("# A\n\n## 1 B\n\n1.1 Regionen får bekosta läkemedel.\n", "en")
    assert line == "The region: may bekosta läkemedel (about payment)"


def test_the_filter_and_the_count_are_told():
    asked = MatrixFilter(party=("region", "vårdcentral"), phase=(Phase.PAYMENT,), find="<b>")
    view = matrix_view(board_of(asked=asked), "sv")
    assert view.chosen == (
        ("Ansvarig", "Regionen, vårdcentral"),
        ("Fas", "om betalning"),
        ("Ord i texten", "<b>"),
    )
    assert view.summary == "Inget ansvar passar in på urvalet. Ta bort något av det du valde."
    assert matrix_view(board_of(), "sv").summary == (
        "Ansvar: 10. Punkter: 6. Dokument: 1. Dag: 2026-11-22."
    )


def test_a_document_that_was_chosen_is_told_by_its_title():
    view = matrix_view(board_of(asked=MatrixFilter(document=("avtal",))), "sv")
    assert view.chosen == (("Dokument", "Avtal om vård"),)


def test_columns_are_opened_into_roles():
    view = matrix_view(board_of(), "sv", opened=True)
    assert [column.name for column in view.columns] == [
        "Kommunen",
        "Kommunen: sjuksköterska",
        "Regionen",
        "Regionen: vårdcentral",
        "Gemensamt",
        "Ingen part nämnd",
    ]
    assert told(view)["1.1"]["Regionen: vårdcentral"] == ["bör följa upp (under pågående vård)"]
    closed = sum(
        len(c) for t in matrix_view(board_of(), "sv").topics for r in t.rows for c in r.cells
    )
    assert sum(len(c) for t in view.topics for r in t.rows for c in r.cells) == closed


def test_a_day_outside_every_document_and_one_near_its_end_are_told():
    outside = board_of(asked=MatrixFilter(on=date(2020, 1, 1)))
    assert matrix_view(outside, "sv").warnings == ("Inget av dokumenten gäller den 2020-01-01.",)
    near = board_of(valid_to=date(2026, 12, 1))
    assert matrix_view(near, "sv").warnings == (
        "Avtal om vård gäller till och med 2026-12-01: 9 dagar kvar. "
        "Inget dokument som ersätter det finns inlagt.",
    )


def test_what_could_not_be_proven_is_told(board):
    from dataclasses import replace as changed

    made = changed(board, board=changed(board.board, unproven=("avtal#1.1",)))
    (warning,) = matrix_view(made, "sv").warnings
    assert warning.startswith("Ansvar i 1 punkter visas inte")


def test_nothing_in_a_document_steers_a_screen():
    text = "# A\n\n## 1 B\u202e\n\n1.1 Kommunen ska\x1b[31m svara\u2066 genast.\n"
    view = matrix_view(board_of(text), "sv")
    whole = repr(view)
    assert not any(sign in whole for sign in ("\x1b", "\\x1b", "\u202e", "\u2066"))


@pytest.mark.parametrize("key", MATRIX)
def test_both_languages_fill_in_the_same_names(key):
    swedish, english = ({name for _, name, _, _ in Formatter().parse(t)} for t in MATRIX[key])
    assert swedish == english


def test_every_text_of_the_matrix_is_asked_for():
    folder = Path(bot.matrix.__file__).parent
    code = "".join(f.read_text() for f in folder.glob("*.py") if f.name != "texts.py")
    named = {key.rsplit(".", 1)[0] for key in re.findall(r'f"([a-z_.]+)\.\{', code)}
    asked = set(re.findall(r'"([a-z_]+\.[a-z_.]+)"', code))
    own = [key for key in MATRIX if key.split(".")[0] in ("matrix", "filter", "list", "sheet")]
    unasked = [
        k for k in own if k not in asked and k.rsplit(".", 1)[0] not in named | {"matrix.column"}
    ]
    assert unasked == []
