"""A text's signature: the same everywhere, deaf to layout, near for near texts."""

import hashlib
import itertools
import os
import subprocess
import sys
from pathlib import Path
from statistics import median

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.folder import read_folder
from retrieval.known import distance, signature
from retrieval.known.placing import SAME_CLAUSE
from tests.corpus.model_agreement import LAWS, bodies

ROOT = Path(__file__).parents[3]
CLAUSE = "Kommunen ansvarar för hemsjukvården i ordinärt boende, dygnet runt."
WORDS = st.lists(st.sampled_from(["vård", "hem", "ska", "Region", "ÄR", "3"]), min_size=1)
SPACES = st.sampled_from([" ", "\n", "  ", "\t", ", ", " – ", ".\n\n"])
BITS = st.integers(min_value=0, max_value=2**64 - 1)


def digest(word: str) -> int:
    return int.from_bytes(hashlib.blake2b(word.encode(), digest_size=8).digest(), "big")


def test_a_single_word_votes_alone():
    assert signature("Vård!") == digest("vård")


def test_each_bit_is_what_most_words_and_pairs_of_words_have():
    votes = [digest("vård"), digest("hemma"), digest("vård hemma")]
    by_hand = sum(1 << bit for bit in range(64) if sum(v >> bit & 1 for v in votes) >= 2)
    assert signature("vård hemma") == by_hand


def test_a_text_without_words_has_no_bit():
    assert signature("") == signature(" \n – …") == 0


def test_it_is_the_same_in_every_process():
    code = f"from retrieval.known import signature; print(signature({CLAUSE!r}))"
    for seed in ("0", "1"):
        told = subprocess.run(
            [sys.executable, "-c", code],
            cwd=ROOT,
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
            text=True,
        )
        assert int(told.stdout) == signature(CLAUSE)


@given(WORDS, st.data())
def test_case_punctuation_and_white_space_do_not_count(words: list[str], data: st.DataObject):
    written = "".join(word + data.draw(SPACES) for word in words)
    assert signature(written.swapcase()) == signature(" ".join(words))


def test_the_order_of_words_counts():
    assert signature("regionen betalar kommunen") != signature("kommunen betalar regionen")


@given(BITS, BITS)
def test_the_distance_is_the_number_of_bits_that_differ(one: int, other: int):
    by_hand = sum(one >> bit & 1 != other >> bit & 1 for bit in range(64))
    assert distance(one, other) == distance(other, one) == by_hand


@pytest.mark.parametrize(
    ("other", "same"),
    [
        (CLAUSE.replace("ordinärt", "eget"), True),
        (CLAUSE + " Det gäller också helger.", True),
        ("Regionen betalar de läkemedel som ges i samband med vård på sjukhus.", False),
        ("Avvikelser skrivs i det gemensamma registret samma dag.", False),
    ],
)
def test_two_wordings_of_a_clause_are_near_and_two_clauses_are_not(other: str, same: bool):
    assert (distance(signature(CLAUSE), signature(other)) <= SAME_CLAUSE) is same


def test_the_clauses_of_the_agreement_are_far_apart():
    signatures = [signature(text) for text in bodies().values()]
    apart = [distance(one, other) for one, other in itertools.combinations(signatures, 2)]
    assert 26 <= median(apart) <= 33
    assert sum(each <= SAME_CLAUSE for each in apart) < 0.01 * len(apart)
    assert min(apart) > 0


@pytest.mark.skipif(not LAWS.is_dir(), reason="no ../shared/lagar beside the repository")
def test_the_two_wordings_of_a_paragraph_are_near():
    corpus = read_folder(LAWS)
    text = next(document.text for document in corpus.documents if document.id == "sfs-2025-400")
    wordings: dict[str, list[int]] = {}
    for clause in corpus.clauses:
        if clause.document == "sfs-2025-400":
            found = wordings.setdefault(clause.id, [])
            found.append(signature(text[clause.start : clause.end]))
    twice = [each for each in wordings.values() if len(each) == 2]
    assert len(twice) >= 5
    assert max(distance(*each) for each in twice) <= SAME_CLAUSE
