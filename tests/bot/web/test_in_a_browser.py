"""What a person does with the page, in a real browser."""

import pytest
from playwright.sync_api import Page, expect

pytestmark = [pytest.mark.enable_socket, pytest.mark.allow_hosts(["127.0.0.1"])]

CHILDS_AIDS = "Vem betalar hjälpmedel till barn?"
REVIEW = "Vem gör läkemedelsgenomgång varje år?"

PHONE = {"viewport": {"width": 360, "height": 740}, "has_touch": True, "is_mobile": True}
NO_SCRIPT = {"java_script_enabled": False}


def ask(page: Page, question: str) -> None:
    page.locator("#fraga").fill(question)
    page.locator("form.question button.main").click()


def answer(page: Page, number: int):
    return page.locator(f"#svar-{number}")


both_ways = pytest.mark.parametrize(
    "opened", [{}, NO_SCRIPT], indirect=True, ids=["script", "no script"]
)


@both_ways
def test_a_question_is_answered_with_party_clause_and_standing(opened):
    page = opened.open()
    ask(page, CHILDS_AIDS)
    card = answer(page, 1)
    expect(card.locator(".headline")).to_have_text("Regionen ansvarar.")
    expect(card.locator("mark")).to_contain_text("hjälpmedel för barn")
    expect(card.locator(".source .place")).to_contain_text("punkt 6.3")
    expect(card.locator(".source .standing")).to_have_text(
        "EXEMPEL – inte gällande skriven för tiden från 2026-01-01"
    )


@both_ways
def test_a_follow_up_stands_below_and_is_read_with_the_question_before(opened):
    page = opened.open()
    ask(page, REVIEW)
    expect(answer(page, 1)).to_be_visible()
    ask(page, "och om det är ett barn?")
    expect(answer(page, 2).locator(".followed")).to_contain_text(REVIEW)
    assert answer(page, 1).bounding_box()["y"] < answer(page, 2).bounding_box()["y"]


@both_ways
def test_the_thread_is_there_after_a_visit_to_the_clause_and_gone_after_a_new_start(opened):
    page = opened.open()
    ask(page, CHILDS_AIDS)
    answer(page, 1).get_by_text("Visa hela punkten").click()
    expect(page.locator("h1")).to_contain_text("punkt 6.3")
    expect(page.locator(".here .text")).to_contain_text("Regionen ska betala hjälpmedel för barn")
    page.get_by_role("link", name="Fråga", exact=True).click()
    expect(answer(page, 1)).to_be_visible()
    page.get_by_role("button", name="Börja om").click()
    expect(page.locator("#exempel")).to_be_visible()
    expect(answer(page, 1)).to_have_count(0)


@both_ways
def test_a_thumb_up_is_thanked_for(opened):
    page = opened.open()
    ask(page, CHILDS_AIDS)
    answer(page, 1).get_by_role("button", name="Ja").click()
    expect(answer(page, 1).locator(".thanks")).to_have_text("Tack! Ditt ja är sparat.")


@both_ways
def test_a_thumb_down_takes_reasons_and_words(opened, web_app, web_settings):
    page = opened.open()
    ask(page, CHILDS_AIDS)
    card = answer(page, 1)
    card.locator("summary.thumb").click()
    card.get_by_label("Fel punkt").check()
    card.get_by_role("textbox").fill("Det ska vara 3.16. Ring 070-123 45 67.")
    card.get_by_role("button", name="Skicka").click()
    expect(card.locator(".thanks")).to_contain_text("Tack!")
    kept = web_settings.default_database.parent.glob("*")
    assert all(b"123 45 67" not in file.read_bytes() for file in kept)


@both_ways
def test_an_example_is_asked_with_one_press(opened):
    page = opened.open()
    page.get_by_role("button", name="Vem ansvarar för vården på korttidsplats?").click()
    expect(answer(page, 1).locator(".headline")).to_have_text("Kommunen ansvarar.")


