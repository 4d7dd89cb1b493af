"""Which questions are after the same thing."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from eval.likeness import by_rankings, by_vectors, groups, likeness, middle
from tests.eval.letters_encoder import LettersEncoder

REFERENCES = st.lists(st.sampled_from("abcdef"), max_size=5)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (["a"], ["a"], 1.0),
        (["a"], ["b"], 0.0),
        ([], ["a"], 0.0),
        # (1, ½) and (½, 1): 1 / 1.25
        (["a", "b"], ["b", "a"], 0.8),
        # (1, ½) and (1): 1 / √1.25
        (["a", "b"], ["a"], 1 / 1.25**0.5),
        (["a", "a", "b"], ["a", "b"], 1.0),
    ],
)
def test_rankings_are_alike_by_the_cosine_of_one_over_the_place(one, other, expected):
    assert by_rankings([one, other])[0, 1] == pytest.approx(expected)


@given(st.lists(REFERENCES, min_size=1, max_size=8))
def test_likeness_of_rankings_is_symmetric_and_at_most_one(rankings):
    alike = by_rankings(rankings)
    assert np.allclose(alike, alike.T)
    assert alike.max(initial=0) <= 1 + 1e-9


def test_two_wordings_that_no_clause_answers_are_alike_by_their_vectors():
    asked = ["kan inte logga in i systemet", "kan ej logga in i systemet", "VEM ÄGER HUSET"]
    alike = likeness(asked, [[], [], []], LettersEncoder())
    assert alike[0, 1] > 0.7 > alike[0, 2]
    assert groups(alike) == [[0, 1], [2]]


def test_nothing_is_in_no_group():
    assert by_vectors([], LettersEncoder()).shape == (0, 0)
    assert groups(np.zeros((0, 0))) == []
    assert groups(np.ones((1, 1))) == [[0]]


@given(st.lists(REFERENCES, min_size=1, max_size=8))
def test_every_question_is_in_exactly_one_group(rankings):
    made = groups(by_rankings(rankings))
    assert sorted(place for group in made for place in group) == list(range(len(rankings)))
    assert [group[0] for group in made] == sorted(group[0] for group in made)


def test_a_group_needs_likeness_on_average_and_not_along_a_chain():
    # To {0, 1} the third is alike by (0.1 + 0.6) / 2 = 0.35.
    alike = np.array([[1, 0.7, 0.1], [0.7, 1, 0.6], [0.1, 0.6, 1]])
    assert groups(alike) == [[0, 1], [2]]


def test_the_middle_is_most_like_the_others():
    alike = np.array([[1, 0.7, 0.1], [0.7, 1, 0.6], [0.1, 0.6, 1]])
    assert middle(alike, [0, 1, 2]) == 1
    assert middle(alike, [0, 2]) == 0
