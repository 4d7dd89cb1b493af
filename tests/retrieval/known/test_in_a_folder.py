"""A folder's own known questions help the clauses that they belong to, and harm no other."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from corpus.errors import BadKnownQuestions
from corpus.folder import Corpus, read_folder
from corpus.progress import quiet
from retrieval.answer import AnswerStatus
from retrieval.encoder import Encoder
from retrieval.index.asking import asked_of
from retrieval.index.build import build_parts
from retrieval.index.folder import read_header, read_texts
from retrieval.index.parts import IndexParts
from retrieval.index_folder import build_index
from retrieval.known import FILE, KnownQuestion
from retrieval.service import AnsweringService, open_service
from retrieval.settings import Settings
from retrieval.steps.rank import BASES, CONSTANT, KNOWN, shipped_weights
from tests.retrieval.made_corpus import TODAY, write_corpus

ASKED = "vem fixar grejer när tant har trillat"
CLAUSE = "avtal#3.1"
"""Of material that is ordered; nothing in it is like the question."""


def ranked(service: AnsweringService, question: str) -> list[tuple[str, float]]:
    """Every clause with its score, best first."""
    ranking = service.rank(service.inquire(question, on=TODAY, lang="sv"))
    return ranking.references(service.index, len(service.clauses))


def first(service: AnsweringService, question: str) -> list[str]:
    return [reference for reference, _ in ranked(service, question)[:1]]


def place_of(service: AnsweringService, question: str) -> int:
    return [reference for reference, _ in ranked(service, question)].index(CLAUSE)


def with_known(
    made: Corpus, encoder: Encoder, parts: IndexParts, *known: tuple[str, str]
) -> AnsweringService:
    """The service on the same clauses with these questions and their clauses."""
    questions = [KnownQuestion(question=question, gold=(gold,)) for question, gold in known]
    asked = asked_of(made, questions, encoder, parts.word_counts, {}, quiet)
    return AnsweringService(replace(parts, asked=asked), encoder)


@pytest.fixture(scope="module")
def told_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = write_corpus(tmp_path_factory.mktemp("told") / "corpus")
    line = json.dumps({"question": ASKED, "gold": [CLAUSE]}, ensure_ascii=False)
    (folder / FILE).write_text(f"{line}\n", encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def index(told_folder: Path, settings: Settings) -> Path:
    folder = told_folder.parent / "index"
    built = build_index(told_folder, folder, settings)
    assert (built.errors, built.undescribed) == ((), ())
    return folder


def test_the_file_is_no_document(index: Path, made: Corpus):
    documents, clauses = read_texts(index)
    assert [each.id for each in documents] == [each.id for each in made.documents]
    assert [each.reference for each in clauses] == [each.reference for each in made.clauses]


def test_a_question_that_is_known_is_answered_by_its_clause(
    index: Path, settings: Settings, answering: AnsweringService
):
    service = open_service(index, settings)
    assert service.index.fingerprint != answering.index.fingerprint
    answer = service.ask("Vem fixar grejer, när tant har trillat?", on=TODAY)
    assert answer.status is not AnswerStatus.NOT_FOUND
    assert answer.citations[0].clause == "3.1"
    assert first(answering, ASKED) != [CLAUSE]


def test_a_question_like_a_known_one_finds_its_clause_sooner(
    index: Path, settings: Settings, answering: AnsweringService
):
    question = "vem fixar prylar när farbror har trillat"
    assert place_of(open_service(index, settings), question) < place_of(answering, question)


def test_a_bad_line_makes_no_index_and_leaves_the_old_one(
    tmp_path: Path, told_folder: Path, index: Path, settings: Settings
):
    before = read_header(index)
    folder = write_corpus(tmp_path / "corpus")
    good = (told_folder / FILE).read_text(encoding="utf-8")
    (folder / FILE).write_text(f"{good}{{'question'}}\n", encoding="utf-8")
    with pytest.raises(BadKnownQuestions, match="rad 2"):
        build_index(folder, index, settings)
    assert read_header(index) == before
    with pytest.raises(BadKnownQuestions):
        build_index(folder, tmp_path / "new", settings)
    assert not (tmp_path / "new").exists()


@pytest.mark.parametrize(
    ("question", "clause"),
    [
        ("Vem ansvarar för hemsjukvården i ordinärt boende?", "avtal#1.1"),
        ("Vem ska förskriva rullstolar åt barn?", "avtal#1.4"),
    ],
)
def test_one_known_question_does_not_hide_its_clause_from_other_questions(
    made: Corpus, encoder: Encoder, parts: IndexParts, question: str, clause: str
):
    service = with_known(made, encoder, parts, ("får man ha hunden hemma då", clause))
    assert first(service, question) == [clause]
    before, after = (
        dict(ranked(each, question)) for each in (AnsweringService(parts, encoder), service)
    )
    assert after[clause] >= before[clause] - 1e-3


PLANNING = (
    "vem bjuder in till planeringsmötet",
    "när ska man ses och planera",
    "hur snabbt ska sip-mötet bli av",
    "vem håller i vårdplaneringen för hemmet",
    "vem ansvarar för att planera vården i hemmet",
    "vem ska ha hand om planen för dem som vårdas hemma",
)
"""Known questions enough to one clause of the planning."""


def test_known_questions_of_another_clause_take_nothing_from_one_without(
    made: Corpus, encoder: Encoder, parts: IndexParts
):
    question = "Vem ansvarar för läkarens insatser i hemmet?"
    services = (
        AnsweringService(parts, encoder),
        with_known(made, encoder, parts, *((each, "avtal#2.2") for each in PLANNING)),
    )
    before, after = (dict(ranked(service, question)) for service in services)
    assert before["avtal#1.2"] == pytest.approx(after["avtal#1.2"], abs=1e-3)
    assert max(after, key=lambda each: after[each]) == "avtal#1.2"


def test_a_document_without_known_questions_is_not_put_behind_one_that_has_them(
    tmp_path: Path, encoder: Encoder
):
    (tmp_path / "manifest.toml").write_text('answers = ["draft"]', encoding="utf-8")
    for name, duty in (
        ("a", "Kommunen ansvarar för vården av sår hemma."),
        ("b", "Regionen ansvarar för sårvården i hemmet."),
    ):
        text = f"# Avtal {name}\n\n## 1 Ansvar\n\n1.1 {duty}\n"
        (tmp_path / f"{name}.md").write_text(text, encoding="utf-8")
    corpus = read_folder(tmp_path)
    known = [
        KnownQuestion(question=question, gold=("a#1.1",))
        for question in ("vem lägger om sår", "vem byter förband", *PLANNING)
    ]
    service = AnsweringService(build_parts(corpus, encoder, {}, known=known), encoder)
    question = "Är det regionen som ansvarar för sårvården i hemmet?"
    assert first(service, question) == ["b#1.1"]
    assert first(service, "Vem byter förbanden?") == ["a#1.1"]
    nothing = {name: dict.fromkeys((*BASES, CONSTANT), 0.0) for name in KNOWN}
    weights = shipped_weights().model_copy(update={"expected": nothing})
    blind = AnsweringService(service.index, encoder, ranking=weights)
    assert first(blind, question) == ["a#1.1"]  # what would be if nothing were expected
