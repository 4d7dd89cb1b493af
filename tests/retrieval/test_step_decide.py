"""Decide: the sentence that answers and the duties that stand there."""

from dataclasses import replace

import numpy as np
import pytest

from corpus.clause import Clause, ClauseId, DocumentId
from corpus.duty import Duty, Modality, Phase
from corpus.party import Party, Principal
from corpus.sentences import split_sentences
from retrieval.steps.decide import decide

TEXT = "Kommunen ska ge vård. Den ges i hemmet. Regionen ska betala läkaren."
CLAUSE = Clause(
    document=DocumentId("avtal"),
    id=ClauseId("1"),
    label="1",
    title=None,
    headings=(),
    start=0,
    end=len(TEXT),
)


def duty(sentence: str, principal: Principal | None) -> Duty:
    start = TEXT.index(sentence)
    return Duty(
        parties=(Party(principal=principal),) if principal else (),
        modality=Modality.SHALL,
        what=sentence,
        phase=Phase.ALWAYS,
        condition=None,
        time_limit=None,
        negated=False,
        parties_inherited=False,
        start=start,
        end=start + len(sentence),
    )


CARE = duty("Kommunen ska ge vård.", Principal.MUNICIPALITY)
PLACE = duty("Den ges i hemmet.", None)
PAY = duty("Regionen ska betala läkaren.", Principal.REGION)


def decided(clause: Clause, text: str, *words: str):
    """Decide as if each of ``words`` were a token that matches the question by 1, 2, …"""
    offsets = np.array([text.index(word) for word in words], np.int32)
    matches = np.diag(np.arange(1, len(words) + 1)).astype(np.float32)
    found = decide(text, clause, offsets, matches)
    return text[found.sentence.start : found.sentence.end], found.duties


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("vård",), "Kommunen ska ge vård."),
        (("vård", "hemmet"), "Den ges i hemmet."),
        (("hemmet", "betala"), "Regionen ska betala läkaren."),
        ((), "Kommunen ska ge vård."),
    ],
)
def test_the_sentence_with_the_best_matches_is_decisive(words, sentence):
    assert decided(CLAUSE, TEXT, *words)[0] == sentence


@pytest.mark.parametrize(
    ("duties", "words", "expected"),
    [
        ((CARE, PAY), ("betala",), (PAY,)),
        ((CARE, PAY), ("hemmet",), (CARE,)),
        ((CARE, PLACE, PAY), ("läkaren", "hemmet"), (PAY,)),
        ((PLACE,), ("hemmet",), (PLACE,)),
        ((PLACE,), ("betala",), ()),
        ((), ("betala",), ()),
    ],
    ids=["own", "own names nobody", "nearest that names", "nobody", "elsewhere", "no duties"],
)
def test_the_duties_are_the_sentences_own_or_the_best_one_that_names_a_party(
    duties, words, expected
):
    assert decided(replace(CLAUSE, duties=duties), TEXT, *words)[1] == expected


def test_an_item_counts_with_the_sentence_that_leads_it():
    text = "Regionen ska\n1. köra hem den sjuke, och\n2. betala resan."
    clause = replace(CLAUSE, end=len(text))
    leads = [sentence.lead for sentence in split_sentences(text, 0, len(text))]
    assert leads[1] == leads[2] == (0, len("Regionen ska"))
    assert decided(clause, text, "Regionen", "betala")[0].endswith("betala resan.")


def test_a_clause_without_a_sentence_is_itself_decisive():
    text = "   "
    found = decide(
        text, replace(CLAUSE, end=3), np.zeros(0, np.int32), np.zeros((0, 0), np.float32)
    )
    assert (found.sentence.start, found.sentence.end) == (0, 3)


def test_a_sentence_that_lets_somebody_issue_rules_gives_way_to_the_rule_it_repeats():
    text = "Akten ska bevaras i tio år. Regeringen får meddela föreskrifter om hur akten bevaras."
    clause = replace(CLAUSE, end=len(text))
    offsets = np.array([text.index("bevaras"), text.rindex("bevaras")], np.int32)
    nearly = np.array([[10.0, 10.5]], np.float32)
    surely = np.array([[10.0, 20.0]], np.float32)
    first, second = split_sentences(text, 0, len(text))
    assert decide(text, clause, offsets, nearly).sentence == first
    assert decide(text, clause, offsets, surely).sentence == second


def test_where_nobody_is_named_whoever_decides_on_it_or_does_it_speaks_for_the_sentence():
    text = (
        "Ett fel ska anmälas genast. Regionen ska bifoga felets utredning. "
        "Anmälan ska göras av kommunen."
    )
    sentences = split_sentences(text, 0, len(text))
    _, adds, does = (
        replace(CARE, start=s.start, end=s.end, parties=parties, what=text[s.start : s.end])
        for s, parties in zip(sentences, ((), PAY.parties, CARE.parties), strict=True)
    )
    clause = replace(CLAUSE, end=len(text), duties=(adds, does))
    sentence, duties = decided(clause, text, "fel", "Anmälan", "felets", "genast")
    assert sentence == "Ett fel ska anmälas genast."
    assert duties == (does,)


def test_a_decision_on_something_else_does_not_speak_for_the_sentence():
    text = "Ett fel ska rättas genast. Regionen ska betala. Avgiften beslutas av kommunen."
    sentences = split_sentences(text, 0, len(text))
    _, pays, other = (
        replace(CARE, start=s.start, end=s.end, parties=parties, what=text[s.start : s.end])
        for s, parties in zip(sentences, ((), PAY.parties, CARE.parties), strict=True)
    )
    clause = replace(CLAUSE, end=len(text), duties=(pays, other))
    assert decided(clause, text, "Avgiften", "betala", "fel", "genast")[1] == (pays,)
