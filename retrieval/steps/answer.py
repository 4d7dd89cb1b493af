"""Compose the answer: which kind it is, and what stands in it."""

from collections.abc import Mapping, Sequence

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
    party_answers,
    principals_of,
    related,
    status_of,
)
from retrieval.steps.decide import decide
from retrieval.steps.inquiry import Inquiry
from retrieval.steps.one_of_several import one_of_several
from retrieval.steps.search import Ranking
from retrieval.steps.wanted import Wanted, wanted
from retrieval.texts import joined_plain, party_words, say
from retrieval.understand import Scope
from retrieval.understanding.contrasts import opposed, told_sides
from retrieval.understanding.patterns import words

RELATED = 4
"""How many clauses are offered beside an answer."""

NEAREST = 3
"""How many clauses are named when there is no answer."""

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


def compose(
    inquiry: Inquiry,
    ranking: Ranking,
    index: IndexParts,
    documents: Mapping[DocumentId, Document],
    probability: float,
    threshold: float,
) -> Answer:
    """The answer value, its quotes not yet verified."""
    if inquiry.understood.scope is not Scope.IN_SCOPE:
        return _turned_away(inquiry, index)
    if not ranking.holds or inquiry.understood.missing_sources or probability < threshold:
        return _refused(inquiry, ranking, index, documents, probability)
    return _answered(inquiry, ranking, index, documents, probability)


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
) -> Answer:
    lang, understood = inquiry.lang, inquiry.understood
    notes = []
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
        say("not_found", lang),
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
) -> Answer:
    asked = wanted(inquiry.understood, inquiry.asked.principals)
    best = _found(ranking, index, documents, 0, asked)
    other = _rival(best, ranking, index, documents, asked)
    found = _on_side(best, other, asked) if other else [best]
    parties = party_answers(found)
    principals = principals_of(parties)
    if len(found) > 1:
        status, line = AnswerStatus.AMBIGUOUS, either(found, inquiry.lang)
    else:
        status = status_of(principals, asks_who=inquiry.understood.asks_who)
        line = headline(status, found[0], parties, inquiry.lang)
    return _answer(
        inquiry,
        index,
        status,
        line,
        principals=principals,
        parties=parties,
        citations=tuple(cite(each) for each in found),
        related=_beside(ranking, index, documents, found, RELATED),
        notes=[
            *([say("tell_more", inquiry.lang)] if len(found) > 1 else []),
            *one_of_several(inquiry.understood.questions, found, parties, inquiry.lang),
            *_also_notes(found, principals, inquiry.lang),
            *_apart_notes(ranking, inquiry.lang),
            *_door_notes(inquiry),
        ],
        probability=probability,
    )


def _rival(
    best: Found,
    ranking: Ranking,
    index: IndexParts,
    documents: Mapping[DocumentId, Document],
    asked: Wanted,
) -> Found | None:
    """The second clause, when it fits as well as the first and lays the matter on others."""
    if len(ranking.order) < 2 or ranking.scores[0] - ranking.scores[1] >= ranking.rival_margin:
        return None
    second = _found(ranking, index, documents, 1, asked)
    here = set(principals_of(party_answers([best])))
    there = set(principals_of(party_answers([second])))
    if second.clause.reference == best.clause.reference or not here or not there or here & there:
        return None
    return second


def _on_side(best: Found, other: Found, asked: Wanted) -> list[Found]:
    """Both, or only the one that tells of the circumstances asked about when the other tells
    of their opposite."""
    sides = [told_sides(words(decisive_words(each))) for each in (best, other)]
    against = [opposed(each, asked.sides) for each in sides]
    for this, that, each in ((0, 1, best), (1, 0, other)):
        if sides[this] & asked.sides and against[that] and not against[this]:
            return [each]
    return [best, other]


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


def _danger_notes(inquiry: Inquiry) -> list[str]:
    if inquiry.understood.danger and inquiry.understood.scope is not Scope.DANGER:
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
        notes=(*_danger_notes(inquiry), *notes),
        on=inquiry.on,
        lang=inquiry.lang,
        probability=probability,
        redactions=inquiry.door.count,
        index_fingerprint=index.fingerprint,
        **(empty | parts),  # type: ignore[arg-type]
    )
