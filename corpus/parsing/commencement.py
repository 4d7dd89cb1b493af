"""When an act, or a part of it, enters into force."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from corpus.parsing.dates import find_dates, first_date
from corpus.parsing.references import read_references

_ENTERS = re.compile(r"träder (?:dock )?i kraft", re.IGNORECASE)
_SENTENCE_END = re.compile(r"\.(?:\s+(?=[A-ZÅÄÖ])|\s*$)")
_OF_PART = re.compile(r"\b(?:i fråga om|beträffande|såvitt avser|när det gäller)\b")
_OTHERWISE = re.compile(r"\bi övrigt\b")
_OF_NEXT = re.compile(r"\s*,?\s*(?:och|men|samt)\s+(?:i fråga om|beträffande|såvitt avser)\b")
_LISTED = re.compile(
    r"beteckning[\"']?\s*[:=]\s*[\"']?(?P<act>\d{4}:\d+)"
    r"(?:(?!beteckning).)*?ikraft_datum[\"']?\s*[:=]\s*[\"']?(?P<day>\d{4}-\d{2}-\d{2})",
    re.DOTALL,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Commencement:
    """``act`` (``2025:1399``) enters into force on ``day``, but the paragraphs of ``parts`` on
    days of their own: (clause id, day)."""

    act: str
    day: date | None
    parts: tuple[tuple[str, date], ...] = ()

    def of(self, clause: str) -> date | None:
        """The day for one clause id."""
        return dict(self.parts).get(clause, self.day)


def read_commencement(act: str, text: str) -> Commencement | None:
    """What the transitional provision ``text`` says of when ``act`` enters into force, or None.

    "Denna lag träder i kraft den 1 januari 2027 i fråga om 8 kap. 10 § och i övrigt den 1
    januari 2026" gives the day 2026-01-01 and the part 8:10 from 2027-01-01.
    """
    day: date | None = None
    parts: list[tuple[str, date]] = []
    for sentence in _sentences(text):
        general, exceptions = _read_sentence(sentence)
        day = day or general
        parts.extend(exceptions)
    return Commencement(act=act, day=day, parts=tuple(parts)) if day or parts else None


def listed_commencements(header: Iterable[str]) -> tuple[Commencement, ...]:
    """The amending acts that a statute's own header lists with ``ikraft_datum``."""
    return tuple(
        Commencement(act=match["act"], day=first_date(match["day"]))
        for value in header
        for match in _LISTED.finditer(value)
    )


def _sentences(text: str) -> list[str]:
    """The sentences that speak of entering into force."""
    # "kap. 1 §" ends no sentence, since no capital follows.
    return [one for one in _SENTENCE_END.split(text) if _ENTERS.search(one)]


def _read_sentence(sentence: str) -> tuple[date | None, list[tuple[str, date]]]:
    verb = _ENTERS.search(sentence)
    if verb is None:
        return None, []
    subject = read_references(sentence[: verb.start()])
    dates = [found for found in find_dates(sentence) if found[0] > verb.start()]
    general: date | None = None
    parts: list[tuple[str, date]] = []
    for position, (start, end, day) in enumerate(dates):
        before = sentence[dates[position - 1][1] if position else verb.end() : start]
        after = sentence[end : dates[position + 1][0] if position + 1 < len(dates) else None]
        named = _named(before, after)
        if not named and not _OTHERWISE.search(before):
            named = subject
        parts.extend((one, day) for one in named)
        if not named and (general is None or _OTHERWISE.search(before)):
            general = day
        if not named and not _OF_NEXT.match(after):
            break
    return general, parts


def _named(before: str, after: str) -> tuple[str, ...]:
    """The paragraphs that a date is for, named before it ("och i fråga om 4 § den …") or after
    it ("den … i fråga om 8 kap. 10 § och i övrigt den …")."""
    if _OF_NEXT.match(before):
        return read_references(before)
    part = _OF_PART.search(after)
    if part is None or _OF_NEXT.match(after):
        return ()
    otherwise = _OTHERWISE.search(after)
    return read_references(after[part.end() : otherwise.start() if otherwise else None])