@both_ways
def test_an_empty_question_is_met_with_an_example(opened):
    page = opened.open()
    page.locator("#fraga").fill("🙂")
    page.locator("form.question button.main").click()
    expect(page.locator("#fel")).to_contain_text("Skriv en fråga")
    expect(page.locator("#fraga")).to_have_attribute("aria-invalid", "true")
    expect(page.locator("#fraga")).to_have_value("🙂")


def test_the_day_that_is_asked_about_follows_to_the_clause(opened):
    page = opened.open()
    page.get_by_text("Fråga för en annan dag").click()
    page.get_by_label("Dag som frågan gäller").fill("2025-06-01")
    ask(page, CHILDS_AIDS)
    expect(answer(page, 1).locator(".foot")).to_contain_text("2025-06-01")
    answer(page, 1).locator(".related a").first.click()
    assert page.url.endswith("?on=2025-06-01")


def test_with_the_keyboard_alone(opened):
    page = opened.open()
    page.keyboard.press("Tab")
    expect(page.locator(".skip")).to_be_focused()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    expect(page.locator("#fraga")).to_be_focused()
    page.keyboard.type(CHILDS_AIDS)
    page.keyboard.press("Enter")
    expect(page.locator("#fraga-1")).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_contain_text("punkt 6.3")
    page.go_back()
    expect(answer(page, 1)).to_be_visible()
    answer(page, 1).locator("summary.thumb").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    expect(answer(page, 1).get_by_label("Fel part")).to_be_checked()
    answer(page, 1).get_by_role("button", name="Skicka").focus()
    page.keyboard.press("Enter")
    expect(answer(page, 1).locator(".thanks")).to_be_focused()


def test_everything_that_takes_focus_shows_it(opened):
    page = opened.open()
    ask(page, CHILDS_AIDS)
    answer(page, 1).locator("summary.thumb").click()
    page.evaluate("document.activeElement.blur(); scrollTo(0, 0)")
    unseen = []
    for _ in range(60):
        page.keyboard.press("Tab")
        seen = page.evaluate(
            """() => { const e = document.activeElement; if (e === document.body) return null;
            const s = getComputedStyle(e); return [e.outerHTML.slice(0, 60),
            s.outlineStyle !== "none" && parseFloat(s.outlineWidth) >= 2]; }"""
        )
        if seen is None:
            break
        unseen += [] if seen[1] else [seen[0]]
    assert unseen == []


def test_a_new_line_is_shift_and_enter(opened):
    page = opened.open()
    page.locator("#fraga").focus()
    page.keyboard.type("Bakgrund.")
    page.keyboard.press("Shift+Enter")
    page.keyboard.type(CHILDS_AIDS)
    expect(page.locator("#fraga")).to_have_value(f"Bakgrund.\n{CHILDS_AIDS}")


@pytest.mark.parametrize("opened", [PHONE], indirect=True, ids=["360 pixels"])
@pytest.mark.parametrize("lang", ["sv", "en"])
def test_nothing_is_wider_than_a_small_phone(opened, lang):
    for path in (
        "/",
        "/dokument",
        "/dokument/modell-huvudavtal",
        "/punkt/modell-huvudavtal/3.2",
        "/om",
        "/finns-inte",
    ):
        page = opened.open(f"{path}?lang={lang}")
        assert page.evaluate("document.documentElement.scrollWidth") <= 360, path
    page = opened.open(f"/?lang={lang}")
    ask(page, "Vem ansvarar? " + "x" * 300)
    answer(page, 1).locator("summary.thumb").click()
    ask(page, CHILDS_AIDS)
    expect(answer(page, 2)).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


@pytest.mark.parametrize("opened", [PHONE], indirect=True, ids=["360 pixels"])
def test_what_is_pressed_on_a_phone_is_large_enough(opened):
    page = opened.open()
    ask(page, CHILDS_AIDS)
    answer(page, 1).locator("summary.thumb").click()
    small = page.evaluate(
        """() => [...document.querySelectorAll("button, summary, input, .choice, nav a, .go a")]
        .filter((e) => !e.closest(".choice") || e.matches(".choice"))
        .map((e) => [e.outerHTML.slice(0, 60), e.getBoundingClientRect()])
        .filter(([, box]) => box.width && (box.height < 24 || box.width < 24))
        .map(([what]) => what)"""
    )
    assert small == []


