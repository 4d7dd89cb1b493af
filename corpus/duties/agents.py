"""Who acts in a main clause: the subject, the agent of a passive, or the one it lies on.

Recipients are no agents: ``underrätta kommunen``, ``i samråd med regionen``.
"""

from collections.abc import Sequence

from corpus.duties.noun_phrase import Agents, coordinated, is_owner, joined_party, noun_phrase
from corpus.duties.predicate import is_subordinator
from corpus.duties.words import Grammar, Token
from corpus.party import Principal

_PRONOUNS = frozenset({"den", "de", "han", "hon", "hen"})
_ADVERB = "iskt"
_AUXILIARIES = frozenset({"kunna", "behöva", "börja", "fortsätta"})


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
    following = tokens[passive_at + 1].word if passive_at + 1 < high else ""
    if tokens[passive_at].word in grammar.laid_on_subject and following == "att":
        return subject
    agent = _agent_of_passive(tokens, verb, passive_at, high, grammar)
    if not agent.tokens:
        agent = on_behalf(tokens, verb + 1, high, grammar)
    if not agent.tokens and tokens[passive_at].word in grammar.divided:
        agent = _sharers(tokens, passive_at + 1, high, grammar)
    if not agent.tokens and tokens[passive_at].word in grammar.granted:
        agent = _holders(tokens, subject, verb)
    return Agents(tokens=agent.tokens, last=-1, passive=True)


def party_after(tokens: Sequence[Token], start: int, high: int, grammar: Grammar) -> Agents:
    """The first party in ``tokens[start:high]`` that owns nothing, with those joined to it."""
    for at in range(start, high):
        mention = tokens[at].mention
        if mention is not None and not mention.genitive:
            return coordinated(tokens, at, high, grammar)
        if mention is not None and at + 1 < high and tokens[at + 1].mention is None:
            return Agents(tokens=(at,), last=at)
        if mention is None and is_subordinator(tokens, at, grammar):
            break
    return Agents(tokens=())


def giver(tokens: Sequence[Token], start: int, high: int, grammar: Grammar) -> Agents:
    """Who somebody receives something from: ``få insatser av socialnämnden``."""
    for at in range(start, high - 1):
        if tokens[at].mention is None and is_subordinator(tokens, at, grammar):
            break
        if tokens[at].word in {"av", "från"}:
            found = noun_phrase(tokens, at + 1, high, grammar)
            if any(p.principal is not Principal.INDIVIDUAL for p in found.parties(tokens)):
                return Agents(tokens=found.tokens)
    return Agents(tokens=())


def on_behalf(tokens: Sequence[Token], start: int, high: int, grammar: Grammar) -> Agents:
    """At whose expense, by whose care or on whose decision a thing is done: ``på kommunens
    bekostnad``, ``efter läkarens beslut``, ``efter beslut av läkare``."""
    for at in range(start, high - 1):
        mention, following = tokens[at].mention, tokens[at + 1].word
        if mention is None and is_subordinator(tokens, at, grammar):
            break
        decided = tokens[at - 1].word == "efter" and following == "beslut"
        owned = mention is not None and mention.genitive
        if owned and (decided or following in grammar.on_behalf):
            return Agents(tokens=(at,), last=at + 1)
        if [token.word for token in tokens[at : at + 3]] == ["efter", "beslut", "av"]:
            return noun_phrase(tokens, at + 3, high, grammar)
    return Agents(tokens=())


def _sharers(tokens: Sequence[Token], start: int, high: int, grammar: Grammar) -> Agents:
    """Among whom a thing is divided: ``Kostnaden delas mellan regionen och kommunen``."""
    for at in range(start, high - 1):
        if tokens[at].mention is None and is_subordinator(tokens, at, grammar):
            break
        if tokens[at].word == "mellan":
            return noun_phrase(tokens, at + 1, high, grammar)
    return Agents(tokens=())


def _holders(tokens: Sequence[Token], subject: Agents, verb: int) -> Agents:
    """Who may use what is granted: ``En vårdgivare får ges tillgång``. A private person only
    receives it, as does whoever *shall* be given something."""
    parties = subject.parties(tokens)
    private = any(party.principal is Principal.INDIVIDUAL for party in parties)
    may = tokens[verb].word == "får" and subject.last < verb
    return subject if may and not private else Agents(tokens=())


def applies_to(tokens: Sequence[Token], start: int, high: int, grammar: Grammar) -> Agents:
    """Whom a duty is extended to: ``Detsamma gäller även (för) kommunen``."""
    at = _past_adverbs(tokens, start, high, grammar)
    at += at < high and tokens[at].word == "för"
    found = noun_phrase(tokens, at, high, grammar)
    owned = found.tokens and is_owner(tokens, found.tokens[0], grammar)
    return Agents(tokens=()) if owned else found


