"""Compose the answer: which kind it is, and what stands in it."""

from collections.abc import Mapping, Sequence
from datetime import date

from corpus.clause import DocumentId
from corpus.document import Document
from corpus.party import Party, Principal
from retrieval.answer import Answer, AnswerStatus, Related
from retrieval.index.parts import IndexParts
from retrieval.steps.compose import (
    Found,
    cite,
    decisive_words,
    either,
    headline,
    headline_behind,
    party_answers,
    principals_of,
    related,
    status_of,
)
from retrieval.steps.decide import decide
from retrieval.steps.inquiry import Inquiry
from retrieval.steps.judge import JudgeWeights
from retrieval.steps.laid_elsewhere import laid_elsewhere
from retrieval.steps.one_of_several import one_of_several
from retrieval.steps.search import Ranking
from retrieval.steps.wanted import Wanted, wanted
from retrieval.texts import joined_plain, party_words, say
from retrieval.understand import Scope
from retrieval.understanding.contrasts import opposed, told_sides
from retrieval.understanding.patterns import words
from retrieval.validity import holds

RELATED = 4
"""How many clauses are offered beside an answer."""

NEAREST = 3
"""How many clauses are named when there is no answer."""

NEAR = 3
"""Of so many clauses, and within so many times the margin of a rival, another may be chosen."""

_TURNED_AWAY = {
    Scope.MEDICAL_ADVICE: ("medical_advice", "medical_advice_note"),
    Scope.PATIENT_CASE: ("patient_case", "patient_case_note"),
    Scope.IT_SUPPORT: ("it_support", "it_support_note"),
    Scope.SMALL_TALK: ("small_talk", "small_talk_note"),
    Scope.INSTRUCTION: ("instruction", "small_talk_note"),
    Scope.DANGER: ("danger", "no_danger"),
    Scope.EMPTY: ("empty", None),
    Scope.OTHER_LANGUAGE: ("other_language", None),
}


UNSURE = 0.5
"""From such a share of the threshold on, a refusal says that the nearest clauses may answer."""

_DANGER = {False: (), True: ("danger", "no_danger")}
"""What is said before a refusal when the question tells of danger."""


def compose(
    inquiry: Inquiry,
    ranking: Ranking,
    index: IndexParts,
    documents: Mapping[DocumentId, Document],
    probability: float,
    judge: JudgeWeights,
) -> Answer:
    """The answer value, its quotes not yet verified."""
    threshold = judge.threshold
    if inquiry.understood.scope is not Scope.IN_SCOPE:
        return _turned_away(inquiry, index)
    if not ranking.holds or inquiry.understood.missing_sources or probability < threshold:
        return _refused(inquiry, ranking, index, documents, probability, threshold)
    return _answered(
        inquiry, ranking, index, documents, probability, sure=probability >= judge.sure
    )


def _turned_away(inquiry: Inquiry, index: IndexParts) -> Answer:
    headline_key, note_key = _TURNED_AWAY[inquiry.understood.scope]
    notes = [say(note_key, inquiry.lang)] if note_key else []
    return _answer(
        inquiry,
        index,
        AnswerStatus.OUT_OF_SCOPE,
        say(headline_key, inquiry.lang),
        notes=[*notes, *_door_notes(inquiry)],
    )


def _refused(
    inquiry: Inquiry,
    ranking: Ranking,
    index: IndexParts,
    documents: Mapping[DocumentId, Document],
    probability: float,
    threshold: float,
) -> Answer:
    lang, understood = inquiry.lang, inquiry.understood
    # Who asks about a danger that the text does not settle may be standing in it.
    near = probability >= UNSURE * threshold and not understood.missing_sources
    unsaid = "unsure" if near and ranking.holds else "not_found"
    line, *notes = [say(key, lang) for key in (*_DANGER[understood.danger], unsaid)]
    if understood.missing_sources:
        names = joined_plain([source.name for source in understood.missing_sources], lang)
        notes.append(say("missing_source", lang, names=names))
    if not ranking.holds:
        notes.append(say("no_valid", lang, on=inquiry.on.isoformat()))
    notes.append(say("whom_to_ask", lang))
    return _answer(
        inquiry,
        index,
        AnswerStatus.NOT_FOUND,
        line,
        related=_beside(ranking, index, documents, (), NEAREST),
        notes=[*notes, *_door_notes(inquiry)],
        probability=probability,
    )


def _answered(
    inquiry: Inquiry,
    ranking: Ranking,
    index: IndexParts,
    documents: Mapping[DocumentId, Document],
    probability: float,
    *,
    sure: bool,
) -> Answer:
    asked = wanted(inquiry.understood, inquiry.asked.principals, inquiry.door.text)
    found = _chosen(ranking, index, documents, asked)
    behind = _behind(found, index, inquiry.on)
    cited = [*found, behind] if behind else found
    parties = party_answers(cited)
    principals = principals_of(parties)
    if len(found) > 1:
        status, line = AnswerStatus.AMBIGUOUS, either(found, inquiry.lang)
    else:
        asks_who = asked.who and asked.outright and not asked.entitled
        status = status_of(principals, asks_who=asks_who)
        if behind:
            line = headline_behind(found[0], behind, inquiry.lang, asks_who=asks_who)
        else:
            line = headline(status, found[0], parties, inquiry.lang)
    line = line if sure else say("less_sure", inquiry.lang, line=line)
    return _answer(
        inquiry,
        index,
        status,
        line,
        principals=principals,
        parties=parties,
        citations=tuple(cite(each) for each in cited),
        related=_beside(ranking, index, documents, cited, RELATED),
        notes=[
            *([say("tell_more", inquiry.lang)] if len(found) > 1 else []),
            *one_of_several(inquiry.understood.questions, found, parties, inquiry.lang),
            *_also_notes(found, principals, inquiry.lang),
            *_apart_notes(ranking, inquiry.lang),
            *_door_notes(inquiry),
        ],
        probability=probability,
    )


