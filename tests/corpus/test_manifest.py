"""The manifest's form, and what is said when it is broken."""

from datetime import date
from pathlib import Path

import pytest

from corpus.errors import BrokenManifest
from corpus.header_words import kind_named, status_named
from corpus.manifest import read_manifest
from corpus.status import Kind, Status

WHOLE = """answers = ["in_force", "beslutad"]

[documents.hos-avtal-2026]
file = "avtal.md"
title = "Avtal"
kind = "överenskommelse"
status = "gällande"
valid_from = 2026-01-01
valid_to = "2027-12-31"
source = "https://example.org"
replaces = "gammalt"
audience = "Alla"
"""


def manifest(folder: Path, text: str) -> Path:
    for name in ("avtal.md", "annat.md"):
        (folder / name).write_text("# Avtal\n\nText.\n", encoding="utf-8")
    (folder / "manifest.toml").write_text(text, encoding="utf-8")
    return folder


def test_a_folder_without_a_manifest_answers_with_what_is_in_force(tmp_path: Path) -> None:
    read = read_manifest(tmp_path)
    assert read.answers == {Status.IN_FORCE}
    assert not read.documents


def test_a_whole_manifest_is_read_words_in_swedish_or_english(tmp_path: Path) -> None:
    read = read_manifest(manifest(tmp_path, "\ufeff" + WHOLE))
    assert read.answers == {Status.IN_FORCE, Status.ADOPTED}
    entry = read.documents["hos-avtal-2026"]
    assert (entry.kind, entry.status) == (Kind.SUPPLEMENT, Status.IN_FORCE)
    assert (entry.valid_from, entry.valid_to) == (date(2026, 1, 1), date(2027, 12, 31))
    assert entry.replaces == ("gammalt",)


ENTRY = '[documents.a]\nfile = "avtal.md"\n'


@pytest.mark.parametrize(
    ("text", "swedish"),
    [
        ("\n\nanswers = ]", "rad 3: filen är inte giltig TOML."),
        ("a = " + "[" * 9_000, "filen är nästlad för djupt."),
        ("answers = 3", "rad 1: ”answers” ska vara en lista. Skriv answers = ["),
        ("documents = 3", "”documents” ska vara en tabell. Skriv [documents.id] och"),
        (ENTRY + f'title = "{"å" * 5_000}"', "rad 3: värdet för ”title” är för långt."),
        (f'[documents.a]\nfile = "{"å" * 5_000}"', f"rad 2: filen ”{'å' * 80}…” finns inte i"),
        (
            '[documents.a]\nfile = "a\\u0000"',
            "rad 2: värdet ”a\0” för ”file” går inte att",
        ),
        ('[documents."\\u001b[31m"]\nfile = "avtal.md"', "”\x1b[31m” går inte att använda som id."),
        ('answers = ["gälande"]', "rad 1: status ”gälande” finns inte. Välj en av: in_force,"),
        ('answer = ["in_force"]', "rad 1: nyckeln ”answer” känns inte igen. De som finns är: "),
        (ENTRY + 'stauts = "draft"', "rad 3: nyckeln ”stauts” känns inte igen. De som finns är: f"),
        (ENTRY + 'status = "klar"', "rad 3: status ”klar” finns inte. Välj en av: in_force, adop"),
        (ENTRY + 'kind = "bok"', "rad 3: dokumenttypen ”bok” finns inte. Välj en av: agreement,"),
        (ENTRY + 'valid_from = "i maj"', "rad 3: ”i maj” är inget datum. Skriv det som 2026-01"),
        (ENTRY + "valid_from = 2026", "rad 3: ”2026” är inget datum. Skriv det som 2026-01-31."),
        (ENTRY + "title = 3", "rad 3: värdet ”3” för ”title” går inte att använda."),
        (
            ENTRY + "valid_from = 2026-02-01\nvalid_to = 2026-01-31",
            "rad 1: valid_to är före valid_from.",
        ),
        ('[documents.a]\ntitle = "A"', "rad 1: raden file saknas."),
        ('[documents.a]\nfile = "borta.md"', "rad 2: filen ”borta.md” finns inte i mappen."),
        ('[documents.a]\nfile = "../x.md"', "rad 2: filen ”../x.md” ligger utanför mappen."),
        ('[documents.a]\nfile = "/etc/passwd"', "rad 2: filen ”/etc/passwd” ligger utanför mappen"),
        (
            ENTRY + '[documents.b]\nfile = "./avtal.md"',
            "rad 4: filen ”avtal.md” beskrivs två gånger, också under ”a”.",
        ),
        ('[documents."a#b"]\nfile = "avtal.md"', "rad 1: ”a#b” går inte att använda som id."),
    ],
)
def test_what_is_wrong_is_said_with_its_line_and_the_mend(
    tmp_path: Path, text: str, swedish: str
) -> None:
    with pytest.raises(BrokenManifest) as broken:
        read_manifest(manifest(tmp_path, text))
    message = broken.value.text("sv")
    assert message.startswith(f"manifest.toml: {swedish}")
    assert message.endswith("Rätta filen och försök igen.")
    assert broken.value.text("en").endswith("Mend the file and try again.")


@pytest.mark.parametrize("answers", ['"in_force"', '["in_force"]', '["gällande"]'])
def test_a_single_status_needs_no_list(tmp_path: Path, answers: str) -> None:
    assert read_manifest(manifest(tmp_path, f"answers = {answers}")).answers == {Status.IN_FORCE}


def test_what_cannot_be_seen_is_left_out_of_a_title(tmp_path: Path) -> None:
    text = ENTRY + 'title = "\\u001b[1mEtt\\u0007\\n \\u202eavtal"'
    assert read_manifest(manifest(tmp_path, text)).documents["a"].title == "[1mEtt avtal"


def test_a_manifest_in_another_encoding_is_broken(tmp_path: Path) -> None:
    (tmp_path / "manifest.toml").write_bytes('# Å\nanswers = ["in_force"]'.encode("latin-1"))
    with pytest.raises(BrokenManifest, match="UTF-8"):
        read_manifest(tmp_path)


def test_every_status_and_kind_is_known_by_its_own_word() -> None:
    assert all(status_named(status.value) is status for status in Status)
    assert all(kind_named(kind.value) is kind for kind in Kind)
