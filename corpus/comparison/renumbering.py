"""Numbers of clauses and chapters carried from the old version to the new one.

A reference that only follows its clause to a new number has not changed.
"""

import re
from collections import Counter
from collections.abc import Mapping

from corpus.comparison.pairing import Pairs
from corpus.comparison.values import Version

_REFERENCE = re.compile(
    r"\b(?:(?P<chapter>kapitel \d+)|(?P<label>[A-ZÅÄÖ]\d+|\d+(?:\.\d+)+|(?<=punkt )\d+))\b"
)


class Renumbering:
    """What each old number is called in the new version."""

    def __init__(self, old: Version, new: Version, pairs: Pairs) -> None:
        chapters: dict[str, Counter[str]] = {}
        self._labels: dict[str, str] = {}
        for before, after in pairs.items():
            one, other = old.clauses[before].label, new.clauses[after].label
            self._labels[one] = other
            if "." in one and "." in other:
                counted = chapters.setdefault(f"kapitel {one.split('.')[0]}", Counter())
                counted[f"kapitel {other.split('.')[0]}"] += 1
        self._chapters = {one: count.most_common(1)[0][0] for one, count in chapters.items()}

    def follow(self, text: str) -> str:
        """Old ``text`` with its references as the new version numbers them."""
        return _REFERENCE.sub(lambda match: self._new(match.groupdict()), text)

    def _new(self, found: Mapping[str, str | None]) -> str:
        chapter, label = found["chapter"] or "", found["label"] or ""
        return self._chapters.get(chapter, chapter) if chapter else self._labels.get(label, label)
