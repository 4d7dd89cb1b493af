"""Meeting notes: agenda items are clauses, and the notes tell their own date."""

from datetime import date

import pytest

from corpus.front_matter import read_header
from corpus.readers import read_file
from corpus.readers.plain_text import read_plain_text
from corpus.status import Kind, Status
from tests.corpus.parsed import SHARED, needs_shared, parsed, plain

NOTES = """Mötesanteckning

Arbetsgrupp för dörrar

Datum: 2024-03-01

Tid: 09.00-15.00

Kommun

Anna Andersson, Storstad

Dagordning

1. Inledning

Incheckning

Alla kom i tid.

- En kom sent.

2. **Dörrar**

Följande sades:

1. En dörr är trasig.

2. En annan är hel.

Nästa steg

Dörren lagas.

3. Övriga frågor:

a) Fönster

Inga.
"""


def test_each_agenda_item_is_a_clause_with_what_stands_under_it() -> None:
    notes = plain(NOTES, Kind.MINUTES)
    assert notes.ids == ["inledning", "1", "2", "3"]
    assert notes.clause("2").label == "punkt 2"
    assert notes.clause("2").title == "Dörrar"
    assert notes.bodies["1"].startswith("Incheckning")
    assert notes.bodies["2"].endswith("Dörren lagas.")
    assert "Anna Andersson" in notes.bodies["inledning"]


@pytest.mark.parametrize(
    ("opening", "day"),
    [
        ("Datum: 2024-10-28", date(2024, 10, 28)),
        ("Datum: 21 november 2024", date(2024, 11, 21)),
        ("Tid: den 3 maj 2023 kl. 13.00", date(2023, 5, 3)),
        ("Tid: 28/9 kl. 12:30-14:30.", None),
        ("Datum: 31 februari 2024", None),
    ],
)
def test_notes_are_dated_by_their_own_header_when_it_gives_the_year(
    opening: str, day: date | None
) -> None:
    text = f"Mötesanteckning\n\nRådet\n\n{opening}\n\nDagordning\n\n1. Ett\n\nText om 2020-01-01.\n"
    header = read_header(read_plain_text(text.encode(), "d.txt"), "d.txt")
    assert (header.kind, header.status) == (Kind.MINUTES, Status.NOTES)
    assert header.valid_from == day
    assert header.title == "Mötesanteckning – Rådet"


def test_notes_are_known_by_their_agenda_and_date_too() -> None:
    text = "Samråd om dörrar\n\nTid: 28/9 kl. 12\n\nDagordning\n\n1. Ett\n\nText.\n"
    header = read_header(read_plain_text(text.encode(), "d.txt"), "d.txt")
    assert header.status is Status.NOTES


@needs_shared
@pytest.mark.parametrize(
    ("file", "items", "day"),
    [
        ("000_a1d3bb2c071fab11.txt", 5, date(2024, 10, 28)),
        ("001_88985e9704e87674.txt", 6, date(2024, 11, 25)),
        ("003_77a225a35dda5140.txt", 5, None),
        ("004_5a36fac56c526983.txt", 8, date(2024, 11, 21)),
    ],
)
def test_the_real_notes_give_every_agenda_item_once(
    file: str, items: int, day: date | None
) -> None:
    read = read_file(SHARED / "seeds" / file)
    header = read_header(read, file)
    assert (header.kind, header.status, header.valid_from) == (Kind.MINUTES, Status.NOTES, day)
    notes = parsed(read, Kind.MINUTES)
    assert notes.ids == ["inledning", *(str(number) for number in range(1, items + 1))]
    assert notes.clauses[-1].end == len(read.text)
