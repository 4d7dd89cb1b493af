"""What the README promises is what the program does."""

import subprocess
import sys
from pathlib import Path

import pytest

from retrieval.settings import Settings

README = Path(__file__).parents[2] / "README.md"
QUESTION = "Vem ansvarar när hemsjukvården avslutas?"


@pytest.fixture(scope="module")
def readme() -> str:
    return README.read_text(encoding="utf-8")


def shown_after(readme: str, command: str) -> str:
    """The output that the README shows for a command."""
    block = readme.split(f"$ {command}\n", 1)[1]
    return block.split("```", 1)[0].strip()


def test_the_first_command_prints_what_the_readme_shows(readme, settings, tmp_path):
    environment = {
        "ANSVARSLOTS_CACHE": str(settings.cache),
        "ANSVARSLOTS_DATA": str(tmp_path),
        "PATH": "/usr/bin:/bin",
        "LC_ALL": "C.UTF-8",
    }
    done = subprocess.run(
        [
            *(sys.executable, "-c", "from bot.cli.app import main; main()"),
            *("ask", QUESTION, "--on", "2026-11-22"),
        ],
        capture_output=True,
        text=True,
        encoding="utf-8",
        env=environment,
        check=True,
    )
    assert done.stdout.strip() == shown_after(readme, "make ask")


@pytest.mark.parametrize("name", sorted(Settings.model_fields))
def test_every_setting_is_documented(readme, name):
    assert f"`ANSVARSLOTS_{name.upper()}`" in readme


def test_every_make_target_that_the_readme_names_exists(readme):
    makefile = (README.parent / "Makefile").read_text(encoding="utf-8")
    named = {
        line.split()[2]
        for line in readme.splitlines()
        if line.startswith("$ make ") and line.split()[2].isidentifier()
    }
    assert named
    assert {target for target in named if f"\n{target}:" not in makefile} == set()


def test_every_file_that_the_readme_links_to_exists(readme):
    links = {part.split(")", 1)[0] for part in readme.split("](")[1:]}
    assert {link for link in links if not (README.parent / link).exists()} == set()
