"""The answering service: its steps, its clauses, and what it keeps of its promises."""

import subprocess
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import settings as effort
from hypothesis import strategies as st

from corpus.clause import Clause
from corpus.folder import read_folder
from corpus.status import Status
from eval.benchmark.asked import questions
from eval.question_set import read_question_set
from retrieval.answer import AnswerStatus
from retrieval.encoder import Encoder, load_encoder
from retrieval.index.build import build_parts
from retrieval.index.folder import write_parts
from retrieval.index.parts import IndexParts
from retrieval.service import RANKED, STEPS, AnsweringService, open_service
from retrieval.settings import Settings
from retrieval.steps.judge import shipped_judge
from tests.retrieval.made_corpus import TODAY

ROOT = Path(__file__).parents[2]
LAWS = ROOT.parent / "shared" / "lagar"
SEEDS = ROOT.parent / "shared" / "seeds"
QUESTIONS = ROOT / "eval" / "questions"


@pytest.mark.parametrize("question", ["Vem ansvarar för hemsjukvården?", "Hej!", ""])
def test_every_step_is_timed_in_the_order_of_the_list(answering: AnsweringService, question):
    took = answering.ask_traced(question, on=TODAY).milliseconds
    assert list(took) == [*STEPS, "total"]
    assert all(each >= 0 for each in took.values())
    assert sum(took[step] for step in STEPS) <= took["total"]


@pytest.mark.parametrize("question", ["Vem ansvarar för hemsjukvården?", "Hej!", "zzz", ""])
def test_the_ranking_is_given_whatever_the_answer(answering: AnsweringService, question):
    ranked = answering.ask_traced(question, on=TODAY).ranked
    assert 0 < len(ranked) <= RANKED
    assert len({each.reference for each in ranked}) == len(ranked)
    scores = [each.score for each in ranked]
    assert scores == sorted(scores, reverse=True)
    known = {clause.reference for clause in answering.clauses}
    assert {each.reference for each in ranked} <= known


def test_the_same_question_has_the_same_answer(answering: AnsweringService):
    question = "Vem betalar läkemedel i hemmet?"
    first, second = (answering.ask(question, on=TODAY) for _ in range(2))
    assert first == second


def test_the_second_wording_is_found_after_the_one_that_holds(parts, encoder):
    """``find`` gives every wording of a clause, the one that holds that day first."""
    old, new = parts.clauses[0], parts.clauses[1]
    clauses = (
        replace(old, id=new.id, valid_to=date(2025, 6, 30)),
        replace(new, valid_from=date(2025, 7, 1)),
        *parts.clauses[2:],
    )
    service = AnsweringService(replace(parts, clauses=clauses), encoder)
    for on, place in ((date(2025, 6, 30), 0), (date(2025, 7, 1), 1)):
        found = service.find(new.reference, on)
        assert [clause for _, clause in found] == [clauses[place], clauses[1 - place]]
        assert {document.id for document, _ in found} == {new.document}


def test_an_unknown_clause_is_not_found(answering: AnsweringService):
    assert answering.find("avtal#99.9", TODAY) == []


def test_an_index_on_the_disk_answers_as_the_one_in_memory(
    tmp_path: Path, parts: IndexParts, encoder: Encoder, settings: Settings
):
    write_parts(tmp_path / "index", parts)
    opened = open_service(tmp_path / "index", settings)
    memory = AnsweringService(parts, encoder)
    for question in ("Vem ansvarar för hemsjukvården?", "Who pays for medicine?", "Hej!"):
        assert opened.ask(question, on=TODAY) == memory.ask(question, on=TODAY)
        found, expected = (s.ask_traced(question, on=TODAY).ranked for s in (opened, memory))
        assert found == expected


@effort(max_examples=25, deadline=None)
@given(st.text(max_size=120), st.dates(), st.sampled_from(["sv", "en"]))
def test_any_text_on_any_day_has_an_answer_whose_quotes_stand(answering, question, on, lang):
    answer = answering.ask(question, on=on, lang=lang)
    texts = {document.id: document.text for document in answering.documents}
    assert answer.headline
    for citation in answer.citations:
        assert texts[citation.document][citation.start : citation.end] == citation.quote
    assert (answer.status in (AnswerStatus.NOT_FOUND, AnswerStatus.OUT_OF_SCOPE)) == (
        not answer.citations
    )


IMPORTED = """
import sys
from datetime import date
from pathlib import Path
from retrieval.service import open_service
from retrieval.settings import Settings
answer = open_service(Path(sys.argv[1]), Settings()).ask("Vem ansvarar?", on=date(2026, 11, 22))
heavy = ("torch", "transformers", "sentence_transformers", "onnx", "pdfplumber", "docx", "lxml")
print(answer.status, [name for name in heavy if name in sys.modules])
"""


def test_a_question_imports_neither_pytorch_nor_any_reader(tmp_path: Path, parts: IndexParts):
    write_parts(tmp_path / "index", parts)
    done = subprocess.run(
        [sys.executable, "-c", IMPORTED, str(tmp_path / "index")],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stderr == ""
    assert done.stdout.strip().endswith("[]")


def test_the_export_and_sentence_transformers_rank_alike(
    parts: IndexParts, encoder: Encoder, settings: Settings
):
    """50 questions, the whole ranking: scores alike, the same clauses in the same order."""
    library = load_encoder(settings.model_copy(update={"use_export": False, "threads": 1}))
    ours, theirs = (AnsweringService(parts, each) for each in (encoder, library))
    asked = [*questions(40), "Vem ansvarar för hemsjukvården?", "Who pays for medicine?"]
    asked += [f"Vem ansvarar för {what}?" for what in ("sår", "plan", "resor", "listan")]
    asked += ["vem fixar rullstol", "vem bettalar medisin", "plan?", "vem kallar till möte"]
    assert len(asked) == 50
    for question in asked:
        found, expected = (
            service.ask_traced(question, on=TODAY).ranked for service in (ours, theirs)
        )
        assert [each.reference for each in found] == [each.reference for each in expected]
        np.testing.assert_allclose(
            [each.score for each in found], [each.score for each in expected], atol=0.02
        )


@pytest.mark.parametrize(
    ("folder", "question_set"),
    [
        (ROOT / "corpus" / "documents", "modellavtal.jsonl"),
        (LAWS, "lagar.jsonl"),
        (SEEDS, "modellavtal.jsonl"),
    ],
    ids=["default", "laws", "notes"],
)
def test_quotes_are_the_documents_text_byte_for_byte(folder: Path, question_set: str, small):
    """100 questions to each index; where none is refused, every one of them is quoted."""
    if not folder.is_dir():
        pytest.skip("the shared material is not beside the repository")
    corpus = replace(read_folder(folder), answers=frozenset(Status))
    parts = build_parts(corpus, small, {})
    judge = shipped_judge().model_copy(update={"threshold": 0.0})
    service = AnsweringService(parts, small, judge=judge)
    texts = {document.id: document.text for document in corpus.documents}
    clauses: dict[str, list[Clause]] = {}
    for clause in corpus.clauses:
        clauses.setdefault(clause.reference, []).append(clause)
    quoted = 0
    for question in read_question_set(QUESTIONS / question_set).questions[:100]:
        for citation in service.ask(question.question, on=TODAY).citations:
            there = slice(citation.start, citation.end)
            assert citation.quote.encode() == texts[citation.document][there].encode()
            assert any(
                clause.start <= citation.start < citation.end <= clause.end
                for clause in clauses[citation.reference]
            )
            quoted += 1
    assert quoted > 50
