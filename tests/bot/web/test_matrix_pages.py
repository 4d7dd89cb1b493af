"""The pages of the matrix and the timeline: what is filtered, told, linked and downloaded."""

import io
import re
from html import unescape
from pathlib import Path
from string import Formatter

import openpyxl
import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from bot import web
from bot.web.matrix_texts import MATRIX_PAGE
from corpus.matrix import MatrixFilter

PHONE = {"viewport": {"width": 360, "height": 740}, "has_touch": True, "is_mobile": True}
in_a_browser = [pytest.mark.enable_socket, pytest.mark.allow_hosts(["127.0.0.1"])]


def page(client, path, status=200):
    response = client.get(path)
    assert response.status_code == status
    return unescape(response.text)


def test_every_duty_of_the_model_agreement_is_on_the_page(client, model_service):
    html = page(client, "/ansvar")
    duties = [duty for clause in model_service.clauses for duty in clause.duties]
    assert f"Ansvar: {len(duties)}." in html
    told = html.count('<li><span lang="sv">') + html.count('<li><span class="who"')
    assert told >= len(duties)


def test_what_is_filtered_is_shown_in_the_form_the_list_and_the_links(client):
    html = page(client, "/ansvar?party=municipality&phase=transfer&on=2026-05-01&find=hemma")
    assert 'value="municipality" checked' in html
    assert '<option value="transfer" selected>' in html
    assert "Ord i texten: <bdi>hemma</bdi>" in html
    assert 'value="2026-05-01"' in html
    assert "/punkt/modell-psykisk-halsa/C7?on=2026-05-01" in html
    query = "on=2026-05-01&party=municipality&phase=transfer&find=hemma"
    assert f'href="/ansvar.xlsx?{query}"' in html
    assert "lang=en" in re.search(r'href="([^"]*)" lang="en"', html)[1]
    assert "party=municipality" in re.search(r'href="([^"]*)" lang="en"', html)[1]


def test_a_role_and_two_phases_stay_chosen(client):
    html = page(client, "/ansvar?party=hemtj%C3%A4nst&phase=start&phase=end")
    assert '<option value="hemtjänst" selected>' in html
    assert html.count('name="phase"') == 2
    assert "hemtjänst:" in html


def test_columns_are_opened_into_roles(client):
    closed, opened = page(client, "/ansvar"), page(client, "/ansvar?roles=1")
    assert "Regionen: vårdcentral" not in closed
    assert 'scope="col">Regionen: vårdcentral</th>' in opened


def test_a_filter_that_fits_nothing_says_so(client):
    html = page(client, "/ansvar?find=finnsinte")
    assert "Inget ansvar passar in på urvalet." in html
    assert "<table" not in html


@pytest.mark.parametrize("bad", ["phase=x", "status=x", "on=x", f"find={'x' * 201}"])
def test_a_filter_that_cannot_be_used_is_told(client, bad):
    assert "Urvalet gick inte att använda" in page(client, f"/ansvar?{bad}", 422)
    page(client, f"/ansvar.csv?{bad}", 422)
    page(client, f"/ansvar.xlsx?{bad}", 422)


def test_what_is_typed_is_text(client):
    html = client.get('/ansvar?find=<script>alert(1)</script>&topic="><b>').text
    assert "<script>alert" not in html
    assert "<b>" not in html


def test_the_files_hold_what_the_page_shows(client):
    csv = client.get("/ansvar.csv?topic=hj%C3%A4lpmedel")
    assert csv.headers["content-type"] == "text/csv; charset=utf-8"
    assert "attachment; filename=" in csv.headers["content-disposition"]
    lines = csv.content.decode("utf-8-sig").splitlines()
    book = client.get("/ansvar.xlsx?topic=hj%C3%A4lpmedel&lang=en").content
    assert openpyxl.load_workbook(io.BytesIO(book))["List"].max_row == len(lines) > 10


def test_a_day_before_every_document_is_warned_of(client):
    told = "Inget av dokumenten gäller den 2020-01-01."
    assert told in page(client, "/ansvar?on=2020-01-01")
    assert told in page(client, "/tidslinje?on=2020-01-01")
    assert told not in page(client, "/tidslinje")


def test_the_timeline_leads_to_each_documents_duties(client, model_service):
    html = page(client, "/tidslinje")
    for document in model_service.documents:
        assert f'href="/ansvar?document={document.id}"' in html
        assert document.title in html


def test_a_bad_day_of_the_timeline_is_told(client):
    page(client, "/tidslinje?on=igår", 400)


def test_the_api_gives_the_same(client):
    told = client.get("/api/matrix?party=nobody&lang=en").json()
    assert set(told["columns"]) == {"municipality", "region", "both", "nobody"}
    assert told["query"] == "party=nobody"
    cells = [row["cells"] for topic in told["topics"] for row in topic["rows"]]
    assert all(set(each) == {"nobody"} for each in cells)
    assert all(duty["quote"] for each in cells for duty in each["nobody"])


