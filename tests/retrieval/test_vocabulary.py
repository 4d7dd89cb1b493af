"""The vocabulary as it is read."""

import pytest
from pydantic import ValidationError

from retrieval.vocabulary import Term, expanding_terms, read_vocabulary


def test_every_term_says_what_it_means_and_in_what_other_words():
    terms = read_vocabulary()
    assert len(terms) > 100
    for term in terms:
        assert term.means.strip() == term.means != ""
        assert term.text or term.written or term.english, term.means


def test_it_is_read_once():
    assert all(a is b for a, b in zip(read_vocabulary(), read_vocabulary(), strict=True))


def test_the_terms_that_are_written_out_are_terms_of_the_vocabulary():
    known = {id(term) for term in read_vocabulary()}
    assert expanding_terms()
    assert all(id(term) in known for term in expanding_terms())


@pytest.mark.parametrize("fields", [{}, {"means": "vård", "synonyms": ["care"]}])
def test_a_term_without_meaning_or_with_an_unknown_field_is_refused(fields):
    with pytest.raises(ValidationError):
        Term.model_validate(fields)


def test_expressions_are_words_and_stars_at_their_ends_only():
    for term in read_vocabulary():
        for way in (*term.text, *term.written, *term.english):
            for word in way.split():
                assert "*" not in word.strip("*"), (term.means, way)
