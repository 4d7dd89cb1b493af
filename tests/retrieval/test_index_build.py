"""Building an index: what is kept, what is encoded anew, and what changes the fingerprint."""

import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from corpus.errors import CannotWrite, EmptyCorpus, MissingFolder
from corpus.folder import Corpus, read_folder
from corpus.progress import Progress, quiet
from retrieval.encoder import Encoded, Encoder
from retrieval.index.build import build_parts, outside_examples, searched_text
from retrieval.index.encode import kept_from
from retrieval.index.folder import HEADER, read_header, read_parts
from retrieval.index.parts import IndexParts
from retrieval.index.passages import WINDOW_CHARACTERS, context_of, windows_of
from retrieval.index.token_index import CONTEXT
from retrieval.index_folder import build_index
from retrieval.settings import Settings
from tests.retrieval.made_corpus import AVTAL, MANIFEST, write_corpus

ROOT = Path(__file__).parents[2]


class Counting:
    """Passes everything on to an encoder and keeps which passages it was given."""

    def __init__(self, encoder: Encoder) -> None:
        self._encoder = encoder
        self.name, self.fingerprint, self.dim = encoder.name, encoder.fingerprint, encoder.dim
        self.question_fingerprint = encoder.question_fingerprint
        self.given: list[str] = []

    def encode_question(self, text: str) -> Encoded:
        return self._encoder.encode_question(text)

    def encode_questions(self, texts: Sequence[str]) -> list[Encoded]:
        return self._encoder.encode_questions(texts)

    def encode_passages(self, texts: Sequence[str], progress: Progress = quiet) -> list[Encoded]:
        self.given += texts
        return self._encoder.encode_passages(texts, progress)

    def stream_passages(
        self, texts: Sequence[str], progress: Progress = quiet
    ) -> Iterator[tuple[int, Encoded]]:
        self.given += texts
        return self._encoder.stream_passages(texts, progress)


def again(folder: Path, old: IndexParts, encoder: Encoder) -> tuple[IndexParts, list[str]]:
    """The index built anew beside an old one, and what of the documents had to be encoded.

    The example questions outside the documents, which the tokens' centre is taken from, are
    encoded every time.
    """
    counting = Counting(encoder)
    parts = build_parts(read_folder(folder), counting, kept_from(old))
    return parts, of_documents(counting.given)


def of_documents(given: Sequence[str]) -> list[str]:
    """What of the given texts comes from documents."""
    outside = set(outside_examples())
    return [text for text in given if text not in outside]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write_corpus(tmp_path / "corpus")


def change(folder: Path, name: str, old: str, new: str) -> None:
    file = folder / name
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")


def same_vectors(one: IndexParts, other: IndexParts, digest: str) -> bool:
    a, b = one.digests.index(digest), other.digests.index(digest)
    mine, theirs = one.tokens, other.tokens
    return (
        one.dense.vectors[a].tobytes() == other.dense.vectors[b].tobytes()
        and mine.tokens[slice(*mine.spans[a])].tobytes()
        == theirs.tokens[slice(*theirs.spans[b])].tobytes()
    )


def test_unchanged_documents_are_not_encoded_again_and_keep_every_byte(
    folder: Path, small_parts: IndexParts, small: Encoder
) -> None:
    parts, given = again(folder, small_parts, small)
    assert given == []
    assert parts.digests == small_parts.digests
    assert parts.dense.vectors.tobytes() == small_parts.dense.vectors.tobytes()
    assert parts.tokens.tokens.tobytes() == small_parts.tokens.tokens.tobytes()
    np.testing.assert_array_equal(parts.tokens.offsets, small_parts.tokens.offsets)
    assert parts.fingerprint == small_parts.fingerprint


def test_a_changed_clause_alone_is_encoded_and_the_others_keep_every_byte(
    folder: Path, small_parts: IndexParts, small: Encoder
) -> None:
    change(folder, "avtal.md", "inom tre dagar", "inom fyra dagar")
    parts, given = again(folder, small_parts, small)
    assert len(given) == 1
    assert "inom fyra dagar" in given[0]
    kept = set(parts.digests) & set(small_parts.digests)
    assert len(kept) == len(small_parts.digests) - 1
    assert all(same_vectors(parts, small_parts, digest) for digest in kept)


