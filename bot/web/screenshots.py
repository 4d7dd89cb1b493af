"""``python -m bot.web.screenshots --out docs/images``: pictures of the main screens.

Starts the program on the model agreement at a free port of this machine, asks it, and takes the
pictures in Chromium (``CHROMIUM``, the system's, or Playwright's own). Needs the ``dev`` extra.
"""

import os
import shutil
import socket
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Literal

import click
import uvicorn
from playwright.sync_api import Browser, Page, ViewportSize, sync_playwright

from bot.api.app import create_app
from bot.cli.places import default_index, shipped_corpus
from bot.settings import BotSettings
from retrieval.index_folder import build_index

DESK = ViewportSize(width=860, height=900)
PHONE = ViewportSize(width=360, height=740)

Light = Literal["light", "dark"]
Taking = Callable[[Page], None]


def asking(question: str, *more: str) -> Taking:
    """Ask, and ask on in the same thread."""

    def take(page: Page) -> None:
        for number, each in enumerate((question, *more), start=1):
            page.get_by_role("textbox").first.wait_for()
            page.locator("#fraga").fill(each)
            page.locator("form.question button.main").click()
            page.locator(f"#svar-{number}").wait_for()

    return take


def nothing(page: Page) -> None:
    """The page as it opens."""


SHOTS: dict[str, tuple[str, ViewportSize, Light, Taking]] = {
    "fraga": ("/", DESK, "light", nothing),
    "svar": ("/", DESK, "light", asking("Vem ansvarar när hemsjukvården avslutas?")),
    "delat-svar": (
        "/",
        DESK,
        "light",
        asking("Vem betalar förbrukningsartiklar?"),
    ),
    "inget-svar": ("/", DESK, "light", asking("Vem betalar resan till månen?")),
    "punkt": ("/punkt/modell-huvudavtal/3.18", DESK, "light", nothing),
    "dokument": ("/dokument", DESK, "light", nothing),
    "mobil": ("/", PHONE, "light", asking("vem gör läkemedelsgenomgång varje år")),
    "mobil-mork": ("/", PHONE, "dark", asking("vem gör läkemedelsgenomgång varje år")),
}
"""Name of each picture: where it is, on what screen, in what light, and what is done first."""


@click.command()
@click.option("--out", type=click.Path(path_type=Path), default=Path("docs/images"))
@click.option("--only", multiple=True, type=click.Choice(list(SHOTS)), help="These pictures only.")
def main(out: Path, only: tuple[str, ...]) -> None:
    """Take the pictures."""
    out.mkdir(parents=True, exist_ok=True)
    with served() as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium())
        for name in only or SHOTS:
            file = out / f"{name}.png"
            _take(browser, address, file, *SHOTS[name])
            click.echo(f"{file} {file.stat().st_size // 1024} kB", err=True)
        browser.close()


def _take(
    browser: Browser,
    address: str,
    file: Path,
    path: str,
    size: ViewportSize,
    light: Light,
    do: Taking,
) -> None:
    context = browser.new_context(viewport=size, color_scheme=light, locale="sv-SE")
    page = context.new_page()
    page.goto(address + path)
    do(page)
    page.screenshot(path=file)
    context.close()


def chromium() -> str | None:
    """The system's Chromium; None leaves it to Playwright's own."""
    return os.environ.get("CHROMIUM") or shutil.which("chromium")


@contextmanager
def served() -> Iterator[str]:
    """The whole program on the model agreement, on this machine only; gives its address."""
    with tempfile.TemporaryDirectory() as folder, socket.create_server(("127.0.0.1", 0)) as door:
        port = door.getsockname()[1]
        settings = BotSettings(data=Path(folder), port=port)
        build_index(shipped_corpus(), default_index(settings), settings)
        server = uvicorn.Server(uvicorn.Config(create_app(settings), log_level="error"))
        thread = threading.Thread(target=server.run, args=([door],))
        thread.start()
        try:
            while not server.started and thread.is_alive():
                time.sleep(0.05)
            yield f"http://127.0.0.1:{port}"
        finally:
            server.should_exit = True
            thread.join()


if __name__ == "__main__":
    main()
