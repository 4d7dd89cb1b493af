"""Who acts in a main clause: the subject, the agent of a passive, or the one it lies on.

Recipients are no agents: ``underrätta kommunen``, ``i samråd med regionen``.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from corpus.duties.predicate import is_subordinator
from corpus.duties.words import Grammar, Token
from corpus.party import Party, Principal

_INSTITUTIONS = frozenset({Principal.MUNICIPALITY, Principal.REGION, Principal.BOTH})
_PRONOUNS = frozenset({"den", "de", "han", "hon", "hen"})
_AUXILIARIES = frozenset({"kunna", "behöva", "börja", "fortsätta"})
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


def find_agents(
    tokens: Sequence[Token], low: int, verb: int, high: int, grammar: Grammar
) -> Agents:
    """The agents of the main clause ``tokens[low:high]`` whose finite verb stands at ``verb``."""
    subject = _subject(tokens, low, verb, high, grammar)
    passive_at = _passive(tokens, verb, high, grammar)
    if passive_at is None:
        return subject
    if subject.tokens and is_owner(tokens, subject.tokens[0], grammar):
        return subject
    agent = _agent_of_passive(tokens, verb, high, grammar)
    return Agents(tokens=agent.tokens, last=-1, passive=True)


def party_after(tokens: Sequence[Token], start: int, high: int, grammar: Grammar) -> Agents:
    """The first party in ``tokens[start:high]`` that owns nothing, with those joined to it."""
    for at in range(start, high):
        mention = tokens[at].mention
        if mention is not None and not mention.genitive:
            return _coordinated(tokens, at, high, grammar)
        if mention is not None and at + 1 < high and tokens[at + 1].mention is None:
            return Agents(tokens=(at,), last=at)
        if mention is None and is_subordinator(tokens, at, grammar):
            break
    return Agents(tokens=())


def owners(tokens: Sequence[Token], start: int, high: int, grammar: Grammar) -> Agents:
    """The parties whose responsibility is named: ``kommunens ansvar``."""
    found = [at for at in range(start, high - 1) if is_owner(tokens, at, grammar)]
    if found and found[0] >= start + 2 and tokens[found[0] - 1].word in grammar.coordinators:
        sharer = tokens[found[0] - 2].mention
        found = [found[0] - 2, *found] if sharer is not None and sharer.genitive else found
    return Agents(tokens=tuple(found), last=found[-1] + 1 if found else -1)


def is_owner(tokens: Sequence[Token], at: int, grammar: Grammar) -> bool:
    """Whether the token owns a responsibility (``kommunens betalningsansvar``)."""
    mention = tokens[at].mention
    if mention is None or not mention.genitive:
        return False
    ahead = tokens[at + 1 : at + 4]
    return any(grammar.is_responsibility(t.word) for t in ahead if t.mention is None) and not any(
        t.word in grammar.prepositions for t in ahead[:1]
    )


def _subject(tokens: Sequence[Token], low: int, verb: int, high: int, grammar: Grammar) -> Agents:
    while (
        low < verb
        and tokens[low].mention is None
        and tokens[low].word
        in {
            *grammar.coordinators,
            *{",", ";", "–", "dock", "medan"},
        }
    ):
        low += 1
    inverted = Agents(tokens=())
    if referred := _referred(tokens, low, verb, grammar):
        return Agents(tokens=referred, last=verb + 1)
    if verb + 1 < high:
        inverted = _noun_phrase(
            tokens, _past_adverbs(tokens, verb + 1, high, grammar), high, grammar
        )
    if inverted.tokens and tokens[verb].word in grammar.modals:
        return inverted
    if low == verb or _is_adverbial(tokens, low, verb, grammar):
        return inverted if inverted.tokens else _place(tokens, low, verb, high, grammar)
    before = _noun_phrase(tokens, low, verb, grammar)
    return _with_partner(tokens, verb, high, before, grammar)


def _referred(tokens: Sequence[Token], low: int, verb: int, grammar: Grammar) -> tuple[int, ...]:
    """``Om kommunen inte kan …, ska DEN meddela``: the subject of the clause before."""
    if verb + 2 >= len(tokens) or tokens[verb + 1].word not in _PRONOUNS:
        return ()
    following = tokens[verb + 2]
    if low + 1 >= verb or following.mention is not None:
        return ()
    alone = grammar.is_infinitive(following.word) or following.word in grammar.adverbs
    person = tokens[verb + 1].word in {"han", "hon", "hen"}
    if not (alone or person) or not is_subordinator(tokens, low, grammar):
        return ()
    return _noun_phrase(tokens, low + 1, verb, grammar).tokens


def _is_adverbial(tokens: Sequence[Token], low: int, verb: int, grammar: Grammar) -> bool:
    """Whether what stands first is no subject, so that the subject follows the verb."""
    first = tokens[low]
    if first.mention is not None:
        return False
    if is_subordinator(tokens, low, grammar) and first.word != "som":
        return True
    if first.word in grammar.prepositions or grammar.is_present(first.word):
        return True
    return first.word in grammar.adverbs and first.word not in grammar.determiners


def _place(tokens: Sequence[Token], low: int, verb: int, high: int, grammar: Grammar) -> Agents:
    """``I kommunen ska det finnas``: the party is where the thing must be."""
    if low + 1 >= verb or tokens[low].word not in {"i", "inom", "hos", "vid"}:
        return Agents(tokens=())
    if verb + 2 >= high or tokens[verb + 1].word != "det":
        return Agents(tokens=())
    place = _noun_phrase(tokens, low + 1, verb, grammar)
    return Agents(tokens=place.tokens, last=verb + 1)


def _past_adverbs(tokens: Sequence[Token], at: int, high: int, grammar: Grammar) -> int:
    while at < high and tokens[at].mention is None and tokens[at].word in grammar.adverbs:
        if tokens[at].word in {"en", "var"} and at + 1 < high and tokens[at + 1].mention:
            break
        at += 1
    return at


def _noun_phrase(tokens: Sequence[Token], at: int, high: int, grammar: Grammar) -> Agents:
    """The parties at the head of the noun phrase that begins at ``at``."""
    determined = False
    while at < high:
        token = tokens[at]
        if token.mention is not None and token.mention.genitive:
            return _owned(tokens, at, high, grammar)
        if token.mention is not None:
            return _coordinated(tokens, at, high, grammar)
        if token.word in grammar.stands_for and _stands_for(tokens, at, high, grammar):
            return _noun_phrase(tokens, at + 2, high, grammar)
        followed = at + 1 < high and tokens[at + 1].mention is not None
        owner = followed and token.word.endswith("s") and token.word not in grammar.prepositions
        within = owner or (determined and (token.word in grammar.adverbs or token.word == "eller"))
        if token.word in grammar.determiners:
            determined = True
        elif not within and not token.word.endswith(_ADJECTIVES):
            return Agents(tokens=())
        at += 1
    return Agents(tokens=())


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
        return _noun_phrase(tokens, head, high, grammar)
    mention = tokens[at].mention
    if mention is not None and mention.party.principal in _INSTITUTIONS:
        return Agents(tokens=(at,), last=min(at + 1, high - 1))
    return Agents(tokens=())


def _shared_owner(tokens: Sequence[Token], at: int, high: int, grammar: Grammar) -> Agents:
    """``Regionens och kommunens ansvar``: both own what follows."""
    owned = _owned(tokens, at + 2, high, grammar)
    head = tokens[owned.tokens[0]].mention if owned.tokens else None
    if head is not None and head.genitive:
        return Agents(tokens=(at, *owned.tokens), last=owned.last)
    return owned


def _coordinated(tokens: Sequence[Token], at: int, high: int, grammar: Grammar) -> Agents:
    """A party and those joined to it: ``regionen och kommunen``."""
    found = [at]
    last = at
    while True:
        joint = last + 1
        while joint < high and tokens[joint].word in {*grammar.coordinators, ","} - {"men"}:
            joint += 1
        if joint < high - 1 and tokens[joint].word == "tillsammans":
            joint += 1 if tokens[joint + 1].word != "med" else 2
        if joint == last + 1:
            break
        following = _joined_party(tokens, joint, high, grammar)
        if following is None:
            break
        found.append(following)
        last = following
    return Agents(tokens=tuple(found), last=last)


def _joined_party(tokens: Sequence[Token], at: int, high: int, grammar: Grammar) -> int | None:
    """The party right at ``at``, past its determiners and its owner."""
    while at < high:
        mention = tokens[at].mention
        if mention is not None and not mention.genitive:
            together = tokens[at - 1].word == "med"
            return None if together and mention.party.principal not in _INSTITUTIONS else at
        plain = mention is None and tokens[at].word not in grammar.determiners
        if plain and not tokens[at].word.endswith(_ADJECTIVES):
            return None
        at += 1
    return None


def _with_partner(
    tokens: Sequence[Token], verb: int, high: int, subject: Agents, grammar: Grammar
) -> Agents:
    """``Regionen ska tillsammans med kommunen planera``: both act."""
    at = verb + 1
    if not subject.tokens or at + 2 >= high or tokens[at].word != "tillsammans":
        return subject
    if tokens[at + 1].word != "med":
        return subject
    partner = _joined_party(tokens, at + 2, high, grammar)
    if partner is None:
        return subject
    return Agents(tokens=(*subject.tokens, partner), last=subject.last)


def _passive(tokens: Sequence[Token], verb: int, high: int, grammar: Grammar) -> int | None:
    """The position of the passive verb, or None when the clause is active."""
    if grammar.is_passive(tokens[verb].word):
        return verb
    if tokens[verb].word not in grammar.modals:
        return None
    waiting = 0
    for at in range(verb + 1, high):
        word = tokens[at].word
        if tokens[at].mention is not None:
            continue
        if is_subordinator(tokens, at, grammar):
            waiting += 1
        elif waiting and (grammar.is_present(word) or grammar.is_passive(word)):
            waiting -= 1
        elif not waiting and grammar.is_passive(word):
            return at
        elif not waiting and grammar.is_infinitive(word) and word not in _AUXILIARIES:
            return None
    return None


def _agent_of_passive(tokens: Sequence[Token], verb: int, high: int, grammar: Grammar) -> Agents:
    for at in range(verb + 1, high - 1):
        token = tokens[at]
        if token.mention is None and is_subordinator(tokens, at, grammar):
            break
        if token.word == "av" and tokens[at - 1].word not in grammar.not_agent_before:
            agent = _noun_phrase(tokens, at + 1, high, grammar)
            if agent.tokens:
                return agent
    return Agents(tokens=())
