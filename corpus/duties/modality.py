"""How strongly a main verb binds, and where its content begins.

Plain present tense with a party as subject (``Vårdcentralen utser en fast vårdkontakt``) is
read as ``ansvarar``: the text lays the thing on the party without a word of obligation.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from corpus.duties.words import Grammar, Token
from corpus.duty import Modality

_SHALL = frozenset({"ska", "skall", "måste", "skulle"})
_ANSWERS = frozenset({"ansvarar", "svarar"})
_CARRIED = re.compile(r"(?:ansvar|ansvaret|skyldigheten?|uppgiften|kostnaden|kostnaderna)$")
_SUPINE = re.compile(r"(?:at|it|tt|ts|dt|rt|ut)$")
_REACH = 7


class Form(StrEnum):
    """Where the party of a statement is to be sought."""

    SUBJECT = "subject"
    """The subject, or the agent of a passive."""
    AFTER = "after"
    """After the verb: ``åligger kommunen``, ``ligger på regionen``."""
    OWNER = "owner"
    """The owner after the verb: ``är kommunens ansvar``."""
    OWNED_BEFORE = "owned before"
    """The owner before the verb: ``Till kommunens uppgifter hör``."""
    PLAIN = "plain"
    """The subject; plain present tense, which counts only when that is a party."""
    REFERS = "refers"
    """The statement before: ``Detta gäller inte``."""
    ELLIPTIC = "elliptic"
    """Its own party; the verb is that of the clause before."""
    RECEIVES = "receives"
    """The one who gives: ``har rätt att få insatser av nämnden``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What a main verb says. ``content`` is the position of the first token of its content;
    ``form`` tells where the party is to be sought."""

    modality: Modality
    content: int
    form: Form = Form.SUBJECT


def read_modality(tokens: Sequence[Token], verb: int, grammar: Grammar) -> Reading | None:
    """The modality at the main verb, or None when it lays nothing on anybody."""
    word = tokens[verb].word
    if word in _SHALL:
        return _shall(tokens, verb)
    if word == "bör":
        return Reading(modality=Modality.SHOULD, content=verb + 1)
    if word == "får":
        return _may(tokens, verb, grammar)
    if word == "kan":
        return _can(tokens, verb, grammar)
    if word in _ANSWERS:
        return Reading(modality=Modality.RESPONSIBLE, content=verb)
    if word == "behöver":
        return _needs_not(tokens, verb, grammar)
    if word == "har":
        return _has(tokens, verb, grammar)
    if word == "är":
        return _is(tokens, verb, grammar)
    return _laid(tokens, verb, grammar)


def is_negated(tokens: Sequence[Token], verb: int, grammar: Grammar) -> bool:
    """Whether the main clause denies: a negation before the verb's content begins."""
    stop = verb + 1 + _REACH
    for at in range(verb + 1, min(stop, len(tokens))):
        token = tokens[at]
        following = tokens[at + 1].word if at + 1 < len(tokens) else ""
        if token.mention is None and token.word in grammar.negations:
            return following not in {"bara", "endast", "minst"}
        ended = grammar.is_infinitive(token.word) or token.word in {",", ":", "att", "som", "om"}
        if token.mention is None and ended:
            return False
    return False


def _ahead(tokens: Sequence[Token], verb: int, grammar: Grammar) -> list[tuple[int, Token]]:
    """The next few tokens of the same clause."""
    ahead: list[tuple[int, Token]] = []
    for at in range(verb + 1, min(verb + 1 + _REACH, len(tokens))):
        if tokens[at].mention is None and tokens[at].word in {"som", "där", "när", ";", ":"}:
            break
        ahead.append((at, tokens[at]))
    return ahead


def _infinitive_ahead(tokens: Sequence[Token], verb: int, grammar: Grammar) -> str | None:
    relative = False
    for at in range(verb + 1, len(tokens)):
        word = tokens[at].word
        if tokens[at].mention is not None:
            continue
        if grammar.is_infinitive(word) or grammar.is_passive(word):
            return word
        # What a noun is about ends before the infinitive: "får uppgifter om att … användas".
        relative = (
            relative or word == "som" or [t.word for t in tokens[at : at + 2]] == ["om", "att"]
        )
        if word == "att" and not relative:
            return None
    return None