HOSTILE = {
    "HTML": '<img src=x onerror="window.hit=1"><script>window.hit=1</script> vem ansvarar?',
    "a template": "{{ 7 * 7 }} {% raw %} vem ansvarar?",
    "an address": "[vem](javascript:alert(1)) ansvarar? https://exempel.se",
}


@both_ways
@pytest.mark.parametrize("question", HOSTILE.values(), ids=HOSTILE)
def test_markup_in_a_question_is_shown_as_text(opened, question):
    page = opened.open()
    ask(page, question)
    expect(answer(page, 1).locator(".asked bdi")).to_have_text(question)
    assert answer(page, 1).locator(".asked :is(img, script, a)").count() == 0


@both_ways
def test_marks_that_turn_the_text_are_made_visible(opened):
    page = opened.open()
    ask(page, "Vem \u202eansvarar\u202c för\x07 vad?")
    expect(answer(page, 1).locator(".asked bdi")).to_have_text("Vem �ansvarar� för� vad?")


def test_a_question_in_arabic_does_not_turn_the_page(opened):
    page = opened.open()
    ask(page, "من المسؤول عن الرعاية؟")
    expect(answer(page, 1).locator(".asked bdi")).to_have_text("من المسؤول عن الرعاية؟")
    expect(answer(page, 1).locator(".headline")).to_be_visible()


@both_ways
def test_personal_data_is_masked_where_the_question_is_shown(opened):
    page = opened.open()
    ask(page, "Vem ansvarar för Sven Svensson 19121212-1212 när hemsjukvården avslutas?")
    expect(answer(page, 1)).to_be_visible()
    assert "1212" not in page.content()
    assert "Svensson" not in page.content()


def test_danger_to_life_comes_first(opened):
    page = opened.open()
    ask(page, "hon andas inte, vad gör jag")
    expect(answer(page, 1).locator(".card")).to_have_class("card alarm")
    expect(answer(page, 1).locator(".headline")).to_contain_text("112")


def test_a_service_that_does_not_answer_leaves_the_question(opened):
    page = opened.open()
    page.route("**/fraga", lambda route: route.abort())
    ask(page, CHILDS_AIDS)
    expect(page.locator("#fel")).to_contain_text("gick inte att nå")
    expect(page.locator("#fraga")).to_have_value(CHILDS_AIDS)
    page.unroute("**/fraga")
    page.locator("form.question button.main").click()
    expect(answer(page, 1)).to_be_visible()
    expect(page.locator("#fel")).to_have_count(0)
    opened.complaints.clear()  # the browser's own note of the broken connection


def test_two_presses_ask_once(opened):
    page = opened.open()
    page.locator("#fraga").fill(CHILDS_AIDS)
    page.locator("form.question button.main").dblclick()
    expect(answer(page, 1)).to_be_visible()
    page.reload()
    expect(page.locator(".turn")).to_have_count(1)


def test_the_answer_is_announced(opened):
    page = opened.open()
    line = page.get_by_role("status")
    expect(line).to_have_text("")
    ask(page, CHILDS_AIDS)
    expect(line).to_have_text("Svaret är klart.")


@pytest.mark.parametrize("opened", [{"reduced_motion": "reduce"}], indirect=True)
def test_nothing_moves_for_who_wants_no_motion(opened):
    page = opened.open()
    page.evaluate("document.getElementById('fragan').setAttribute('aria-busy', 'true')")
    assert page.evaluate("document.getAnimations().length") == 0


def test_in_english_the_swedish_quote_is_marked_as_swedish(opened):
    page = opened.open()
    page.get_by_role("link", name="In English").click()
    ask(page, "Who pays when the patient is ready for discharge?")
    expect(answer(page, 1).locator(".headline")).to_contain_text("is responsible")
    assert answer(page, 1).get_attribute("lang") == "en"
    assert answer(page, 1).locator("blockquote").get_attribute("lang") == "sv"
    page.get_by_role("link", name="På svenska").click()
    expect(page.locator("h1")).to_have_text("Vem ansvarar för vad?")
    assert answer(page, 1).get_attribute("lang") == "en"
