"""A made-up agreement as documents and clauses, for the tests of the matrix and the timeline."""

from dataclasses import replace
from datetime import date

from corpus.clause import Clause, DocumentId
from corpus.document import Document
from corpus.duties import read_duties
from corpus.parsing import parse
from corpus.party_lexicon import PartyLexicon
from corpus.readers.markdown import read_markdown
from corpus.status import Kind, Status

AGREEMENT = """# Avtal

## 1 Sårvård

1.1 Kommunen ska byta förband inom en vardag. Vårdcentralen bör följa upp.

1.2 Regionen och kommunen ska tillsammans ta fram en rutin.

1.3 Avvikelser ska rapporteras.

## 2 Läkemedel

2.1 Regionen får bekosta läkemedel, om det är överenskommet.

2.2 Om läkaren begär det ska kommunens sjuksköterska

- överlämna listan,
- kvittera.

## 3 Fördelning

3.1 Så delas uppgifterna:

| Insats | Regionen | Kommunen |
|---|---|---|
| Syrgas | X | |
| Bad | | X |
| Rehabilitering | X | X |
"""


def document(id: str, **facts: object) -> Document:
    """A document with nothing in it but what is given."""
    empty = Document(
        id=DocumentId(id),
        title=f"Dokumentet {id}",
        kind=Kind.AGREEMENT,
        status=Status.IN_FORCE,
        valid_from=date(2026, 1, 1),
        valid_to=None,
        source=None,
        replaces=(),
        audience=None,
        file=f"{id}.md",
        sha256="0" * 64,
        text="",
    )
    return replace(empty, **facts)


def read(text: str = AGREEMENT, id: str = "avtal", **facts: object):
    """A document with its clauses and their duties, as a folder is read."""
    whole = read_markdown(text.encode(), f"{id}.md")
    made = document(id, title="Avtal om vård", text=whole.text, **facts)
    lexicon = PartyLexicon.load()
    clauses = parse(made.id, whole, made.kind)
    return made, tuple(
        replace(clause, duties=read_duties(whole.text, clause, lexicon)) for clause in clauses
    )


def with_duties(clause: Clause, **facts: object) -> Clause:
    """``clause`` with its first duty changed."""
    first, *others = clause.duties
    return replace(clause, duties=(replace(first, **facts), *others))
