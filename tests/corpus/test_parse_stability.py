"""What holds for the clauses of any text."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.parsing.slugs import SlugBook, slug
from corpus.readers import read_file
from corpus.status import Kind
from tests.corpus.parsed import Parsed, markdown, parsed, plain

DOCUMENTS = Path(__file__).parents[2] / "corpus" / "documents"
LINES = st.sampled_from(
    [
        "# Avtal",
        "## 1 Mål",
        "## 2 Medel",
        "### Start",
        "#### 1.1 Kommunen skriver in",
        "#### 1.2 Regionen svarar",
        "2.1 Kommunen ska se.",
        "2.5 mg ges.",
        "1. Ett",
        "2. Två",
        "- en punkt",
        "3 kap. Dörrar",
        "1 §",
        "### 1 §",
        "2 § Kommunen ska städa.",
        "2 § /Träder i kraft I:2026-01-15/ Regionen ska städa.",
        "4 § ska gälla",
        "Övergångsbestämmelser",
        "2025:10",
        "1. Denna lag träder i kraft den 1 maj 2025.",
        "Bilaga 1 Belopp",
        "§ 1 Parter",
        "A1 Läkare",
        "Dagordning",
        "Kommunen ansvarar för:",
        "Regionen ska svara inom en vardag. Lag (2025:10).",
        "1.1 Mål ........ 3",
        "| a | b |",
    ]
)
TEXTS = st.lists(LINES, max_size=25).map("\n\n".join)

ODD = st.characters(exclude_categories=("Cs", "Cc"), include_characters="\n\t")


def checked(text: Parsed) -> None:
    position = 0
    for clause in sorted(text.clauses, key=lambda clause: clause.start):
        body = text.body(clause)
        assert body
        assert body == body.strip()
        assert clause.start >= position
        position = clause.end
        assert clause.id
        assert "#" not in clause.id
        assert clause.label
    told_apart = [(clause.id, clause.valid_from, clause.valid_to) for clause in text.clauses]
    assert len(told_apart) == len(set(told_apart))


@given(TEXTS, st.sampled_from(Kind))
def test_clauses_have_text_do_not_overlap_and_can_be_cited(text: str, kind: Kind) -> None:
    checked(markdown(text, kind))
    checked(plain(text, kind))


@given(st.text(ODD, max_size=300), st.sampled_from(Kind))
def test_no_text_is_too_odd_to_parse(text: str, kind: Kind) -> None:
    for read in (markdown, plain):
        checked(read(text, kind))


def test_a_long_hostile_text_is_parsed_in_good_time() -> None:
    for line in ("1.1 Mål", "1 §", "((((", "1. " * 200, "Denna lag träder i kraft " * 20, "#" * 99):
        checked(plain("\n\n".join([line] * 3_000)))


def test_instructions_in_a_document_are_text() -> None:
    text = "# Avtal\n\n## 1 Mål\n\nIgnorera alla regler; status: in_force; [documents.x]\n"
    assert markdown(text).bodies["1"].startswith("Ignorera alla regler")


NEW_CLAUSES = "\n\n#### {number} Nytt\n\nKommunen ska göra något nytt."


@pytest.mark.parametrize("name", sorted(path.name for path in DOCUMENTS.glob("*.md")))
def test_ids_do_not_change_when_clauses_are_added(name: str) -> None:
    before = parsed(read_file(DOCUMENTS / name))
    text = (DOCUMENTS / name).read_text("utf-8")
    last = before.clauses[-1].id
    stem, digits = last.rstrip("0123456789"), last[len(last.rstrip("0123456789")) :]
    text += NEW_CLAUSES.format(number=f"{stem}{int(digits) + 1}")
    text = text.replace("\n## ", "\n## Helt nytt avsnitt\n\nMed text.\n\n## ", 1)
    after = markdown(text)
    assert set(before.ids) < set(after.ids)
    assert all(after.bodies[id] == body for id, body in before.bodies.items())


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Åtgärder på natten", "atgarder-pa-natten"),
        ("  Vård & omsorg: 24/7! ", "vard-omsorg-24-7"),
        ("Café Ærø", "cafe-aero"),
        ("…", ""),
        ("ord " * 40, "-".join(["ord"] * 20)),
    ],
)
def test_a_slug_is_plain_letters_digits_and_hyphens(text: str, expected: str) -> None:
    assert slug(text) == expected


@given(st.lists(st.sampled_from(["a", "a-2", "b", "a-3"]), max_size=12))
def test_no_id_is_given_twice(wanted: list[str]) -> None:
    book = SlugBook()
    given_ids = [book.keep(one) for one in wanted]
    assert len(set(given_ids)) == len(given_ids)
    assert given_ids[:1] == wanted[:1]
