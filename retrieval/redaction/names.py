"""Personal names: known given names, and words with a capital beside words of care.

Evidence decides: a given name that is nothing else is masked wherever it stands; any other
word with a capital only beside a word such as "patienten", a title, an age or a room.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from retrieval.redaction.finding import Finding, PersonalKind
from retrieval.redaction.name_lists import NameLists, name_lists

_WORD = re.compile(r"[^\W\d_]+(?:['’:-][^\W\d_]+)*")
_TITLED = re.compile(r"[A-ZÅÄÖ][\w'’]*[^\W\dA-ZÅÄÖ](?:-[A-ZÅÄÖ]?[^\W\dA-ZÅÄÖ]+)*")
_AGE = re.compile(
    r"[ ,(]{1,3}\d{1,3}[ -]?(?:år\b|åring|årig|yrs?\b|years?\b|year-old|y/?o\b|mån)", re.I
)
_NUMBER = re.compile(r" ?\(\d{1,3}\)|, \d{1,3},")
_ROOM = re.compile(
    r",? (?:(?:på|i) )?(?:rum|sal|lgh|lägenhet|säng|plats|room|bed)(?:met|en)? ?(?:nr ?)?\d",
    re.I,
)
_INITIAL = re.compile(r" ?\b[A-ZÅÄÖ]\.?(?= |$|,|\?)")
_PARTICLES = frozenset({"von", "af", "de", "la", "al", "el", "van", "der", "bin"})
_MAX_WORDS = 5


@dataclass(frozen=True, slots=True)
class _Word:
    text: str
    start: int
    end: int

    @property
    def titled(self) -> bool:
        """Written as names are: not SoL, SIP:en or FRU."""
        return _TITLED.fullmatch(self.text) is not None

    @property
    def capital(self) -> bool:
        return self.text[0].isupper() and len(self.text) > 1


def find_names(text: str) -> Iterator[Finding]:
    """Every personal name in the folded ``text`` that the evidence speaks for."""
    lists = name_lists()
    words = [_Word(m.group(), m.start(), m.end()) for m in _WORD.finditer(text)]
    loud = sum(w.capital for w in words) > max(3, 0.8 * len(words))
    at = 0
    while at < len(words):
        count = _name_length(text, words, at, lists, loud)
        if count:
            end = words[at + count - 1].end
            initial = _INITIAL.match(text, end)
            yield Finding(
                start=words[at].start,
                end=initial.end() if initial else end,
                kind=PersonalKind.NAME,
            )
        at += count or 1


def _name_length(text: str, words: list[_Word], at: int, lists: NameLists, loud: bool) -> int:
    """How many words from ``at`` on are a person's name; 0 for none."""
    word = words[at]
    before = _neighbour(text, words, at)
    if (before in lists.not_before) or not _could_be_name(word, lists):
        return 0
    if at + 1 < len(words) and words[at + 1].text.lower() in lists.not_after:
        return 0
    if not _evidence(text, word, before, lists, loud):
        return 0
    count = 1
    while at + count < len(words) and count < _MAX_WORDS:
        after = words[at + count]
        if text[words[at + count - 1].end : after.start] != " ":
            break
        if not (_goes_on(after, lists, loud) or _is_particle(words, at + count)):
            break
        count += 1
    return count


def _neighbour(text: str, words: list[_Word], at: int) -> str:
    """The word just before, in lower case, when only a space or a sign of address parts them."""
    if at == 0:
        return ""
    gap = text[words[at - 1].end : words[at].start]
    word = words[at - 1].text.lower()
    short = len(word) < 4
    return word if re.fullmatch(r" |, ?|: ?|\n+" + (r"|\. ?" if short else ""), gap) else ""


def _evidence(text: str, word: _Word, before: str, lists: NameLists, loud: bool) -> bool:
    standing = _standing(word.text, lists)
    years = _AGE.match(text, word.end) is not None
    aged = years or any(p.match(text, word.end) for p in (_ROOM, _NUMBER))
    if not word.capital:
        return standing == "given" and (aged or before in lists.beside)
    if standing == "given":
        return word.titled or aged or before in lists.beside | lists.beside_given
    if standing == "ambiguous" and (word.titled or loud):
        return aged or before in lists.beside | lists.beside_given
    if before in lists.beside and _is_surname(word.text, lists):
        return True
    if loud or not word.titled:
        return False
    mid_sentence = word.start > 0 and re.search(r"[\w,] $", text[: word.start][-2:]) is not None
    return before in lists.beside | lists.farewell or (years and mid_sentence)


def _standing(text: str, lists: NameLists) -> str:
    forms = {text.lower(), text.lower().removesuffix("s"), text.lower().removesuffix(":s")}
    halves = text.lower().split("-")
    if forms & lists.given or (len(halves) > 1 and all(h in lists.given for h in halves)):
        return "given"
    if forms & lists.ambiguous or (
        len(halves) > 1
        and halves[0] in lists.given | lists.ambiguous
        and halves[1].removesuffix("s") in lists.given | lists.ambiguous
    ):
        return "ambiguous"
    return "unknown"


def _could_be_name(word: _Word, lists: NameLists) -> bool:
    lower = word.text.lower()
    if lower in lists.not_names:
        return False
    return _standing(word.text, lists) != "unknown" or not lower.endswith(lists.not_name_parts)


def _goes_on(word: _Word, lists: NameLists, loud: bool) -> bool:
    if not word.capital or not _could_be_name(word, lists):
        return False
    return (
        (word.titled and not loud)
        or _is_surname(word.text, lists)
        or (_standing(word.text, lists) != "unknown")
    )


def _is_surname(text: str, lists: NameLists) -> bool:
    return text.lower().removesuffix("s").endswith(lists.surname_ends) or text.lower().endswith(
        lists.surname_ends
    )


def _is_particle(words: list[_Word], at: int) -> bool:
    return words[at].text.lower() in _PARTICLES and (
        at + 1 < len(words) and (words[at + 1].capital or words[at + 1].text.lower() in _PARTICLES)
    )
