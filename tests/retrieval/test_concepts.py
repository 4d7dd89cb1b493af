"""Concepts: the ways in which the same thing is said."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.concepts import Concepts, expressions
from retrieval.vocabulary import Term

CONCEPTS = Concepts(
    {
        "betalningsansvar": ["betalningsansvar*", "notan", "vem betalar"],
        "hjälpmedel": ["hjälpmedel*", "rullstol*", "*hjälpmedel"],
        "assistent": ["PA", "personlig assistent"],
        "sjukhus": ["sjukhus*", "*sjukhuset"],
    }
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        ("Vem tar notan?", ["betalningsansvar"]),
        ("notans", []),
        ("NOTAN", ["betalningsansvar"]),
        ("Vem betalar för rullstolen?", ["betalningsansvar", "hjälpmedel"]),
        ("Vem, betalar?", ["betalningsansvar"]),
        ("vem annars betalar", []),
        ("betalningsansvaret", ["betalningsansvar"]),
        ("förskrivningshjälpmedel", ["hjälpmedel"]),
        ("hjälpmedel", ["hjälpmedel"]),
        ("universitetssjukhuset", ["sjukhus"]),
        ("PA hjälper", ["assistent"]),
        ("pa", []),
        ("en personlig assistent och en PA", ["assistent", "assistent"]),
    ],
)
def test_a_concept_is_found_by_any_of_its_expressions(text, expected):
    assert CONCEPTS.find(text) == expected


def test_what_matches_in_two_ways_at_one_place_counts_once():
    concepts = Concepts({"hem": ["hem*", "hemmet", "*hemmet"]})
    assert concepts.find("hemmet") == ["hem"]


def test_the_longest_and_the_shortest_expression_at_a_place_both_count():
    concepts = Concepts({"plan": ["plan"], "sip": ["plan för individen"]})
    assert concepts.find("en plan för individen") == ["plan", "sip"]


@given(st.text(max_size=60))
def test_any_text_is_read_alike_in_capitals(text):
    lowered = text.lower()
    if lowered.upper().lower() == lowered:
        small = Concepts({"hem": ["hem*"], "vård": ["*vård"]})
        assert small.find(lowered) == small.find(lowered.upper())


def test_a_term_is_met_by_everything_it_lists_and_by_its_own_inflections():
    term = Term(
        means="samordnad vårdplan", text=("vårdplan*",), written=("svp",), english=("care plan",)
    )
    concepts = Concepts(expressions([term]))
    for said in ("samordnade vårdplanen", "vårdplanens", "SVP", "care plan"):
        assert set(concepts.find(said)) == {"samordnad vårdplan"}
    assert concepts.find("en plan") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [("jour", ["jour"]), ("jouren", ["jour"]), ("journal", []), ("jourtelefon", [])],
)
def test_a_short_term_takes_endings_but_swallows_no_other_word(text, expected):
    assert Concepts(expressions([Term(means="jour")])).find(text) == expected


def test_terms_that_mean_the_same_become_one_concept():
    found = expressions([Term(means="sip", written=("x",)), Term(means="sip", english=("y",))])
    assert set(found) == {"sip"}
    assert {"x", "y"} <= set(found["sip"])


def test_the_shipped_vocabulary_joins_colloquial_and_formal_wording():
    shipped = Concepts.load()
    assert set(shipped.find("rullstolen")) & set(shipped.find("hjälpmedel"))
    assert shipped.find("zzz qqq") == []
