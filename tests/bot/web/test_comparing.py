"""The pages that compare two texts and that show gaps: with and without a browser."""

import csv
import io
import re
from datetime import date
from functools import partial
from pathlib import Path

import pytest
from openpyxl import load_workbook
from playwright.sync_api import expect
from starlette.testclient import TestClient

from bot.api.app import create_app
from bot.comparison.alone import compare_alone
from bot.settings import BotSettings
from bot.web import comparing
from bot.web.comparing import MEGABYTES
from corpus.findings.accepted import accept
from eval.seeded.changes import read_changes
from eval.seeded.revision import revised_texts
from retrieval.index_folder import build_index
from tests.bot.web.conftest import ADDRESS, OWN
from tests.bot.web.test_accessibility import both_languages, both_lights, violations

MAIN = "modell-huvudavtal"
PAIR = "/jamfor?old=modell-munhalsa&new=modell-psykisk-halsa"
GAPS = """---
title: Avtal <script>hit()</script>
kind: agreement
status: in_force
valid_from: 2025-01-01
---

# Avtal

## 1 Vård

#### 1.1 Sår

Kommunen ska lägga om svåra sår hemma hos patienten.

#### 1.2 Sår igen

Regionen ska lägga om svåra sår hemma hos patienten.

#### 1.3 Plan

En plan ska <b>upprättas</b> med punkt 1.9 som grund.
"""


@pytest.fixture(scope="module")
def revised():
    changes = read_changes("choose")
    edits = [(change.document, edit) for change in changes for edit in change.edits]
    return revised_texts(edits, renumber=True)[f"{MAIN}.md"]


