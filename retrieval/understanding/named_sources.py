"""The laws, agreements, handbooks and systems that a question names, by rule."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from corpus.clause import DocumentId
from corpus.status import Kind
from retrieval.understanding.known_sources import KnownSources
from retrieval.understanding.language import small_words
from retrieval.understanding.patterns import Phrases, Word
from retrieval.understanding.source_table import SourceKind, SourceTable, source_table

_SFS = re.compile(r"(?<![\d/:])(?:1[6-9]|20)\d\d:\d{1,4}(?![\d:])")
_ACT_ENDINGS = ("lagen", "balken", "förordningen")
_SHORTEST_ACT = 8
_SERIES = re.compile(r"(?:FS|sfs|afs)\s*$", re.IGNORECASE)
_AGREEMENTS = ("avtal", "överenskommels", "riktlinj", "rutin", "handbok", "agreement")
_PREPOSITIONS = ("enligt", "enl", "under", "med", "i", "in", "on", "för")
_NEAR = 4
_TOPIC = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedSource:
    """A source named at ``start:end``.

    ``document`` is its id in the index, None when the index lacks it. A source may be named by
    its subject (``uppsägningstid``: lagen om anställningsskydd) when the documents never use
    the word. ``asked`` is true when
    the question asks what the source says (``enligt patientlagen``, ``5 kap. patientlagen``)
    and false when it only mentions it (``LSS-boende``, ``placerad enligt LVU``).
    """

    name: str
    kind: SourceKind
    document: DocumentId | None
    asked: bool
    start: int
    end: int


def find_sources(
    text: str, there: Sequence[Word], known: KnownSources, question: str | None = None
) -> list[NamedSource]:
    """Every source named in ``text``, whose words are ``there``, in order and each name once.

    ``question`` is the part of ``text`` that asks (all of it by default): only there a subject
    word makes its source asked for.
    """
    table = source_table()
    found = [
        *_from_table(text, there, known, table),
        *_by_number(text, known, table),
        *_by_ending(text, there, known, table),
        *_by_subject(there, known, table, _span(text, question)),
        *_regions(there, known, table),
        *_agreements(there, known),
    ]
    kept: dict[str, NamedSource] = {}
    reached = 0
    for source in sorted(found, key=lambda s: (s.start, -s.end)):
        if source.start >= reached:
            kept.setdefault(source.name, source)
            reached = source.end
    return list(kept.values())


def _from_table(
    text: str, there: Sequence[Word], known: KnownSources, table: SourceTable
) -> Iterator[NamedSource]:
    for hit in table.phrases.find(there):
        named = table.named[hit.label]
        document = known.by_sfs(named.sfs) if named.sfs else None
        if named.kind is not SourceKind.LAW and known.tells_of(named.name):
            continue
        yield NamedSource(
            name=named.name,
            kind=named.kind,
            document=document,
            asked=_asked(text, there, (hit.start, hit.end), table, qualifies=named.qualifies),
            start=hit.start,
            end=hit.end,
        )


def _span(text: str, question: str | None) -> tuple[int, int]:
    start = text.find(question) if question else -1
    return (start, start + len(question)) if question and start >= 0 else (0, len(text))


def _by_number(text: str, known: KnownSources, table: SourceTable) -> Iterator[NamedSource]:
    for match in _SFS.finditer(text):
        if _SERIES.search(text[: match.start()]) and not re.search(
            r"\bSFS\s*$", text[: match.start()], re.IGNORECASE
        ):
            continue  # the series, HSLF-FS, is in the table
        named = table.named.get(match.group())
        yield NamedSource(
            name=named.name if named else f"SFS {match.group()}",
            kind=SourceKind.LAW,
            document=known.by_sfs(match.group()),
            asked=True,
            start=match.start(),
            end=match.end(),
        )


def _by_ending(
    text: str, there: Sequence[Word], known: KnownSources, table: SourceTable
) -> Iterator[NamedSource]:
    for word in there:
        name = word.plain.removesuffix("s")
        if len(name) < _SHORTEST_ACT or not name.endswith(_ACT_ENDINGS):
            continue
        if name.endswith(table.not_acts):
            continue
        yield NamedSource(
            name=name,
            kind=SourceKind.LAW,
            document=known.by_name(name),
            asked=_asked(text, there, (word.start, word.end), table),
            start=word.start,
            end=word.end,
        )


def _by_subject(
    there: Sequence[Word], known: KnownSources, table: SourceTable, asking: tuple[int, int]
) -> Iterator[NamedSource]:
    """What another source is about, when the documents never speak of it."""
    for hit in table.subjects.find(there):
        named = table.named[hit.label]
        spoken_of = all(known.uses(w.plain) for w in there if hit.start <= w.start < hit.end)
        if spoken_of or (named.sfs and known.by_sfs(named.sfs)):
            continue
        yield NamedSource(
            name=named.name,
            kind=named.kind,
            document=None,
            asked=asking[0] <= hit.start < asking[1],
            start=hit.start,
            end=hit.end,
        )


def _regions(
    there: Sequence[Word], known: KnownSources, table: SourceTable
) -> Iterator[NamedSource]:
    rules = table.rules_of_region.find(there)
    for hit in table.regions.find(there):
        before = [r for r in rules if r.end <= hit.start and _between(there, r.end, hit.start) <= 2]
        after = [w for w in there if w.start >= hit.end]
        ruled = any(r.start == after[0].start for r in rules) if after else False
        named = before or ruled or any(_rules(w) for w in after[:_NEAR])
        if named and not known.tells_of(hit.label):
            yield NamedSource(
                name=hit.label,
                kind=SourceKind.REGION,
                document=None,
                asked=True,
                start=hit.start,
                end=hit.end,
            )


def _agreements(there: Sequence[Word], known: KnownSources) -> Iterator[NamedSource]:
    """A known agreement called by its kind and its subject: överenskommelsen om munhälsa."""
    for at, word in enumerate(there):
        if not _rules(word):
            continue
        after = [w for w in there[at + 1 : at + 7] if w.plain not in small_words("sv")]
        best = sorted(
            ((_told(s.title, word, after), s) for s in known.sources if s.kind is not Kind.LAW),
            key=lambda pair: -pair[0],
        )[:2]
        if best and best[0][0] and (len(best) < 2 or best[0][0] > best[1][0]):
            source = best[0][1]
            yield NamedSource(
                name=source.title,
                kind=SourceKind.AGREEMENT,
                document=source.id,
                asked=True,
                start=word.start,
                end=word.end,
            )


def _rules(word: Word) -> bool:
    return any(stem in word.plain for stem in _AGREEMENTS)


def _told(title: str, kind_word: Word, after: Sequence[Word]) -> int:
    """How many of the words name what the title names; 0 if the kind is another."""
    held = [w for w in re.findall(r"[^\W\d_]+", title.lower()) if len(w) >= _TOPIC]
    stem = next(stem for stem in _AGREEMENTS if stem in kind_word.plain)
    if not any(stem in word for word in held):
        return 0
    subject = [w for w in held if not any(s in w for s in _AGREEMENTS)]
    return sum(any(_alike(w.plain, word) for word in subject) for w in after[:3])


def _alike(asked: str, held: str) -> bool:
    shared = min(len(asked), len(held))
    return shared >= _TOPIC and asked[: shared - 1] == held[: shared - 1]


def _asked(
    text: str,
    there: Sequence[Word],
    span: tuple[int, int],
    table: SourceTable,
    *,
    qualifies: bool = False,
) -> bool:
    """Whether what stands around ``span`` asks the source. A law that ``qualifies`` says what
    sort of care it is (``boende enligt LSS``) wherever it does not open the sentence."""
    start, end = span
    if text[end : end + 1] == "-":
        return False
    number = re.match(r":?s?\s*(?:\d|§)", text[end:]) or re.search(r"§\s*$", text[:start])
    before = [w for w in there if w.end <= start][-_NEAR:]
    after = [w for w in there if w.start >= end][:1]
    if qualifies and not number and _touches(table.called_after, after, at_end=False):
        return False
    if number or not before:
        return True
    if before[-1].plain in _PREPOSITIONS and len(before) > 1 and qualifies:
        return False
    if before[-1].plain in _PREPOSITIONS and table.cared_for_under.find(before[:-1]):
        return False
    return _touches(table.asked_before, before, at_end=True) or _touches(
        table.asked_after, after, at_end=False
    )


def _touches(phrases: Phrases, there: Sequence[Word], *, at_end: bool) -> bool:
    hits = phrases.find(there)
    if not hits:
        return False
    return hits[-1].end == there[-1].end if at_end else hits[0].start == there[0].start


def _between(there: Sequence[Word], start: int, end: int) -> int:
    return sum(start <= w.start and w.end <= end for w in there)
