"""A folder of documents becomes a corpus, whatever lies in it."""

from datetime import date
from pathlib import Path

import pytest

from corpus.errors import EmptyCorpus, EmptyFile, MissingFolder, UnknownFormat, WrongEncoding
from corpus.folder import Corpus, read_folder
from corpus.party import Principal
from corpus.status import Kind, Status
from tests.corpus.parsed import SHARED, needs_shared

AGREEMENT = "# Avtal\n\n## 1 Mål\n\nKommunen ska se.\n"
DOCUMENTS = Path(__file__).parents[2] / "corpus" / "documents"


def folder(place: Path, **files: str | bytes) -> Path:
    for name, content in files.items():
        path = place / name.replace("__", "/").replace("_DOT_", ".")
        path.parent.mkdir(parents=True, exist_ok=True)
        data = content if isinstance(content, bytes) else content.encode()
        path.write_bytes(data)
    return place


def ids(corpus: Corpus) -> list[str]:
    return [document.id for document in corpus.documents]


def test_every_file_is_read_in_the_order_of_its_path_subfolders_too(tmp_path: Path) -> None:
    made = folder(tmp_path, b_DOT_md=AGREEMENT, a__c_DOT_txt="Mål\n\nText.", a__b_DOT_md=AGREEMENT)
    corpus = read_folder(made)
    assert [document.file for document in corpus.documents] == ["a/b.md", "a/c.txt", "b.md"]
    assert ids(corpus) == ["b", "c", "b-md"]
    assert read_folder(made) == corpus
    assert [clause.document for clause in corpus.clauses] == ["b", "c", "b-md"]


def test_hidden_and_temporary_files_and_the_manifest_are_passed_over(tmp_path: Path) -> None:
    made = folder(tmp_path, a_DOT_md=AGREEMENT, _DOT_x_DOT_md="x", _DOT_git__y_DOT_md="y")
    (made / "~$a.docx").write_bytes(b"x")
    (made / "manifest.toml").write_text('answers = ["draft"]')
    corpus = read_folder(made)
    assert ids(corpus) == ["a"]
    assert corpus.answers == {Status.DRAFT}


def test_a_file_that_cannot_be_read_is_named_and_the_rest_is_read(tmp_path: Path) -> None:
    corpus = read_folder(
        folder(
            tmp_path,
            a_DOT_md=AGREEMENT,
            b_DOT_md="",
            c_DOT_png=b"\x89PNG",
            d_DOT_txt=b"\x81\x8d\x8f\x90 \xff\xfe text" * 9,
        )
    )
    assert ids(corpus) == ["a"]
    assert [type(error) for error in corpus.errors][:2] == [EmptyFile, UnknownFormat]
    assert all(error.found["file"] in error.text("sv") for error in corpus.errors)
    assert len(corpus.errors) == 3
    assert WrongEncoding is not None


def test_a_document_nobody_has_described_is_a_draft_and_is_named(tmp_path: Path) -> None:
    corpus = read_folder(folder(tmp_path, mitt_DOT_md=AGREEMENT))
    [document] = corpus.documents
    assert (document.title, document.status, document.kind) == (
        "Avtal",
        Status.DRAFT,
        Kind.AGREEMENT,
    )
    assert corpus.undescribed == ("mitt",)


def test_the_manifest_goes_before_the_header_field_by_field(tmp_path: Path) -> None:
    header = "---\ntitel: Huvudet\nstatus: Remiss\ngiltig_från: 2025-02-03\nmålgrupp: Alla\n---\n"
    made = folder(tmp_path, a_DOT_md=header + AGREEMENT)
    [document] = read_folder(made).documents
    assert (document.title, document.status) == ("Huvudet", Status.CONSULTATION)
    assert (document.valid_from, document.audience) == (date(2025, 2, 3), "Alla")
    (made / "manifest.toml").write_text(
        '[documents.avtal]\nfile = "a.md"\nstatus = "in_force"\nvalid_to = 2026-12-31\n'
    )
    corpus = read_folder(made)
    [document] = corpus.documents
    assert (document.id, document.title, document.status) == ("avtal", "Huvudet", Status.IN_FORCE)
    assert (document.valid_from, document.valid_to) == (date(2025, 2, 3), date(2026, 12, 31))
    assert corpus.undescribed == ()


@pytest.mark.parametrize(
    "line",
    [
        "status: gälande",
        "giltig_till: snart",
        "kind: bok",
        "valid_from: 2026-02-01\nvalid_to: 2026-01-01",
    ],
)
def test_a_header_that_cannot_be_understood_makes_a_draft_and_a_notice(
    tmp_path: Path, line: str
) -> None:
    corpus = read_folder(
        folder(tmp_path, a_DOT_md=f"---\nstatus: in_force\n{line}\n---\n" + AGREEMENT)
    )
    if line.startswith("status"):
        corpus = read_folder(folder(tmp_path, a_DOT_md=f"---\n{line}\n---\n" + AGREEMENT))
    assert corpus.documents[0].status is Status.DRAFT
    [notice] = corpus.notices
    assert "a.md" in notice.text("sv")
    assert "manifest.toml" in notice.text("en")


