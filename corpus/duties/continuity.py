"""When a sentence that names nobody goes on from the statement before it."""

import re
from collections.abc import Sequence

from corpus.duties.modality import Form
from corpus.duties.statements import Statement
from corpus.duties.words import Grammar, Token
from corpus.duty import Duty, Modality
from corpus.party import Principal
from corpus.sentences import Sentence

_DEFINITE = re.compile(r"(?:arna|erna|orna|en|et|an)$")
_SHORTEST_STEM = 4
_FURTHEST = 600
_REFERRING = frozenset({"stycket", "styckena", "paragrafen", "kapitlet", "verksamheten", "vården"})
_NOT_ACTING = frozenset(
    {"innehålla", "vara", "gälla", "omfatta", "bygga", "ha", "bli", "avse", "framgå"}
)


def inheritable(duties: Sequence[Duty], sentence: Sentence) -> Duty | None:
    """The nearest statement before ``sentence`` that names a party."""
    for duty in reversed(duties):
        if duty.start == sentence.start:
            continue
        if sentence.start - duty.end > _FURTHEST:
            return None
        if duty.parties:
            return duty
    return None


def laid_again(duties: Sequence[Duty], sentence: Sentence, statement: Statement) -> Duty | None:
    """The duty that ``Det gäller även …`` lays once more: as denied, and in the same phase."""
    if statement.reading.form is not Form.REFERS or statement.negated:
        return None
    return inheritable(duties, sentence)


def continues(text: str, statement: Statement, before: Duty, grammar: Grammar) -> bool:
    """Whether the statement's subject is plainly the party, or the thing, of ``before``.

    ``Detta gäller inte …``; ``De ska …``; or a passive whose definite subject the statement
    before introduced (``överföra den information`` … ``Informationen ska överföras``).
    """
    if statement.reading.form is Form.REFERS:
        return True
    tokens = statement.tokens
    first = tokens[statement.low]
    if first.mention is not None:
        return False
    if first.word in grammar.continuing:
        return not statement.agents.passive
    if first.word == "den" and statement.verb == statement.low + 1 and not statement.agents.passive:
        ahead = {token.word for token in tokens[statement.verb : statement.verb + 4]}
        return not ahead & _NOT_ACTING
    if not statement.agents.passive or _permits_others(statement, before):
        return False
    said = text[before.lead[0] if before.lead else before.start : before.end].lower()
    if grammar.sends.search(said) and _done_by_receiver(statement, grammar):
        return False
    return any(spoken_of(token.word, said) for token in _subject_words(statement, grammar))


def _done_by_receiver(statement: Statement, grammar: Grammar) -> bool:
    """``Vårdcentralen skickar remissen. Remissen ska besvaras``: not by whoever sent it."""
    clause = statement.tokens[statement.verb : statement.high]
    return any(token.word in grammar.done_by_receiver for token in clause)


def _permits_others(statement: Statement, before: Duty) -> bool:
    """``Vårdnadshavaren svarar för avgiften. Avgiften får tas ut av …``: a permission is not
    given to the private person who was spoken of before."""
    private = all(party.principal is Principal.INDIVIDUAL for party in before.parties)
    return private and statement.reading.modality is Modality.MAY


def _subject_words(statement: Statement, grammar: Grammar) -> list[Token]:
    """The definite nouns near the head of a passive's subject, before or after the verb."""
    tokens, low, verb = statement.tokens, statement.low, statement.verb
    first = tokens[low]
    aside = low == verb or first.word in grammar.prepositions | grammar.subordinators
    near = tokens[verb + 1 : verb + 4] if aside else tokens[low : min(verb, low + 4)]
    words: list[Token] = []
    for token in near:
        if token.word in {"enligt", "som"} or grammar.is_passive(token.word):
            break
        if token.mention is None and is_definite(token.word):
            words.append(token)
    return words


def is_definite(word: str) -> bool:
    """Whether a lower-case word looks like a noun in the definite form, of a thing and not of
    a part of the text."""
    if len(word) < _SHORTEST_STEM + 2 or word in _REFERRING:
        return False
    return _DEFINITE.search(word) is not None


def spoken_of(noun: str, said: str) -> bool:
    """Whether lower-case ``said`` names the thing that the definite ``noun`` points at, in any
    of its forms (``planen``: ``en individuell plan``)."""
    stem = _DEFINITE.sub("", noun)
    stem = stem if len(stem) >= _SHORTEST_STEM else noun
    return re.search(rf"\b{re.escape(stem)}\w{{0,5}}\b", said) is not None
