"""Compose: the answer value from the judged clauses.

The party comes first, then the clause. Everything that is said about the matter is a quote;
the words around it are in ``retrieval.texts``.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from corpus.clause import Clause
from corpus.document import Document
from corpus.party import Party, Principal
from corpus.sentences import item_number
from retrieval.answer import AnswerStatus, Citation, PartyAnswer, Related
from retrieval.steps.called import called
from retrieval.steps.decide import Decisive
from retrieval.texts import (
    either_of,
    either_party,
    joined,
    joined_plain,
    modality_key,
    named,
    say,
    with_roles,
)
from retrieval.validity import validity

WHOLE = 700
"""A clause of at most so many characters is quoted whole, a longer one by its sentence."""

EXCERPT = 180
"""Characters of a clause that is only offered beside the answer."""


_EITHER = re.compile(
    r"\b(?:kommun\w*\s+eller\s+(?:en\s+|den\s+)?region|region\w*\s+eller\s+(?:en\s+|den\s+)?kommun)",
    re.IGNORECASE,
)

_TWO = (Principal.MUNICIPALITY, Principal.REGION)
_OF_THE_SENTENCE = frozenset({"may", "must_not"})
"""Headlines that speak of what the marked sentence says."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A clause that answers, and where in it the answer stands."""

    document: Document
    clause: Clause
    decisive: Decisive


def cite(found: Found) -> Citation:
    """The verbatim quote: the whole clause when it is short, else what answers in it."""
    document, clause = found.document, found.clause
    sentence = found.decisive.sentence
    start, end = _quoted(clause, found.decisive)
    first, last = validity(document, clause)
    return Citation(
        document=document.id,
        document_title=document.title,
        kind=document.kind,
        clause=clause.id,
        label=clause.label,
        title=clause.title,
        headings=clause.headings,
        status=document.status,
        valid_from=first,
        valid_to=last,
        quote=document.text[start:end],
        start=start,
        end=end,
        decisive=(sentence.start - start, sentence.end - start),
        page=document.page(sentence.start),
        url=document.source,
    )


def decisive_words(found: Found) -> str:
    """The deciding sentence."""
    sentence = found.decisive.sentence
    return found.document.text[sentence.start : sentence.end]


def _quoted(clause: Clause, decisive: Decisive) -> tuple[int, int]:
    """The span to quote. What names the parties that are shown always lies within it."""
    if clause.end - clause.start <= WHOLE:
        return clause.start, clause.end
    sentence = decisive.sentence
    spans = [(sentence.start, sentence.end)]
    if sentence.lead and sentence.end - sentence.lead[0] <= WHOLE:
        spans.append(sentence.lead)
    listed = [each for each in clause.duties if decisive.leads_to_them and each.lead == spans[0]]
    for duty in (*decisive.duties, *listed):
        if duty.parties:
            spans += [(duty.start, duty.end), *([duty.lead] if duty.lead else [])]
    return min(start for start, _ in spans), max(end for _, end in spans)


def party_answers(found: Sequence[Found]) -> tuple[PartyAnswer, ...]:
    """Who carries what, each with the position of its citation, without repeats."""
    answers: dict[tuple[Party, str, bool], PartyAnswer] = {}
    for citation, each in enumerate(found):
        for duty in each.decisive.duties:
            for party in duty.parties:
                answers.setdefault(
                    (party, duty.what, duty.negated),
                    PartyAnswer(
                        party=party,
                        modality=duty.modality,
                        negated=duty.negated,
                        called=called(each.document.text, duty, party),
                        what=duty.what,
                        phase=duty.phase,
                        condition=duty.condition,
                        citation=citation,
                    ),
                )
    return tuple(answers.values())


def principals_of(parties: Sequence[PartyAnswer]) -> tuple[Principal, ...]:
    """The principals in a fixed order; ``both`` is municipality and region."""
    named = {answer.party.principal for answer in parties}
    if Principal.BOTH in named:
        named |= {Principal.MUNICIPALITY, Principal.REGION}
    return tuple(p for p in Principal if p in named and p is not Principal.BOTH)


def status_of(principals: Sequence[Principal], *, asks_who: bool) -> AnswerStatus:
    """What kind of answer the parties make."""
    if len(principals) > 1:
        return AnswerStatus.SHARED
    if not principals and asks_who:
        return AnswerStatus.NOT_STATED
    return AnswerStatus.ANSWERED


