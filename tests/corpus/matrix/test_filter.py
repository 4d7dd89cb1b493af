"""What is asked for goes into an address and comes back the same."""

from datetime import date
from urllib.parse import parse_qsl

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.duty import Phase
from corpus.errors import BadFilter
from corpus.matrix.filter import LONGEST, MOST, MatrixFilter
from corpus.status import Status

WHOLE = MatrixFilter(
    document=("hos-avtal",),
    status=(Status.DRAFT, Status.IN_FORCE),
    on=date(2027, 1, 1),
    party=("region", "fast vårdkontakt"),
    phase=(Phase.TRANSFER,),
    topic="3 Vård i hemmet",
    find="sår & bad",
)
LINE = st.text(st.characters(codec="utf-8", categories=("L", "N", "P", "S")), max_size=20)
FILTERS = st.builds(
    MatrixFilter,
    document=st.lists(LINE.filter(bool), max_size=3, unique=True).map(tuple),
    status=st.lists(st.sampled_from(Status), unique=True).map(tuple),
    on=st.none() | st.dates(),
    phase=st.lists(st.sampled_from(Phase), unique=True).map(tuple),
    topic=LINE,
    find=LINE,
)


def test_a_filter_is_written_so():
    assert WHOLE.query() == (
        "document=hos-avtal&status=draft&status=in_force&on=2027-01-01&party=region"
        "&party=fast+v%C3%A5rdkontakt&phase=transfer&topic=3+V%C3%A5rd+i+hemmet&find=s%C3%A5r+%26+bad"
    )
    assert MatrixFilter().query() == ""


@given(FILTERS)
def test_an_address_gives_back_the_filter_that_it_was_made_of(asked):
    assert MatrixFilter.parse(parse_qsl(asked.query())) == asked


def test_empty_values_and_other_keys_are_passed_over():
    given = [("party", ""), ("lang", "en"), ("find", "  "), ("utm", "x"), ("party", " Region ")]
    assert MatrixFilter.parse(given) == MatrixFilter(party=("region",))


@pytest.mark.parametrize(
    ("key", "value", "mend"),
    [
        ("status", "gällande", "in_force"),
        ("phase", "slutet", "takeover"),
        ("on", "i morgon", "2026-01-15"),
        ("find", "x" * (LONGEST + 1), str(LONGEST)),
        ("topic", "a\0b", "synliga"),
    ],
)
def test_a_value_that_cannot_be_used_is_told_with_the_mend(key, value, mend):
    with pytest.raises(BadFilter) as raised:
        MatrixFilter.parse([(key, value)])
    assert key in raised.value.text("sv")
    assert mend in raised.value.text("sv")
    assert raised.value.text("en") != raised.value.text("sv")


def test_too_many_values_are_refused():
    with pytest.raises(BadFilter):
        MatrixFilter.parse([("party", f"roll {n}") for n in range(MOST + 1)])
