"""What the pages say and refuse, asked as a program would."""

import html
import re

import pytest
from fastapi import FastAPI
from starlette.testclient import TestClient

from bot.asking.errors import StoreDown, TooManyQuestions
from bot.asking.open import asker_on
from bot.question_length import LONGEST
from bot.web import mount
from bot.web.cookie import COOKIE
from bot.web.navigation import NAVIGATION, address, clause_address
from tests.bot.web.conftest import ADDRESS, OWN

ENDS = "Vem ansvarar när hemsjukvården avslutas?"
EVERY_PAGE = (
    "/",
    "/dokument",
    "/dokument/modell-huvudavtal",
    "/punkt/modell-huvudavtal/3.18",
    "/om",
    "/finns-inte",
)


def asked(client: TestClient, question: str = ENDS, **fields: str):
    return client.post("/fraga", files=_form(question=question, **fields))


def _form(**fields: str):
    """Fields of a form as a browser sends them in parts."""
    return [(name, (None, value)) for name, value in fields.items()]


def answer_id(page: str) -> str:
    return re.search(r'name="answer" value="([^"]+)"', page)[1]


def text_of(page: str) -> str:
    return html.unescape(re.sub(r"\s+", " ", re.sub(r"<[^>]+>", "", page)))


@pytest.mark.parametrize("path", EVERY_PAGE)
def test_every_page_says_what_it_may_do(client, path):
    headers = client.get(path).headers
    assert headers["content-security-policy"].startswith("default-src 'none'; script-src 'self';")
    assert "unsafe" not in headers["content-security-policy"]
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "same-origin"
    assert headers["cache-control"] == "no-store"


@pytest.mark.parametrize("path", EVERY_PAGE)
def test_no_page_holds_style_script_or_an_address_elsewhere(client, path):
    page = client.get(path).text
    assert re.findall(r"<style|\sstyle=|\son\w+=|<script(?![^>]* src=\"/static/)", page) == []
    assert re.findall(r"(?:href|src|action)=\"(?!/|#)[^\"]*", page) == []


@pytest.mark.parametrize("path", EVERY_PAGE)
@pytest.mark.parametrize("lang", ["sv", "en"])
def test_every_link_of_a_page_leads_somewhere_in_the_same_language(client, path, lang):
    page = client.get(address(path, lang)).text
    links = {html.unescape(each) for each in re.findall(r'<a[^>]* href="(/[^"]*)"', page)}
    other = re.search(r'class="language" href="([^"]*)"', page)[1]
    for link in links - {html.unescape(other)}:
        found = client.get(link)
        assert found.status_code == 200, link
        assert found.headers["content-language"] == lang, link
    if path != "/finns-inte":
        assert client.get(html.unescape(other)).headers["content-language"] != lang


def test_the_menu_shows_where_one_is(client):
    for item in NAVIGATION:
        here = re.findall(r'href="([^"]+)" aria-current="page"', client.get(item.path).text)
        assert here == [item.path]


def test_a_file_is_kept_long_and_its_address_changes_with_it(client):
    page = client.get("/").text
    for file in re.findall(r'"(/static/[^"]+)"', page):
        found = client.get(file)
        assert found.status_code == 200
        assert found.headers["cache-control"] == "public, max-age=31536000, immutable"
        assert re.search(r"\?v=[0-9a-f]{12}$", file)


def test_nothing_else_is_served_as_a_file(client):
    for path in ("/static/../texts.py", "/static/%2e%2e/texts.py", "/static/"):
        assert client.get(path).status_code == 404


# --- asking ---------------------------------------------------------------------------------


def test_no_cookie_before_the_first_question_and_one_careful_one_after(client):
    assert "set-cookie" not in client.get("/").headers
    sent = asked(client).history[0].headers.get_list("set-cookie")
    assert len(sent) == 1
    name, *rules = sent[0].split("; ")
    assert re.fullmatch(rf"{COOKIE}=[A-Za-z0-9_-]{{32}}", name)
    assert sorted(rules) == ["HttpOnly", "Path=/", "SameSite=strict"]


