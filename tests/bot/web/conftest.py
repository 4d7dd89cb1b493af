"""The web page on the model agreement: in memory, and served to a real browser."""

import os
import shutil
import socket
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
import uvicorn
from fastapi import FastAPI
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright
from starlette.testclient import TestClient

from bot.api.app import create_app
from bot.settings import BotSettings

ADDRESS = "http://127.0.0.1:8440"
OWN = {"Origin": ADDRESS}
CHROMIUM = os.environ.get("CHROMIUM") or shutil.which("chromium")

WATCHING = """
    window.broken = [];
    addEventListener("securitypolicyviolation", (event) => {
        window.broken.push(event.violatedDirective + " " + event.blockedURI);
    });
"""


@pytest.fixture(scope="session")
def web_settings(tmp_path_factory: pytest.TempPathFactory) -> BotSettings:
    data = tmp_path_factory.mktemp("web")
    return BotSettings(data=data, per_user_per_minute=10_000, everyone_per_second=10_000)


@pytest.fixture(scope="session")
def web_app(web_settings: BotSettings, model_index: Path) -> FastAPI:
    return create_app(web_settings, model_index)


@pytest.fixture
def client(web_app: FastAPI) -> TestClient:
    """A browser without script: keeps cookies, sends the Origin of our own page."""
    return TestClient(web_app, base_url=ADDRESS, headers=OWN)


@pytest.fixture(scope="session")
def site(web_app: FastAPI) -> Iterator[str]:
    """The address of the page, served from a thread."""
    with socket.create_server(("127.0.0.1", 0)) as door:
        server = uvicorn.Server(uvicorn.Config(web_app, log_level="error"))
        thread = threading.Thread(target=server.run, kwargs={"sockets": [door]})
        thread.start()
        while not server.started:
            time.sleep(0.02)
        yield f"http://127.0.0.1:{door.getsockname()[1]}"
        server.should_exit = True
        thread.join()


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    if CHROMIUM is None:
        pytest.skip("there is no Chromium here: install Debian's chromium, or name it in CHROMIUM")
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=CHROMIUM)
        yield running
        running.close()


class Watched:
    """A browser window that remembers what it should not have done."""

    def __init__(self, context: BrowserContext, site: str) -> None:
        self.site = site
        self.strangers: list[str] = []
        self.complaints: list[str] = []
        context.add_init_script(WATCHING)
        context.set_default_timeout(15_000)
        context.on("request", self._asked)
        self.page: Page = context.new_page()
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.on("console", self._said)

    def open(self, path: str = "/") -> Page:
        self.page.goto(self.site + path)
        return self.page

    def _asked(self, request):
        if not request.url.startswith(self.site + "/"):
            self.strangers.append(request.url)

    def _said(self, message):
        # The browser itself notes every answer that is not 2xx; those are asked for by tests.
        if message.type in ("error", "warning") and "Failed to load resource" not in message.text:
            self.complaints.append(message.text)


@pytest.fixture
def opened(browser: Browser, site: str, request: pytest.FixtureRequest) -> Iterator[Watched]:
    """A window; ``@pytest.mark.parametrize("opened", [{…}], indirect=True)`` sets it up.

    When the test is over it must have asked nobody else, and broken no rule of its own.
    """
    context = browser.new_context(locale="sv-SE", **getattr(request, "param", {}))
    watched = Watched(context, site)
    yield watched
    script = getattr(request, "param", {}).get("java_script_enabled", True)
    broken = watched.page.evaluate("window.broken") if script else []
    context.close()
    assert (watched.strangers, watched.complaints, broken) == ([], [], [])
