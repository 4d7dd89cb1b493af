"""The text's own words for what a statement asks, and on what condition."""

import re
from collections.abc import Sequence

from corpus.duties.modality import Form
from corpus.duties.predicate import is_subordinator
from corpus.duties.statements import Statement
from corpus.duties.words import Grammar, Token
from corpus.duty import Modality

LONGEST_WHAT = 160
"""Characters; a longer phrase is cut at the last clause or word that fits."""

_TOO_FEW_WORDS = 2
_WHETHER = re.compile(
    r"(?:bedöm|pröv|fråg|avgör|kontroller|väg|överväg|undersök|utred|veta|vet|ange|anger|oavsett|meddela)\w*"
)
_ABOUT = re.compile(
    r"(?:uppgift|bestämmels|beslut|information|föreskrift|fråg|underrätt|upplys|besked|råd|avtal|"
    r"överenskommels|lag|lagen$|ansök|anmäl|begär|inform|kunskap|samverk|bidra|erinr)"
)
_CONDITIONAL = frozenset({"när", "såvida", "tills", "innan", "ifall", "medan"})
_PHRASES = (("så", "länge"), ("till", "dess"), ("under", "förutsättning"), ("i", "den", "mån"))
_OUTCOME = re.compile(r",?\s+så att\s")
_LOOSE_END = re.compile(r"(?:[\s,;:.–—]|(?<!\w)(?:och|eller|samt|men|endast|bara|först|även))+$")
_CUT_END = re.compile(
    r"(?:[\s,;:.–—]|(?<!\w)(?:och|eller|samt|men|än|den|de|det|en|ett|att|som|av|om|för|till|åt|med|"
    r"i|på|vid|från|inom|endast|bara|även|när|så|sådan|sådana|sådant))+$"
)
_CUTS = re.compile(r"[,;:]\s|\s(?:så att|samt)\s|(?<!snart)(?<!samma dag)(?<!än den)\ssom\s|\n")
_LOOSE_START = re.compile(
    r"^(?:[\s,;:]|(?:då|även|också|dock|därutöver|dessutom|därför|emellertid)\b)+", re.I
)


def what(text: str, statement: Statement, grammar: Grammar, end: int) -> str:
    """The verb phrase, a substring of ``text`` of at most ``LONGEST_WHAT`` characters.

    After ska, får and bör it begins with the infinitive; for ``ansvarar`` with the verb
    itself; for a passive with what is to be done, so that the object is named. ``end`` is
    where the sentence ends.
    """
    tokens = statement.tokens
    high = _trailing_condition(statement, grammar) or statement.high
    first = min(_first(statement, grammar), high - 1)
    lone_verb = high - first <= _TOO_FEW_WORDS
    if lone_verb and statement.reading.modality is Modality.RESPONSIBLE:
        high = statement.high
    stop = _stop(tokens, high, end)
    phrase = text[tokens[first].start : stop]
    if len(phrase) > LONGEST_WHAT and statement.agents.passive and first < statement.verb:
        phrase = text[tokens[statement.verb + 1].start : stop]
    return shorten(phrase)


def _stop(tokens: Sequence[Token], high: int, end: int) -> int:
    """Where the text before the token at ``high`` ends; signs that are no tokens are kept."""
    return tokens[high].start if high < len(tokens) else end


def without_governor(phrase: str) -> str:
    """``phrase`` without the word that only leads on to a list (``… föreskrifter om``)."""
    return _CUT_END.sub("", phrase)