def test_the_privacy_page_names_the_cookie_and_the_days(client, web_settings):
    page = text_of(client.get("/om").text)
    assert COOKIE in page
    assert f"högst {web_settings.keep_days} dagar" in page


def test_a_made_up_cookie_is_not_taken(client):
    form, headers = _form(question=ENDS), {"Cookie": f"{COOKIE}=../../etc"}
    response = client.post("/fraga", files=form, headers=headers, follow_redirects=False)
    assert re.match(rf"{COOKIE}=[A-Za-z0-9_-]{{32}};", response.headers["set-cookie"])


def test_an_answer_may_be_reloaded_without_asking_again(client):
    response = asked(client)
    assert [each.status_code for each in response.history] == [303]
    assert response.history[0].headers["location"] == "/#svar-1"
    assert client.get("/").text.count('class="turn"') == 1


def test_one_browser_does_not_see_anothers_questions(client, web_app):
    asked(client)
    other = TestClient(web_app, base_url=ADDRESS, headers=OWN)
    assert 'class="turn"' not in other.get("/").text


def test_the_script_gets_the_new_answer_alone(client):
    response = client.post("/fraga", files=_form(question=ENDS), headers={"X-Part": "1"})
    assert response.text.startswith("<article")
    assert "<html" not in response.text


@pytest.mark.parametrize(
    ("question", "status", "said"),
    [
        ("", 422, "Skriv en fråga, till exempel"),
        (" \n\t ", 422, "Skriv en fråga, till exempel"),
        ("🙂🙂", 422, "Skriv en fråga, till exempel"),
        ("vem " * (LONGEST // 4 + 1), 422, f"högst {LONGEST} tecken"),
    ],
)
@pytest.mark.parametrize("part", [{}, {"X-Part": "1"}])
def test_a_question_that_cannot_be_taken_is_explained(client, question, status, said, part):
    response = client.post("/fraga", files=_form(question=question), headers=part)
    assert response.status_code == status
    assert said in text_of(response.text)
    assert response.headers["content-language"] == "sv"


def test_ten_thousand_characters_are_refused_and_given_back_masked(client):
    question = "Gäller Sven 19121212-1212? " + "å" * 10_000
    page = asked(client, question).text
    assert "å" * 10_000 in page
    assert "1212" not in page


def test_what_went_wrong_is_told_in_the_language_of_the_page(client):
    response = client.post("/fraga?lang=en", files=_form(question=""))
    assert "Write a question, such as" in text_of(response.text)


@pytest.mark.parametrize("day", ["i går", "2025-02-30", "20250101T10", "-1"])
def test_a_day_that_is_none_is_explained_and_nothing_is_lost(client, day):
    response = asked(client, on=day)
    assert response.status_code == 422
    assert "2026-01-15" in response.text
    assert ENDS in response.text


def test_control_characters_are_shown_as_such(client):
    assert "Vem � ansvarar� �?" in text_of(asked(client, "Vem \x00 ansvarar\x1b \u202e?").text)


def test_a_file_in_the_form_is_not_read(client):
    response = client.post("/fraga", files={"question": ("fil.txt", b"Vem ansvarar?")})
    assert response.status_code == 400
    assert "Formuläret gick inte att läsa" in response.text


def test_too_many_questions_are_told_when_to_come_back(client, web_app, monkeypatch):
    async def full(self, incoming):
        raise TooManyQuestions(seconds=7)

    monkeypatch.setattr("bot.asking.asker.Asker.ask", full)
    response = asked(client)
    assert response.status_code == 429
    assert response.headers["retry-after"] == "7"
    assert "om 7 sekunder" in response.text
    assert ENDS in response.text


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "https://annan.example"},
        {"Origin": "null"},
        {"Origin": ""},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
        {"Sec-Fetch-Site": "none"},
    ],
    ids=str,
)
@pytest.mark.parametrize("path", ["/fraga", "/omdome", "/borja-om"])
def test_a_form_on_another_site_cannot_use_ours(client, path, headers):
    response = client.post(path, files=_form(question=ENDS), headers=headers)
    assert response.status_code == 403
    assert "Den kom inte från den här sidan" in response.text
    assert "set-cookie" not in response.headers


