"""Personal data on the page is nowhere afterwards: store, logs, figures and pages."""

import asyncio

import pytest

from bot.web.cookie import COOKIE
from tests.bot.api.served import ADDRESS, served
from tests.bot.personal_data import left_behind, questions, watch_the_logs
from tests.bot.web.test_pages import answer_id

LONGEST = 4_000
OWN = {"Origin": ADDRESS}
PART = {**OWN, "X-Part": "1"}


@pytest.mark.parametrize("headers", [OWN, PART], ids=["without script", "with script"])
def test_no_made_personal_data_is_left_anywhere(
    model_service, tmp_path, model_index, caplog, headers
):
    watch_the_logs(caplog)
    secrets, asked = questions()
    asked = asked[:20] + asked[-12:]  # many in each, and some with one
    limits = {"everyone_per_second": 10_000, "per_user_per_minute": 100_000}

    async def whole() -> list[str]:
        left = []
        async with served(model_service, tmp_path, model_index, **limits) as (client, _):

            async def send(path: str, **fields: str) -> str:
                found = await client.post(path, data=fields, headers=headers, follow_redirects=True)
                left.extend([found.text, str(found.headers), str(found.url)])
                return found.text

            for number, question in enumerate(asked):
                if number % 4 == 0:  # else it goes on in the thread of the one before it
                    client.cookies.delete(COOKIE) if number else None
                page = await send("/fraga", question=question[:LONGEST])
                fields = {"answer": answer_id(page), "verdict": "down", "reason": "other"}
                await send("/omdome", **fields, comment=question[:LONGEST])
                # What is given back to be mended is masked too.
                await send("/fraga", question=question * 3 + "." * LONGEST)
                await send("/fraga", question=question[:LONGEST], on="i går")
            for path in (f"/punkt/{secrets[0]}/{secrets[1]}", f"/ansvar?q={secrets[2]}"):
                await client.get(path)  # an address is the asker's own; nothing is kept of it
            left.append((await client.get("/metrics")).text)
        return left

    left = asyncio.run(whole())
    assert any("[personnummer]" in page for page in left)
    assert left_behind(secrets, [*left, caplog.text], tmp_path) == []
