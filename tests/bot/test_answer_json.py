"""The wire form holds every field of the answer and nothing that a terminal obeys."""

import json
from dataclasses import fields, replace

from hypothesis import given
from hypothesis import strategies as st

from bot.answer_json import as_json, fields_wire
from retrieval.answer import Answer, Citation, PartyAnswer, Related
from tests.bot.answers import ANSWERED, CITATION, REFUSED, SHARED


def names(kind: type) -> set[str]:
    return {field.name for field in fields(kind)}


def test_every_field_of_the_answer_is_on_the_wire_and_citations_carry_their_reference():
    wire = json.loads(as_json(fields_wire(SHARED)))
    assert set(wire) == names(Answer)
    assert set(wire["citations"][0]) == names(Citation) | {"reference"}
    assert set(wire["related"][0]) == names(Related) | {"reference"}
    assert set(wire["parties"][0]) == names(PartyAnswer)
    assert wire["citations"][0]["reference"] == "modellavtal#3.16"


def test_enums_are_written_by_value_and_dates_as_iso():
    wire = json.loads(as_json(fields_wire(ANSWERED)))
    assert wire["status"] == "answered"
    assert wire["on"] == "2026-11-22"
    assert wire["principals"] == ["municipality"]
    citation = wire["citations"][0]
    assert (citation["status"], citation["kind"]) == ("example", "agreement")
    assert (citation["valid_from"], citation["valid_to"]) == ("2026-01-01", None)
    assert wire["parties"][0]["party"] == {"principal": "municipality", "role": None}


def test_a_refused_answer_has_the_same_shape():
    assert set(fields_wire(REFUSED)) == set(fields_wire(ANSWERED))


def test_the_same_answer_is_the_same_text():
    assert as_json(fields_wire(ANSWERED)) == as_json(fields_wire(ANSWERED))


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_a_quote_comes_back_as_it_was_and_steers_nothing(quote: str):
    answer = replace(ANSWERED, citations=(replace(CITATION, quote=quote),))
    text = as_json(fields_wire(answer))
    assert json.loads(text)["citations"][0]["quote"] == quote
    assert not any(0x7F <= ord(c) <= 0x9F or c in "\x1b\u202e\u2067" for c in text)


def test_swedish_letters_stay_readable():
    assert "Såromläggning" in as_json(fields_wire(ANSWERED))
