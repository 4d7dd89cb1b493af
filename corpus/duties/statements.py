"""The statements of a sentence: who, how strongly, from which word to which."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from corpus.duties.agents import (
    applies_to,
    find_agents,
    giver,
    on_behalf,
    owners,
    party_after,
)
from corpus.duties.modality import Form, Reading, is_negated, read_modality
from corpus.duties.noun_phrase import INSTITUTIONS, Agents, is_owner, noun_phrase
from corpus.duties.predicate import main_verbs
from corpus.duties.words import Grammar, Token
from corpus.duty import Modality
from corpus.party import Principal

_JOINTS = frozenset({"och", "men", "samt", "medan", ",", ";", "–", "eller"})
_THEN = frozenset({"därefter", "sedan"})
_LONGEST_ORGAN = 3
"""Words after its owner that name an organ: ``regionens specialiserade palliativa team``."""
_PERSONS_VERBS = frozenset({"betalar", "väljer", "bestämmer", "beslutar", "bekostar"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """One main clause, ``tokens[low:high]``, that lays something on somebody.

    ``shares_subject`` tells that the clause has no subject of its own and goes on from the
    clause before it in the sentence.
    """

    tokens: Sequence[Token]
    low: int
    verb: int
    high: int
    reading: Reading
    agents: Agents
    negated: bool
    shares_subject: bool = False


def read_statements(
    tokens: Sequence[Token], grammar: Grammar, *, continued: bool = False
) -> tuple[Statement, ...]:
    """The statements in ``tokens``, in order.

    ``continued``: the tokens follow a leading sentence, so that a verb in the first place is
    no condition.
    """
    verbs = main_verbs(tokens, grammar, continued=continued)
    statements: list[Statement] = []
    low = start = 0
    for number, verb in enumerate(verbs):
        high = _joint(tokens, verb, verbs[number + 1]) if number + 1 < len(verbs) else len(tokens)
        if number and _done_alike(tokens, verbs[number - 1], low, verb, grammar):
            low = start
        start = low
        statement = _statement(tokens, low, verb, high, grammar, first=number == 0)
        if (
            statement is not None
            and statement.shares_subject
            and not _goes_on(statements, statement)
        ):
            statement = None
        if statement is not None and statements and _repeats(statements[-1], statement):
            statements[-1] = replace(statements[-1], high=high)
        elif statement is not None:
            statements.extend((*_in_turn(statement, grammar), *_elliptic(statement, grammar)))
        low = high
    return (*statements, *_told_aside(statements, grammar))


def _done_alike(
    tokens: Sequence[Token], before: int, low: int, verb: int, grammar: Grammar
) -> bool:
    """``Transporter beställs och bekostas av regionen``: two passives with one subject, done by
    the one that the second names."""
    passive = grammar.is_passive(tokens[before].word) and grammar.is_passive(tokens[verb].word)
    return passive and low == before + 1 and verb == low + 1 and tokens[low].word in _JOINTS


def _goes_on(statements: Sequence[Statement], statement: Statement) -> bool:
    """Plain present tense without a subject goes on only from a present tense."""
    if not statements or statement.reading.form is not Form.PLAIN:
        return bool(statements)
    return statements[-1].reading.modality is statement.reading.modality


def _repeats(before: Statement, statement: Statement) -> bool:
    """``bedömer behovet och skriver remissen``: one subject, one modality, one statement."""
    same = before.reading.modality is statement.reading.modality
    return statement.shares_subject and same and before.negated is statement.negated


def _joint(tokens: Sequence[Token], verb: int, following: int) -> int:
    """Where the clause of the main verb ``following`` begins."""
    for at in range(following - 1, verb, -1):
        if tokens[at].word in _JOINTS and not (
            tokens[at].word in {"och", "eller", ","}
            and tokens[at - 1].mention is not None
            and tokens[at + 1].mention is not None
            and at + 2 < following
            and any(t.word in _JOINTS for t in tokens[verb:at])
        ):
            return at
    return following


def _statement(
    tokens: Sequence[Token], low: int, verb: int, high: int, grammar: Grammar, *, first: bool
) -> Statement | None:
    if first and (cleft := _cleft(tokens, verb, high, grammar)):
        return cleft
    reading = read_modality(tokens[:high], verb, grammar)
    if reading is None:
        return None
    agents = _agents(tokens, low, verb, high, reading, grammar)
    if reading.form is Form.RECEIVES and agents.tokens and agents.last < 0:
        reading = replace(reading, modality=Modality.RESPONSIBLE, form=Form.SUBJECT)
    own = all(token.word in _JOINTS or token.word in grammar.adverbs for token in tokens[low:verb])
    shares = not first and own and not agents.tokens and not agents.passive
    plain = reading.form is Form.PLAIN
    if plain and not shares and not _may_be_plain(tokens, verb, agents, grammar):
        return None
    if plain and shares and tokens[verb].word in grammar.stative:
        return None
    return Statement(
        tokens=tokens,
        low=low,
        verb=verb,
        high=high,
        reading=reading,
        agents=agents,
        negated=is_negated(tokens[:high], verb, grammar) or tokens[low].word in grammar.negations,
        shares_subject=shares,
    )


def _agents(
    tokens: Sequence[Token], low: int, verb: int, high: int, reading: Reading, grammar: Grammar
) -> Agents:
    """Look for the party where the form of the statement has it."""
    if reading.form is Form.AFTER:
        return party_after(tokens, verb + 1, high, grammar)
    if reading.form is Form.OWNER:
        return owners(tokens, verb + 1, high, grammar)
    if reading.form is Form.OWNED_BEFORE:
        return owners(tokens, low, verb, grammar)
    if reading.form is Form.REFERS:
        applied = applies_to(tokens, verb + 1, high, grammar)
        return Agents(tokens=()) if _is_private(applied, tokens) else applied
    found = find_agents(tokens, low, verb, high, grammar)
    if reading.form is Form.RECEIVES and _is_private(found, tokens):
        return giver(tokens, reading.content, high, grammar)
    if _is_private(found, tokens) and _only_enabled(tokens, verb, found, high):
        return Agents(tokens=())
    return found


def _is_private(agents: Agents, tokens: Sequence[Token]) -> bool:
    """Whether nobody acts but a private person."""
    return all(party.principal is Principal.INDIVIDUAL for party in agents.parties(tokens))


def _only_enabled(tokens: Sequence[Token], verb: int, agents: Agents, high: int) -> bool:
    """``ska den enskilde kunna välja``: somebody else is to see to it."""
    if not agents.tokens or tokens[verb].word not in {"ska", "skall", "bör"}:
        return False
    return any(token.word in {"kunna", "få"} for token in tokens[verb + 1 : high])


def _cleft(tokens: Sequence[Token], verb: int, high: int, grammar: Grammar) -> Statement | None:
    """``Det är kommunen som ansvarar``: the party stands between ``är`` and ``som``."""
    if tokens[verb].word != "är" or verb == 0 or tokens[verb - 1].word != "det":
        return None
    agents = party_after(tokens, verb + 1, high, grammar)
    som = agents.last + 1
    if not agents.tokens or som + 1 >= high or tokens[som].word != "som":
        return None
    inner = read_modality(tokens[:high], som + 1, grammar)
    if inner is None or not grammar.is_present(tokens[som + 1].word):
        return None
    return Statement(
        tokens=tokens,
        low=som + 1,
        verb=som + 1,
        high=high,
        reading=inner,
        agents=agents,
        negated=is_negated(tokens[:high], som + 1, grammar),
    )


def _may_be_plain(tokens: Sequence[Token], verb: int, agents: Agents, grammar: Grammar) -> bool:
    """Whether plain present tense lays something on its subject.

    The owner of a responsibility is always meant (``Regionens ansvar omfattar inte …``); a
    private person only where a verb of choice or payment says so.
    """
    if not agents.tokens:
        return agents.passive
    first = tokens[agents.tokens[0]].mention
    if is_owner(tokens, agents.tokens[0], grammar):
        return True
    if first is not None and first.genitive and not _acts_for(tokens, verb, agents, grammar):
        return False
    word = tokens[verb].word
    denies = word in {"behöver", "omfattar", "innefattar"} and is_negated(tokens, verb, grammar)
    if word in grammar.stative and not denies:
        return False
    private = all(p.principal is Principal.INDIVIDUAL for p in agents.parties(tokens))
    return not private or word in _PERSONS_VERBS


def _acts_for(tokens: Sequence[Token], verb: int, agents: Agents, grammar: Grammar) -> bool:
    """Whether an owner's own people act: ``ges av regionens palliativa team``."""
    start = agents.tokens[0] + 1
    if start < len(tokens) and tokens[start].word in grammar.on_behalf:
        return True
    stop = verb if start <= verb else start + _LONGEST_ORGAN
    return any(t.mention is None and grammar.organs.search(t.word) for t in tokens[start:stop])


