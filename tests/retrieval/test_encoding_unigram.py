"""The table of pieces gives the tokens that the tokenizers library gives."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest
from hypothesis import example, given
from hypothesis import settings as effort
from hypothesis import strategies as st

from retrieval.encoding import unigram
from retrieval.encoding.library_tokenizer import LibraryTokenizer
from retrieval.encoding.tokenised import TextTokenizer
from retrieval.encoding.unigram import UnigramTokenizer
from retrieval.model.prepare import prepare
from retrieval.model.prepared import EXPORT_FOLDER, Marks, PreparedModel
from retrieval.settings import Settings

STATUTES = Path(__file__).parents[3] / "shared" / "lagar"
WRITTEN = st.characters(max_codepoint=0x24F) | st.sampled_from("½ﬁ①²Å—–…’”•·€漢字かなﾊﾟ한🙂▁\u030a")


@pytest.fixture(scope="module")
def model(settings: Settings) -> PreparedModel:
    return prepare(settings)


@pytest.fixture(scope="module")
def library(model: PreparedModel) -> LibraryTokenizer:
    return LibraryTokenizer(model.tokenizer_file, model.description.max_tokens)


@pytest.fixture(scope="module")
def table(model: PreparedModel) -> UnigramTokenizer:
    marks = model.description.marks
    assert marks is not None
    return UnigramTokenizer(model.folder / EXPORT_FOLDER, marks, model.description.max_tokens)


def ids(tokenizer: TextTokenizer, texts: Sequence[str], prefix: str) -> list[tuple[int, ...]]:
    return [each.ids for each in tokenizer.tokenise(texts, prefix)]


@effort(max_examples=300, deadline=None)
@given(st.text(WRITTEN), st.sampled_from(["query: ", "passage: ", ""]))
@example("", "")
@example(" ", "query: ")
@example("<s> </s> <pad>", "query: ")
@example("\x00\x01\x7f", "query: ")
@example("x" * 5000, "query: ")
def test_the_tokens_are_those_of_the_library(
    table: UnigramTokenizer, library: LibraryTokenizer, text: str, prefix: str
) -> None:
    assert ids(table, [text], prefix) == ids(library, [text], prefix)


@effort(max_examples=200, deadline=None)
@given(st.text(st.characters(max_codepoint=0x17F)))
def test_the_texts_own_tokens_are_those_of_the_library(
    table: UnigramTokenizer, library: LibraryTokenizer, text: str
) -> None:
    (found,), (wanted,) = table.tokenise([text], "query: "), library.tokenise([text], "query: ")
    np.testing.assert_array_equal(found.own, wanted.own)


@pytest.mark.skipif(not STATUTES.is_dir(), reason="the statutes are not beside the repository")
def test_statutes_give_the_same_tokens_at_the_same_places(
    table: UnigramTokenizer, library: LibraryTokenizer
) -> None:
    files = sorted(STATUTES.iterdir())
    lines = [line for file in files for line in file.read_text("utf-8").splitlines()][::7]
    found, wanted = table.tokenise(lines, "passage: "), library.tokenise(lines, "passage: ")
    assert len(lines) > 500
    for one, other in zip(found, wanted, strict=True):
        assert one.ids == other.ids
        np.testing.assert_array_equal(one.own, other.own)
        np.testing.assert_array_equal(one.offsets, other.offsets)


def small(folder: Path, pieces: dict[str, float], most: int = 8) -> UnigramTokenizer:
    unigram.write(list(pieces), list(pieces.values()), folder)
    return UnigramTokenizer(folder, Marks(first=0, last=1, unknown=2), most)


BASE = {"<s>": 0.0, "</s>": 0.0, "<unk>": 0.0, "▁": -3.0, "▁a": -1.0, "b": -2.0, "ab": -2.5}


def test_the_likeliest_pieces_win(tmp_path: Path) -> None:
    """▁ + ab = −5.5 is less likely than ▁a + b = −3."""
    (found,) = small(tmp_path, BASE).tokenise(["ab"], "")
    assert found.ids == (0, 4, 5, 1)
    assert found.offsets.tolist() == [[0, 1], [1, 2]]


def test_neighbouring_unknown_characters_are_one_token(tmp_path: Path) -> None:
    (found,) = small(tmp_path, BASE).tokenise(["axyb"], "")
    assert found.ids == (0, 4, 2, 5, 1)
    assert found.offsets.tolist() == [[0, 1], [1, 3], [3, 4]]


def test_a_long_text_is_cut_and_still_ends_with_the_last_mark(tmp_path: Path) -> None:
    (found,) = small(tmp_path, BASE, most=5).tokenise(["a a a a a a"], "")
    assert found.ids == (0, 4, 4, 4, 1)


def test_the_prefix_has_no_tokens_of_its_own_in_the_result(tmp_path: Path) -> None:
    (found,) = small(tmp_path, BASE).tokenise(["ab a"], "b ")
    assert found.ids == (0, 3, 5, 4, 5, 4, 1)
    assert found.own.tolist() == [3, 4, 5]
    assert found.offsets.tolist() == [[0, 1], [1, 2], [3, 4]]


def test_a_piece_with_a_line_break_cannot_be_written(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="separator"):
        unigram.write(["a\nb"], [0.0], tmp_path)
