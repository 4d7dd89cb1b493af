"""Precision, recall and F1 of the duties, by hand, and what the command tells."""

import json

import pytest

from bot.cli.app import run
from corpus.folder import read_folder
from eval.duties.compare import KINDS, NO_LABEL, Agreement, Compared, Texts, agreement, confusion
from eval.duties.gold import GoldSentence, read_gold
from eval.duties.table import agreement_rows, agreement_wire, wrong_lines
from eval.errors import BadQuestion, MissingQuestions
from eval.texts import WORDS

NOTHING = Texts((), ())


def row(text, *duties, part="dev"):
    return GoldSentence(part=part, text=text, duties=duties)


def duty(principals, modality="ska", phase="always", roles=()):
    return {"principals": principals, "roles": roles, "modality": modality, "phase": phase}


RIGHT = row("Kommunen ska svara.", duty(["municipality"]))
SHARED = row("Regionen och kommunen ska samverka.", duty(["municipality", "region"]))
WRONG = row("Vårdcentralen bör delta.", duty(["municipality"], "ska", "start", ["läkare"]))
EMPTY = row("Avtalet gäller från den 1 januari 2026.")


def compared(*rows):
    return [NOTHING.compare(each) for each in rows]


def test_the_figures_are_the_hand_made_ones():
    # Read: municipality; municipality, region; region. Expected last: municipality.
    found = agreement(compared(RIGHT, SHARED, WRONG, EMPTY), "principal")
    assert found == Agreement(hits=3, wrong=1, missed=1)
    assert (found.precision, found.recall, found.f1) == (0.75, 0.75, 0.75)
    assert agreement(compared(RIGHT, SHARED, WRONG), "phase") == Agreement(
        hits=2, wrong=1, missed=1
    )


def test_precision_and_recall_part_when_something_is_only_read_or_only_missed():
    found = Agreement(hits=3, wrong=1, missed=0)
    assert (found.precision, found.recall, found.f1) == (0.75, 1.0, 6 / 7)


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_to_count_is_full_agreement(kind):
    assert agreement(compared(EMPTY), kind).f1 == 1.0


def test_the_table_has_a_line_for_each_part_and_kind():
    rows = agreement_rows(
        compared(RIGHT, row("Regionen ska svara.", duty(["region"]), part="x")), "en"
    )
    assert rows[0] == ["part", "label", "sentences", "precision", "recall", "F1"]
    assert rows[1] == ["dev", "principal", "1", "1.000", "1.000", "1.000"]
    assert [each[0] for each in rows[1:]] == ["dev"] * 4 + ["x"] * 4 + ["all"] * 4


def test_the_wire_form_holds_the_same():
    wire = agreement_wire(compared(RIGHT, WRONG))
    assert wire["dev"]["sentences"] == 2
    assert wire["all"]["principal"] == {"precision": 0.5, "recall": 0.5, "f1": 0.5}


def test_a_confusion_pairs_what_was_expected_with_what_was_read():
    def phases(expected, read):
        labels = [{"phase": frozenset(each)} for each in (expected, read)]
        return Compared(row=EMPTY, expected=labels[0], read=labels[1])

    rows = [
        phases({"start"}, {"start"}),
        phases({"start"}, {"end"}),
        phases({"start", "end"}, {"end"}),
        phases({"end"}, {"end", "payment"}),
        phases(set(), set()),
    ]
    assert confusion(rows, "phase") == {
        ("start", "start"): 1,
        ("start", "end"): 1,
        ("start", NO_LABEL): 1,
        ("end", "end"): 2,
        (NO_LABEL, "payment"): 1,
    }


def test_the_wire_form_tells_which_phase_was_read_as_which():
    assert agreement_wire(compared(RIGHT, WRONG))["all"]["read_as"] == {
        "always": {"always": 1},
        "start": {"always": 1},
    }


def test_a_wrong_sentence_is_told_with_what_was_expected_and_read():
    assert list(wrong_lines(compared(RIGHT, WRONG), "sv")) == [
        "dev · Vårdcentralen bör delta.",
        "    huvudman: facit municipality, läst region",
        "    roll: facit läkare, läst vårdcentral",
        "    modalitet: facit ska, läst bör",
        "    fas: facit start, läst always",
    ]


def test_a_row_may_refer_to_a_clause(tmp_path):
    (tmp_path / "a.md").write_text("# A\n\n## 1 B\n\n1.1 Inget. Regionen ska svara.\n")
    read = read_folder(tmp_path)
    texts = Texts(read.documents, read.clauses)
    there = GoldSentence(part="x", clause="a#1.1", sentence=1, duties=(duty(["region"]),))
    assert texts.has(there)
    assert not texts.has(there.model_copy(update={"clause": "b#1.1"}))
    assert agreement([texts.compare(there)], "principal").f1 == 1.0


@pytest.mark.parametrize(
    "line",
    ["{", '{"part": "x", "duties": []}', '{"part": "x", "text": "a", "clause": "b", "duties": []}',
     '{"part": "x", "text": "a", "duties": [{"principals": ["kommun"]}]}'],
)  # fmt: skip
def test_a_bad_line_is_named(tmp_path, line):
    good = '{"part": "x", "text": "a", "duties": []}'
    (tmp_path / "g.jsonl").write_text(f"{good}\n\n{line}\n")
    with pytest.raises(BadQuestion, match="rad 3"):
        read_gold(tmp_path / "g.jsonl")


def test_a_missing_file_is_told(tmp_path):
    with pytest.raises(MissingQuestions):
        read_gold(tmp_path / "g.jsonl")


def test_the_command_prints_the_table_and_the_wrong_ones(tmp_path, capsys):
    rows = [RIGHT, WRONG, GoldSentence(part="dev", clause="okänt#1", duties=())]
    file = tmp_path / "g.jsonl"
    file.write_text("\n".join(each.model_dump_json() for each in rows))
    out = str(tmp_path / "ut.json")
    assert run(["eval", "duties", str(file), "--wrong", "--json", out]) == 0
    said = capsys.readouterr()
    assert said.out.splitlines()[1].split() == ["dev", "huvudman", "2", "0.500", "0.500", "0.500"]
    assert "    huvudman: facit municipality, läst region" in said.out
    assert "Meningar som inte läses: 1" in said.err
    assert json.loads((tmp_path / "ut.json").read_text())["dev"]["sentences"] == 2


@pytest.mark.parametrize("key", WORDS)
def test_every_word_is_there_in_both_languages(key):
    assert all(WORDS[key])
