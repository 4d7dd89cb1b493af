"""Known questions stand beside the text that answers them, wherever it stands."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from corpus.clause import Clause, ClauseId, DocumentId
from corpus.folder import Corpus
from retrieval.known import KnownQuestion, distance, place, signature
from retrieval.known.placing import SAME_CLAUSE

QUESTION = "vem fixar hemsjukvården"
OTHER = "Regionen betalar alla läkemedel som ges på sjukhuset och i hemmet under hela året."


def text_of(corpus: Corpus, clause: Clause) -> str:
    texts = {document.id: document.text for document in corpus.documents}
    return texts[clause.document][clause.start : clause.end]


def written(text: str) -> str:
    return f"{signature(text):016x}"


def by_reference(corpus: Corpus, reference: str) -> Clause:
    return next(clause for clause in corpus.clauses if clause.reference == reference)


def placed(corpus: Corpus, gold: Sequence[str], signatures: Sequence[str] = ()) -> list[list[str]]:
    """The references beside which a question of this gold stands; none when it is left out."""
    known = KnownQuestion(question=QUESTION, gold=tuple(gold), signatures=tuple(signatures))
    texts = {document.id: document.text for document in corpus.documents}
    found = place([known], corpus.clauses, texts)
    assert all(each.question == QUESTION for each in found)
    return [[corpus.clauses[row].reference for row in each.rows] for each in found]


def test_a_question_stands_beside_the_clause_of_its_reference(made: Corpus):
    text = text_of(made, by_reference(made, "avtal#1.1"))
    assert placed(made, ["avtal#1.1"], [written(text)]) == [["avtal#1.1"]]


def test_it_is_not_used_where_the_text_is_another_than_when_it_was_written(made: Corpus):
    assert distance(signature(OTHER), signature(text_of(made, made.clauses[0]))) > SAME_CLAUSE
    assert placed(made, ["avtal#1.1"], [written(OTHER)]) == []


@pytest.mark.parametrize(
    ("bits", "used"), [(0, True), (SAME_CLAUSE, True), (SAME_CLAUSE + 1, False)]
)
def test_so_many_bits_may_differ_under_the_same_reference(made: Corpus, bits: int, used: bool):
    own = signature(text_of(made, by_reference(made, "avtal#1.1")))
    was = f"{own ^ (2**bits - 1):016x}"
    assert placed(made, ["avtal#1.1"], [was]) == ([["avtal#1.1"]] if used else [])


def test_it_follows_the_very_same_text_to_another_reference(made: Corpus):
    text = text_of(made, by_reference(made, "avtal#2.3"))
    assert placed(made, ["annat-avtal#7"], [written(text)]) == [["avtal#2.3"]]


def test_under_another_reference_a_single_bit_may_not_differ(made: Corpus):
    own = signature(text_of(made, by_reference(made, "avtal#2.3")))
    assert placed(made, ["annat-avtal#7"], [f"{own ^ 1:016x}"]) == []


def test_it_stands_beside_every_copy_of_the_text(made: Corpus):
    clause = by_reference(made, "avtal#1.1")
    copied = replace(clause, id=ClauseId("9.9"))
    twice = replace(made, clauses=(*made.clauses, copied))
    text = text_of(made, clause)
    assert placed(twice, ["avtal#1.1"], [written(text)]) == [["avtal#1.1", "avtal#9.9"]]


def test_without_a_signature_the_reference_alone_counts(made: Corpus):
    assert placed(made, ["avtal#1.2"]) == [["avtal#1.2"]]
    assert placed(made, ["avtal#1.2", "avtal#2.1"], [written(OTHER)]) == [["avtal#2.1"]]


def test_a_question_whose_clauses_are_not_there_is_left_out(made: Corpus):
    assert placed(made, ["saknas#1"]) == []
    assert placed(made, ["avtal#99", "avtal#1.2"]) == [["avtal#1.2"]]
    assert placed(made, []) == []


def test_rows_are_given_once_and_ascending(made: Corpus):
    gold = ["avtal#2.1", "avtal#1.1", "avtal#2.1"]
    assert placed(made, gold) == [["avtal#1.1", "avtal#2.1"]]


def test_the_same_reference_in_two_documents_is_told_apart(made: Corpus):
    assert {DocumentId("avtal"), DocumentId("gammalt")} <= {c.document for c in made.clauses}
    assert placed(made, ["gammalt#1.1"]) == [["gammalt#1.1"]]
