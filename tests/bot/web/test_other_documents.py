"""Documents of every standing, with addresses and titles that mean no good."""

import html
import re
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from bot.api.app import create_app
from bot.settings import BotSettings
from retrieval.index_folder import build_index
from retrieval.settings import Settings
from tests.bot.web.conftest import ADDRESS, OWN

MANIFEST = """answers = ["in_force"]

[documents.avtal]
file = "avtal.md"
title = "Avtal <script>hit()</script> \\u202eom vård"
kind = "agreement"
status = "in_force"
valid_from = 2025-01-01
source = "javascript:hit()"
replaces = ["utkast", "borta"]
audience = "Alla <b>i</b> vården"

[documents.gammalt]
file = "gammalt.md"
title = "Gammalt avtal"
kind = "agreement"
status = "in_force"
valid_from = 2020-01-01
valid_to = 2024-12-31

[documents.utkast]
file = "utkast.md"
title = "Utkast"
kind = "guideline"
status = "draft"
source = "https://exempel.se/utkast"

[documents.lag]
file = "lag.txt"
title = "Lag (2019:1) om dörrar"
kind = "law"
status = "in_force"
valid_from = 2019-01-01
"""

LAW = """Lag (2019:1) om dörrar

1 kap. Dörrar

1 § Kommunen ska öppna dörrar.

2 § /Upphör att gälla U:2026-06-15/
Regionen ska stänga dörrar.

2 § /Träder i kraft I:2026-06-15/
Kommunen ska stänga dörrar.

3 § Regionen får måla dörrar.
"""


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> TestClient:
    folder: Path = tmp_path_factory.mktemp("other")
    documents = folder / "documents"
    documents.mkdir()
    (documents / "manifest.toml").write_text(MANIFEST, encoding="utf-8")
    (documents / "lag.txt").write_text(LAW, encoding="utf-8")
    (documents / "avtal.md").write_text(
        "# Avtal\n\n## 1 Ansvar <b>fet</b>\n\n"
        "1.1 Kommunen ska lägga om sår & `<img src=x onerror=hit()>` i hemmet.\n\n"
        "1.2 Det ska dokumenteras inom två timmar.\n",
        encoding="utf-8",
    )
    for name in ("gammalt", "utkast"):
        text = f"# {name}\n\n1.1 Regionen ska {name} lägga om sår i hemmet.\n"
        (documents / f"{name}.md").write_text(text, encoding="utf-8")
    build_index(documents, folder / "index", Settings())
    settings = BotSettings(data=folder / "data")
    return TestClient(create_app(settings, folder / "index"), base_url=ADDRESS, headers=OWN)


def seen(client: TestClient, path: str) -> str:
    response = client.get(path)
    assert response.status_code == 200, path
    assert "<script>hit" not in response.text
    assert "<img src=x" not in response.text
    assert "<b>" not in response.text
    assert "\u202e" not in response.text
    return html.unescape(re.sub(r"\s+", " ", re.sub(r"<[^>]+>", "", response.text)))


def test_markup_in_a_document_is_shown_as_text(client):
    assert "Avtal <script>hit()</script> om vård" in seen(client, "/dokument")
    page = seen(client, "/punkt/avtal/1.1")
    assert "lägga om sår & <img src=x onerror=hit()> i hemmet." in page


def test_an_answer_from_such_a_document_is_as_harmless(client):
    client.post("/fraga", files=[("question", (None, "Vem ska lägga om sår i hemmet?"))])
    page = seen(client, "/")
    assert "<img src=x onerror=hit()>" in page
    assert 'href="javascript' not in client.get("/").text


def test_only_a_web_address_becomes_a_link(client):
    assert "javascript:hit()" in seen(client, "/dokument/avtal")
    assert 'href="javascript' not in client.get("/dokument/avtal").text
    assert 'href="https://exempel.se/utkast"' in client.get("/dokument/utkast").text


def test_what_is_replaced_is_linked_where_it_is_known(client):
    page = client.get("/dokument/avtal").text
    assert '<a href="/dokument/utkast">Utkast</a>, borta' in page


def test_only_what_is_in_force_looks_so(client):
    page = client.get("/dokument").text
    badges = re.findall(r'<strong class="badge([^"]*)">([^<]*)</strong>', page)
    assert sorted(badges) == [
        ("", "HAR SLUTAT GÄLLA"),
        ("", "UTKAST – gäller inte"),
        (" binds", "GÄLLANDE"),
        (" binds", "GÄLLANDE"),
    ]
    answering, apart = page.split("Visas vid sidan av</h2>")
    assert "Gammalt avtal" in apart
    assert "Gammalt avtal" not in answering
    assert "exempel som binder ingen" not in page


def test_the_wording_of_the_day_comes_first_and_the_other_below(client):
    now = seen(client, "/punkt/lag/1:2?on=2026-11-22")
    assert now.index("Kommunen ska stänga") < now.index("En annan lydelse")
    assert now.index("En annan lydelse") < now.index("Regionen ska stänga")
    before = seen(client, "/punkt/lag/1:2?on=2026-01-01")
    assert before.index("Regionen ska stänga") < before.index("En annan lydelse")
    assert "GÄLLER INTE ÄN" in before


def test_the_neighbour_is_shown_in_the_wording_of_the_day(client):
    assert "Kommunen ska stänga" in seen(client, "/punkt/lag/1:1?on=2026-11-22")
    assert "Regionen ska stänga" in seen(client, "/punkt/lag/1:1?on=2026-01-01")
    assert "Regionen ska stänga" not in seen(client, "/punkt/lag/1:3?on=2026-11-22")


def test_a_duty_that_names_nobody_says_so(client):
    page = seen(client, "/punkt/avtal/1.2")
    assert "Ingen part namngiven: Det ska dokumenteras inom två timmar Hela innehållet" in page


def test_a_clause_with_two_wordings_is_one_clause(client):
    assert "Lag, 3 punkter" in seen(client, "/dokument")
    assert client.get("/dokument/lag").text.count('href="/punkt/lag/1:2"') == 1
