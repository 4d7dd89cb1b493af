"""Known questions are tied to the texts that they belong to."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from corpus.folder import read_folder
from eval.sign_known import main
from retrieval.index.build import build_parts
from retrieval.index.folder import write_parts
from retrieval.known import KnownQuestion, place
from tests.retrieval.made_corpus import write_corpus
from tests.retrieval.small_source import small_encoder


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("signed")
    corpus = read_folder(write_corpus(folder / "corpus"))
    write_parts(folder / "index", build_parts(corpus, small_encoder(folder / "models"), {}))
    return folder / "index"


def sign(file: Path, index: Path, *lines: dict):
    file.write_text("".join(f"{json.dumps(line)}\n" for line in lines), encoding="utf-8")
    return CliRunner().invoke(main, [str(file), str(index)])


def read(file: Path) -> list[dict]:
    return [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]


def test_a_question_gets_the_signature_by_which_it_finds_its_clause(tmp_path, index):
    file = tmp_path / "q.jsonl"
    ran = sign(file, index, {"id": "a", "question": "vem är hemma?", "gold": ["avtal#1.1"]})
    assert ran.exit_code == 0, ran.output
    (line,) = read(file)
    corpus = read_folder(index.parent / "corpus")
    texts = {document.id: document.text for document in corpus.documents}
    # Under another number only the text itself leads there.
    lost = KnownQuestion.model_validate(line | {"gold": ("avtal#9.9",)})
    ((row,),) = (each.rows for each in place([lost], corpus.clauses, texts))
    assert corpus.clauses[row].reference == "avtal#1.1"


def test_what_is_signed_is_kept_and_what_no_clause_answers_needs_none(tmp_path, index):
    file = tmp_path / "q.jsonl"
    signed = {"id": "a", "question": "vem?", "gold": ["avtal#1.1"], "signatures": ["00" * 8]}
    ran = sign(file, index, signed, {"id": "b", "question": "snö?", "gold": []})
    assert ran.exit_code == 0, ran.output
    assert [line["signatures"] for line in read(file)] == [["00" * 8], []]


def test_a_clause_that_is_not_there_is_named_and_the_file_left_as_it_was(tmp_path, index):
    file = tmp_path / "q.jsonl"
    line = {"id": "a", "question": "vem?", "gold": ["avtal#99"]}
    ran = sign(file, index, line)
    assert ran.exit_code == 1
    assert "a: avtal#99" in ran.output
    assert read(file) == [line]