def test_what_the_browser_itself_says_of_the_sender_is_believed(client):
    headers = {"Sec-Fetch-Site": "same-origin", "Origin": "null"}
    assert client.post("/fraga", files=_form(question=ENDS), headers=headers).status_code == 200


# --- feedback -------------------------------------------------------------------------------


def judged(client: TestClient, **fields: str):
    return client.post("/omdome", files=_form(**fields))


def test_a_verdict_is_thanked_for_on_the_answer(client):
    answer = answer_id(asked(client).text)
    response = judged(client, answer=answer, verdict="down", reason="wrong_party")
    assert response.history[0].headers["location"] == "/#svar-1"
    assert "Det du skrev hjälper oss" in text_of(response.text) or "Tack!" in response.text


@pytest.mark.parametrize(
    "wrong",
    [{"verdict": "maybe"}, {"verdict": ""}, {"verdict": "down", "reason": "<b>"}],
    ids=str,
)
def test_a_verdict_that_is_none_is_explained(client, wrong):
    answer = answer_id(asked(client).text)
    response = judged(client, answer=answer, **wrong)
    assert response.status_code == 422
    assert "Välj ja eller nej." in response.text


@pytest.mark.parametrize("part", [{}, {"X-Part": "1"}])
def test_feedback_to_an_answer_that_is_gone_is_explained(client, part):
    form = _form(answer="borta", verdict="up")
    response = client.post("/omdome", files=form, headers=part)
    assert response.status_code == 404
    assert "Svaret finns inte längre kvar hos mig" in response.text


def test_a_verdict_that_cannot_be_kept_is_told_at_the_answer(client, monkeypatch):
    answer = answer_id(asked(client).text)

    async def down(self, feedback):
        raise StoreDown

    monkeypatch.setattr("bot.asking.asker.Asker.give_feedback", down)
    response = judged(client, answer=answer, verdict="up")
    assert response.status_code == 503
    section = response.text.split("data-feedback", 1)[1]
    assert "Det gick inte att spara just nu" in section


# --- reading --------------------------------------------------------------------------------


def test_a_clause_stands_amid_its_neighbours(client):
    page = text_of(client.get("/punkt/modell-huvudavtal/3.18").text)
    order = [page.index(f"punkt 3.{number} ") for number in (16, 17, 19, 20)]
    assert order == sorted(order)
    assert "EXEMPEL – inte gällande" in page
    assert "Kommunen ska: lämna en slutrapport till vårdcentralen (vid avslut)" in page


def test_every_clause_has_its_page_with_its_very_words(client, model_service):
    by_id = {document.id: document for document in model_service.documents}
    for clause in model_service.clauses:
        response = client.get(clause_address(clause.reference, "sv"))
        assert response.status_code == 200, clause.reference
        here = response.text.split('<blockquote lang="sv">', 1)[1].split("</blockquote>", 1)[0]
        shown = html.unescape(re.sub(r"<[^>]+>", "", here)).strip()
        assert shown == by_id[clause.document].text[clause.start : clause.end].strip()


@pytest.mark.parametrize(
    "path",
    [
        "/punkt/modell-huvudavtal/99.99",
        "/punkt/finns-inte/1",
        "/punkt/modell-huvudavtal/3.18%23x",
        "/punkt/modell-huvudavtal/%3Cscript%3E",
        "/punkt/modell-huvudavtal/3.18/mer",
        "/punkt/a/" + "x" * 5000,
    ],
)
def test_an_unknown_clause_is_met_kindly(client, path):
    response = client.get(path)
    assert response.status_code == 404
    assert "Punkten finns inte" in response.text
    assert "<script>" not in response.text


def test_an_unknown_document_is_met_kindly(client):
    response = client.get("/dokument/finns-inte")
    assert response.status_code == 404
    assert "Dokumentet finns inte" in response.text


def test_a_clause_on_a_day_that_is_none_is_explained(client):
    response = client.get("/punkt/modell-huvudavtal/3.18?on=igår")
    assert response.status_code == 400
    assert "Dagen gick inte att läsa" in response.text


