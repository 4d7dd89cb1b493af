"""Verify: a quote that is not the document's text, byte for byte, is never shown."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from corpus.clause import DocumentId
from corpus.document import Document
from retrieval.answer import Answer, AnswerStatus, Citation
from retrieval.steps.compose import principals_of
from retrieval.texts import say


def stands(citation: Citation, documents: Mapping[DocumentId, Document]) -> bool:
    """Whether the quote is the document's text at the stated place, and the status its own."""
    document = documents.get(DocumentId(citation.document))
    if document is None or not citation.quote:
        return False
    first, last = citation.decisive
    return (
        0 <= citation.start < citation.end <= len(document.text)
        and document.text[citation.start : citation.end] == citation.quote
        and 0 <= first < last <= len(citation.quote)
        and document.status is citation.status
    )


def verify(answer: Answer, documents: Mapping[DocumentId, Document]) -> Answer:
    """The answer with the citations that stand; without any it becomes ``not_found``.

    Parties whose citation fell are dropped with it, and so is the headline that named them:
    the first citation that stands is then shown for what it is.
    """
    standing = [i for i, each in enumerate(answer.citations) if stands(each, documents)]
    if len(standing) == len(answer.citations):
        return answer
    answer = replace(answer, notes=(*answer.notes, say("quote_failed", answer.lang)))
    if not standing:
        return replace(
            answer,
            status=AnswerStatus.NOT_FOUND,
            headline=say("not_found", answer.lang),
            principals=(),
            parties=(),
            citations=(),
        )
    return _with_citations(answer, standing)


def _with_citations(answer: Answer, standing: Sequence[int]) -> Answer:
    """The answer with only the citations at these positions, and what rests on them."""
    places = {old: new for new, old in enumerate(standing)}
    parties = tuple(
        replace(party, citation=places[party.citation])
        for party in answer.parties
        if party.citation in places
    )
    principals = principals_of(parties)
    first = answer.citations[standing[0]]
    return replace(
        answer,
        status=AnswerStatus.SHARED if len(principals) > 1 else AnswerStatus.ANSWERED,
        headline=say("stated", answer.lang, place=f"{first.document_title}, {first.label}"),
        principals=principals,
        parties=parties,
        citations=tuple(answer.citations[i] for i in standing),
    )
