"""A duty's times in the text's own words."""

import re

from bot.safe_text import one_line
from corpus.comparison.values import PlacedDuty
from corpus.time_expressions import read_times

_BEFORE = re.compile(r"(?:efter|under|i)\s+$", re.IGNORECASE)


def time_words(placed: PlacedDuty) -> str:
    """The measured times of the sentence that states the duty, else the event it names; empty
    when there is neither."""
    text = placed.whole
    found = []
    for time in read_times(text):
        before = _BEFORE.search(text[: time.start])
        found.append(text[before.start() if before else time.start : time.end])
    return one_line(", ".join(dict.fromkeys(found)) or placed.duty.time_limit or "")