def _in_turn(statement: Statement, grammar: Grammar) -> tuple[Statement, ...]:
    """``bekostas av kommunen i tio dagar, därefter av regionen``: one passive, two in turn.

    The second keeps all the words, since those of its own name no thing.
    """
    tokens, agents = statement.tokens, statement.agents
    if not agents.passive or not agents.tokens:
        return (statement,)
    for at in range(agents.tokens[-1] + 1, statement.high - 2):
        following = Agents(tokens=())
        if tokens[at].word in _THEN and tokens[at + 1].word == "av":
            following = noun_phrase(tokens, at + 2, statement.high, grammar)
        elif tokens[at].word in grammar.coordinators:
            following = on_behalf(tokens, at + 1, statement.high, grammar)
        if following.tokens:
            second = Agents(tokens=following.tokens, passive=True)
            return replace(statement, high=at), replace(statement, agents=second)
    return (statement,)


def _told_aside(statements: Sequence[Statement], grammar: Grammar) -> tuple[Statement, ...]:
    """``rapporterar till läkaren, SOM FASTSTÄLLER döden``: after a comma the clause does not say
    which physician is meant but what that physician does."""
    found: dict[int, Statement] = {}
    for each in statements:
        tokens = each.tokens[: each.high]
        for at in range(each.verb + 1, each.high - 3):
            mention, verb = tokens[at].mention, at + 3
            if mention is None or mention.genitive or mention.party.principal not in INSTITUTIONS:
                continue
            aside = [token.word for token in tokens[at + 1 : verb]] == [",", "som"]
            if not aside or not grammar.is_present(tokens[verb].word):
                continue
            reading = read_modality(tokens, verb, grammar)
            if reading is None or tokens[verb].word in grammar.stative:
                continue
            agents = Agents(tokens=(at,), last=at)
            negated = is_negated(tokens, verb, grammar)
            found[at] = replace(
                each, low=verb, verb=verb, reading=reading, agents=agents, negated=negated
            )
    return tuple(found.values())


def _elliptic(statement: Statement, grammar: Grammar) -> tuple[Statement, ...]:
    """``Regionen ansvarar för vården och kommunen för boendet``: the verb is understood."""
    tokens, high = statement.tokens, statement.high
    seen_for = False
    for at in range(statement.verb + 1, high - 2):
        seen_for = seen_for or tokens[at].word == "för"
        if not seen_for or tokens[at].word not in {"och", "men", "medan"}:
            continue
        agents = party_after(tokens, at + 1, min(at + 4, high), grammar)
        end = agents.last + 1
        if agents.tokens and end < high - 1 and tokens[end].word == "för":
            return (
                replace(
                    statement,
                    low=end,
                    verb=end,
                    agents=agents,
                    negated=False,
                    reading=replace(statement.reading, content=end, form=Form.ELLIPTIC),
                ),
            )
    return ()
