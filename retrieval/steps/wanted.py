"""What a question wants of the clause that answers it: one party, or several."""

import re
from dataclasses import dataclass

from corpus.party import Principal
from retrieval.understand import Understood
from retrieval.understanding.contrasts import Sides, asked_sides
from retrieval.understanding.patterns import words

_SEVERAL = re.compile(
    r"\b(?:vem|vilka) gör vad\b|\bwho does what\b"
    r"|\b(?:vem|vilka)\b.* (?:för|av) vilken (?:bit|del)\b"
    r"|\bwho\b.* (?:for|of) which (?:bit|part)\b"
    r"|\b(?:uppdela|fördela|dela)(?:d|t|de) mellan\b|\bfördelas\b|\bdelas upp\b"
    r"|\b(?:split|divided) between\b"
    r"|\b(?:vem|vilka)\b.*\b(?:och|samt|å|o) (?:vem|vilka)\b"
    r"|\bwho\b.*\band (?:who|does|do|is|are|can|must|should)\b",
    re.DOTALL,
)
_OUTRIGHT = re.compile(
    r"\b(?:vem|vems|vilka|vilken (?:part|huvudman|nämnd)|\w*ansvar\w*|who|whose|responsib\w+)\b"
)
_ENTITLED = re.compile(
    r"\b(?:vem|vilka)(?: \w+)? (?:har rätt|omfattas|kan få|är berättigade?)\b"
    r"|\bwho (?:(?:is|are) (?:entitled|eligible)|qualif(?:y|ies)|can get|has (?:a|the) right)\b"
)
_ALTERNATIVES = re.compile(r"\b(?:eller|el|or)\b")


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """``who``: responsibility is asked for. ``several``: more than one thing is asked, each of
    whom (``vem gör vad``). ``alternatives``: parties are held against each other (``är det vi
    eller sjukhuset``). ``principals`` are those that the question names, never ``both``.
    ``outright``: it asks who, and not only whether or when something must be done (``måste
    man``). ``entitled``: the question is who has a right, not who carries a duty.
    ``sides`` are the circumstances that it tells of, such as at home and not in a care home."""

    who: bool = False
    several: bool = False
    alternatives: bool = False
    principals: frozenset[Principal] = frozenset()
    sides: Sides = frozenset()
    outright: bool = False
    entitled: bool = False


def wanted(understood: Understood, principals: frozenset[Principal], own: str) -> Wanted:
    """Read what is wanted from an understood question and the principals that it names.

    ``own`` is the message itself: what it says of a circumstance goes before what the question
    that it follows said of it.
    """
    asked = understood.asked.lower()
    return Wanted(
        who=understood.asks_who,
        several=_SEVERAL.search(asked) is not None,
        alternatives=_ALTERNATIVES.search(asked) is not None,
        principals=principals,
        outright=_OUTRIGHT.search(asked) is not None,
        entitled=_ENTITLED.search(asked) is not None,
        sides=asked_sides(words(own)) or asked_sides(words(understood.asked)),
    )