def test_text_put_before_a_clause_moves_it_and_costs_no_encoding(
    folder: Path, small_parts: IndexParts, small: Encoder
) -> None:
    change(folder, "gammalt.md", "## 1 Ansvar\n", "Texten nedan har upphört.\n\n## 1 Ansvar\n")
    parts, given = again(folder, small_parts, small)
    assert all("upphört" in text for text in given)
    old, new = (_places(each, "gammalt#1.2") for each in (small_parts, parts))
    assert new == old
    assert len(old) > 5


def _places(parts: IndexParts, reference: str) -> list[int]:
    """Where a clause's own tokens begin, counted from its start."""
    row = next(i for i, clause in enumerate(parts.clauses) if clause.reference == reference)
    window = int(np.flatnonzero(parts.windows[:, 0] == row)[0])
    offsets = parts.tokens.offsets[slice(*parts.tokens.spans[window])]
    return [int(each) - parts.clauses[row].start for each in offsets if each != CONTEXT]


def test_a_document_that_is_removed_is_gone(
    folder: Path, small_parts: IndexParts, small: Encoder
) -> None:
    (folder / "mote.md").unlink()
    change(folder, "manifest.toml", MANIFEST[MANIFEST.index("[documents.mote]") :], "")
    parts, given = again(folder, small_parts, small)
    assert given == []
    assert "mote" not in {document.id for document in parts.documents}
    assert len(parts.clauses) == len(small_parts.clauses) - 1
    assert "natten" in small_parts.word_counts
    assert "natten" not in parts.word_counts


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        ("avtal.md", "tre dagar", "fyra dagar"),
        ("manifest.toml", 'title = "Avtal om vård i hemmet"', 'title = "Avtalet"'),
        ("manifest.toml", "valid_to = 2024-12-31", "valid_to = 2023-12-31"),
        ("manifest.toml", 'status = "draft"', 'status = "consultation"'),
        ("manifest.toml", 'answers = ["in_force"]', 'answers = ["in_force", "example"]'),
        ("manifest.toml", "https://example.org/avtal", "https://example.org/annat"),
    ],
)
def test_the_fingerprint_changes_with_the_documents_and_what_is_said_of_them(
    folder: Path, small_parts: IndexParts, small: Encoder, name: str, old: str, new: str
) -> None:
    change(folder, name, old, new)
    assert again(folder, small_parts, small)[0].fingerprint != small_parts.fingerprint


def test_the_fingerprint_changes_with_the_model(made: Corpus, small_parts, small) -> None:
    other = Counting(small)
    other.fingerprint = "another"
    parts = build_parts(made, other, kept_from(small_parts))
    assert parts.fingerprint != small_parts.fingerprint
    assert len(of_documents(other.given)) == len(small_parts.digests)


def test_the_fingerprint_changes_when_the_same_text_is_read_otherwise(
    made: Corpus, small_parts: IndexParts, small: Encoder
) -> None:
    naming = next(clause for clause in made.clauses if clause.duties)
    clauses = tuple(replace(c, duties=()) if c is naming else c for c in made.clauses)
    given = Counting(small)
    parts = build_parts(replace(made, clauses=clauses), given, kept_from(small_parts))
    assert parts.fingerprint != small_parts.fingerprint
    assert of_documents(given.given) == []


def test_the_fingerprint_does_not_change_with_place_time_or_comments(
    tmp_path: Path, small_parts: IndexParts, small: Encoder
) -> None:
    elsewhere = write_corpus(tmp_path / "elsewhere" / "corpus")
    change(elsewhere, "manifest.toml", "answers", "# våra dokument\nanswers")
    assert again(elsewhere, small_parts, small)[0].fingerprint == small_parts.fingerprint


def test_every_clause_has_windows_that_hold_all_its_sentences(small_parts: IndexParts) -> None:
    texts = {document.id: document.text for document in small_parts.documents}
    for row, clause in enumerate(small_parts.clauses):
        spans = small_parts.windows[small_parts.windows[:, 0] == row, 1:]
        assert len(spans) >= 1
        assert spans.min() >= clause.start
        assert spans.max() <= clause.end
        assert (spans[:, 1] - spans[:, 0] <= WINDOW_CHARACTERS).all()
        text = texts[clause.document]
        said = "".join("".join(text[a:b].split()) for a, b in spans)
        assert said == "".join(text[clause.start : clause.end].split())