def _behind(found: Sequence[Found], index: IndexParts, on: date) -> Found | None:
    """The clause in force that names who carries what an only one, which names nobody, is about."""
    if len(found) > 1 or party_answers(found):
        return None
    document = found[0].document
    clauses = [
        clause
        for clause in index.clauses
        if clause.document == document.id and holds(document, clause, on, index.answers)
    ]
    return laid_elsewhere(found[0], clauses)


def _chosen(
    ranking: Ranking,
    index: IndexParts,
    documents: Mapping[DocumentId, Document],
    asked: Wanted,
) -> list[Found]:
    """What answers: the best clause, and its rival when there is one.

    A clause that tells only of the opposite of the circumstances asked about gives way to one
    nearly as good that tells of them.
    """
    gaps = ranking.scores[0] - ranking.scores[:NEAR]
    near = [
        _found(ranking, index, documents, place, asked)
        for place in range(len(gaps))
        if place == 0 or gaps[place] < NEAR * ranking.rival_margin
    ]
    fits = [_fit(each, asked) for each in near]
    if fits[0] < 0 and 1 in fits:
        return [near[fits.index(1)]]
    equal = len(near) > 1 and gaps[1] < ranking.rival_margin and _rivals(*near[:2])
    if equal and fits[:2] != [1, -1]:
        return _asked_about(near[:2], asked) or near[:2]
    return near[:1]


def _asked_about(rivals: list[Found], asked: Wanted) -> list[Found]:
    """The one of two rivals that is about the party whose duty is asked about, if only one is.

    Who asks *who* names the others ("who tells us in home care?"); who asks what a party must
    do names that very party.
    """
    if asked.who:
        return []
    meant = [each for each in rivals if asked.principals & _laid_on(each)]
    return meant if len(meant) == 1 else []


def _fit(found: Found, asked: Wanted) -> int:
    """1 when the deciding sentence tells of a circumstance asked about, -1 when of the opposite
    of one, else 0."""
    told = told_sides(words(decisive_words(found)))
    return -1 if opposed(told, asked.sides) else int(bool(told & asked.sides))


def _rivals(one: Found, other: Found) -> bool:
    """Whether two clauses lay the matter on different principals."""
    here, there = _laid_on(one), _laid_on(other)
    same = one.clause.reference == other.clause.reference
    return bool(here and there) and not same and not here & there


def _laid_on(found: Found) -> set[Principal]:
    """The principals that its deciding sentence lays something on."""
    return set(principals_of(party_answers([found])))


def _found(
    ranking: Ranking,
    index: IndexParts,
    documents: Mapping[DocumentId, Document],
    place: int,
    asked: Wanted,
) -> Found:
    position = int(ranking.order[place])
    clause = index.clauses[int(ranking.candidates.rows[position])]
    document = documents[clause.document]
    offsets, matches = ranking.looks.match(position)
    return Found(
        document=document,
        clause=clause,
        decisive=decide(document.text, clause, offsets, matches, asked),
    )


def _beside(
    ranking: Ranking,
    index: IndexParts,
    documents: Mapping[DocumentId, Document],
    found: Sequence[Found],
    count: int,
) -> tuple[Related, ...]:
    offered: dict[str, Related] = {}
    cited = {each.clause.reference for each in found}
    for row in ranking.rows()[: len(found) + 2 * count]:
        clause = index.clauses[row]
        if clause.reference in cited:
            continue
        document = documents[clause.document]
        offered.setdefault(clause.reference, related(document, clause, apart=not ranking.holds))
    apart = (index.clauses[row] for row in ranking.apart)
    return (
        *list(offered.values())[:count],
        *(related(documents[clause.document], clause, apart=True) for clause in apart),
    )


def _also_notes(found: Sequence[Found], principals: Sequence[Principal], lang: str) -> list[str]:
    """Who else carries something in the clauses cited, in other sentences than the decisive."""
    duties = [duty for each in found for duty in each.clause.duties if not duty.negated]
    there = {party.principal for duty in duties for party in duty.parties}
    if Principal.BOTH in there:
        there |= {Principal.MUNICIPALITY, Principal.REGION}
    others = [p for p in (Principal.MUNICIPALITY, Principal.REGION) if p in there - set(principals)]
    if not others or not principals:
        return []
    named = joined_plain([party_words(Party(principal=p), lang) for p in others], lang)
    return [say("also", lang, parties=named)]


def _apart_notes(ranking: Ranking, lang: str) -> list[str]:
    return [say("apart", lang)] if ranking.apart else []


def _door_notes(inquiry: Inquiry) -> list[str]:
    return [say("redacted", inquiry.lang)] if inquiry.door.count else []


def _danger_notes(inquiry: Inquiry, headline: str) -> list[str]:
    if inquiry.understood.danger and headline != say("danger", inquiry.lang):
        return [say("danger_note", inquiry.lang)]
    return []


def _answer(
    inquiry: Inquiry,
    index: IndexParts,
    status: AnswerStatus,
    headline: str,
    *,
    notes: Sequence[str],
    probability: float = 0.0,
    **parts: object,
) -> Answer:
    empty: dict[str, object] = {"principals": (), "parties": (), "citations": (), "related": ()}
    return Answer(
        status=status,
        question=inquiry.door.text,
        headline=headline,
        notes=(*_danger_notes(inquiry, headline), *notes),
        on=inquiry.on,
        lang=inquiry.lang,
        probability=probability,
        redactions=inquiry.door.count,
        index_fingerprint=index.fingerprint,
        **(empty | parts),  # type: ignore[arg-type]
    )
