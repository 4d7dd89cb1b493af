"""References to clauses and paragraphs that do not exist."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from corpus.clause import Clause
from corpus.document import Document
from corpus.findings.values import Finding, FindingKind, Place, key_of
from corpus.parsing.references import compact, read_references
from corpus.parsing.transitional import ID_PREFIX
from corpus.sentences import split_sentences
from corpus.status import Kind

_LABEL = r"[A-ZÅÄÖ]?\d+(?:\.\d+)*"
_POINT = re.compile(
    rf"\b(?:punkt(?:en|erna)?|avsnitt(?:et)?|kapitel|kap\.)\s+"
    rf"(?P<list>{_LABEL}(?:\s*(?:,|–|-|och|eller|samt|till)\s*{_LABEL})*)(?!\s*(?:§|kap))"
)
_ONE = re.compile(_LABEL)
_NAMED = re.compile(
    r"^(?:\s*(?:och|,)\s*(?:punkt(?:en|erna)?\s+)?[A-Z]?\d+(?:\.\d+)*)*\s+i\s+(?P<name>huvudavtalet"
    r"|(?:den\s+\w+\s+)?överenskommelsen\s+om\s+(?P<topic>[\w-]+(?:\s+[\w-]+){0,4})"
    r"|(?!\w*kapitlet|detta|denna)\w+(?:avtalet|lagen|boken|planen|bilagan))",
    re.IGNORECASE,
)
_PARAGRAPH = re.compile(
    r"(?:\d+(?:\s?[a-z])?\s+kap\.\s+)?\d+(?:\s?[a-z](?![a-zåäö]))?"
    r"(?:\s?(?:,|[-–]|och|eller|samt)\s?\d+(?:\s?[a-z](?![a-zåäö]))?)*\s?§§?"
)
# "§ 5 i avtalet" is no § 5 i.
_SECTION = re.compile(r"§§?\s?(\d+(?:[a-z]|\s[a-h])?)(?!\w)")
_ELSEWHERE = re.compile(
    r"\b(?:HSL|SoL|LSS|LUS|LPT|LRV|LVM|LVU|OSL|PDL|PSL|TVL|KL|FL|SFS|avtalet från|\w*protokoll\w*"
    r"|\w+avtalet)\b"
)
"""Words for another text than the agreement itself: a paragraph beside them may be its own."""

_OTHER_ACT = re.compile(
    r"\b\w*(?:lagen|balken|balk|förordningen|direktivet|föreskrifterna|formen|lag|förordning)\b",
    re.IGNORECASE,
)
_THIS_ACT = re.compile(r"\b(?:i |enligt )?(?:denna|den här) lag(?:en)?\b", re.IGNORECASE)
_CHAPTER = re.compile(r"\b(\d+(?:\s?[a-z])?)\s+kap\.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Library:
    """The documents, and the numbers that there are in each."""

    documents: Sequence[Document]
    labels: Mapping[str, frozenset[str]]
    ids: Mapping[str, frozenset[str]]

    @classmethod
    def of(cls, documents: Sequence[Document], clauses: Sequence[Clause]) -> "Library":
        labels: dict[str, set[str]] = {document.id: set() for document in documents}
        ids: dict[str, set[str]] = {document.id: set() for document in documents}
        for clause in clauses:
            ids[clause.document].add(clause.id)
            numbers = [clause.label, *(heading.split(" ")[0] for heading in clause.headings)]
            for number in numbers:
                labels[clause.document] |= _with_chapters(number.rstrip("."))
        return cls(
            documents=documents,
            labels={id: frozenset(found) for id, found in labels.items()},
            ids={id: frozenset(found) for id, found in ids.items()},
        )


def dead_references(whole: Place, library: Library) -> Iterator[Finding]:
    """The references in a clause, given as the place of all of it, that lead nowhere.

    What refers to a document that is not at hand is passed over: it cannot be known.
    """
    text = whole.document.text
    for sentence in split_sentences(text, whole.start, whole.end):
        place = Place(
            document=whole.document, clause=whole.clause, start=sentence.start, end=sentence.end
        )
        dead: Iterator[str]
        if whole.document.kind is not Kind.LAW:
            dead = chain(_agreement(place, library), _sections(place, library))
        else:
            # An enumeration's lead may name the act that its items belong to.
            dead = _law(place, whole.quote if sentence.lead else place.quote, library)
        for reference in dead:
            yield Finding(
                kind=FindingKind.DEAD_REFERENCE,
                places=(place,),
                key=key_of([place], reference),
                about={"reference": reference},
            )


def _agreement(place: Place, library: Library) -> Iterator[str]:
    said = place.quote
    for match in _POINT.finditer(said):
        targets = _targets(said[match.end() :], place.document, library)
        if not targets or not any(library.labels[target] for target in targets):
            continue
        for number in _ONE.findall(match["list"]):
            if not any(number in library.labels[target] for target in targets):
                yield number


def _sections(place: Place, library: Library) -> Iterator[str]:
    """Paragraphs (``§ 35``, ``11 och 12 §§``) of an agreement that is written in them itself."""
    said, labels = place.quote, library.labels[place.document.id]
    if _OTHER_ACT.search(said) or _ELSEWHERE.search(said):
        return
    if any(label.endswith("§") for label in labels):
        yield from _law(place, said, library)
    if not any(label.startswith("§") for label in labels):
        return
    found = [compact(number) for number in _SECTION.findall(said)]
    for match in _PARAGRAPH.finditer(said):
        found.extend(read_references(match.group()))
    for number in dict.fromkeys(found):
        if ":" not in number and f"§ {number}" not in labels:
            yield f"§ {number}"


def _targets(after: str, own: Document, library: Library) -> list[str]:
    """The documents that the words after a number name; the document itself when they name
    none; nothing when what they name is not at hand."""
    named = _NAMED.match(after)
    if named is None:
        return [own.id]
    if named["name"].lower() == "huvudavtalet":
        return [d.id for d in library.documents if d.kind is Kind.AGREEMENT]
    if named["topic"]:
        return _by_topic(named["topic"], library)
    return []


def _by_topic(topic: str, library: Library) -> list[str]:
    """The överenskommelse whose title begins its topic with the same words."""
    words = topic.lower().split()
    best: dict[str, int] = {}
    for document in library.documents:
        title = document.title.lower()
        held = 0
        while held < len(words) and " ".join(words[: held + 1]) in title:
            held += 1
        if document.kind is Kind.SUPPLEMENT and held:
            best[document.id] = held
    most = max(best.values(), default=0)
    return [id for id, held in best.items() if held == most]


def _law(place: Place, around: str, library: Library) -> Iterator[str]:
    """Paragraphs of the statute itself. Words that name another act are passed over, and so
    are transitional provisions, which speak of paragraphs as they once were."""
    if place.clause.id.startswith(ID_PREFIX) or _OTHER_ACT.search(_THIS_ACT.sub("", around)):
        return
    said = place.quote
    ids = library.ids[place.document.id]
    chapters = [place.clause.id.split(":")[0]] if ":" in place.clause.id else []
    chapters += [compact(number) for number in _CHAPTER.findall(said)]
    for match in _PARAGRAPH.finditer(said):
        if not all(_exists(one, chapters, ids) for one in read_references(match.group())):
            yield match.group()


def _exists(reference: str, chapters: Sequence[str], ids: frozenset[str]) -> bool:
    """A bare paragraph stands in the own chapter or in one that the sentence has named."""
    if ":" in reference or not chapters:
        return reference in ids
    return any(f"{chapter}:{reference}" in ids for chapter in chapters)


def _with_chapters(number: str) -> set[str]:
    """``3.4`` and the ``3`` that it stands under."""
    parts = number.split(".")
    return {".".join(parts[: count + 1]) for count in range(len(parts))} if number else set()
