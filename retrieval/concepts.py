"""Concepts: one term for all the ways in which people say the same thing.

A nurse writes "notan", the law "betalningsansvar". The vocabulary lists such expressions, a
line for each concept; a clause and a question that share a concept meet even when they share
no word. The vocabulary is data that anyone can edit.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache

from retrieval.vocabulary import Term, read_vocabulary

_WORD = re.compile(r"[^\W_]+")
_WORD_OF_EXPRESSION = re.compile(r"\*?[^\W_]+\*?")
_LONGEST_PHRASE = 6
_LONG = 6
_ENDINGS = (
    *("", "s", "n", "t", "a", "e", "en", "et", "ar", "er", "or", "na"),
    *("ens", "ets", "ars", "arna", "erna", "orna", "ernas", "arnas"),
)


@dataclass(slots=True)
class _Node:
    """A step in the tree of expressions: what may follow, and the concepts that end here."""

    exact: dict[str, "_Node"] = field(default_factory=dict)
    beginnings: dict[str, "_Node"] = field(default_factory=dict)
    endings: dict[str, "_Node"] = field(default_factory=dict)
    concepts: list[str] = field(default_factory=list)


class Concepts:
    """Finds concepts in text.

    An expression is one or more words. ``word*`` stands for every word that begins so,
    ``*word`` for every word that ends so (compounds); other words are met as they are
    written. Letter case does not count, except that an expression all in capitals
    (``PA``) is only met in capitals.
    """

    def __init__(self, expressions: Mapping[str, Iterable[str]]) -> None:
        self._root = _Node()
        for concept, ways in expressions.items():
            for way in ways:
                self._add(concept, _WORD_OF_EXPRESSION.findall(way))

    @classmethod
    def load(cls) -> "Concepts":
        """The vocabulary that comes with the program."""
        return _shipped()

    def _add(self, concept: str, words: Sequence[str]) -> None:
        capitals = all(word.isupper() for word in words)
        node = self._root
        for written in words:
            word = written if capitals else written.lower()
            if word.endswith("*"):
                node = node.beginnings.setdefault(word.strip("*"), _Node())
            elif word.startswith("*"):
                node = node.endings.setdefault(word.strip("*"), _Node())
            else:
                node = node.exact.setdefault(word, _Node())
        node.concepts.append(concept)

    def find(self, text: str) -> list[str]:
        """Every concept in the text, in order, each time it is said."""
        words = _WORD.findall(text)
        return [concept for start in range(len(words)) for concept in self._at(words, start)]

    def _at(self, words: Sequence[str], start: int) -> Iterator[str]:
        nodes = [self._root]
        found: dict[str, None] = {}
        for word in words[start : start + _LONGEST_PHRASE]:
            nodes = [follower for node in nodes for follower in _followers(node, word)]
            if not nodes:
                break
            found.update(dict.fromkeys(c for node in nodes for c in node.concepts))
        yield from found


def _followers(node: _Node, written: str) -> Iterator[_Node]:
    word = written.lower()
    for exact in {written, word}:
        if exact in node.exact:
            yield node.exact[exact]
    if node.beginnings:
        for size in range(2, len(word) + 1):
            if follower := node.beginnings.get(word[:size]):
                yield follower
    if node.endings:
        for size in range(2, len(word) + 1):
            if follower := node.endings.get(word[-size:]):
                yield follower


def expressions(terms: Iterable[Term]) -> dict[str, list[str]]:
    """A vocabulary's terms as expressions by concept; the concept is what the text says."""
    found: dict[str, list[str]] = {}
    for term in terms:
        ways = found.setdefault(term.means, [])
        ways += [*_inflected(term.means), *term.text, *term.written, *term.english]
    return found


def _inflected(phrase: str) -> list[str]:
    """The documents' own word in its inflections.

    A longer word takes any ending. A short one would then swallow other words (``jour``,
    journal), so that it takes only the endings of a noun or an adjective.
    """
    written = _WORD.findall(phrase)
    starred = [word if len(word) < _LONG or word.isupper() else f"{word}*" for word in written]
    if len(written) == 1 and len(written[0]) < _LONG and not written[0].isupper():
        return [written[0] + ending for ending in _ENDINGS]
    return [" ".join(starred)]


@cache
def _shipped() -> Concepts:
    return Concepts(expressions(read_vocabulary()))
