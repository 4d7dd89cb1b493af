"""The plain ways to search, on a small corpus, and how they stand beside ours."""

from datetime import date

import pytest

from corpus.folder import read_folder
from corpus.progress import quiet
from eval.baselines import BASELINES, Baselines, fused, stems, with_baselines
from eval.methods import OURS, method_totals, methods
from eval.result_file import Result, result_wire, run_facts
from eval.table import markdown, method_rows
from retrieval.encoder import Encoder
from retrieval.index.build import build_parts
from tests.eval.outcomes import outcome
from tests.retrieval.made_corpus import write_corpus

TODAY, BEFORE, NEVER = date(2026, 11, 22), date(2020, 1, 1), date(1990, 1, 1)


@pytest.fixture(scope="module")
def baselines(tmp_path_factory: pytest.TempPathFactory, encoder: Encoder) -> Baselines:
    corpus = read_folder(write_corpus(tmp_path_factory.mktemp("corpus")))
    return Baselines(build_parts(corpus, encoder, {}), encoder)


def test_words_lose_their_inflection():
    assert stems("Kommunerna betalar hjälpmedlen") == stems("kommuner betala hjälpmedlen")


@pytest.mark.parametrize("method", BASELINES)
def test_each_finds_a_clause_by_its_own_words(baselines, method):
    ranked = baselines.rank("Regionen ska ordna ambulans och sjukresor", TODAY)[method]
    assert ranked[0] == "avtal#4.1"
    assert len(ranked) == len(set(ranked)) <= 10


@pytest.mark.parametrize(
    ("on", "documents"),
    [(TODAY, {"avtal"}), (BEFORE, {"gammalt"})],
)
def test_only_clauses_that_hold_on_the_day_are_ranked(baselines, on, documents):
    found = baselines.rank("Vem ansvarar för hemsjukvården i ordinärt boende?", on)
    for ranked in found.values():
        assert {reference.partition("#")[0] for reference in ranked} == documents


def test_on_a_day_when_nothing_holds_everything_is_ranked(baselines):
    assert len(baselines.rank("Vem ansvarar för hemsjukvården?", NEVER)["dense"]) == 10


def test_a_question_without_a_known_word_has_no_stems_to_rank_by(baselines):
    found = baselines.rank("xyzzy", TODAY)
    assert found["stems"] == ()
    assert found["rrf"] == found["dense"]


def test_the_model_without_its_adapter_is_a_method_of_its_own(baselines, encoder):
    plain = Baselines(baselines._index, encoder, unadapted=encoder)
    found = plain.rank("Vem ansvarar för hemsjukvården?", TODAY)
    assert found["dense_unadapted"] == found["dense"]


def test_fusion_adds_one_over_sixty_and_the_place():
    # 1: 1/61 + 1/63 = 0.03227; 2: 1/62 + 1/61 = 0.03252; 3: 1/62 = 0.01613; 4: 1/63.
    assert fused([1, 2, 4], [2, 3, 1]) == [2, 1, 3, 4]
    assert fused([7], []) == [7]
    assert fused([], []) == []


def test_only_questions_with_gold_are_asked_again(baselines):
    asked = [outcome(id="a"), outcome(id="b", answerable=False, gold=())]
    told = []
    made = with_baselines(asked, baselines, lambda *step: told.append(step))
    assert [tuple(each.baselines) for each in made] == [BASELINES, ()]
    assert told == [("baselines", 0, 2), ("baselines", 1, 2), ("baselines", 2, 2)]
    assert with_baselines([], baselines, quiet) == ()


COMPARED = [
    outcome("d#1", id="a", baselines={"stems": ("d#1",), "dense": ("d#2", "d#1")}),
    outcome("d#9", "d#1", id="b", baselines={"stems": ("d#9",), "dense": ("d#1",)}),
    outcome(id="c", answerable=False, gold=()),
]


def test_every_method_is_judged_on_the_same_questions():
    assert {name: len(its) for name, its in methods(COMPARED).items()} == {
        OURS: 2,
        "stems": 2,
        "dense": 2,
    }
    made = method_totals(COMPARED)
    assert {name: totals["R@1"] for name, totals in made.items()} == {
        OURS: 1 / 2,
        "stems": 1 / 2,
        "dense": 1 / 2,
    }
    # ours: places 1 and 2; stems: place 1 and none; dense: places 2 and 1.
    assert {name: totals["MRR@10"] for name, totals in made.items()} == {
        OURS: 3 / 4,
        "stems": 1 / 2,
        "dense": 3 / 4,
    }


def test_without_baselines_there_is_nothing_to_compare():
    assert methods([outcome("d#1")]) == {}
    assert method_totals([outcome("d#1")]) == {}


def test_the_methods_stand_in_one_table_in_the_terminal_and_on_the_page():
    facts = run_facts(command="c", date="2026-11-22", fingerprint="f", sets=[], part=None)
    wire = result_wire(Result(run=facts, questions=tuple(COMPARED)))
    rows = method_rows(wire, "sv")
    assert [row[0] for row in rows] == [
        "sökmetod",
        "Ansvarslotsen",
        "BM25 på ordstammar",
        "Språkmodellen ensam",
    ]
    assert rows[1][:3] == ["Ansvarslotsen", "2", "0.500 (0.000–1.000)"]
    assert "## Search method" in markdown(wire, "Figures")
