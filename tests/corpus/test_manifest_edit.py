"""The manifest is changed without losing what a person wrote in it."""

import tomllib
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.clause import DocumentId
from corpus.errors import BrokenManifest
from corpus.manifest_edit import (
    Entry,
    read_manifest_text,
    with_answers,
    with_entry,
    without_entry,
    write_manifest,
)
from corpus.status import Kind, Status

WRITTEN = """# Våra dokument
answers = ["example"]  # bara exempel

[documents.b]  # först
file = "b.md"
title = "B"

# om a
[documents.a]
file = "a.md"
"""

ENTRY = Entry(
    file="avtal.docx",
    title='Avtal "om" vård',
    kind=Kind.AGREEMENT,
    status=Status.IN_FORCE,
    valid_from=date(2027, 1, 1),
    replaces=(DocumentId("a"),),
)
NEW = DocumentId("avtal-2027")


def test_an_entry_is_added_last_and_the_rest_stays_as_it_was():
    text = with_entry(WRITTEN, NEW, ENTRY)
    assert text.startswith(WRITTEN)
    assert tomllib.loads(text)["documents"][NEW] == {
        "file": "avtal.docx",
        "title": 'Avtal "om" vård',
        "kind": "agreement",
        "status": "in_force",
        "valid_from": date(2027, 1, 1),
        "replaces": ["a"],
    }


def test_an_entry_in_an_empty_manifest_is_a_whole_manifest():
    assert set(tomllib.loads(with_entry("", NEW, ENTRY))["documents"]) == {NEW}


def test_an_entry_is_removed_and_the_comments_stay():
    text = without_entry(with_entry(WRITTEN, NEW, ENTRY), NEW)
    assert text.rstrip() == WRITTEN.rstrip()
    assert without_entry(WRITTEN, NEW) == WRITTEN


def test_the_statuses_that_answer_are_set_in_their_place():
    text = with_answers(WRITTEN, [Status.IN_FORCE])
    assert text == WRITTEN.replace('["example"]', '["in_force"]')


def test_the_statuses_that_answer_come_first_when_they_were_not_said():
    text = with_answers(with_entry("", NEW, ENTRY), [Status.IN_FORCE, Status.ADOPTED])
    made = tomllib.loads(text)
    assert made["answers"] == ["in_force", "adopted"]
    assert set(made["documents"]) == {NEW}


@pytest.mark.parametrize("text", ["[documents", "documents = 3"])
def test_a_broken_manifest_is_named(text):
    with pytest.raises(BrokenManifest, match=r"manifest\.toml"):
        with_entry(text, NEW, ENTRY)


def test_the_manifest_is_replaced_whole_and_leaves_nothing_beside_it(tmp_path):
    assert read_manifest_text(tmp_path) == ""
    write_manifest(tmp_path, WRITTEN)
    write_manifest(tmp_path, "answers = []\n")
    assert read_manifest_text(tmp_path) == "answers = []\n"
    assert [path.name for path in tmp_path.iterdir()] == ["manifest.toml"]


@given(st.text(st.characters(exclude_categories=["Cs"])), st.from_regex(r"[a-z0-9-]{1,20}\Z"))
def test_any_title_comes_back_as_it_was(title: str, id: str):
    entry = Entry(file="x.md", title=title, kind=Kind.LAW, status=Status.DRAFT)
    assert tomllib.loads(with_entry(WRITTEN, DocumentId(id), entry))["documents"][id] == {
        "file": "x.md",
        "title": title,
        "kind": "law",
        "status": "draft",
    }