@pytest.fixture(scope="module")
def documents(tmp_path_factory) -> Path:
    """The folder where the user's own documents are kept, with one that has gaps."""
    folder = tmp_path_factory.mktemp("gaps") / "documents"
    folder.mkdir()
    (folder / "avtal.md").write_text(GAPS, encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def gaps(documents) -> TestClient:
    settings = BotSettings(data=documents.parent)
    index = documents.parent / "index"
    build_index(documents, index, settings)
    return TestClient(create_app(settings, index), base_url=ADDRESS, headers=OWN)


def send(client, content, *, name="nytt.md", old=MAIN, **more):
    return client.post("/jamfor", data={"old": old}, files={"file": (name, content)}, **more)


def test_nothing_is_compared_until_something_is_chosen(client):
    page = client.get("/jamfor")
    assert page.status_code == 200
    assert 'id="resultat"' not in page.text


def test_two_documents_are_compared_by_the_address(client):
    page = client.get(PAIR)
    assert page.status_code == 200
    assert 'id="resultat"' in page.text
    assert "/punkt/modell-munhalsa/D1" in page.text


def test_a_file_is_compared_and_not_kept(client, revised, web_settings):
    before = sorted(web_settings.data.rglob("*"))
    page = send(client, revised)
    assert page.status_code == 200
    assert "ansvar flyttar till kommunen" in page.text
    assert "<del>Regionen</del>" in page.text
    assert "<ins>Kommunen</ins>" in page.text
    assert sorted(web_settings.data.rglob("*")) == before
    assert "/jamfor.xlsx" not in page.text


@pytest.mark.parametrize(
    ("name", "content", "old", "status", "told"),
    [
        ("nytt.docx", b"inget Word", MAIN, 422, "fil.docx"),
        ("nytt.exe", b"MZ", MAIN, 422, "filtypen"),
        ("../../etc/passwd", b"rot", MAIN, 422, "fil"),
        ("tom.md", b"", MAIN, 422, "fil.md"),
        ("nytt.md", b"# Avtal\n\n#### 1.1 A\n\nB ska C.", "borta", 404, "finns inte längre"),
        ("nytt.md", b"# Avtal\n\n#### 1.1 A\n\nB ska C.", "", 422, "Välj en gammal text"),
        ("nytt.md", b"x" * (MEGABYTES * 1024 * 1024 + 1), MAIN, 413, "större än"),
        ("nytt.md", b"Kommunen ska se. " * 70_000, MAIN, 413, "för lång"),
    ],
)
def test_a_file_that_cannot_be_compared_is_told(client, name, content, old, status, told):
    page = send(client, content, name=name, old=old)
    assert page.status_code == status
    assert told in re.search(r'<p class="problem"[^>]*>(.*?)</p>', page.text)[1]


def test_a_file_that_takes_too_much_is_told_and_the_form_stays(client, monkeypatch):
    monkeypatch.setattr(comparing, "compare_alone", partial(compare_alone, seconds=0.01))
    page = send(client, b"# Avtal\n\n#### 1.1 A\n\nKommunen ska C.")
    assert page.status_code == 413
    assert "för lång tid eller för mycket minne" in page.text
    assert "<form" in page.text


def test_a_form_from_another_site_is_refused(client):
    assert send(client, "x", headers={"Origin": "https://annan.se"}).status_code == 403


@pytest.mark.parametrize("address", ["/jamfor?old=borta&new=borta", "/jamfor?old=modell-munhalsa"])
def test_an_address_that_names_no_pair_is_told(client, address):
    page = client.get(address)
    assert page.status_code in (404, 422)
    assert 'class="problem"' in page.text


def test_what_stands_in_a_file_is_text(client):
    text = "1 Vård <b>nu</b>\n\n1.1 Svar\n\nKommunen ska <script>hit()</script> svara.\n"
    page = send(client, text, name="nytt.txt").text
    assert "<script>hit()" not in page
    assert "&lt;script&gt;hit()" in page


def test_the_files_hold_the_same(client):
    query = PAIR.partition("?")[2]
    rows = csv.reader(
        io.StringIO(client.get(f"/jamfor.csv?{query}").content.decode("utf-8-sig")), delimiter=";"
    )
    book = load_workbook(io.BytesIO(client.get(f"/jamfor.xlsx?{query}").content))
    duties, clauses = (sheet.max_row - 1 for sheet in list(book)[:2])
    assert len(list(rows)) == 1 + duties + clauses
    assert client.get("/jamfor.csv?old=borta&new=borta").status_code == 404


def test_gaps_are_shown_with_their_clauses(gaps):
    page = gaps.get("/luckor")
    assert page.status_code == 200
    assert "Två parter för samma uppgift" in page.text
    assert "Ingen part nämnd" in page.text
    assert "Hänvisning som inte leder någonstans" in page.text
    assert 'href="/punkt/avtal/1.2"' in page.text
    assert "GÄLLANDE" in page.text
    assert "<b>upprättas" not in page.text


def test_a_noted_gap_is_shown_apart(gaps, documents):
    id = re.search(r'id="(no-party-[0-9a-f]{8})"', gaps.get("/luckor").text)[1]
    accept(documents, id, "Styrs av <i>rutin</i>", date(2026, 11, 22))
    page = gaps.get("/luckor").text
    assert f'<details class="finding meant" id="{id}">' in page
    assert "Sedd och avsedd 2026-11-22: Styrs av &lt;i&gt;rutin&lt;/i&gt;" in page
    (documents / "findings.toml").write_text("accepted = 3")
    broken = gaps.get("/luckor")
    assert broken.status_code == 200
    assert "findings.toml går inte att läsa" in broken.text
    (documents / "findings.toml").unlink()


def test_the_model_agreement_has_none(client):
    page = client.get("/luckor?lang=en").text
    assert "No gaps or conflicts were found in 5 documents" in page


@pytest.mark.enable_socket
@pytest.mark.allow_hosts(["127.0.0.1"])
@both_lights
@both_languages
def test_no_page_breaks_a_rule(opened, lang, revised):
    found = violations(opened.open(f"/jamfor?lang={lang}"))
    found += violations(opened.open(f"{PAIR}&lang={lang}"))
    found += violations(opened.open(f"/luckor?lang={lang}"))
    assert found == []


@pytest.mark.enable_socket
@pytest.mark.allow_hosts(["127.0.0.1"])
@pytest.mark.parametrize("opened", [{"viewport": {"width": 360, "height": 700}}], indirect=True)
def test_a_phone_compares_a_file(opened, revised, tmp_path):
    file = tmp_path / "nytt.md"
    file.write_text(revised, encoding="utf-8")
    page = opened.open("/jamfor")
    page.locator("#against").select_option(MAIN)
    page.locator("#file").set_input_files(file)
    page.locator("form[method=post] button").click()
    expect(page.locator(".headline")).to_contain_text("ansvar flyttar till kommunen")
    page.locator(".clauses summary").first.click()
    width = page.evaluate("[document.documentElement.scrollWidth, innerWidth]")
    assert width[0] <= width[1]
    assert violations(page) == []