def owners(tokens: Sequence[Token], start: int, high: int, grammar: Grammar) -> Agents:
    """The parties whose responsibility is named: ``kommunens ansvar``."""
    found = [at for at in range(start, high - 1) if is_owner(tokens, at, grammar)]
    if found and found[0] >= start + 2 and tokens[found[0] - 1].word in grammar.coordinators:
        sharer = tokens[found[0] - 2].mention
        found = [found[0] - 2, *found] if sharer is not None and sharer.genitive else found
    return Agents(tokens=tuple(found), last=found[-1] + 1 if found else -1)


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
    if (bearer := _somebody(tokens, verb)) is not None:
        return Agents(tokens=(bearer,), last=verb + 1)
    if referred := _referred(tokens, low, verb, grammar):
        return Agents(tokens=referred, last=verb + 1)
    if verb + 1 < high:
        inverted = noun_phrase(
            tokens, _past_adverbs(tokens, verb + 1, high, grammar), high, grammar
        )
    if inverted.tokens and tokens[verb].word in grammar.modals:
        return inverted
    if low == verb or _is_adverbial(tokens, low, verb, grammar):
        return inverted if inverted.tokens else _place(tokens, low, verb, high, grammar)
    before = noun_phrase(tokens, low, verb, grammar)
    if not before.tokens and tokens[verb].word in grammar.done_by_somebody:
        return inverted
    return _with_partner(tokens, verb, high, before, grammar)


def _referred(tokens: Sequence[Token], low: int, verb: int, grammar: Grammar) -> tuple[int, ...]:
    """``Om kommunen inte kan …, ska DEN meddela``, ``Anser läkaren att …, ska HON ansöka``: the
    subject of the clause before."""
    if verb + 2 >= len(tokens) or tokens[verb + 1].word not in _PRONOUNS:
        return ()
    following = tokens[verb + 2]
    if low + 1 >= verb or following.mention is not None:
        return ()
    alone = (
        grammar.is_infinitive(following.word)
        or following.word in grammar.adverbs
        or following.word.endswith(_ADVERB)
    )
    person = tokens[verb + 1].word in {"han", "hon", "hen"}
    conditional = is_subordinator(tokens, low, grammar) or grammar.is_present(tokens[low].word)
    if not (alone or person) or not conditional:
        return ()
    there_are = [token.word for token in tokens[low + 1 : low + 3]] == ["det", "finns"]
    return noun_phrase(tokens, low + (3 if there_are else 1), verb, grammar).tokens


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
    place = noun_phrase(tokens, low + 1, verb, grammar)
    return Agents(tokens=place.tokens, last=verb + 1)


def _somebody(tokens: Sequence[Token], verb: int) -> int | None:
    """``Inom tandvården ska det finnas NÅGON SOM svarar för verksamheten``: whoever it is that
    must be there, and not where."""
    there = [token.word for token in tokens[verb + 1 : verb + 4]] == ["det", "finnas", "någon"]
    return verb + 3 if there and tokens[verb + 3].mention is not None else None


def _past_adverbs(tokens: Sequence[Token], at: int, high: int, grammar: Grammar) -> int:
    while at < high and tokens[at].mention is None and tokens[at].word in grammar.adverbs:
        if tokens[at].word in {"en", "var"} and at + 1 < high and tokens[at + 1].mention:
            break
        at += 1
    return at


def _with_partner(
    tokens: Sequence[Token], verb: int, high: int, subject: Agents, grammar: Grammar
) -> Agents:
    """``Regionen ska tillsammans med kommunen planera``: both act."""
    at = verb + 1
    if not subject.tokens or at + 2 >= high or tokens[at].word != "tillsammans":
        return subject
    if tokens[at + 1].word != "med":
        return subject
    partner = joined_party(tokens, at + 2, high, grammar)
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
        elif not waiting and _ends_search(word, grammar):
            return None
    return None


def _ends_search(word: str, grammar: Grammar) -> bool:
    """An active infinitive; ``finns`` in an inserted clause is none."""
    infinitive = grammar.is_infinitive(word) and not grammar.is_present(word)
    return infinitive and word not in _AUXILIARIES


def _agent_of_passive(
    tokens: Sequence[Token], verb: int, passive_at: int, high: int, grammar: Grammar
) -> Agents:
    aside = objects = False
    for at in range(verb + 1, high - 1):
        token = tokens[at]
        if token.mention is None and is_subordinator(tokens, at, grammar):
            # A clause set in before the passive verb ends there: "ska, om det behövs, göras av".
            if at > passive_at:
                break
            aside = True
        aside = aside and at < passive_at
        if token.word != "av" or aside:
            continue
        before = tokens[at - 1].word
        # "på begäran av patienten eller av en närstående": the second goes on from the first.
        objects = _takes_object(before, grammar) or (objects and before in grammar.coordinators)
        # A fee that "tas ut av patienten" is paid by the patient, not taken by them.
        objects = objects or [each.word for each in tokens[at - 2 : at]] == ["tas", "ut"]
        agent = Agents(tokens=()) if objects else noun_phrase(tokens, at + 1, high, grammar)
        if agent.tokens:
            return agent
    return Agents(tokens=())


def _takes_object(word: str, grammar: Grammar) -> bool:
    """Whether ``av`` after the word says of what, not by whom (``undersökning av``)."""
    return word in grammar.not_agent_before or grammar.action_nouns.search(word) is not None
