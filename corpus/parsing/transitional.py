"""Transitional provisions: the rules at a statute's end, act by act."""

import re

from corpus.parsing.commencement import Commencement, read_commencement
from corpus.parsing.draft import Draft
from corpus.parsing.statute_lines import Line

_ACT = re.compile(r"(?:SFS\s+)?(\d{4}:\d+)$")
_ITEM = re.compile(r"(\d+)\.\s+")
_BEGINS = re.compile(r"(?:1\.\s+)?Denna (?:lag|förordning) träder i kraft\b")
_NOTE = re.compile(
    r"\b(?:Lag|Förordning|genom lag|genom förordning)\s+\((\d{4}:\d+)\)\.?\s*$", re.M
)

ID_PREFIX = "overgang:"
"""Begins the id of every transitional provision: ``overgang:2025-1299:2``."""


def closing_act(text: str) -> str:
    """The act in the last note of a paragraph: "… Lag (2019:979)." gives ``2019:979``."""
    found: list[str] = _NOTE.findall(text)
    return found[-1] if found else ""


def begins_transitional(text: str) -> bool:
    """Whether ``text`` opens the transitional provisions of an amending act."""
    return bool(_BEGINS.match(text))


def read_transitional(
    lines: list[Line], heading: str, act: str = ""
) -> tuple[list[Draft], list[Commencement]]:
    """The provisions in ``lines`` and when their acts enter into force.

    Each act's number stands on a line of its own before its provisions; ``act`` is the number
    for provisions that have none. Numbered provisions are clauses of their own
    (``overgang:2025-1299:2``), unnumbered text is one (``overgang:1995-100``). Every provision
    is valid from the day its act enters into force.
    """
    drafts: list[Draft] = []
    commencements: list[Commencement] = []
    for number, part in _by_act(lines, act):
        provisions = _provisions(number, part, heading)
        told = read_commencement(number, " ".join(line.text for line in part))
        for draft in provisions:
            draft.valid_from = told.day if told else None
        drafts.extend(provisions)
        commencements.extend([told] if told else [])
    return drafts, commencements


def _by_act(lines: list[Line], act: str) -> list[tuple[str, list[Line]]]:
    parts: list[tuple[str, list[Line]]] = [(act, [])]
    for line in lines:
        found = _ACT.match(line.text.strip())
        if found:
            parts.append((found[1], []))
        else:
            parts[-1][1].append(line)
    return [(number, part) for number, part in parts if part]


def _provisions(act: str, lines: list[Line], heading: str) -> list[Draft]:
    drafts: list[Draft] = []
    last = 0
    for line in lines:
        found = _ITEM.match(line.text)
        number = int(found[1]) if found else 0
        if found and number == last + 1:
            drafts.append(_draft(act, str(number), heading))
            drafts[-1].take(line.block.start + found.end(), line.block.end)
            last = number
            continue
        if not drafts:
            drafts.append(_draft(act, "", heading))
        drafts[-1].take(line.block.start, line.block.end)
    return drafts


def _draft(act: str, number: str, heading: str) -> Draft:
    parts = [part for part in (act.replace(":", "-"), number) if part]
    label = " ".join(part for part in ("övergångsbestämmelse", number) if part)
    return Draft(
        id=ID_PREFIX + (":".join(parts) or "1"),
        label=f"{label} till {act}" if act else label,
        headings=(heading, act) if act else (heading,),
    )