@pytest.mark.parametrize(
    "replaces", ["ersätter: b, c", 'replaces: ["b", "c"]', "Ersätter:\n  - b\n  - c"]
)
def test_a_document_that_replaces_an_unknown_one_gives_a_notice(
    tmp_path: Path, replaces: str
) -> None:
    header = f"---\n{replaces}\n---\n"
    made = folder(tmp_path, a_DOT_md=header + AGREEMENT, b_DOT_md=AGREEMENT)
    corpus = read_folder(made)
    assert corpus.documents[0].replaces == ("b", "c")
    assert [notice.text("sv") for notice in corpus.notices] == [
        "a.md: ersätter ”c”, men det dokumentet finns inte i mappen. "
        "Rätta replaces eller lägg till dokumentet."
    ]


STATUTE = """Dörrlag (2001:5)
Departement: Dörrdepartementet
Utfärdad: 2001-03-04

1 § Kommunen ska öppna dörren.

2 § Regionen ska stänga den.

Övergångsbestämmelser

2001:5

1. Denna lag träder i kraft den 1 maj 2001.
"""


def test_a_published_statute_describes_itself(tmp_path: Path) -> None:
    corpus = read_folder(folder(tmp_path, lag_DOT_txt=STATUTE))
    [document] = corpus.documents
    assert (document.title, document.kind) == ("Dörrlag (2001:5)", Kind.LAW)
    assert (document.status, document.valid_from) == (Status.IN_FORCE, date(2001, 5, 1))
    assert corpus.undescribed == ()


def test_a_statute_that_ceases_has_a_last_day(tmp_path: Path) -> None:
    header = "---\nbeteckning: 2001:5\nrubrik: Dörrlag\nikraft_datum: 2001-05-01\n"
    header += "upphor_datum: 2020-06-30\npdf_url: https://example.org/5.pdf\n---\n"
    text = header + "\n# Dörrlag\n\n### 1 §\n\nA.\n\n### 2 §\n\nB.\n"
    [document] = read_folder(folder(tmp_path, a_DOT_md=text)).documents
    assert (document.title, document.source) == ("Dörrlag (2001:5)", "https://example.org/5.pdf")
    assert (document.valid_from, document.valid_to) == (date(2001, 5, 1), date(2020, 6, 30))


def test_links_that_lead_out_of_the_folder_are_not_followed(tmp_path: Path) -> None:
    outside = folder(tmp_path / "ute", hemlig_DOT_md=AGREEMENT)
    inside = folder(tmp_path / "inne", a_DOT_md=AGREEMENT)
    (inside / "fil.md").symlink_to(outside / "hemlig.md")
    (inside / "mapp").symlink_to(outside)
    (inside / "runt").symlink_to(inside)
    (inside / "borta.md").symlink_to(inside / "finns-inte.md")
    assert ids(read_folder(inside)) == ["a"]


def test_odd_names_give_ids_that_can_be_cited(tmp_path: Path) -> None:
    folder(tmp_path)
    for name in ("a b#c.md", "Å Ä.md", "x.md", "x.txt"):
        (tmp_path / name).write_text(AGREEMENT)
    assert ids(read_folder(tmp_path)) == ["a-b-c", "x", "x-txt", "Å-Ä"]


def test_progress_counts_the_files(tmp_path: Path) -> None:
    told: list[tuple[str, int, int]] = []
    read_folder(
        folder(tmp_path, a_DOT_md=AGREEMENT, b_DOT_md=AGREEMENT),
        lambda stage, done, total: told.append((stage, done, total)),
    )
    assert told == [("read", 0, 2), ("read", 1, 2), ("read", 2, 2)]


def test_no_folder_and_no_file_are_said_so(tmp_path: Path) -> None:
    with pytest.raises(MissingFolder, match="finns inte"):
        read_folder(tmp_path / "borta")
    with pytest.raises(EmptyCorpus, match="inget dokument"):
        read_folder(tmp_path)


def test_a_text_says_its_file_and_its_bytes(tmp_path: Path) -> None:
    [document] = read_folder(folder(tmp_path, a_DOT_md=AGREEMENT)).documents
    assert (document.file, len(document.sha256)) == ("a.md", 64)


def test_the_default_corpus_is_read_whole() -> None:
    corpus = read_folder(DOCUMENTS)
    assert corpus.answers == {Status.EXAMPLE}
    assert {document.status for document in corpus.documents} == {Status.EXAMPLE}
    assert corpus.errors == corpus.undescribed == corpus.notices == ()


@needs_shared
def test_the_real_statutes_and_notes_describe_themselves() -> None:
    for name, status in (("lagar", Status.IN_FORCE), ("seeds", Status.NOTES)):
        corpus = read_folder(SHARED / name)
        assert {document.status for document in corpus.documents} == {status}
        assert corpus.errors == corpus.undescribed == corpus.notices == ()


def test_clauses_carry_the_duties_that_their_text_lays_on_somebody() -> None:
    clauses = {clause.reference: clause for clause in read_folder(DOCUMENTS).clauses}
    duties = clauses["modell-huvudavtal#3.3"].duties
    assert duties
    assert {party.principal for duty in duties for party in duty.parties} >= {
        Principal.MUNICIPALITY
    }
