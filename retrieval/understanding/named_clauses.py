"""Clauses that a question asks for by number: ``LUS 4:3``, ``9 g § LSS``, ``punkt 3.16``."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from corpus.clause import ClauseId, DocumentId
from retrieval.understanding.named_sources import NamedSource
from retrieval.understanding.source_table import SourceKind

_PARAGRAPH = re.compile(
    r"(?<![\d:.])(?:(?P<chapter>\d{1,2}(?: ?[a-z](?= ?kap))?) ?(?:kap(?:itel|\.)?,? ?|: ?))?"
    r"(?:(?P<paragraph>\d{1,3}(?: ?[a-z])?) ?(?:§|paragrafen?\b)"
    r"|(?:§|paragraf) ?(?P<after>\d{1,3}(?: ?[a-z]\b)?))",
    re.IGNORECASE,
)
_SHORT = re.compile(
    r"(?<![\d:.])(?P<chapter>\d{1,2}(?: ?[a-z](?= ?kap))?)(?:: ?| ?kap(?:itel|\.)?,? ?)"
    r"(?P<paragraph>\d{1,3}[a-z]?)(?P<after>)\b(?![:.]\d)",
    re.IGNORECASE,
)
_NUMBER = re.compile(
    r" (?P<paragraph>\d{1,3}[a-z]?)\b(?! ?(?:[a-z] ?)?(?:kap|§|:|\.\d|[a-zåäö]{2}))", re.IGNORECASE
)
_POINT = re.compile(
    r"\b(?:punkt(?:en)?|pkt|p\.|p|klausul(?:en)?|avsnitt|stycke|clause|item|point|section)\s*"
    r"(?P<clause>\d{1,2}(?:\.\d{1,2}){1,2}|[A-Z]\d{1,2})(?![\d.]*\d)",
    re.IGNORECASE,
)
_BARE = re.compile(
    r"(?<![\d.,:])(?<!kl )(?<!kl\. )(?P<clause>\d{1,2}(?:\.\d{1,2}){1,2})"
    r"(?![\d:%]|[.,]\d|\s?(?:kr|mg|ml|g|kg|km|timm|procent|tim)\b|\s?-\s?\d)"
)
_SHORT_MESSAGE = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedClause:
    """A clause asked for by its number; ``document`` is None when the question names none.

    Whether there is such a clause is for the index to say.
    """

    document: DocumentId | None
    clause: ClauseId


def find_clauses(text: str, sources: Sequence[NamedSource]) -> tuple[NamedClause, ...]:
    """The clauses asked for, in order, each once. A paragraph belongs to the nearest law that
    the question names; when the index lacks that law it is left out."""
    laws = [s for s in sources if s.kind is SourceKind.LAW]
    texts = [s for s in sources if s.kind is SourceKind.AGREEMENT and s.document]
    found = [*_paragraphs(text, laws), *_points(text, texts)]
    return tuple(dict.fromkeys(clause for _, clause in sorted(found, key=lambda f: f[0])))


def _paragraphs(text: str, laws: Sequence[NamedSource]) -> Iterator[tuple[int, NamedClause]]:
    matches = list(_PARAGRAPH.finditer(text))
    if laws or not matches:
        taken = [(m.start(), m.end()) for m in matches]
        short = (m for m in _SHORT.finditer(text) if laws or "kap" in m.group().lower())
        matches += [m for m in short if not any(s < m.end() and m.start() < e for s, e in taken)]
    yield from _directly_after(text, laws)
    for match in matches:
        law = min(laws, key=lambda s: _distance(s, match), default=None)
        if any(s.start <= match.start() < s.end for s in laws) or (law and law.document is None):
            continue
        groups = match.groupdict()
        parts = (groups["chapter"], groups["paragraph"] or groups["after"])
        clause = ":".join(p.replace(" ", "").lower() for p in parts if p)
        document = law.document if law else None
        yield match.start(), NamedClause(document=document, clause=ClauseId(clause))


def _directly_after(text: str, laws: Sequence[NamedSource]) -> Iterator[tuple[int, NamedClause]]:
    """``LPT 7a``: a law and a bare number."""
    for law in laws:
        match = _NUMBER.match(text, law.end)
        if match and law.document:
            clause = ClauseId(match["paragraph"].replace(" ", "").lower())
            yield match.start(), NamedClause(document=law.document, clause=clause)


def _points(text: str, texts: Sequence[NamedSource]) -> Iterator[tuple[int, NamedClause]]:
    matches = list(_POINT.finditer(text))
    if not matches and len(text.split()) <= _SHORT_MESSAGE:
        matches = list(_BARE.finditer(text))
    for match in matches:
        source = min(texts, key=lambda s: _distance(s, match), default=None)
        clause = ClauseId(match["clause"].upper())
        yield (
            match.start(),
            NamedClause(document=source.document if source else None, clause=clause),
        )


def _distance(source: NamedSource, match: re.Match[str]) -> int:
    return max(source.start - match.end(), match.start() - source.end, 0)
