"""The parties at the head of a noun phrase, with their owners and those joined to them."""

from collections.abc import Sequence
from dataclasses import dataclass

from corpus.duties.words import Grammar, Token
from corpus.party import Party, Principal

INSTITUTIONS = frozenset({Principal.MUNICIPALITY, Principal.REGION, Principal.BOTH})
_PLACES = frozenset({"på", "i", "vid", "hos", "inom", "från"})
_ADJECTIVES = ("iga", "liga", "erade", "ande", "ella", "ala", "ska", "ade", "dda", "na", "ig", "ad")


@dataclass(frozen=True, slots=True, kw_only=True)
class Agents:
    """``tokens`` are positions of the parties; ``last`` is the last position of the phrase
    that names them (-1 for none); ``passive`` tells that the verb phrase is passive."""

    tokens: tuple[int, ...]
    last: int = -1
    passive: bool = False

    def parties(self, tokens: Sequence[Token]) -> tuple[Party, ...]:
        """The parties named, without repetition."""
        named = (mention.party for at in self.tokens if (mention := tokens[at].mention))
        return tuple(dict.fromkeys(named))


def first_named(tokens: Sequence[Token], grammar: Grammar) -> tuple[Party, ...]:
    """The parties that an item of an enumeration begins with."""
    return noun_phrase(tokens, 0, len(tokens), grammar).parties(tokens)


def noun_phrase(tokens: Sequence[Token], at: int, high: int, grammar: Grammar) -> Agents:
    """The parties at the head of the noun phrase that begins at ``at``."""
    determined = False
    while at < high:
        token = tokens[at]
        if token.mention is not None and token.mention.genitive:
            return _owned(tokens, at, high, grammar)
        if token.mention is not None:
            return coordinated(tokens, at, high, grammar)
        if token.word in grammar.stands_for and _stands_for(tokens, at, high, grammar):
            return noun_phrase(tokens, at + 2, high, grammar)
        followed = at + 1 < high and tokens[at + 1].mention is not None
        owner = followed and token.word.endswith("s") and token.word not in grammar.prepositions
        within = owner or (determined and (token.word in grammar.adverbs or token.word == "eller"))
        if token.word in grammar.determiners:
            determined = True
        elif not within and not token.word.endswith(_ADJECTIVES):
            return Agents(tokens=())
        at += 1
    return Agents(tokens=())


def coordinated(tokens: Sequence[Token], at: int, high: int, grammar: Grammar) -> Agents:
    """A party and those joined to it: ``regionen och kommunen``."""
    found = [at]
    last = at
    while True:
        joint = _past_place(tokens, last, high, grammar)
        while joint < high and tokens[joint].word in {*grammar.coordinators, ","} - {"men"}:
            joint += 1
        if joint < high - 1 and tokens[joint].word == "tillsammans":
            joint += 1 if tokens[joint + 1].word != "med" else 2
        if tokens[joint - 1].mention is not None:
            break
        following = joined_party(tokens, joint, high, grammar)
        if following is None:
            break
        found.append(following)
        last = following
    return Agents(tokens=tuple(found), last=last)


def _past_place(tokens: Sequence[Token], at: int, high: int, grammar: Grammar) -> int:
    """Where the words after the role at ``at`` begin, past whose it is when another is joined
    to it: ``verksamhetschefen på vårdcentralen OCH enhetschefen``."""
    role, place = tokens[at].mention, at + 2
    if place + 1 >= high or role is None or role.party.role is None:
        return at + 1
    owner = tokens[place].mention
    follows = tokens[at + 1].word in _PLACES and tokens[place + 1].word in grammar.coordinators
    if not follows or owner is None or owner.genitive:
        return at + 1
    # "enheten i regionen eller kommunen": the second is a second place, not a second role.
    other = joined_party(tokens, place + 2, high, grammar)
    joined = tokens[other].mention if other is not None else None
    return place + 1 if joined is not None and joined.party.role is not None else at + 1


def joined_party(tokens: Sequence[Token], at: int, high: int, grammar: Grammar) -> int | None:
    """The party right at ``at``, past its determiners and its owner."""
    while at < high:
        mention = tokens[at].mention
        if mention is not None and not mention.genitive:
            together = tokens[at - 1].word == "med"
            return None if together and mention.party.principal not in INSTITUTIONS else at
        plain = mention is None and tokens[at].word not in grammar.determiners
        if plain and not tokens[at].word.endswith(_ADJECTIVES):
            return None
        at += 1
    return None


def is_owner(tokens: Sequence[Token], at: int, grammar: Grammar) -> bool:
    """Whether the token owns a responsibility (``kommunens betalningsansvar``)."""
    mention = tokens[at].mention
    if mention is None or not mention.genitive:
        return False
    ahead = tokens[at + 1 : at + 4]
    return any(grammar.is_responsibility(t.word) for t in ahead if t.mention is None) and not any(
        t.word in grammar.prepositions for t in ahead[:1]
    )


def _stands_for(tokens: Sequence[Token], at: int, high: int, grammar: Grammar) -> bool:
    if at + 2 >= high or tokens[at + 1].word not in {
        "för",
        "vid",
        "i",
        "hos",
        "inom",
        "från",
        "av",
    }:
        return False
    return any(token.mention is not None for token in tokens[at + 2 : at + 4])


def _owned(tokens: Sequence[Token], at: int, high: int, grammar: Grammar) -> Agents:
    """What a party owns: its responsibility, its own role, or some organ of it."""
    if is_owner(tokens, at, grammar):
        return Agents(tokens=(at,), last=at + 1)
    head = at + 1
    if head + 1 < high and tokens[head].word in grammar.coordinators:
        other = tokens[head + 1].mention
        if other is not None and other.genitive:
            return _shared_owner(tokens, at, high, grammar)
    while head < high and tokens[head].mention is None and tokens[head].word.endswith(_ADJECTIVES):
        head += 1
    if head < high and tokens[head].mention is not None:
        return noun_phrase(tokens, head, high, grammar)
    mention = tokens[at].mention
    if mention is not None and mention.party.principal in INSTITUTIONS:
        return Agents(tokens=(at,), last=min(at + 1, high - 1))
    return Agents(tokens=())


def _shared_owner(tokens: Sequence[Token], at: int, high: int, grammar: Grammar) -> Agents:
    """``Regionens och kommunens ansvar``: both own what follows."""
    owned = _owned(tokens, at + 2, high, grammar)
    head = tokens[owned.tokens[0]].mention if owned.tokens else None
    if head is not None and head.genitive:
        return Agents(tokens=(at, *owned.tokens), last=owned.last)
    return owned
