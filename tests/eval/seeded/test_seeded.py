"""The seeded changes and faults: that the lists are sound, and that the figures hold."""

import pytest

from eval.seeded import __main__ as command
from eval.seeded import changes, faults
from eval.seeded.edits import EditError, edited, markdown, read_parts, renumbered
from eval.seeded.figures import Found
from eval.seeded.revision import MODEL_AGREEMENT, revised_texts

TEXT = (
    "# Avtal\n\n## 3 Vård\n\n#### 3.1 Ett\n\nAtt göra. Se punkt 3.2.\n\n#### 3.2 Två\n\nAtt se.\n"
)


@pytest.fixture(scope="module")
def change_figures():
    return changes.parts()


@pytest.fixture(scope="module")
def fault_figures():
    return faults.parts()


def test_there_are_as_many_as_promised():
    assert sum(len(changes.read_changes(part)) for part in changes.PARTS) >= 60
    assert sum(len(faults.read_faults(part)) for part in faults.PARTS) >= 40


def test_no_change_is_in_two_parts_or_named_twice():
    names = [change.id for part in changes.PARTS for change in changes.read_changes(part)]
    names += [fault.id for part in faults.PARTS for fault in faults.read_faults(part)]
    assert len(names) == len(set(names))


# Somewhat below docs/decisions/comparison.md, so that a real fall is seen and a new reading of
# one sentence is not.
@pytest.mark.parametrize(
    ("part", "what", "precision", "recall"),
    [
        ("choose", "moved", 0.95, 0.95),
        ("choose", "clauses", 0.95, 0.95),
        ("report", "moved", 0.95, 0.95),
        ("report", "direction", 0.9, 0.9),
        ("report", "new_and_gone", 0.8, 0.9),
        ("report", "clauses", 0.93, 0.93),
        ("hard", "moved", 0.8, 0.8),
        ("hard", "clauses", 0.5, 0.5),
    ],
)
def test_changes_are_found(change_figures, part, what, precision, recall):
    found = change_figures[part][what]
    assert (found.precision >= precision, found.recall >= recall) == (True, True), found


@pytest.mark.parametrize(("part", "recall"), [("choose", 0.95), ("report", 0.88)])
def test_faults_are_found_and_nothing_else(fault_figures, part, recall):
    found = fault_figures[part]["all"]
    assert (found.precision >= 0.95, found.recall >= recall) == (True, True), found


def test_rewording_moves_no_responsibility(change_figures):
    harmless = {
        (change.document, label)
        for part in ("choose", "report")
        for change in changes.read_changes(part)
        for label, kind in change.clauses.items()
        if kind == "reworded"
    }
    wrong = {item[:2] for p in ("choose", "report") for item in change_figures[p]["moved"].wrong}
    assert len(harmless) >= 14
    assert harmless & wrong == set()


def test_the_command_prints_a_table(change_figures):
    lines = list(command.lines(change_figures, wrong=True))
    assert lines[0].startswith("| part | what |")
    assert any(line.startswith("| report | moved |") for line in lines)


def test_precision_and_recall_by_hand():
    found = Found.of({("a",), ("b",), ("c",)}, {("b",), ("c",), ("d",), ("e",)})
    assert (found.precision, found.recall) == (2 / 4, 2 / 3)
    assert (Found.of(set(), set()).precision, Found.of(set(), set()).recall) == (1, 1)


def test_the_agreement_read_and_written_is_the_same_agreement():
    for path in MODEL_AGREEMENT.glob("*.md"):
        text = path.read_text(encoding="utf-8")
        assert markdown(read_parts(text)).split() == text.split()
    assert {"modell-huvudavtal.md"} <= set(revised_texts([], renumber=True))


def test_numbers_and_references_move_together():
    parts = edited(read_parts(TEXT), {"do": "insert", "after": "3.1", "title": "Ny", "text": "Ny."})
    text = markdown(renumbered({"avtal": parts})["avtal"])
    assert "#### 3.2 Ny" in text
    assert "#### 3.3 Två" in text
    assert "Se punkt 3.3." in text


@pytest.mark.parametrize(
    "edit",
    [
        {"do": "delete", "clause": "9.9"},
        {"do": "replace", "clause": "3.1", "find": "finns inte", "put": ""},
        {"do": "replace", "clause": "3.1", "find": "t", "put": ""},
        {"do": "dance", "clause": "3.1"},
    ],
)
def test_an_edit_that_does_not_fit_is_refused(edit):
    with pytest.raises(EditError, match=edit["clause"]):
        edited(read_parts(TEXT), edit)