def test_a_long_clause_is_several_windows_and_a_short_one_is_one(made: Corpus) -> None:
    text = "Kommunen ska lägga om såret. " * 100
    clause = next(c for c in made.clauses if c.reference == "avtal#1.1")
    long = windows_of(text, replace(clause, start=0, end=len(text) - 1))
    assert long[0].start == 0
    assert len(long) == 3
    assert len(windows_of(text, replace(clause, start=0, end=28))) == 1


def test_search_sees_a_clauses_headings(made: Corpus) -> None:
    text = next(document.text for document in made.documents if document.id == "avtal")
    clause = next(c for c in made.clauses if c.reference == "avtal#2.2")
    assert context_of(clause).endswith("Planering. ")
    assert searched_text(clause, text).endswith("ska kalla till planeringen inom tre dagar.")


def test_the_examples_of_what_no_corpus_answers_are_questions_without_comments() -> None:
    examples = outside_examples()
    assert len(set(examples)) == len(examples) > 20
    assert not any(line.startswith("#") for line in examples)


def small_corpus(folder: Path) -> Path:
    folder.mkdir()
    (folder / "avtal.md").write_text(AVTAL, encoding="utf-8")
    return folder


def test_a_folder_becomes_an_index_and_tells_what_was_done(
    tmp_path: Path, settings: Settings, encoder: Encoder
) -> None:
    corpus, index = small_corpus(tmp_path / "corpus"), tmp_path / "index"
    (corpus / "tom.txt").write_text("", encoding="utf-8")
    told: list[tuple[str, int, int]] = []
    built = build_index(corpus, index, settings, lambda *step: told.append(step))
    assert (built.documents, built.clauses, built.reused) == (1, 11, 0)
    assert built.duties > 5
    assert built.undescribed == ("avtal",)
    assert [error.found["file"] for error in built.errors] == ["tom.txt"]
    assert {stage for stage, _, _ in told} == {"read", "encode", "questions"}
    assert read_header(index).fingerprint == built.fingerprint
    second = build_index(corpus, index, settings)
    assert (second.reused, second.fingerprint) == (1, built.fingerprint)
    (index / HEADER).write_text("{}", encoding="utf-8")
    third = build_index(corpus, index, settings)
    assert (third.reused, third.fingerprint) == (0, built.fingerprint)


@pytest.mark.parametrize(("name", "error"), [("absent", MissingFolder), ("empty", EmptyCorpus)])
def test_a_folder_without_documents_makes_no_index(
    tmp_path: Path, settings: Settings, name: str, error: type[Exception]
) -> None:
    (tmp_path / "empty").mkdir()
    with pytest.raises(error):
        build_index(tmp_path / name, tmp_path / "index", settings)
    assert not (tmp_path / "index").exists()


def test_an_index_that_cannot_be_written_is_told(
    tmp_path: Path, settings: Settings, encoder: Encoder
) -> None:
    (tmp_path / "file").write_text("not a folder")
    with pytest.raises(CannotWrite):
        build_index(small_corpus(tmp_path / "corpus"), tmp_path / "file" / "index", settings)


BUILD = """
import sys
from pathlib import Path
from retrieval.index.token_index import CONTEXT
from retrieval.index_folder import build_index
from retrieval.settings import Settings
print(build_index(Path(sys.argv[1]), Path(sys.argv[2]), Settings()).reused)
"""


def test_two_builds_at_once_wait_for_each_other(tmp_path: Path, encoder: Encoder) -> None:
    corpus, index = small_corpus(tmp_path / "corpus"), tmp_path / "index"
    builds = [
        subprocess.Popen(
            [sys.executable, "-c", BUILD, str(corpus), str(index)],
            cwd=ROOT,
            stdout=subprocess.PIPE,
            text=True,
        )
        for _ in range(2)
    ]
    reused = sorted(build.communicate()[0].strip() for build in builds)
    assert [build.returncode for build in builds] == [0, 0]
    # The second to come finds what the first has encoded.
    assert reused == ["0", "1"]
    assert len(read_parts(index).clauses) == 11
    assert len([path for path in index.iterdir() if path.is_dir()]) == 1
