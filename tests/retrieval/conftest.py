"""A small corpus and its index, made once for all tests of search and answers."""

from pathlib import Path

import pytest

from corpus.folder import Corpus, read_folder
from retrieval.encoder import Encoder
from retrieval.index.build import build_parts
from retrieval.index.parts import IndexParts
from retrieval.service import AnsweringService
from retrieval.steps.judge import shipped_judge
from tests.retrieval.made_corpus import write_corpus
from tests.retrieval.small_source import small_encoder


@pytest.fixture(scope="session")
def corpus_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_corpus(tmp_path_factory.mktemp("corpus"))


@pytest.fixture(scope="session")
def made(corpus_folder: Path) -> Corpus:
    return read_folder(corpus_folder)


@pytest.fixture(scope="session")
def parts(made: Corpus, encoder: Encoder) -> IndexParts:
    return build_parts(made, encoder, {})


@pytest.fixture(scope="session")
def answering(parts: IndexParts, encoder: Encoder) -> AnsweringService:
    """A service that never refuses for want of certainty: the judge has tests of its own."""
    judge = shipped_judge().model_copy(update={"threshold": 0.0})
    return AnsweringService(parts, encoder, judge=judge)


@pytest.fixture(scope="session")
def small(tmp_path_factory: pytest.TempPathFactory) -> Encoder:
    return small_encoder(tmp_path_factory.mktemp("models"))


@pytest.fixture(scope="session")
def small_parts(made: Corpus, small: Encoder) -> IndexParts:
    return build_parts(made, small, {})
