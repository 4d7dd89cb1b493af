"""What the surroundings of a sentence say of a party that the sentence leaves open.

``Enheten ska …`` names staff or a unit, but not whose. The same sentence may tell (``insatser
från både region och kommun``), or the statement before it, or a heading above.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from corpus.clause import Clause
from corpus.duties.words import Grammar, Token
from corpus.duty import Duty
from corpus.party import Party, Principal
from corpus.party_lexicon import Mention, PartyLexicon

_OWNED = re.compile(
    r"\s+(?:(?:\w*ansvar|skyldighet)(?: som huvudman)?"
    r"|åtagande\w*|uppgift\w*|skyldigheter|ansvarsområde|del)\s*:?"
)
_OWNED_MATTER = re.compile(r"\s+(?:\w*ansvar|\w*skyldighet) (?:att|för) .*")
"""``Socialnämndens skyldighet att gallra``: of the paragraphs below, but not of a whole chapter,
which goes on to what others do."""

_CHAPTER = re.compile(r"\bkap\.", re.IGNORECASE)
_NOTHING = re.compile(r"\s*:?")
_NUMBER = re.compile(r"[\s\d.§]*(?:\w? ?kap\.|AVDELNING [IVXL]+\.)?\s*", re.IGNORECASE)
_PRIVATE = re.compile(r"(?:^|\bi )enskild verksamhet$", re.IGNORECASE)
_BETWEEN = re.compile(r"\bmellan\b", re.IGNORECASE)
_PRINCIPALS = frozenset({Principal.MUNICIPALITY, Principal.REGION, Principal.BOTH})
_TWO = {Principal.MUNICIPALITY, Principal.REGION}
_JOINTS = frozenset({"och", "eller", "samt", ""})
_DECIDES = frozenset({"bestämmer", "beslutar", "fastställer"})
_DECIDED = frozenset({"bestäms", "bestämts", "beslutas", "beslutats", "fastställs", "fastställts"})


def heading_parties(clause: Clause, lexicon: PartyLexicon) -> tuple[Party, ...]:
    """The parties of a heading that says whose duties stand below (``Kommunens ansvar``)."""
    for heading in (clause.title, *reversed(clause.headings)):
        if heading and _PRIVATE.search(heading):
            return (Party(principal=Principal.OTHER, role="den som bedriver verksamheten"),)
        mentions = lexicon.find(heading.lower()) if heading else ()
        if not heading or not mentions:
            continue
        named = _first_named(heading, mentions)
        owns, bare = named[-1].genitive, all(each.party.role is None for each in named)
        if not _NUMBER.fullmatch(heading[: named[0].start]) or not (owns or bare):
            return ()
        rest = heading[named[-1].end :].lower()
        after = (_OWNED if owns else _NOTHING).fullmatch(rest)
        if owns and not _CHAPTER.search(heading):
            after = after or _OWNED_MATTER.fullmatch(rest)
        return tuple(dict.fromkeys(each.party for each in named)) if after else ()
    return ()


def _first_named(heading: str, mentions: Sequence[Mention]) -> list[Mention]:
    """The first party of a heading and those joined to it."""
    named = [mentions[0]]
    for mention in mentions[1:]:
        if heading[named[-1].end : mention.start].strip(" ,").lower() not in _JOINTS:
            break
        named.append(mention)
    return named


def settled(
    parties: tuple[Party, ...],
    said: Sequence[Mention],
    before: Duty | None,
    clause: Clause,
    lexicon: PartyLexicon,
) -> tuple[Party, ...]:
    """``parties`` with the principal behind staff and units where the surroundings tell it.

    ``said`` are the mentions in the same sentence, ``before`` is the statement before it.
    """
    if not any(_is_open(party, lexicon) for party in parties):
        return parties
    behind = _named_together(said) or _carried(before) or _of_headings(clause, lexicon)
    if behind is None:
        return parties
    return tuple(
        replace(party, principal=behind) if _is_open(party, lexicon) else party for party in parties
    )


def deciders(tokens: Sequence[Token], grammar: Grammar) -> tuple[Party, ...]:
    """Who sets the terms: ``enligt grunder som regionen eller kommunen bestämmer``,
    ``det belopp som bestämts av regionen``."""
    for at, token in enumerate(tokens):
        if token.word == "som" and (found := _parties_from(tokens, at + 1, grammar)):
            parties, end = found
            if end < len(tokens) and tokens[end].word in _DECIDES:
                return parties
        by = at + 1 < len(tokens) and tokens[at + 1].word == "av"
        if token.word in _DECIDED and by and (found := _parties_from(tokens, at + 2, grammar)):
            return found[0]
    return ()


def _parties_from(
    tokens: Sequence[Token], at: int, grammar: Grammar
) -> tuple[tuple[Party, ...], int] | None:
    """The principals named from ``at`` on, and where the words after them begin."""
    parties: list[Party] = []
    while at < len(tokens):
        mention = tokens[at].mention
        if mention is not None and mention.party.principal in _PRINCIPALS and not mention.genitive:
            parties.append(mention.party)
        elif mention is not None or not parties or tokens[at].word not in grammar.coordinators:
            break
        at += 1
    return (tuple(dict.fromkeys(parties)), at) if parties else None


def _is_open(party: Party, lexicon: PartyLexicon) -> bool:
    return party.principal is Principal.OTHER and party.role in lexicon.staff_roles


def _named_together(said: Sequence[Mention]) -> Principal | None:
    """Both, where one sentence names region and municipality and no other principal."""
    bare = {mention.party.principal for mention in said if mention.party.role is None}
    return Principal.BOTH if bare & _PRINCIPALS == _TWO else None


def _carried(before: Duty | None) -> Principal | None:
    if before is None:
        return None
    principals = {party.principal for party in before.parties}
    if principals == _TWO:
        return Principal.BOTH
    return principals.pop() if len(principals) == 1 and principals <= _PRINCIPALS else None


def _of_headings(clause: Clause, lexicon: PartyLexicon) -> Principal | None:
    owners = {party.principal for party in heading_parties(clause, lexicon)}
    if len(owners) == 1 and owners <= _PRINCIPALS:
        return owners.pop()
    for heading in clause.headings:
        principals = {mention.party.principal for mention in lexicon.find(heading.lower())}
        if principals == _TWO and _BETWEEN.search(heading):
            return Principal.BOTH
    return None
