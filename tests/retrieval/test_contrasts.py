"""Circumstances that a question and a sentence tell of, and when they stand against each other."""

import numpy as np
import pytest

from corpus.clause import Clause
from retrieval.steps.decide import decide
from retrieval.steps.wanted import Wanted
from retrieval.understanding.contrasts import asked_sides, opposed, told_sides
from retrieval.understanding.data import read_data
from retrieval.understanding.patterns import words

HOME, CARE_HOME = ("place", "home"), ("place", "care_home")
IN, OUT = ("enrolment", "enrolled"), ("enrolment", "not_enrolled")
CHILD = ("age", "child")


@pytest.mark.parametrize(
    ("question", "sides"),
    [
        ("vem betalar blöjor hemma", {HOME}),
        ("vem betalar blöjor på säbo", {CARE_HOME}),
        ("vem tar prov hemma på en som inte är inskriven", {HOME, OUT}),
        ("vem tar prov på en inskriven patient", {IN}),
        ("rullstol till en 8-åring, vem betalar", {CHILD}),
        ("rullstol till en 80-åring, vem betalar", set()),
        ("who pays for pads in a nursing home", {CARE_HOME}),
        # Both sides of one circumstance: it decides nothing.
        ("flyttar hemifrån, hemma i dag men säbo i morgon", set()),
        ("vem kallar till SIP", set()),
    ],
)
def test_a_question_takes_the_sides_that_it_tells_of(question, sides):
    assert asked_sides(words(question)) == sides


@pytest.mark.parametrize(
    ("sentence", "sides"),
    [
        ("Regionen ska betala sådana artiklar i ordinärt boende.", {HOME}),
        ("Kommunen ska ta prov i hemmet på den som är inskriven.", {HOME, IN}),
        ("Regionen ska ta prov på den som inte är inskriven.", {OUT}),
        ("Det gäller i särskilt boende och åt den som är inskriven hemma.", {IN}),
    ],
)
def test_a_sentence_tells_of_sides_likewise(sentence, sides):
    assert told_sides(words(sentence)) == sides


def test_one_circumstance_on_another_side_is_enough_to_stand_against():
    assert opposed(frozenset({HOME, IN}), frozenset({HOME, OUT}))
    assert not opposed(frozenset({HOME}), frozenset({OUT}))
    assert not opposed(frozenset(), frozenset({OUT}))


def test_every_circumstance_has_two_sides_that_questions_and_texts_can_tell_apart():
    for sides in read_data("contrasts").values():
        assert len(sides) == 2
        for kind in ("asked", "text"):
            one, other = (set(side[kind]) for side in sides.values())
            assert min(len(one), len(other)) > 0
            assert not one & other


HOMES = (
    "Kommunen ska betala artiklar som behövs fortlöpande i särskilt boende. "
    "Regionen ska betala sådana artiklar i ordinärt boende. "
    "Förskrivaren ansvarar för att rätt produkt provas ut."
)


def decided(sides, likes: str) -> str:
    """The sentence decided on when the one that holds ``likes`` matches best by its words."""
    clause = Clause(
        document="avtal",
        id="6.8",
        label="6.8",
        title=None,
        headings=(),
        start=0,
        end=len(HOMES),
        duties=(),
    )
    offsets = np.asarray([0, HOMES.index("Regionen"), HOMES.index("Förskrivaren")], dtype=np.int32)
    matches = np.full((1, 3), 0.5, dtype=np.float32)
    matches[0, [HOMES[o:].startswith(likes) for o in offsets].index(True)] = 0.52
    found = decide(HOMES, clause, offsets, matches, Wanted(sides=frozenset(sides))).sentence
    return HOMES[found.start : found.end].split()[0]


def test_what_the_clause_says_of_the_other_side_is_no_answer():
    assert decided({HOME}, likes="Kommunen") == "Regionen"
    assert decided({CARE_HOME}, likes="Regionen") == "Kommunen"


def test_without_a_side_the_words_alone_decide():
    assert decided(set(), likes="Kommunen") == "Kommunen"
    assert decided(set(), likes="Förskrivaren") == "Förskrivaren"


def test_a_side_that_the_clause_never_tells_of_changes_nothing():
    assert decided({CHILD}, likes="Förskrivaren") == "Förskrivaren"
