"""Made personal data in questions, and the search for it where nothing of it may be."""

import logging
import random
import re
from collections.abc import Iterable
from pathlib import Path

import pytest

SENTENCES = (
    "Vem lägger om sår hemma hos {}?",
    "Hej, min mamma {} behöver hjälp, vem ansvarar för hemsjukvården?",
    "pat {} ska hem från avd, vem kallar till SIP",
    "Ring mig på {} eller säg vem som betalar hjälpmedlet.",
    "och om {} är ett barn?",
    "Who is responsible for {} when home care ends?",
)
NUMBERS = 2_400
CHUNK = 60
"""Personal data in one question: thousands are tried in a bearable time."""


def checksum(digits):
    """The Luhn digit of nine digits."""
    doubled = [int(d) * (2 - place % 2) for place, d in enumerate(digits)]
    return str(-sum(d // 10 + d % 10 for d in doubled) % 10)


def identity_number(rng):
    """A made personal or co-ordination number with a right checksum, in any spelling."""
    year, month = rng.randint(1905, 2024), rng.randint(1, 12)
    day = rng.randint(1, 28) + rng.choice((0, 60))
    nine = f"{year % 100:02}{month:02}{day:02}{rng.randint(1, 999):03}"
    last = nine[6:] + checksum(nine)
    born = rng.choice((nine[:6], f"{year // 100}{nine[:6]}"))
    return born + rng.choice(("-", "", " ", "+", "–", " - ")) + last


def phone_number(rng):
    rest = f"{rng.randint(0, 9_999_999):07}"
    return rng.choice(
        (
            f"070-{rest[:3]} {rest[3:5]} {rest[5:]}",
            f"+46 73 {rest[:3]} {rest[3:5]} {rest[5:]}",
            f"0046 76{rest}",
            f"031-{rest[:3]} {rest[3:5]} {rest[5:]}",
            f"072{rest}",
        )
    )


def e_mail(rng):
    name = rng.choice(("eva.larsson", "karl-erik", "m_ost", "a.b.c+d"))
    return f"{name}{rng.randint(10, 9999)}@{rng.choice(('vgregion.se', 'kommun.example.se'))}"


def traces(secret):
    """What would give it away: the whole, and for a number its digits in one row."""
    digits = re.sub(r"\D", "", secret)
    return {secret, digits[-10:]} if "@" not in secret else {secret}


def questions():
    rng = random.Random(20_261_122)
    kinds = (identity_number, identity_number, phone_number, e_mail)
    secrets = [kinds[number % len(kinds)](rng) for number in range(NUMBERS)]
    asked = []
    for start in range(0, NUMBERS, CHUNK):
        some = secrets[start : start + CHUNK]
        asked.append(" ".join(rng.choice(SENTENCES).format(secret) for secret in some))
    asked += [rng.choice(SENTENCES).format(secret) for secret in secrets[:60]]
    return secrets, asked


def watch_the_logs(caplog: pytest.LogCaptureFixture) -> None:
    """Hear what ``serve`` would write at its most talkative: all of our own lines, and other
    libraries' warnings."""
    caplog.set_level(logging.WARNING)
    caplog.set_level(logging.DEBUG, logger="ansvarslots")


def left_behind(secrets: Iterable[str], said: Iterable[str], folder: Path) -> list[str]:
    """The ``secrets`` that are still to be seen in what was ``said``, or in the files of
    ``folder``, which must hold masked questions."""
    files = [file for file in folder.rglob("*") if file.is_file() and file.suffix != ".key"]
    assert any(b"[personnummer]" in file.read_bytes() for file in files)
    stored = (file.read_bytes().decode("utf-8", "replace") for file in files)
    everywhere = "\n".join([*said, *stored])
    return [s for s in secrets if any(trace in everywhere for trace in traces(s))]
