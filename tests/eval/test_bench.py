"""The benchmark: its questions, its enlarged index and its table. No time is asserted."""

import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.folder import read_folder
from eval.benchmark import page
from eval.benchmark.asked import COUNT, questions
from eval.benchmark.cold import Cold, Run
from eval.benchmark.figure import Figure, high, median
from eval.benchmark.large import enlarged
from eval.benchmark.memory import peak_bytes
from eval.benchmark.warm import RATIO, Warm, quickest
from retrieval.index.asked import AskedIndex
from retrieval.index.build import build_parts
from retrieval.index.lexical import ngrams
from retrieval.index.parts import IndexParts
from retrieval.service import STEPS
from tests.retrieval.small_source import small_encoder

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def default_parts(tmp_path_factory: pytest.TempPathFactory) -> IndexParts:
    """The default corpus, encoded by the small model."""
    encoder = small_encoder(tmp_path_factory.mktemp("models"))
    return build_parts(read_folder(ROOT / "corpus" / "documents"), encoder, {})


def test_the_questions_are_always_the_same_and_all_different():
    assert questions() == questions()
    assert len(set(questions())) == COUNT


@pytest.mark.parametrize(
    ("values", "middle", "top"),
    [([3.0], 3.0, 3.0), ([1.0, 2.0, 9.0], 2.0, 8.3), ([float(i) for i in range(101)], 50.0, 95.0)],
)
def test_median_and_95th_percentile_by_hand(values, middle, top):
    assert median(values) == pytest.approx(middle)
    assert high(values) == pytest.approx(top)


def test_nothing_measured_is_an_error():
    with pytest.raises(ValueError, match="nothing was measured"):
        median([])


@pytest.mark.parametrize(("ours", "met"), [(8.0, True), (8.1, False)])
def test_a_whole_question_is_held_against_the_anchors_search(ours, met):
    steps = {step: [1.0] * 3 for step in STEPS} | {"total": [ours] * 3}
    first = Warm(steps=steps, anchor=[10.0] * 3).figures()[0]
    assert (first.ours, first.anchor, first.met) == (ours, 10.0, met)
    assert str(RATIO) in (first.goal or "")


def test_the_quickest_time_is_of_each_question_over_all_rounds():
    assert quickest([5.0, 1.0, 4.0, 2.0, 6.0, 3.0]) == [4.0, 1.0]


@pytest.mark.parametrize(
    ("seconds", "memory", "heavy", "met"),
    [
        (2.0, 2**29, (), [True, True, True]),
        (3.1, 2**31, ("torch",), [False, False, False]),
    ],
)
def test_a_cold_start_is_held_against_its_goals(seconds, memory, heavy, met):
    run = Run(seconds=seconds, memory=memory, heavy=heavy)
    assert [figure.met for figure in Cold(ours=(run,), anchor=(run,)).figures()] == met


FIGURES = [
    Figure(name="a | b", ours=1.234, anchor=250.0, unit="ms", goal="≤ 2", met=True),
    Figure(name="c", ours=3, unit="packages", goal="0", met=False),
    Figure(name="d", ours=0.5, unit="GiB"),
]


def test_the_table_shows_value_anchor_goal_and_whether_it_is_met():
    assert page.rows(FIGURES) == [
        ("what", "this program", "anchor", "goal", "met"),
        ("a | b", "1.23 ms", "250 ms", "≤ 2", "yes"),
        ("c", "3", "", "0", "NO"),
        ("d", "0.50 GiB", "", "", ""),
    ]
    assert page.table(FIGURES).row_count == 3


def test_the_page_names_the_command_that_makes_it_and_the_machine():
    text = page.markdown(FIGURES, "On a machine")
    assert "python -m eval.bench --markdown docs/speed.md" in text
    assert "On a machine." in text
    assert "| a \\| b | 1.23 ms | 250 ms | ≤ 2 | yes |" in text


@pytest.mark.parametrize("size", [1, 10, 195, 400])
def test_an_enlarged_index_has_so_many_clauses_under_ids_of_their_own(
    default_parts, size, tmp_path
):
    made = enlarged(default_parts, size, tmp_path)
    assert len({clause.reference for clause in made.clauses}) == len(made.clauses) == size
    assert set(made.windows[:, 0].tolist()) == set(range(size))
    assert (np.diff(made.windows[:, 0]) >= 0).all()
    assert len(made.dense.vectors) == len(made.windows) == len(made.digests)
    np.testing.assert_allclose(np.linalg.norm(made.dense.vectors, axis=1), 1, atol=1e-5)
    assert made.words.bm25(ngrams("kommunen ansvarar")).shape == (size,)


def test_a_repeated_clause_is_near_its_original_and_not_the_same(default_parts, tmp_path):
    count = len(default_parts.clauses)
    made = enlarged(default_parts, 2 * count, tmp_path)
    old, again = made.dense.vectors[: len(default_parts.windows)], default_parts.dense.vectors
    cosines = (old * again).sum(axis=1)
    assert cosines.min() > 0.9
    assert cosines.max() < 1
    scores = made.words.bm25(ngrams("hemsjukvården"))
    plain = default_parts.words.bm25(ngrams("hemsjukvården"))
    np.testing.assert_allclose(scores[:count], plain, rtol=0.11)
    np.testing.assert_allclose(scores[count:], plain, rtol=0.11)
    assert not np.array_equal(scores[:count], scores[count:])


def test_known_questions_stand_beside_the_first_copies(default_parts, tmp_path):
    count, vector = len(default_parts.clauses), default_parts.dense.vectors[0]
    known = [(7, "vem byter katetern"), (count - 1, "vem betalar"), (7, "kateter?")]
    parts = replace(
        default_parts,
        asked=AskedIndex.build(
            count,
            len(vector),
            [row for row, _ in known],
            [text for _, text in known],
            [vector] * 3,
            ["a", "b", "c"],
        ),
    )
    large, small = (enlarged(parts, size, tmp_path / str(size)) for size in (2 * count, 10))
    assert large.asked.rows.tolist() == [7, 7, count - 1]
    assert small.asked.rows.tolist() == [7, 7]
    scores = large.asked.words.bm25(ngrams("katetern"))
    assert scores.shape == (2 * count,)
    assert np.flatnonzero(scores).tolist() == [7]
    assert small.asked.words.bm25(ngrams("betalar")).tolist() == [0] * 10


@given(st.integers(min_value=1, max_value=10**6))
def test_peak_memory_never_shrinks(size):
    before = peak_bytes()
    bytearray(size)
    assert peak_bytes() >= before > 2**20


def test_a_process_tells_what_it_used_when_it_leaves(tmp_path):
    file = tmp_path / "told"
    code = f"from eval.benchmark.memory import told_at_exit; told_at_exit({str(file)!r})"
    subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=True)
    assert '"heavy": []' in file.read_text(encoding="utf-8")


def test_the_benchmark_is_what_make_bench_runs():
    assert "-m eval.bench" in (ROOT / "Makefile").read_text(encoding="utf-8")
