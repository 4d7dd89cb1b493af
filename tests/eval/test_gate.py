"""The gate lets through what is as good, and names what is surely worse."""

from datetime import date
from pathlib import Path

import pytest

from eval.committed import digest_of, read_committed, write_committed
from eval.errors import BadBaseline, MissingBaseline, UnlikeBaseline
from eval.gate import GATED, gate, renewed
from eval.outcome import Outcome
from eval.result_file import Result, Run
from tests.eval.outcomes import outcome

RUN = Run(
    command="c", date="2026-11-22", index_fingerprint="f", question_files={"s": "0"}, part=None
)


def result(*outcomes: Outcome) -> Result:
    return Result(run=RUN, questions=outcomes)


def right(*numbers: int) -> list[Outcome]:
    return [outcome("d#1", id=str(n)) for n in numbers]


def wrong(*numbers: int) -> list[Outcome]:
    return [outcome("d#9", id=str(n)) for n in numbers]


def unanswerable(*numbers: int, status: str = "not_found") -> list[Outcome]:
    return [
        outcome(id=f"u{n}", answerable=False, gold=(), expected_principals=None, status=status)
        for n in numbers
    ]


GOOD = [*right(*range(60)), *wrong(*range(60, 80)), *unanswerable(*range(40))]
BASELINE = renewed(result(*GOOD))


def test_the_same_result_passes_and_every_gated_figure_was_looked_at():
    verdict = gate(result(*GOOD), BASELINE)
    assert verdict.passes
    assert (verdict.paired, verdict.unpaired) == (120, 0)
    assert [passage.figure for passage in verdict.passages] == list(GATED)
    assert all(passage.bound == 0 and passage.worse == () for passage in verdict.passages)


@pytest.mark.parametrize(
    ("now", "failing"),
    [
        # R@1 falls by 10 of 80.
        ([*right(*range(50)), *wrong(*range(50, 80)), *GOOD[80:]], ["R@1"]),
        # One question in eighty is within chance.
        ([*right(*range(59)), *wrong(*range(59, 80)), *GOOD[80:]], []),
        # Ten lost and ten won.
        ([*wrong(*range(10)), *right(*range(10, 70)), *wrong(*range(70, 80)), *GOOD[80:]], []),
        # Better is never a failure.
        ([*right(*range(80)), *GOOD[80:]], []),
        ([*GOOD[:80], *unanswerable(*range(10), status="answered"), *GOOD[90:]], ["false_answers"]),
        (
            [one.model_copy(update={"principals": ()}) for one in GOOD[:10]] + GOOD[10:],
            ["principal_accuracy"],
        ),
    ],
)
def test_a_sure_fall_fails_and_chance_does_not(now, failing):
    verdict = gate(result(*now), BASELINE)
    assert [passage.figure for passage in verdict.passages if passage.fails] == failing
    assert verdict.passes is not bool(failing)


def test_the_questions_that_got_worse_are_named_with_before_and_now():
    now = [*right(*range(50)), *wrong(*range(50, 80)), *GOOD[80:]]
    passage = gate(result(*now), BASELINE).passages[0]
    assert [after.id for _, after in passage.worse] == [str(n) for n in range(50, 60)]
    before, after = passage.worse[0]
    assert (before.first, after.first) == ("d#1", "d#9")
    assert (passage.old, passage.new) == (60 / 80, 50 / 80)


def test_one_invalid_citation_shuts_the_gate():
    now = [GOOD[0].model_copy(update={"invalid_citations": ("d#1: fel",)}), *GOOD[1:]]
    verdict = gate(result(*now), BASELINE)
    assert not verdict.passes
    assert [found.id for found in verdict.invalid] == ["0"]


def test_questions_that_changed_are_not_compared():
    now = [*right(*range(60)), outcome("d#9", id="60", gold=("d#9",)), *GOOD[61:]]
    verdict = gate(result(*now, outcome(id="new")), BASELINE)
    assert (verdict.paired, verdict.unpaired) == (119, 3)  # the changed one on both sides


def test_a_result_of_other_questions_cannot_be_compared():
    with pytest.raises(UnlikeBaseline, match="Bara 50 av baslinjens 120"):
        gate(result(*right(*range(50))), BASELINE)


def test_the_digest_follows_what_is_asked_and_expected_and_nothing_else():
    one = outcome("d#1")
    same = outcome("d#9", status="not_found", on=date(2020, 1, 1))
    assert digest_of(one) == digest_of(same)
    for changed in ({"question": "Vad?"}, {"gold": ("d#2",)}, {"expected_principals": None}):
        assert digest_of(outcome("d#1", **changed)) != digest_of(one)


def test_a_baseline_is_read_as_it_was_written_and_holds_no_text(tmp_path: Path):
    path = tmp_path / "baseline" / "a.json"
    write_committed(path, BASELINE)
    assert read_committed(path) == BASELINE
    text = path.read_text(encoding="utf-8")
    assert GOOD[0].question not in text
    assert GOOD[0].headline not in text
    assert len(text.splitlines()) == 120 + 2  # a line for each question, and the ends


def test_a_baseline_that_is_missing_or_broken_is_told_with_the_mend(tmp_path: Path):
    with pytest.raises(MissingBaseline, match="--renew"):
        read_committed(tmp_path / "saknas.json")
    (tmp_path / "x.json").write_text('{"version": 1}', encoding="utf-8")
    with pytest.raises(BadBaseline, match="run: "):
        read_committed(tmp_path / "x.json")
