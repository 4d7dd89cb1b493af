"""Times in a Swedish sentence, so read that two spellings of one time are equal."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

_NUMBERS = {
    "en": 1, "ett": 1, "två": 2, "tre": 3, "fyra": 4, "fem": 5, "sex": 6, "sju": 7, "åtta": 8,
    "nio": 9, "tio": 10, "elva": 11, "tolv": 12, "tretton": 13, "fjorton": 14, "femton": 15,
    "sexton": 16, "sjutton": 17, "arton": 18, "nitton": 19, "tjugo": 20, "tjugofyra": 24,
    "trettio": 30, "fyrtio": 40, "fyrtioåtta": 48, "femtio": 50, "sextio": 60, "nittio": 90,
}  # fmt: skip
_ORDINALS = {
    "annan": 2, "annat": 2, "varannan": 2, "vartannat": 2, "tredje": 3, "fjärde": 4, "femte": 5,
    "sjätte": 6, "sjunde": 7, "åttonde": 8, "tionde": 10, "tolfte": 12,
}  # fmt: skip
_UNITS = {
    "minut": "minute", "tim": "hour", "kvart": "quarter", "vardag": "workday",
    "arbetsdag": "workday", "dag": "day", "dygn": "day", "veck": "week", "månad": "month",
    "kvartal": "quarter_year", "halvår": "half_year", "år": "year",
}  # fmt: skip
_IN_HOURS = {
    "minute": 1 / 60, "quarter": 1 / 4, "hour": 1, "workday": 24, "day": 24, "week": 7 * 24,
    "month": 30 * 24, "quarter_year": 91 * 24, "half_year": 182 * 24, "year": 365 * 24,
}  # fmt: skip

_NUMBER = "|".join(sorted(_NUMBERS, key=len, reverse=True))
_ORDINAL = "|".join(sorted(_ORDINALS, key=len, reverse=True))
_UNIT = (
    r"minut(?:er|en)?|tim(?:me|mar|mes|men)|kvart(?:ar|en)?|(?:vardag|arbetsdag)(?:ar|en)?"
    r"|dag(?:ar|en)?|dygn(?:et)?|veck(?:a|or|an)|månad(?:er|en)?|kvartal(?:et)?|halvår(?:et)?"
    r"|år(?:et)?"
)
_PATTERNS = re.compile(
    rf"""(?<![\w.])(?:(?P<limit>minst|högst|senast|tidigast|inom)\s+)?(?:
      (?P<same_day>samma\s+(?:dag|dygn))
    | (?P<at_once>genast|omedelbart|omgående|utan\s+dröjsmål|på\s+en\s+gång)
    | (?P<soon>skyndsamt|snarast(?:\s+möjligt)?|så\s+(?:snart|fort)\s+(?:som\s+)?möjligt
        |utan\s+onödigt\s+dröjsmål)
    | (?P<hours>dygnet\s+runt|alla\s+(?:veckans\s+)?dagar|dagtid|kontorstid|övrig\s+tid
        |nattetid|kväll(?:ar|stid)?|natt|helg(?:er)?)
    | (?P<yearly>årligen|årsvis) | (?P<weekly>veckovis) | (?P<monthly>månadsvis)
    | (?:var(?:je)?\s+)?(?P<ordinal>{_ORDINAL})\s+(?P<ordinal_unit>{_UNIT})
    | varje\s+(?P<every_unit>{_UNIT})
    | (?P<times>{_NUMBER}|\d+)\s+gång(?:er)?\s+(?:om|i|per|varje|på|under)\s+
        (?:(?:en|ett)\s+)?(?P<times_unit>{_UNIT})
    | (?P<number>{_NUMBER}|\d+)\s+(?P<unit>{_UNIT})
    )(?!\w)""",
    re.IGNORECASE | re.VERBOSE,
)

_AGED_AFTER = re.compile(
    r"\s+(?:(?:och|eller)\s+(?:äldre|yngre|uppåt|däröver|därunder)|gam(?:mal|la|malt)|fyllda)\b",
    re.IGNORECASE,
)
_AGED_BEFORE = re.compile(
    r"\b(?:fyll(?:t|er|a|da)|(?:äldre|yngre)\s+än|i\s+åldern"
    r"|(?:barn|unga|ungdomar|personer|vuxna|patienter|boende|alla)"
    r"\s+(?:och\s+\w+\s+)?(?:som\s+är\s+)?(?:under|över|från|mellan))\s+$",
    re.IGNORECASE,
)


class TimeKind(StrEnum):
    """What a time expression says."""

    AMOUNT = "amount"
    EVERY = "every"
    SAME_DAY = "same_day"
    AT_ONCE = "at_once"
    SOON = "soon"
    HOURS = "hours"


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeExpression:
    """A time as it is meant. Two with the same ``meaning`` are the same time.

    ``hours`` is its length in hours (a workday counts 24), None for hours of the day.
    ``start`` and ``end`` are offsets in the text that was read, with the word that makes it
    a limit (``inom``, ``minst``).
    """

    kind: TimeKind
    meaning: str
    hours: float | None
    start: int
    end: int


def read_times(text: str) -> tuple[TimeExpression, ...]:
    """The time expressions of ``text``, in order. How old somebody is, is no time."""
    return tuple(_read(text))


def _read(text: str) -> Iterator[TimeExpression]:
    for match in _PATTERNS.finditer(text):
        if _is_age(text, match):
            continue
        kind, meaning, hours = _meaning(match)
        yield TimeExpression(
            kind=kind, meaning=meaning, hours=hours, start=match.start(), end=match.end()
        )


def _is_age(text: str, match: re.Match[str]) -> bool:
    """``personer som är 18 år och äldre``, ``barn under 18 år``."""
    if (match["unit"] or "").lower() != "år":
        return False
    return bool(_AGED_AFTER.match(text, match.end()) or _AGED_BEFORE.search(text[: match.start()]))


def _meaning(match: re.Match[str]) -> tuple[TimeKind, str, float | None]:
    said = {name: " ".join(text.lower().split()) for name, text in match.groupdict("").items()}
    for kind, hours in ((TimeKind.SAME_DAY, 24.0), (TimeKind.AT_ONCE, 0.0), (TimeKind.SOON, 1.0)):
        if said[kind]:
            return kind, kind, hours
    if said["hours"]:
        return TimeKind.HOURS, f"hours:{_hours_of_day(said['hours'])}", None
    for name, unit in (("yearly", "year"), ("weekly", "week"), ("monthly", "month")):
        if said[name]:
            return _every(1, unit)
    if said["ordinal"]:
        return _every(_ORDINALS[said["ordinal"]], _unit(said["ordinal_unit"]))
    if said["every_unit"]:
        return _every(1, _unit(said["every_unit"]))
    if said["times"]:
        return _every(1 / max(_number(said["times"]), 1), _unit(said["times_unit"]))
    number, unit = _number(said["number"]), _unit(said["unit"])
    hours = number * _IN_HOURS[unit]
    # Workdays are no other days: a week and five workdays are not one time.
    meaning = f"{number} workday" if unit == "workday" else f"{hours:g} h"
    least = "at least " if said["limit"] in ("minst", "tidigast") else ""
    return TimeKind.AMOUNT, least + meaning, hours


def _every(count: float, unit: str) -> tuple[TimeKind, str, float]:
    hours = count * _IN_HOURS[unit]
    return TimeKind.EVERY, f"every {hours:g} h", hours


def _number(word: str) -> int:
    return int(word) if word.isdigit() else _NUMBERS[word]


def _unit(word: str) -> str:
    longest_first = sorted(_UNITS, key=len, reverse=True)
    return _UNITS[next(stem for stem in longest_first if word.startswith(stem))]


def _hours_of_day(words: str) -> str:
    for stem in ("kväll", "natt", "helg", "alla"):
        if words.startswith(stem):
            return stem
    return words
