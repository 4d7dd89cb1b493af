"""The words that name a party, and where they stand in a text.

Parties, their words and inflections are data (``corpus/data/parties.toml``). The longest
match wins; a word inside another word (``regionfinansierad``) is no match.
"""

import re
import tomllib
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise, product
from pathlib import Path
from typing import Any

from corpus.party import Party, Principal

_DATA = Path(__file__).parent / "data" / "parties.toml"
_WORD = re.compile(r"\w+(?:[:’'-]\w+)*-?")
_ABBREVIATION_ENDINGS = ("", ":n", ":en", ":s", ":ns", ":ens", ":na", ":erna", ":er", "n", "s")
_PREPOSITIONS = frozenset({"i", "vid", "inom", "hos", "på", "från"})
_COORDINATORS = frozenset({"och", "eller", "samt", "respektive"})
_LINKS = frozenset({"en", "ett", "den", "det", "de", "någon", "varje"})
_ADJECTIVES = ("a", "ade", "ig", "ad")
_LONGEST_LINK = 3
_PAIR = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A party named in a text, ``text[start:end]``.

    ``genitive`` is true for a form that owns what follows (``kommunens``): it names the
    party, but seldom the one who acts.
    """

    start: int
    end: int
    party: Party
    genitive: bool = False


@dataclass(frozen=True, slots=True)
class _Entry:
    """One way to write a party."""

    words: tuple[str, ...]
    party: Party
    genitive: bool
    depends: bool
    asked_only: bool
    written: tuple[str, ...] | None
    always_exact: bool


@dataclass(frozen=True, slots=True)
class _Word:
    start: int
    end: int
    lower: str
    written: str


class PartyLexicon:
    """Finds the parties that a text or a question names."""

    def __init__(
        self,
        entries: tuple[_Entry, ...],
        qualifiers: dict[str, Principal],
        staff_roles: frozenset[str],
    ) -> None:
        self.staff_roles = staff_roles
        """The roles that belong to somebody: staff and units of a principal."""
        self._by_first: dict[str, list[_Entry]] = {}
        for entry in entries:
            self._by_first.setdefault(entry.words[0], []).append(entry)
        for same in self._by_first.values():
            same.sort(key=lambda entry: -len(entry.words))
        self._qualifiers = qualifiers

    @classmethod
    def load(cls, path: Path | None = None) -> "PartyLexicon":
        """Read the parties from ``path``, or the ones that come with the program.

        Raises OSError or tomllib.TOMLDecodeError for a file that cannot be read, and
        ValueError or KeyError for one that does not hold parties.
        """
        with (path or _DATA).open("rb") as file:
            data = tomllib.load(file)
        entries = tuple(entry for row in data["party"] for entry in _entries(row))
        qualifiers = {
            word: Principal(principal)
            for principal, words in data.get("qualifiers", {}).items()
            for word in words
        }
        staff = frozenset(row["role"] for row in data["party"] if row.get("staff", False))
        return cls(entries, qualifiers, staff)

    def find(self, text: str, *, question: bool = False) -> tuple[Mention, ...]:
        """The parties named in ``text``, in order, without overlaps.

        ``question`` lets slang, English words and lower-case abbreviations count too. A role
        whose principal depends on the context takes it from its own qualifier (``kommunens
        sjuksköterska``, ``enhet i den öppna vården``) or from an earlier mention of the role.
        """
        words = [
            _Word(m.start(), m.end(), m.group().lower(), m.group()) for m in _WORD.finditer(text)
        ]
        found: list[tuple[int, int, _Entry]] = []
        at = 0
        while at < len(words):
            entry = self._longest(text, words, at, question)
            if entry is None:
                at += 1
                continue
            found.append((at, at + len(entry.words), entry))
            at += len(entry.words)
        return self._resolved(words, found)

    def _longest(self, text: str, words: list[_Word], at: int, question: bool) -> _Entry | None:
        for entry in self._by_first.get(words[at].lower, ()):
            if entry.asked_only and not question:
                continue
            stretch = words[at : at + len(entry.words)]
            if tuple(word.lower for word in stretch) != entry.words:
                continue
            exact = entry.always_exact or not question
            if entry.written and exact and tuple(w.written for w in stretch) != entry.written:
                continue
            if _unbroken(text, stretch):
                return entry
        return None

    def _resolved(
        self, words: list[_Word], found: list[tuple[int, int, _Entry]]
    ) -> tuple[Mention, ...]:
        """Give roles that depend on the context the principal that the context names."""
        parties: list[Party] = []
        known: dict[str | None, Principal] = {}
        for index, (first, last, entry) in enumerate(found):
            party = entry.party
            if entry.depends:
                principal = (
                    self._qualified_before(words, first, found, parties)
                    or _qualified_after(words, last, found[index + 1 :], known)
                    or known.get(party.role)
                )
                if principal is None and (same := _said_before(entry, found[:index], parties)):
                    party, principal = same, same.principal
                if principal is not None:
                    party = replace(party, principal=principal)
                    known[party.role] = principal
            parties.append(party)
        return tuple(
            Mention(
                start=words[first].start,
                end=words[last - 1].end,
                party=party,
                genitive=entry.genitive,
            )
            for (first, last, entry), party in zip(found, parties, strict=True)
        )

    def _qualified_before(
        self,
        words: list[_Word],
        first: int,
        found: list[tuple[int, int, _Entry]],
        parties: list[Party],
    ) -> Principal | None:
        """The principal in ``kommunens sjuksköterska`` and ``kommunal sjuksköterska``."""
        if parties:
            _, last, entry = found[len(parties) - 1]
            gap = words[last:first]
            near = not gap or (len(gap) == 1 and gap[0].lower.endswith(_ADJECTIVES))
            if entry.genitive and near and parties[-1].principal is not Principal.OTHER:
                return _shared(words, found, parties) or _institution(parties[-1].principal)
        for length in (2, 1):
            before = " ".join(word.lower for word in words[max(0, first - length) : first])
            if before in self._qualifiers:
                return self._qualifiers[before]
        return None


def _shared(
    words: list[_Word], found: list[tuple[int, int, _Entry]], parties: list[Party]
) -> Principal | None:
    """``regionens och kommunens verksamhetschefer`` belong to both."""
    if len(parties) < _PAIR:
        return None
    (_, end, first), (start, _, _) = found[len(parties) - 2], found[len(parties) - 1]
    joined = start == end + 1 and words[end].lower in _COORDINATORS and first.genitive
    principals = {party.principal for party in parties[-2:]}
    both = joined and principals == {Principal.MUNICIPALITY, Principal.REGION}
    return Principal.BOTH if both else None


def _institution(principal: Principal) -> Principal | None:
    """``patientens läkare`` says nothing of who employs the physician."""
    return None if principal is Principal.INDIVIDUAL else principal


def _unbroken(text: str, stretch: list[_Word]) -> bool:
    return all(text[left.end : right.start].isspace() for left, right in pairwise(stretch))


def _qualified_after(
    words: list[_Word],
    last: int,
    later: list[tuple[int, int, _Entry]],
    known: dict[str | None, Principal],
) -> Principal | None:
    """The principal in ``enhet inom socialtjänsten eller den öppna vården``."""
    if last >= len(words) or words[last].lower not in _PREPOSITIONS:
        return None
    principals: set[Principal] = set()
    at = last + 1
    for first, end, entry in later:
        between = [word.lower for word in words[at:first]]
        if len(between) > _LONGEST_LINK or not all(w in _LINKS | _COORDINATORS for w in between):
            break
        party = entry.party
        principals.add(known.get(party.role, party.principal) if entry.depends else party.principal)
        at = end
    principals -= {Principal.OTHER, Principal.INDIVIDUAL}
    if not principals:
        return None
    return principals.pop() if len(principals) == 1 else Principal.BOTH


def _said_before(
    entry: _Entry, earlier: list[tuple[int, int, _Entry]], parties: list[Party]
) -> Party | None:
    """``nämnden`` after ``ansvarsnämnden``: the party whose name ends in the same word."""
    word = entry.words[-1]
    for (_, _, before), party in zip(reversed(earlier), reversed(parties), strict=True):
        name = before.words[-1]
        if len(entry.words) == 1 and name != word and name.endswith(word):
            return party
    return None


def _entries(row: dict[str, Any]) -> list[_Entry]:
    """Every written form of one party of the file."""
    party = Party(principal=Principal(row["principal"]), role=row.get("role"))
    depends = bool(row.get("depends", False))
    entries: list[_Entry] = []
    for key, asked_only in (("words", False), ("asked", True), ("english", True)):
        for notation in row.get(key, ()):
            for form in inflections(notation):
                words = tuple(_WORD.findall(form.lower()))
                entries.append(_Entry(words, party, False, depends, asked_only, None, False))
                if owner := _genitive(form.lower()):
                    owned = tuple(_WORD.findall(owner))
                    entries.append(_Entry(owned, party, True, depends, asked_only, None, False))
    for key, always in (("abbreviations", False), ("exact", True)):
        for short in row.get(key, ()):
            for ending in _ABBREVIATION_ENDINGS:
                form = short + ending
                owns = ending.endswith("s")
                entries.append(
                    _Entry((form.lower(),), party, owns, depends, False, (form,), always)
                )
    return entries


def inflections(notation: str) -> tuple[str, ...]:
    """``"fast/fasta vårdkontakt -en"`` as the forms it stands for, in order."""
    parts = notation.split()
    stems = [part.split("/") for part in parts if not part.startswith("-")]
    endings = [""] + [part[1:] for part in parts if part.startswith("-")]
    return tuple(" ".join(stem) + ending for stem in product(*stems) for ending in endings)


def _genitive(form: str) -> str | None:
    return None if form.endswith(("s", "x", "z")) else form + "s"


@cache
def shipped_lexicon() -> PartyLexicon:
    """The parties that come with the program, read once."""
    return PartyLexicon.load()
