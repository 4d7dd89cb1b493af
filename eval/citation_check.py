"""Whether a citation stands in its document, proved anew from the stored texts."""

from collections.abc import Mapping, Sequence

from corpus.clause import DocumentId
from corpus.document import Document
from retrieval.answer import Citation


def invalid_citations(
    citations: Sequence[Citation], documents: Mapping[DocumentId, Document]
) -> tuple[str, ...]:
    """What is wrong, as ``reference: fault``, for each citation that does not hold."""
    faults = ((citation.reference, _fault(citation, documents)) for citation in citations)
    return tuple(f"{reference}: {fault}" for reference, fault in faults if fault)


def _fault(citation: Citation, documents: Mapping[DocumentId, Document]) -> str | None:
    document = documents.get(DocumentId(citation.document))
    if document is None:
        return "no such document"
    if not 0 <= citation.start < citation.end <= len(document.text):
        return "offsets outside the document"
    if document.text[citation.start : citation.end] != citation.quote:
        return "quote is not the text at its offsets"
    if citation.status is not document.status:
        return "status is not the document's"
    start, end = citation.decisive
    if not 0 <= start <= end <= len(citation.quote):
        return "deciding sentence outside the quote"
    return None