def _shall(tokens: Sequence[Token], verb: int) -> Reading:
    """``ska`` binds, but ``ska ha rätt att välja`` only permits."""
    for at in range(verb + 1, min(verb + 4, len(tokens) - 2)):
        if [token.word for token in tokens[at : at + 3]] == ["ha", "rätt", "att"]:
            return Reading(modality=Modality.MAY, content=at + 3)
    return Reading(modality=Modality.SHALL, content=verb + 1)


def _may(tokens: Sequence[Token], verb: int, grammar: Grammar) -> Reading | None:
    """``får`` with a verb is a permission; without one it only means receives."""
    if _infinitive_ahead(tokens, verb, grammar) is None:
        return None
    return Reading(modality=Modality.MAY, content=verb + 1)


def _can(tokens: Sequence[Token], verb: int, grammar: Grammar) -> Reading | None:
    """``kan`` counts only where it confers a right (``kan begära``)."""
    if _infinitive_ahead(tokens, verb, grammar) not in grammar.rights:
        return None
    return Reading(modality=Modality.MAY, content=verb + 1)


def _needs_not(tokens: Sequence[Token], verb: int, grammar: Grammar) -> Reading | None:
    if not is_negated(tokens, verb, grammar):
        return None
    return Reading(modality=Modality.SHALL, content=verb + 1, form=Form.PLAIN)


def _has(tokens: Sequence[Token], verb: int, grammar: Grammar) -> Reading | None:
    ahead = _ahead(tokens, verb, grammar)
    if verb + 1 < len(tokens) and tokens[verb + 1].word in {"den", "de"}:
        ahead = list(enumerate(tokens))[verb + 1 : verb + 1 + 2 * _REACH]
    for at, token in ahead:
        following = tokens[at + 1].word if at + 1 < len(tokens) else ""
        if token.word == "rätt" and following in {"att", "till", "rätt"}:
            form = Form.RECEIVES if _receives(tokens, at, grammar) else Form.SUBJECT
            return Reading(modality=Modality.MAY, content=at + 2, form=form)
        if token.word in {"möjlighet", "befogenhet", "rättighet"} and following == "att":
            return Reading(modality=Modality.MAY, content=at + 2)
        if token.word.startswith("skyldighet"):
            return Reading(modality=Modality.SHALL, content=at + 1)
        if token.mention is None and grammar.is_responsibility(token.word):
            return Reading(modality=Modality.RESPONSIBLE, content=verb)
        if token.word == "att" and at == verb + 1:
            return Reading(modality=Modality.SHALL, content=at + 1)
        if token.word == "att":
            return None
    for _, token in ahead[:3]:
        if token.mention is not None or token.word in grammar.adverbs:
            continue
        if _SUPINE.search(token.word):
            return None
    return None


def _receives(tokens: Sequence[Token], right: int, grammar: Grammar) -> bool:
    """Whether a right is to something (``rätt till``, ``rätt att få``), not to act."""
    if tokens[right + 1].word == "till":
        return True
    for token in tokens[right + 2 :]:
        if token.mention is None and grammar.is_infinitive(token.word):
            return token.word == "få"
    return False


