"""Whether one word is plausibly a misspelling of another, and not another word.

Real words that differ by one letter mostly differ by an unlike letter (``infektion``,
``injektion``) or an ending (``ekonomin``, ``ekonomi``). Slips of the pen drop, add or exchange
letters, or write a sound another way (``pasienten``).
"""

from functools import cache

from rapidfuzz.distance import OSA, Levenshtein

from retrieval.understanding.data import read_data

_VERY_LONG = 12


def misspells(written: str, meant: str) -> bool:
    """Whether ``written`` may be ``meant``, both in lower case: one slip, or in a long word
    two letters left out."""
    start = _common(written, meant)
    if {written[start:], meant[start:]} <= _endings():
        return False
    distance = OSA.distance(written, meant, score_cutoff=2)
    if distance > (2 if len(written) >= _VERY_LONG else 1):
        return False
    operations = list(Levenshtein.editops(written, meant))
    if len(operations) > distance:
        return distance == 1  # two letters exchanged
    slips = [op.tag for op in operations if op.tag != "replace"]
    alike = all(
        frozenset((written[op.src_pos], meant[op.dest_pos])) in _alike()
        for op in operations
        if op.tag == "replace"
    )
    return alike and (distance == 1 or all(tag == "insert" for tag in slips))


def _common(one: str, other: str) -> int:
    """The length of the beginning that both share."""
    shared = 0
    for a, b in zip(one, other, strict=False):
        if a != b:
            break
        shared += 1
    return shared


@cache
def _endings() -> frozenset[str]:
    """The endings of inflected words, the empty one among them."""
    table: dict[str, str] = read_data("languages")["spelling"]
    return frozenset(table["endings"].split()) | {""}


@cache
def _alike() -> frozenset[frozenset[str]]:
    """Pairs of letters that write the same sound."""
    table: dict[str, str] = read_data("languages")["spelling"]
    return frozenset(frozenset(pair) for pair in table["sounds"].split())
