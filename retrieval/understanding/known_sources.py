"""The documents that an index holds, as a question may name them."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from corpus.clause import DocumentId
from corpus.status import Kind
from corpus.stems import stem

_SFS = re.compile(r"\b(?P<year>\d{4})[:-](?P<number>\d{1,4})\b")


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownSource:
    """One document of the index."""

    id: DocumentId
    title: str
    kind: Kind

    @property
    def sfs(self) -> str | None:
        """Its number in Svensk författningssamling (``2017:612``), for a statute that tells it."""
        if self.kind is not Kind.LAW:
            return None
        match = _SFS.search(self.title) or _SFS.search(self.id)
        return f"{match['year']}:{match['number']}" if match else None


class KnownSources:
    """Every document of the index, and the words that they use."""

    def __init__(self, sources: Iterable[KnownSource], used: Iterable[str] = ()) -> None:
        """``used``: the distinct words of the documents; without them no subject is strange."""
        self.sources = tuple(sources)
        self._stems = frozenset(stem(word.lower()) for word in used)
        self._by_sfs = {s.sfs: s.id for s in self.sources if s.sfs}
        self._titles = " ".join(s.title.lower() for s in self.sources)

    def by_sfs(self, number: str) -> DocumentId | None:
        """The statute with this number, if the index has it."""
        return self._by_sfs.get(number)

    def by_name(self, name: str) -> DocumentId | None:
        """The statute whose title begins as ``name`` does: ``tandvårdslagen``, Tandvårdslag."""
        bare = re.sub(r"\W+", " ", name.lower()).removesuffix("en")
        for source in self.sources:
            title = re.sub(r"\W+", " ", source.title.lower())
            if source.kind is Kind.LAW and bare and title.startswith(bare):
                return source.id
        return None

    def tells_of(self, word: str) -> bool:
        """Whether any title holds ``word``."""
        return word.lower() in self._titles

    def uses(self, word: str) -> bool:
        """Whether the documents use ``word`` in any form, or the words they use are not known."""
        return not self._stems or stem(word.lower()) in self._stems