def test_the_api_tells_what_cannot_be_used_and_what_can(client):
    answer = client.get("/api/matrix?phase=x&lang=en")
    assert answer.status_code == 422
    assert answer.json()["error"] == "bad_filter"
    assert "takeover" in answer.json()["message"]


def test_the_api_documents_every_filter(client):
    told = client.get("/openapi.json").json()["paths"]["/api/matrix"]["get"]["parameters"]
    assert [each["name"] for each in told] == list(MatrixFilter.__dataclass_fields__)


@pytest.mark.parametrize("key", MATRIX_PAGE)
def test_both_languages_fill_in_the_same_names(key):
    filled = [{name for _, name, _, _ in Formatter().parse(t)} for t in MATRIX_PAGE[key]]
    assert filled[0] == filled[1]


def test_every_text_that_the_pages_ask_for_exists_and_is_used():
    folder = Path(web.__file__).parent
    pages = [folder / "templates" / name for name in ("matrix.html", "timeline.html")]
    files = [*folder.glob("matrix*.py"), *pages]
    code = "".join(file.read_text() for file in files if file.name != "matrix_texts.py")
    asked = set(re.findall(r"""\bm\(["']([\w.]+)["']""", code)) | {"timeline.matrix"}
    assert asked <= set(MATRIX_PAGE)
    own = {key for key in MATRIX_PAGE if key.startswith("page.")}
    assert own - asked == set()


class TestInABrowser:
    pytestmark = in_a_browser

    def test_a_choice_goes_into_the_address_and_a_row_leads_to_its_clause(self, opened):
        shown = opened.open("/ansvar")
        shown.get_by_label("Kommunen", exact=True).check()
        shown.get_by_label("Ord i texten").fill("slutrapport")
        shown.get_by_role("button", name="Visa", exact=True).click()
        expect(shown).to_have_url(re.compile("find=slutrapport&party=municipality"))
        row = shown.get_by_role("row").filter(has_text="3.18")
        expect(row.get_by_role("cell").first).to_contain_text("lämna en slutrapport till")
        row.get_by_role("link").click()
        expect(shown.locator("h1")).to_contain_text("punkt 3.18")

    def test_an_overview_question_leads_to_the_filtered_page(self, opened):
        shown = opened.open("/")
        shown.locator("#fraga").fill("Vad ansvarar kommunen för vid utskrivning?")
        shown.locator("form.question button.main").click()
        shown.get_by_role("link", name=re.compile("^Visa alla .* ansvar")).click()
        expect(shown.get_by_label("Kommunen", exact=True)).to_be_checked()
        expect(shown.locator(".chosen")).to_contain_text("vid in- och utskrivning")

    @pytest.mark.parametrize("opened", [PHONE], indirect=True)
    def test_a_phone_shows_cards_without_scrolling_sideways(self, opened):
        for path in ("/ansvar", "/ansvar?roles=1", "/tidslinje"):
            shown = opened.open(path)
            assert shown.evaluate("document.documentElement.scrollWidth") == 360
        card = opened.open("/ansvar").get_by_role("row").filter(has_text="3.18")
        expect(card.get_by_text("Kommunen", exact=True)).to_be_visible()
        assert card.bounding_box()["width"] < 360

    def test_the_head_stays_in_sight(self, opened):
        shown = opened.open("/ansvar")
        row = shown.get_by_role("row").filter(has_text="3.7 ")
        row.scroll_into_view_if_needed()
        shown.mouse.wheel(0, 400)
        head = row.locator("xpath=ancestor::table//th[@scope='col']").nth(1)
        expect(head).to_be_in_viewport()

    @pytest.mark.parametrize(
        "opened", [{"color_scheme": "light"}, {"color_scheme": "dark"}, PHONE], indirect=True
    )
    @pytest.mark.parametrize("lang", ["sv", "en"])
    def test_no_page_breaks_a_rule_of_accessibility(self, opened, lang):
        broken = []
        for path in ("/ansvar", "/ansvar?roles=1", "/ansvar?phase=x", "/tidslinje"):
            shown = opened.open(f"{path}{'&' if '?' in path else '?'}lang={lang}")
            shown.locator("details").evaluate_all("all => all.forEach(each => each.open = true)")
            found = Axe().run(shown).response["violations"]
            broken += [(path, each["id"], each["nodes"][0]["html"]) for each in found]
        assert broken == []

    def test_it_prints_as_a_table_without_the_form(self, opened):
        shown = opened.open("/ansvar?topic=hj%C3%A4lpmedel")
        shown.emulate_media(media="print")
        expect(shown.locator("form.filter")).to_be_hidden()
        expect(shown.get_by_role("table").first).to_be_visible()
        assert shown.locator(".board td").first.evaluate("e => getComputedStyle(e).display") == (
            "table-cell"
        )
