"""Text in compatibility form, each character with the span of the text it comes from."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

SPACES = re.compile("[\n\r\t\u00a0]")
_RUNS = re.compile(" {2,}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Normalised:
    """``text`` in NFKC with single spaces; character i comes from ``source[starts[i]:ends[i]]``."""

    text: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]


def normalise_text(source: str) -> Normalised:
    """Space-like characters to spaces, NFKC, runs of spaces to one."""
    spaced = SPACES.sub(" ", source)
    if unicodedata.is_normalized("NFKC", spaced):
        text, starts = spaced, list(range(len(spaced)))
        ends = list(range(1, len(spaced) + 1))
    else:
        text, starts, ends = _composed(spaced)
    kept = [True] * len(text)
    for run in _RUNS.finditer(text):
        for position in range(run.start() + 1, run.end()):
            kept[position] = False
        ends[run.start()] = ends[run.end() - 1]
    return Normalised(
        text=_RUNS.sub(" ", text),
        starts=tuple(start for start, keep in zip(starts, kept, strict=True) if keep),
        ends=tuple(end for end, keep in zip(ends, kept, strict=True) if keep),
    )


def _composed(spaced: str) -> tuple[str, list[int], list[int]]:
    parts: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for start, end in _chunks(spaced):
        part = unicodedata.normalize("NFKC", spaced[start:end])
        parts.append(part)
        starts += [start] * len(part)
        ends += [end] * len(part)
    return "".join(parts), starts, ends


def _chunks(text: str) -> Iterator[tuple[int, int]]:
    """Spans that can be normalised one by one: none joins with the next."""
    start, last = 0, ""
    for position, character in enumerate(text):
        alone = unicodedata.normalize("NFKC", character)
        if unicodedata.combining(alone[0]):
            last = last or alone[-1]
            continue
        both = unicodedata.normalize("NFKC", last + alone)
        if position and both == last + alone:
            yield start, position
            start, both = position, alone
        last = both[-1]
    if text:
        yield start, len(text)
