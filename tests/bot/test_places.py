"""The default corpus and its index, and whether the index still fits."""

import os
from pathlib import Path

import pytest

from bot.cli.freshness import look, made_of, remember
from bot.cli.places import default_corpus, default_index, make_own_corpus, shipped_corpus
from retrieval.settings import Settings


@pytest.fixture
def own_settings(tmp_path: Path) -> Settings:
    return Settings(data=tmp_path / "data", cache=tmp_path / "cache")


def test_the_shipped_documents_are_the_default_until_there_are_own_ones(own_settings):
    assert default_corpus(own_settings) == shipped_corpus()
    own = make_own_corpus(own_settings)
    assert default_corpus(own_settings) == own
    names = {path.name for path in shipped_corpus().iterdir()}
    assert {path.name for path in own.iterdir()} == names


def test_own_documents_are_never_copied_over(own_settings):
    own = make_own_corpus(own_settings)
    (own / "eget.md").write_text("# Eget", encoding="utf-8")
    assert make_own_corpus(own_settings) == own
    assert (own / "eget.md").exists()
    assert [path.name for path in own_settings.data.iterdir()] == ["documents"]


def test_a_folder_looks_the_same_until_a_file_changes(tmp_path):
    (tmp_path / "a.md").write_text("ett", encoding="utf-8")
    before = look(tmp_path)
    assert look(tmp_path) == before
    (tmp_path / ".lock").write_text("", encoding="utf-8")
    assert look(tmp_path) == before
    os.utime(tmp_path / "a.md", ns=(1, 1))
    assert look(tmp_path) != before


def test_the_default_index_remembers_the_folder_it_was_made_of(own_settings, tmp_path):
    index, other = default_index(own_settings), tmp_path / "other"
    other.mkdir()
    index.mkdir(parents=True)
    remember(index, other, default=False, seen="x")
    assert made_of(index, Path("standard")) == (other.resolve(), "x")
    remember(index, other, default=True, seen="y")
    assert made_of(index, Path("standard")) == (Path("standard"), "y")


def test_a_folder_that_is_gone_gives_way_to_the_default(own_settings, tmp_path):
    index = default_index(own_settings)
    index.mkdir(parents=True)
    remember(index, tmp_path / "gone", default=False, seen="x")
    assert made_of(index, Path("standard")) == (Path("standard"), None)


@pytest.mark.parametrize("text", ["", "{", "[]", '{"corpus": null}', "\x00"])
def test_a_damaged_memory_means_that_the_index_is_made_again(own_settings, text):
    index = default_index(own_settings)
    index.mkdir(parents=True)
    (index.parent / "index.made-of.json").write_text(text, encoding="utf-8")
    assert made_of(index, Path("standard")) == (Path("standard"), None)
