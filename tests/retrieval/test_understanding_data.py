"""The data files that people edit: nothing in them is dead, doubled or unknown."""

from collections import Counter

import pytest

from corpus.duty import Phase
from retrieval.understand import Scope
from retrieval.understanding.data import read_data
from retrieval.understanding.patterns import Phrases, words
from retrieval.understanding.source_table import SourceKind, source_table
from retrieval.vocabulary import expanding_terms


def test_rules_name_scopes_and_groups_that_there_are():
    table = read_data("scope")
    groups = {*table["groups"], "identity", "named"}
    for rule in table["rules"]:
        assert rule["scope"] in set(Scope)
        named = {g for key in ("all", "any", "unless") for g in rule.get(key, ())}
        assert named <= groups


def test_every_group_is_used_by_a_rule_or_by_the_program():
    table = read_data("scope")
    used = {g for r in table["rules"] for key in ("all", "any", "unless") for g in r.get(key, ())}
    assert set(table["groups"]) - used <= {"danger_words", "who"}


def test_phases_of_the_vocabulary_are_phases_of_duties():
    assert set(read_data("question_phases")["phases"]) <= set(Phase)


def test_no_term_of_the_vocabulary_stands_twice():
    terms = expanding_terms()
    assert [t for t, n in Counter(term.means for term in terms).items() if n > 1] == []
    written = Counter(way for term in terms for way in term.written)
    assert [w for w, n in written.items() if n > 1] == []


def test_acts_have_numbers_of_the_statute_book_and_definite_names():
    for act in read_data("sources")["acts"]:
        year, number = act["sfs"].split(":")
        assert 1900 < int(year) < 2100
        assert int(number)
        assert act["names"][0].startswith("lagen ") or act["names"][0].endswith(("en", "n"))
    assert all(named.kind in SourceKind for named in source_table().named.values())


PATTERNS = [
    ("hemtjänst*", "Hemtjänsten kommer", True),
    ("hemtjänst", "hemtjänsten", False),
    ("PAL", "PAL:en", True),
    ("PAL", "pal", False),
    ("sip", "SIP:en", True),
    ("ta över", "ta  över", True),
    ("är det _ som", "är det kommunen som", True),
    ("lss boende*", "LSS-boendet", True),
    ("ob", "obs", False),
]


@pytest.mark.parametrize(("pattern", "text", "met"), PATTERNS)
def test_a_pattern_meets_what_its_stars_capitals_and_gaps_say(pattern, text, met):
    assert bool(Phrases([("x", pattern)]).find(words(text))) is met


def test_a_pattern_must_begin_with_a_word():
    with pytest.raises(ValueError, match="begin with a word"):
        Phrases([("x", "_ som")])


def test_the_longest_pattern_wins():
    phrases = Phrases([("short", "vård"), ("long", "vård i hemmet")])
    assert [hit.label for hit in phrases.find(words("vård i hemmet och vård"))] == ["long", "short"]
