"""Whether a duty's words really stand in the text."""

import re

from corpus.clause import Clause
from corpus.duty import Duty

_WORD = re.compile(r"\w+")


def is_proven(text: str, clause: Clause, duty: Duty) -> bool:
    """Whether the duty lies within its clause and all that it says is said there.

    ``text`` is the whole document's.
    """
    spans = [(duty.start, duty.end), *([duty.lead] if duty.lead else [])]
    if not all(clause.start <= start < end <= clause.end for start, end in spans):
        return False
    if clause.end > len(text):
        return False
    said = " ".join(text[start:end] for start, end in sorted(spans))
    if not duty.what or not _words(said).issuperset(_words(duty.what)):
        return False
    # In a list within a list the condition may stand in the sentence that leads the outer one.
    above = _words(text[clause.start : duty.end])
    return above.issuperset(_words(f"{duty.condition or ''} {duty.time_limit or ''}"))


def _words(text: str) -> set[str]:
    return set(_WORD.findall(text.casefold()))
