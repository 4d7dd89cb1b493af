"""The text's own words for what a statement asks, and on what condition."""

import re
from collections.abc import Sequence

from corpus.duties.predicate import is_subordinator
from corpus.duties.statements import Statement
from corpus.duties.words import Grammar, Token
from corpus.duty import Modality

LONGEST_WHAT = 160
"""Characters; a longer phrase is cut at the last clause or word that fits."""

_TRAILING = re.compile(
    r",?\s+(?:(?:endast|bara|även|utom)\s+)?(?:om\s+(?!att\b|hur\b|vad\b|vilk|den\b(?!\s+enskilde))"
    r"|när\s|såvida\s|så länge\s|till dess\s|tills\s|under förutsättning\s|först när\s|innan\s|i den mån\s)",
    re.IGNORECASE,
)
_LOOSE_END = re.compile(r"(?:[\s,;:.–—]|\b(?:och|eller|samt|men))+$")
_LOOSE_START = re.compile(
    r"^(?:[\s,;:]|(?:då|även|också|dock|därutöver|dessutom|därför|emellertid)\b)+", re.I
)
_NOUNS_WITH_OM = re.compile(
    r"(?:bestämmels|beslut|information|uppgift|avtal|överenskommels|föreskrift|fråg|underrättels|"
    r"upplysning|ansök|besked|kunskap|råd|begäran|framställning|anmäl|underrätt|informera|upplys|"
    r"bedömning|uppgifter|komma överens|överens|enas|besluta|beslutar|lag|lagen|samverka|hand|samarbete|"
    r"meddela|bestämma|förordna|yttra sig|ansöka|anmäla|påminna|årligen|gång|dagar|gånger|omsorg|vård|minskning|ändring|ytterligare)\w*$",
    re.IGNORECASE,
)


def what(text: str, statement: Statement, grammar: Grammar) -> str:
    """The verb phrase, a substring of ``text`` of at most ``LONGEST_WHAT`` characters.

    After ska, får and bör it begins with the infinitive; for ``ansvarar`` with the verb
    itself; for a passive with what is to be done, so that the object is named.
    """
    tokens = statement.tokens
    start = tokens[_first(statement, grammar)].start
    end = tokens[statement.high - 1].end
    phrase = text[start:end]
    if condition := _trailing_condition(phrase):
        phrase = phrase[: condition.start()]
    return shorten(phrase)


def shorten(phrase: str) -> str:
    """``phrase`` without loose words at its ends, cut to ``LONGEST_WHAT`` characters."""
    phrase = _LOOSE_START.sub("", phrase)
    if len(phrase) > LONGEST_WHAT:
        cut = phrase[: LONGEST_WHAT + 1]
        clause = max(cut.rfind(mark) for mark in (", ", "; ", ": ", " som ", " så att ", "\n"))
        phrase = cut[: clause if clause > LONGEST_WHAT // 3 else cut.rfind(" ")]
    return _LOOSE_END.sub("", phrase)


def condition(text: str, statement: Statement, grammar: Grammar) -> str | None:
    """The leading or else the trailing clause that sets the condition, word for word."""
    tokens = statement.tokens
    first = tokens[statement.low]
    if first.start < tokens[statement.verb].start:
        leading = text[first.start : tokens[statement.verb].start].strip(" ,\n")
        by_verb = statement.low == 0 and first.mention is None and _is_verb(first, grammar)
        if len(leading) > 3 and (grammar.conditions.match(leading) or by_verb):
            return leading
    whole = text[tokens[statement.verb].start : tokens[statement.high - 1].end]
    if trailing := _trailing_condition(whole):
        found = _LOOSE_END.sub("", whole[trailing.start() :].lstrip(" ,\n"))
        return found or None
    return None


def _is_verb(token: Token, grammar: Grammar) -> bool:
    return grammar.is_present(token.word) or grammar.is_passive(token.word)


def _trailing_condition(phrase: str) -> re.Match[str] | None:
    for match in _TRAILING.finditer(phrase, 8):
        before = phrase[: match.start()]
        is_om = match.group().strip(" ,").lower() == "om"
        if is_om and match.group()[0] != "," and _NOUNS_WITH_OM.search(before):
            continue
        return match
    return None


def _first(statement: Statement, grammar: Grammar) -> int:
    """The position of the first token of the verb phrase."""
    tokens, reading, agents = statement.tokens, statement.reading, statement.agents
    if reading.form == "after":
        return _after_party(statement)
    if reading.form in {"owner", "elliptic", "refers"}:
        return statement.low
    inverted = agents.last > statement.verb
    if agents.passive:
        return statement.verb + 1 if _begins_aside(statement, grammar) else statement.low
    begin = max(reading.content, agents.last + 1 if inverted else 0)
    begin = min(begin, statement.high - 1)
    if reading.modality is Modality.RESPONSIBLE:
        return begin
    for at in range(begin, statement.high):
        token = tokens[at]
        if token.mention is None and grammar.is_infinitive(token.word):
            return at
        if token.mention is None and is_subordinator(tokens, at, grammar):
            following = _verb_after_aside(tokens, at, statement.high, grammar)
            return following if following is not None else begin
    return begin


def _verb_after_aside(
    tokens: Sequence[Token], at: int, high: int, grammar: Grammar
) -> int | None:
    """``ska i samband med sådan vård som avses i 1 § erbjuda``: past the relative clause."""
    finite_seen = False
    for place in range(at + 1, min(at + 14, high)):
        word = tokens[place].word
        if not finite_seen:
            finite_seen = grammar.is_present(word) or grammar.is_passive(word)
        elif tokens[place].mention is None and grammar.is_infinitive(word):
            return place
    return None


def _after_party(statement: Statement) -> int:
    tokens, last = statement.tokens, statement.agents.last
    if last + 2 < statement.high and tokens[last + 1].word == "att":
        return last + 2
    return statement.low


def _begins_aside(statement: Statement, grammar: Grammar) -> bool:
    """Whether what stands before the verb is a condition or an adverbial, not the object."""
    first = statement.tokens[statement.low]
    if statement.low >= statement.verb:
        return True
    if first.mention is not None:
        return False
    aside = is_subordinator(statement.tokens, statement.low, grammar) or _is_verb(first, grammar)
    return aside or first.word in grammar.prepositions or first.word in grammar.coordinators
