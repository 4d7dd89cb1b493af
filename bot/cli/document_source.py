"""The documents that ``corpus list``, ``corpus show`` and ``matrix`` speak of."""

from dataclasses import dataclass
from pathlib import Path

from bot.cli.environment import read_settings
from bot.cli.misuse import misuse
from bot.cli.progress_bar import progress_bar
from bot.cli.service import opened
from bot.cli.texts import Say
from corpus.clause import Clause
from corpus.document import Document
from corpus.status import Status


@dataclass(frozen=True, slots=True, kw_only=True)
class Shelf:
    """Documents and their clauses, both in document order; ``answers`` are the statuses that
    answer."""

    documents: tuple[Document, ...]
    clauses: tuple[Clause, ...]
    answers: frozenset[Status]


def shelf(corpus_folder: Path | None, index: Path | None, say: Say) -> Shelf:
    """The documents of a folder, or of an index; of the default index when neither is named."""
    if corpus_folder and index:
        raise misuse("both_places")
    if corpus_folder:
        from corpus.folder import read_folder

        with progress_bar(say) as progress:
            read = read_folder(corpus_folder, progress)
        return Shelf(documents=read.documents, clauses=read.clauses, answers=read.answers)
    return opened(index, read_settings(), say, _kept)


def _kept(index: Path) -> Shelf:
    from retrieval.index.folder import read_header, read_texts

    documents, clauses = read_texts(index)
    return Shelf(
        documents=documents, clauses=clauses, answers=frozenset(read_header(index).answers)
    )