def test_every_document_is_listed_with_status_and_dates(client, model_service):
    page = client.get("/dokument").text
    for document in model_service.documents:
        assert document.title in page
    assert page.count("EXEMPEL – inte gällande") == len(model_service.documents)
    assert page.count("skriven för tiden från 2026-01-01") == len(model_service.documents)


def test_a_document_names_all_its_clauses(client, model_service):
    page = client.get("/dokument/modell-huvudavtal").text
    own = [each for each in model_service.clauses if each.document == "modell-huvudavtal"]
    assert page.count('href="/punkt/modell-huvudavtal/') == len(own)


def test_below_a_path_of_its_own_every_address_begins_with_it(model_service, web_settings):
    below = web_settings.model_copy(update={"public_url": "https://exempel.se/lotsen"})
    app = FastAPI()
    mount(app, asker_on(model_service, below), below)
    client = TestClient(app, base_url="https://exempel.se", headers={"Origin": below.public_url})
    for path in (*EVERY_PAGE, "/?lang=en"):
        page = client.get(path).text
        found = re.findall(r'(?:href|src|action)="(/[^"]*)"', page)
        assert [each for each in found if not each.startswith("/lotsen/")] == []
    sent = client.post("/fraga", files=_form(question=ENDS), follow_redirects=False)
    assert sent.headers["location"] == "/lotsen/#svar-1"
    assert "Secure" in sent.headers["set-cookie"]


# --- errors ---------------------------------------------------------------------------------


def test_programs_get_their_errors_as_before(client):
    assert client.get("/api/finns-inte").json()["error"] == "not_found"
    assert client.get("/api/ask").status_code == 405


def test_the_wrong_method_is_explained(client):
    response = client.get("/fraga")
    assert response.status_code == 405
    assert "Så går det inte att göra" in response.text


def test_a_fault_of_ours_is_admitted_on_a_page_as_safe_as_any(client, web_app, monkeypatch):
    def broken(self, reference, on=None):
        raise RuntimeError("broken")

    monkeypatch.setattr("bot.asking.asker.Asker.find", broken)
    client = TestClient(web_app, base_url=ADDRESS, raise_server_exceptions=False)
    response = client.get("/punkt/modell-huvudavtal/3.18")
    assert response.status_code == 500
    assert "Något gick fel hos mig" in response.text
    assert "content-security-policy" in response.headers


@pytest.mark.parametrize("lang", ["xx", "", "EN", "<b>"])
def test_an_unknown_language_is_swedish(client, lang):
    assert '<html lang="sv">' in client.get("/", params={"lang": lang}).text


@pytest.mark.parametrize("lang", ["sv", "en"])
def test_every_example_gets_an_answer_from_the_model_agreement(client, lang):
    page = client.get(address("/", lang)).text
    examples = re.findall(r'<button name="question" value="([^"]+)"', page)
    assert len(examples) == 4
    for example in examples:
        client.post(address("/fraga", lang), files=_form(question=html.unescape(example)))
    found = re.findall(r'data-status="(\w+)"', client.get("/").text)
    assert len(found) == 4
    assert set(found) <= {"answered", "shared", "ambiguous"}


@pytest.mark.parametrize(
    ("given", "status", "told"),
    [
        ({"headers": {"Host": "evil.example"}}, 400, "värdnamnet"),
        ({"content": b"x" * 70_000}, 413, "för stort"),
    ],
)
def test_what_is_refused_at_the_door_gets_a_page_that_is_as_safe_as_the_others(
    client, given, status, told
):
    page = client.post("/fraga", **given)
    assert page.status_code == status
    assert "<h1>Det gick inte att ta emot</h1>" in page.text
    assert told in page.text
    assert page.headers["content-security-policy"].startswith("default-src 'none'")


def test_our_own_script_gets_what_is_refused_at_the_door_as_a_line(client):
    page = client.post("/fraga?lang=en", content=b"x" * 70_000, headers={"X-Part": "1"})
    assert page.text.startswith('<p class="problem" role="alert">What was sent is too large')


def test_a_file_far_too_large_to_compare_gets_a_page(client):
    page = client.post("/jamfor", content=b"x" * 7_000_000)
    assert (page.status_code, page.headers["content-type"]) == (413, "text/html; charset=utf-8")