def _is(tokens: Sequence[Token], verb: int, grammar: Grammar) -> Reading | None:
    ahead = _ahead(tokens, verb, grammar)
    defines = any(_CARRIED.search(token.word) for token in tokens[:verb] if not token.mention)
    for at, token in ahead:
        if token.mention is not None and token.mention.genitive and not defines:
            held = tokens[at + 1].word if at + 1 < len(tokens) else ""
            if grammar.is_responsibility(held):
                form = Form.OWNER
                return Reading(modality=Modality.RESPONSIBLE, content=verb, form=form)
            continue
        if token.mention is not None:
            continue
        if re.fullmatch(r"skyldig(?:a|t)?|förpliktad|tvungen|ålagd", token.word):
            skip = 2 if at + 1 < len(tokens) and tokens[at + 1].word == "att" else 1
            return Reading(modality=Modality.SHALL, content=at + skip)
        if re.fullmatch(r"\w*ansvarig(?:a|t)?|huvudman|huvudmän|ansvarsskyldig", token.word):
            return Reading(modality=Modality.RESPONSIBLE, content=verb)
        if re.fullmatch(r"berättigad(?:e)?|behöriga?", token.word):
            return Reading(modality=Modality.MAY, content=at + 1)
    if (duty := _obliged_after_aside(tokens, verb)) is not None:
        return Reading(modality=Modality.SHALL, content=duty + 2)
    carried = [
        t.word for t in tokens[:verb] if t.mention is None and grammar.is_responsibility(t.word)
    ]
    if carried and tokens[verb + 1 : verb + 2] and tokens[verb + 1].word == "att":
        return Reading(modality=Modality.RESPONSIBLE, content=verb + 1, form=Form.OWNED_BEFORE)
    first = tokens[0].word
    if re.fullmatch(r"(?:huvud)?ansvariga?", first) and any(t.mention for _, t in ahead[:3]):
        return Reading(modality=Modality.RESPONSIBLE, content=0, form=Form.AFTER)
    return None


def _obliged_after_aside(tokens: Sequence[Token], verb: int) -> int | None:
    """``är myndigheter som avses i 1 § skyldiga att``: where the word that obliges stands."""
    for at in range(verb + 1, len(tokens) - 1):
        if tokens[at].word in {"skyldig", "skyldiga"} and tokens[at + 1].word == "att":
            return at
    return None


def _laid(tokens: Sequence[Token], verb: int, grammar: Grammar) -> Reading | None:
    """``åligger kommunen``, ``Ansvaret … ligger på regionen``, and plain present tense."""
    word = tokens[verb].word
    before = [token.word for token in tokens[:verb]]
    if word == "står" and "för" in {token.word for token in tokens[verb + 1 : verb + 4]}:
        return Reading(modality=Modality.RESPONSIBLE, content=verb)
    if [token.word for token in tokens[verb : verb + 4]] == ["står", "under", "tillsyn", "av"]:
        return Reading(modality=Modality.RESPONSIBLE, content=0, form=Form.AFTER)
    if word == "åligger":
        return Reading(modality=Modality.SHALL, content=0, form=Form.AFTER)
    if _lies_with(tokens, verb, grammar):
        return Reading(modality=Modality.RESPONSIBLE, content=0, form=Form.AFTER)
    if word == "hör" and any(grammar.is_responsibility(w) for w in before):
        return Reading(modality=Modality.RESPONSIBLE, content=verb + 1, form=Form.OWNED_BEFORE)
    if word == "gäller" and _points_back(tokens, verb, grammar):
        return Reading(modality=Modality.RESPONSIBLE, content=verb, form=Form.REFERS)
    return Reading(modality=Modality.RESPONSIBLE, content=verb, form=Form.PLAIN)


def _lies_with(tokens: Sequence[Token], verb: int, grammar: Grammar) -> bool:
    """``Ansvaret ligger på``, ``Är behovet kort STANNAR ansvaret hos``, ``Provtagning ankommer
    på``: the verb tells where a responsibility lies."""
    word = tokens[verb].word
    after = tokens[verb + 1].word if verb + 1 < len(tokens) else ""
    if word == "åvilar" or (word == "ankommer" and after == "på"):
        return True
    before = [token.word for token in tokens[:verb]]
    carried = any(_CARRIED.search(w) for w in (*before, after))
    return word in grammar.lies_with and (carried or "det" in before[:1])


def _points_back(tokens: Sequence[Token], verb: int, grammar: Grammar) -> bool:
    """``Detta gäller även …``, ``Samma sak gäller …``, ``För barn gäller detsamma``."""
    if verb and tokens[0].word in grammar.pointing_back:
        return True
    ahead = [token.word for token in tokens[verb + 1 : verb + 3]]
    if not ahead or ahead[0] not in grammar.pointing_back - {"det", "samma"}:
        return False
    # "gäller detta avtal" points at the agreement, "gäller detta även" at the sentence before.
    return len(ahead) == 1 or ahead[1] in grammar.adverbs | grammar.subordinators | {",", ";"}
