"""Numbers, their order, and references to them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.parsing.numbering import Number, Style, follows, is_after, is_under, read_number
from corpus.parsing.references import read_references


def number(text: str) -> Number:
    found = read_number(f"{text} Rubrik")
    assert found is not None
    return found[0]


PARTS = st.lists(st.integers(1, 199), min_size=1, max_size=4).map(tuple)


@pytest.mark.parametrize(
    ("text", "style", "id", "rest"),
    [
        ("3.4 Kommunen", Style.DOTTED, "3.4", "Kommunen"),
        ("3.4. Kommunen", Style.DOTTED, "3.4", "Kommunen"),
        ("3.4.1 Kommunen", Style.DOTTED, "3.4.1", "Kommunen"),
        ("3.4 a Kommunen", Style.DOTTED, "3.4a", "Kommunen"),
        ("A1 Regionen", Style.LETTERED, "A1", "Regionen"),
        ("B3.2 Regionen", Style.LETTERED, "B3.2", "Regionen"),
        ("§ 5 Rubrik", Style.SECTION, "5", "Rubrik"),
        ("§5. Rubrik", Style.SECTION, "5", "Rubrik"),
        ("Kapitel 3 Vård", Style.CHAPTER, "3", "Vård"),
        ("3 kap. Vård", Style.CHAPTER, "3", "Vård"),
        ("3. Vård", Style.INTEGER, "3", "Vård"),
        ("3) Vård", Style.INTEGER, "3", "Vård"),
        ("3 Vård", Style.INTEGER, "3", "Vård"),
    ],
)
def test_a_number_is_read_however_it_is_written(
    text: str, style: Style, id: str, rest: str
) -> None:
    found = read_number(text)
    assert found is not None
    assert (found[0].style, found[0].id, text[found[1] :]) == (style, id, rest)


@pytest.mark.parametrize(
    "text",
    ["2024 års avtal", "1.1.2026 börjar det", "12:30 möte", "3,5 timmar", "50%", "0.5 mg", "A"],
)
def test_years_dates_times_and_amounts_are_no_numbers(text: str) -> None:
    assert read_number(text) is None


@pytest.mark.parametrize(
    ("last", "after"),
    [
        ("3.4", "3.5"),
        ("3.4", "3.6"),
        ("3.4", "3.4.1"),
        ("3.4", "3.4a"),
        ("3.4a", "3.4b"),
        ("3.4a", "3.5"),
        ("3.4.2", "3.5"),
        ("3.18", "4"),
        ("3.18", "4.1"),
        ("A9", "A10"),
        ("A10", "B1"),
    ],
)
def test_the_next_number_follows(last: str, after: str) -> None:
    assert follows(number(after), number(last))
    assert not follows(number(last), number(after))


@pytest.mark.parametrize(
    ("last", "after"),
    [("3.4", "12.30"), ("3.4", "3.4"), ("3.4", "2.5"), ("1.1", "1.50"), ("A1", "3")],
)
def test_a_number_out_of_sequence_does_not_follow(last: str, after: str) -> None:
    assert not follows(number(after), number(last))


@given(PARTS)
def test_a_number_comes_back_from_its_own_id(parts: tuple[int, ...]) -> None:
    id = ".".join(map(str, parts))
    found = read_number(f"{id} Rubrik")
    assert found is not None
    assert found[0].parts == parts
    assert found[0].id == id


@given(PARTS, PARTS)
def test_of_two_numbers_at_most_one_comes_after_the_other(
    one: tuple[int, ...], other: tuple[int, ...]
) -> None:
    a, b = (Number(style=Style.DOTTED, parts=parts) for parts in (one, other))
    assert not (is_after(a, b) and is_after(b, a))
    assert not is_after(a, a)
    assert is_after(a, b) or not follows(a, b)


@given(PARTS, st.integers(1, 3))
def test_the_next_of_the_same_depth_always_follows(parts: tuple[int, ...], step: int) -> None:
    last = Number(style=Style.DOTTED, parts=parts)
    after = Number(style=Style.DOTTED, parts=(*parts[:-1], parts[-1] + step))
    assert follows(after, last)


@given(PARTS, st.integers(1, 199))
def test_a_longer_number_is_under_its_beginning(parts: tuple[int, ...], last: int) -> None:
    chapter = Number(style=Style.DOTTED, parts=parts)
    assert is_under(Number(style=Style.DOTTED, parts=(*parts, last)), chapter)
    assert not is_under(chapter, chapter)


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("8 kap. 10 § och 12 kap. 7 §", ("8:10", "12:7")),
        ("2 kap. 1-3 §§", ("2:1", "2:2", "2:3")),
        ("9, 9 g och 11–13 §§", ("9", "9g", "11", "12", "13")),
        ("13 a kap. 2 b § första stycket 1", ("13a:2b",)),
        ("5 kap. 7 a–7 c §§", ("5:7a", "5:7c")),
        ("lagen (2017:30) i 3 kap.", ()),
    ],
)
def test_references_are_read_to_the_paragraphs_they_name(text: str, ids: tuple[str, ...]) -> None:
    assert read_references(text) == ids
