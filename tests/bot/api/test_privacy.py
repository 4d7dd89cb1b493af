"""Personal data in a question is nowhere afterwards: store, logs, figures and replies."""

import asyncio
import logging
import random
import re

from tests.bot.api.served import served

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


def test_no_made_personal_data_is_left_anywhere(model_service, tmp_path, model_index, caplog):
    caplog.set_level(logging.DEBUG)
    caplog.set_level(logging.WARNING, logger="httpx")  # the client's own log of its addresses
    secrets, asked = questions()

    async def whole():
        left = []
        limits = {"everyone_per_second": 10_000, "per_user_per_minute": 100_000}
        async with served(model_service, tmp_path, model_index, **limits) as (client, _):
            for number, question in enumerate(asked):
                secret = secrets[number % len(secrets)]
                body = {"question": question[:4_000], "thread": f"t{number % 9}", "user": secret}
                found = await client.post("/api/ask", json=body)
                assert found.status_code == 200
                comment = {"id": found.json()["id"], "verdict": "down", "user": secret}
                said = await client.post(
                    "/api/feedback", json={**comment, "comment": question[:4_000]}
                )
                assert said.status_code == 204
                left.append(found.text)
            for path in (f"/api/clauses/{secrets[0]}", f"/api/{secrets[1]}?q={secrets[2]}"):
                left.append((await client.get(path)).text)
            left.append((await client.get("/metrics")).text)
        return left

    left = asyncio.run(whole())
    files = [file for file in tmp_path.rglob("*") if file.is_file() and file.suffix != ".key"]
    assert any(b"[personnummer]" in file.read_bytes() for file in files)
    everywhere = "\n".join(
        [*left, caplog.text, *(file.read_bytes().decode("utf-8", "replace") for file in files)]
    )
    assert [s for s in secrets if any(trace in everywhere for trace in traces(s))] == []
