"""Every text of an answer exists in both languages and takes the same things in."""

import re
from string import Formatter

import pytest

from corpus.duty import Modality
from corpus.party import Party, Principal
from retrieval.texts import (
    ENGLISH,
    SWEDISH,
    TEXTS,
    joined,
    joined_plain,
    modality_key,
    party_words,
    say,
)


def placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name}


@pytest.mark.parametrize("key", TEXTS)
def test_a_text_is_whole_in_both_languages(key):
    assert set(TEXTS[key]) == {SWEDISH, ENGLISH}
    for text in TEXTS[key].values():
        assert text.strip() == text != ""
        assert text.removesuffix(" {line}")[-1] in ".!?"
        assert text[0].isupper() or text[0] == "{"
        assert "  " not in text


@pytest.mark.parametrize("key", TEXTS)
def test_a_text_takes_the_same_in_both_languages(key):
    # "is" and "are" differ with the number in English only.
    swedish, english = (placeholders(TEXTS[key][lang]) for lang in (SWEDISH, ENGLISH))
    assert english - {"is_are"} == swedish


@pytest.mark.parametrize("key", TEXTS)
def test_the_swedish_is_not_the_english(key):
    assert TEXTS[key][SWEDISH] != TEXTS[key][ENGLISH]
    assert not re.search(r"\b(?:the|is|are|which|and)\b", TEXTS[key][SWEDISH])


def test_an_unknown_language_reads_swedish():
    assert say("not_found", "fi") == TEXTS["not_found"][SWEDISH]


@pytest.mark.parametrize(
    ("party", "swedish", "english"),
    [
        (Party(principal=Principal.MUNICIPALITY), "kommunen", "the municipality"),
        (Party(principal=Principal.REGION), "regionen", "the region"),
        (
            Party(principal=Principal.BOTH),
            "kommunen och regionen",
            "the municipality and the region",
        ),
        (Party(principal=Principal.INDIVIDUAL), "den enskilde", "the individual"),
        (
            Party(principal=Principal.REGION, role="vårdcentral"),
            "regionen (vårdcentral)",
            "the region (health centre)",
        ),
        (Party(principal=Principal.OTHER, role="apotek"), "apoteket", "the pharmacy"),
        (Party(principal=Principal.OTHER), "annan part", "another party"),
    ],
)
def test_a_party_is_its_principal_and_its_role(party, swedish, english):
    assert party_words(party, SWEDISH) == swedish
    assert party_words(party, ENGLISH) == english


@pytest.mark.parametrize("principal", Principal)
@pytest.mark.parametrize("lang", [SWEDISH, ENGLISH])
def test_every_principal_has_words(principal, lang):
    assert party_words(Party(principal=principal), lang)


@pytest.mark.parametrize(
    ("parts", "lang", "expected"),
    [
        (["kommunen"], SWEDISH, "Kommunen"),
        (["kommunen", "regionen"], SWEDISH, "Kommunen och regionen"),
        (["a", "b", "c"], SWEDISH, "A, b och c"),
        (["the region", "the municipality"], ENGLISH, "The region and the municipality"),
    ],
)
def test_parties_are_joined_as_a_person_writes_them(parts, lang, expected):
    assert joined(parts, lang) == expected
    assert joined_plain(parts, lang) == expected[:1].lower() + expected[1:]


@pytest.mark.parametrize(
    ("modality", "negated", "key"),
    [
        (Modality.SHALL, False, "who"),
        (Modality.RESPONSIBLE, False, "who"),
        (Modality.SHOULD, False, "who"),
        (Modality.MAY, False, "may"),
        (Modality.SHALL, True, "must_not"),
        (Modality.MAY, True, "must_not"),
    ],
)
def test_the_headline_suits_how_strongly_the_text_binds(modality, negated, key):
    assert modality_key(modality, negated=negated) == key