def shorten(phrase: str) -> str:
    """``phrase`` without loose words at its ends, cut to ``LONGEST_WHAT`` characters."""
    phrase = _LOOSE_START.sub("", phrase)
    if len(phrase) > LONGEST_WHAT:
        cut = phrase[: LONGEST_WHAT + 1]
        clauses = [match.start() for match in _CUTS.finditer(cut, LONGEST_WHAT // 3)]
        phrase = _CUT_END.sub("", cut[: clauses[-1] if clauses else cut.rfind(" ")])
    return _LOOSE_END.sub("", phrase)


def condition(text: str, statement: Statement, grammar: Grammar, end: int) -> str | None:
    """The leading or else the trailing clause that sets the condition, word for word."""
    tokens = statement.tokens
    first = tokens[statement.low]
    if first.start < tokens[statement.verb].start:
        leading = text[first.start : tokens[statement.verb].start].strip(" ,\n")
        by_verb = statement.low == 0 and first.mention is None and _is_verb(first, grammar)
        if len(leading) > 3 and (grammar.conditions.match(leading) or by_verb):
            return leading
    at = _trailing_condition(statement, grammar)
    if at is None:
        return None
    before = tokens[at - 1]
    begin = before if before.word in {"endast", "bara", "även", "utom", "först"} else tokens[at]
    stop = _stop(tokens, statement.high, end)
    clause = _OUTCOME.split(text[begin.start : stop], maxsplit=1)[0]
    return _LOOSE_END.sub("", clause) or None


def _is_verb(token: Token, grammar: Grammar) -> bool:
    return grammar.is_present(token.word) or grammar.is_passive(token.word)


def _trailing_condition(statement: Statement, grammar: Grammar) -> int | None:
    """The position of the word that opens a condition after the verb phrase has begun."""
    tokens = statement.tokens
    for at in range(statement.verb + 2, statement.high - 1):
        token = tokens[at]
        if token.mention is not None or tokens[at - 1].word in {"och", "eller"}:
            continue
        subject = tokens[statement.verb + 1 : at - 1]
        if tokens[at - 1].word == "," and all(each.mention for each in subject):
            # "ska nämnden, om det behövs, göra": what is to be done still follows.
            continue
        if token.word == "tills" and tokens[at + 1].word == "vidare":
            continue
        if token.word == "när" and grammar.asks_when.fullmatch(tokens[at - 1].word):
            continue
        if token.word in _CONDITIONAL or any(_stands(tokens, at, words) for words in _PHRASES):
            return at
        if token.word == "om" and _opens_clause(statement, at, grammar):
            return at
    return None


def _stands(tokens: Sequence[Token], at: int, words: tuple[str, ...]) -> bool:
    return tuple(token.word for token in tokens[at : at + len(words)]) == words


def _opens_clause(statement: Statement, at: int, grammar: Grammar) -> bool:
    """Whether ``om`` opens a clause with a verb, not ``information om``, ``pröva om`` or the
    particle of ``lägga om sår``."""
    tokens = statement.tokens
    if tokens[at - 1].mention is None and _ABOUT.match(tokens[at - 1].word):
        return False
    if grammar.before_particle.search(f"{tokens[at - 2].word} {tokens[at - 1].word}"):
        return False
    near = tokens[max(statement.verb + 1, at - 2) : at]
    if any(_WHETHER.fullmatch(t.word) for t in near if t.mention is None):
        return False
    if tokens[at + 1].word in {"att", "hur", "vad", "vem"}:
        return False
    waiting = 0
    for place in range(at + 1, statement.high):
        token = tokens[place]
        if token.mention is not None:
            continue
        if token.word in {",", ";", "och"} and place > at + 8:
            return False
        if is_subordinator(tokens, place, grammar):
            waiting += 1
        elif grammar.is_present(token.word) or grammar.is_passive(token.word):
            if not waiting:
                return True
            waiting -= 1
    return False


def _first(statement: Statement, grammar: Grammar) -> int:
    """The position of the first token of the verb phrase."""
    tokens, reading, agents = statement.tokens, statement.reading, statement.agents
    if reading.form is Form.AFTER:
        return _after_party(statement, grammar)
    if reading.form in {Form.OWNER, Form.ELLIPTIC, Form.REFERS}:
        return statement.low
    inverted = agents.last > statement.verb
    if agents.passive:
        # "och kontrolleras av kommunen": the verb alone says what is done.
        start = (
            statement.verb
            if grammar.is_passive(tokens[statement.verb].word)
            else statement.verb + 1
        )
        return start if _begins_aside(statement, grammar) else statement.low
    begin = max(reading.content, agents.last + 1 if inverted else 0)
    begin = min(begin, statement.high - 1)
    if reading.modality is Modality.RESPONSIBLE:
        return _answered_for(statement, begin, grammar) if inverted else begin
    for at in range(begin, statement.high):
        token = tokens[at]
        if token.mention is None and grammar.is_infinitive(token.word):
            return at
        if token.mention is None and is_subordinator(tokens, at, grammar):
            following = _verb_after_aside(tokens, at, statement.high, grammar)
            return following if following is not None else begin
    return begin


def _verb_after_aside(tokens: Sequence[Token], at: int, high: int, grammar: Grammar) -> int | None:
    """``ska i samband med sådan vård som avses i 1 § erbjuda``: past the relative clause."""
    finite_seen = False
    for place in range(at + 1, min(at + 14, high)):
        word = tokens[place].word
        if not finite_seen:
            finite_seen = grammar.is_present(word) or grammar.is_passive(word)
        elif tokens[place].mention is None and grammar.is_infinitive(word):
            return place
    return None


def _answered_for(statement: Statement, begin: int, grammar: Grammar) -> int:
    """``ansvarar kommunen FÖR läkemedlen``; a shorter clause keeps its verb or its object."""
    if statement.tokens[begin].word in {"för", "av"}:
        return begin
    return statement.verb if _begins_aside(statement, grammar) else statement.low


def _after_party(statement: Statement, grammar: Grammar) -> int:
    tokens, last = statement.tokens, statement.agents.last
    if last + 2 < statement.high and tokens[last + 1].word == "att":
        return last + 2
    first = tokens[statement.low]
    # "Är behovet kortare ligger ansvaret kvar hos": the condition stands for itself.
    opens = first.mention is None and _is_verb(first, grammar) and statement.low < statement.verb
    return statement.verb if opens else statement.low


def _begins_aside(statement: Statement, grammar: Grammar) -> bool:
    """Whether what stands before the verb is a condition or an adverbial, not the object."""
    first = statement.tokens[statement.low]
    if statement.low >= statement.verb:
        return True
    if first.mention is not None:
        return False
    aside = is_subordinator(statement.tokens, statement.low, grammar) or _is_verb(first, grammar)
    return aside or first.word in grammar.prepositions or first.word in grammar.coordinators
