"""Every page and every state of it, judged by axe-core: WCAG 2.1 AA and good practice."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

pytestmark = [pytest.mark.enable_socket, pytest.mark.allow_hosts(["127.0.0.1"])]

PAGES = (
    "/",
    "/dokument",
    "/dokument/modell-huvudavtal",
    "/punkt/modell-huvudavtal/3.18",
    "/om",
    "/finns-inte",
)

both_lights = pytest.mark.parametrize(
    "opened",
    [{"color_scheme": "light"}, {"color_scheme": "dark"}],
    indirect=True,
    ids=["light", "dark"],
)
both_languages = pytest.mark.parametrize("lang", ["sv", "en"])


def violations(page: Page) -> list[str]:
    found = Axe().run(page).response["violations"]
    return [f"{page.url} {each['id']}: {node['html']}" for each in found for node in each["nodes"]]


@both_lights
@both_languages
def test_no_page_breaks_a_rule(opened, lang):
    found = [each for path in PAGES for each in violations(opened.open(f"{path}?lang={lang}"))]
    assert found == []


@both_lights
@both_languages
def test_no_answer_breaks_a_rule(opened, lang):
    page = opened.open(f"/?lang={lang}")
    page.locator("details.day summary").click()
    for number, question in enumerate(
        (
            "Vem ansvarar när hemsjukvården avslutas?",
            "Vem tar prover hemma?",
            "Vem betalar förbrukningsartiklar?",
            "Vem betalar resan till månen?",
            "Hon andas inte, vad gör jag?",
        ),
        start=1,
    ):
        page.locator("#fraga").fill(question)
        page.locator("form.question button.main").click()
        expect(page.locator(f"#svar-{number}")).to_be_visible()
    page.locator("#svar-1 summary.thumb").click()
    page.locator("#svar-2 button.thumb").click()
    expect(page.locator("#svar-2 .thanks")).to_be_visible()
    page.locator("#fraga").fill("?!")
    page.locator("form.question button.main").click()
    expect(page.locator("#fel")).to_be_visible()
    assert violations(page) == []
    page.reload()
    assert violations(page) == []


def test_the_rules_see_a_fault(opened):
    page = opened.open("/om")
    page.evaluate("document.querySelector('h1').style.color = '#eeeeee'")
    assert [each for each in violations(page) if "color-contrast" in each]