def headline(status: AnswerStatus, found: Found, parties: Sequence[PartyAnswer], lang: str) -> str:
    """The first line: the responsible party, or that the text names none."""
    if status is AnswerStatus.NOT_STATED:
        return say("not_stated", lang)
    if not parties:
        return say("stated", lang, place=place(found, lang))
    names = _names(parties, lang)
    text = joined(names, lang)
    negated = all(answer.negated for answer in parties)
    if status is AnswerStatus.SHARED and not negated:
        if len(names) == 1 and (line := either_party(parties[0].party, parties[0].called, lang)):
            return line
        if len(names) > 1 and _one_or_other(found, parties):
            return say("one_of_them", lang, parties=either_of(names, lang))
        return say("shared", lang, parties=text[:1].lower() + text[1:])
    key = modality_key(parties[0].modality, negated=negated or parties[0].negated)
    if key in _OF_THE_SENTENCE and not found.decisive.names_the_party:
        return say("stated", lang, place=place(found, lang))
    return say(key, lang, parties=text, is_are="is" if len(names) == 1 else "are")


def headline_behind(found: Found, behind: Found, lang: str, *, asks_who: bool) -> str:
    """The first line when ``behind`` names who carries what ``found`` speaks of."""
    parties = party_answers([behind])
    names = _names(parties, lang)
    label = behind.clause.label
    if behind.decisive.leads_to_them:
        who = say("listed", lang, place=label)
    elif len(principals_of(parties)) == 1:
        is_are = "is" if len(names) == 1 else "are"
        number, text = _item(found, behind), joined(names, lang)
        key = "item_under" if number else "under"
        who = say(key, lang, parties=text, is_are=is_are, number=number, place=label)
    elif len(names) > 1 and _one_or_other(behind, parties):
        who = say("one_of_them_under", lang, parties=either_of(names, lang), place=label)
    else:
        apart = len({answer.what for answer in parties}) > 1
        key = "parts_under" if apart else "shared_under"
        who = say(key, lang, parties=joined_plain(names, lang), place=label)
    if asks_who:
        return say("names_nobody", lang, line=who, place=found.clause.label)
    return say("stated_nobody", lang, line=who, place=place(found, lang))


def _item(found: Found, behind: Found) -> str:
    """The number of the item that decides, where ``behind`` lays the items of its clause on
    several (``insatser enligt 9 § 2-10``); else empty."""
    number = item_number(found.document.text, found.decisive.sentence)
    cited = re.compile(re.escape(found.clause.label) + r"\s*\d")
    apart = any(cited.search(" ".join(duty.what.split())) for duty in behind.decisive.duties)
    return str(number) if number and apart else ""


def either(found: Sequence[Found], lang: str) -> str:
    """The first line when clauses answer differently: each one's parties with its number."""
    ways = []
    for each in found:
        parties = party_answers([each])
        names = _names(parties, lang)
        ways.append(f"{joined_plain(names, lang)} ({each.clause.label})")
    return say("ambiguous", lang, first=ways[0], second=ways[1])


def _names(parties: Sequence[PartyAnswer], lang: str) -> list[str]:
    """Each party once; the roles of one principal stand together, and are left out where the
    principal itself is among the parties."""
    roles: dict[Principal, list[Party]] = {}
    for each in parties:
        if not each.called and each.party.principal is not Principal.OTHER:
            roles.setdefault(each.party.principal, []).append(each.party)
    names = []
    for each in parties:
        if each.party == Party(principal=Principal.BOTH):
            names += [named(Party(principal=one), None, lang) for one in _TWO]
            continue
        alike = roles.get(each.party.principal, []) if not each.called else []
        alone = len(set(alike)) <= 1
        names.append(named(each.party, each.called, lang) if alone else with_roles(alike, lang))
    return list(dict.fromkeys(names))


def _one_or_other(found: Found, parties: Sequence[PartyAnswer]) -> bool:
    """Whether one duty is laid on either of two principals (``en kommun eller en region som``)."""
    text = found.document.text
    said = [text[duty.start : duty.end] for duty in found.decisive.duties if duty.parties]
    return len({answer.what for answer in parties}) == 1 and any(map(_EITHER.search, said))


def place(found: Found, lang: str) -> str:
    """A clause's place in words."""
    if "§" in found.clause.label:
        return f"{found.clause.label} {found.document.title}"
    if found.clause.label[:1].isdigit() or found.clause.label[1:2].isdigit():
        number = "clause" if lang == "en" else "punkt"
        return f"{number} {found.clause.label}, {found.document.title}"
    return f"{found.document.title}: {found.clause.title or found.clause.label}"


def related(document: Document, clause: Clause, *, apart: bool) -> Related:
    """A clause to offer beside the answer."""
    text = " ".join(document.text[clause.start : clause.end].split())
    cut = text if len(text) <= EXCERPT else text[:EXCERPT].rsplit(" ", 1)[0] + " …"
    return Related(
        document=document.id,
        document_title=document.title,
        clause=clause.id,
        label=clause.label,
        title=clause.title,
        status=document.status,
        apart=apart,
        excerpt=cut,
    )
