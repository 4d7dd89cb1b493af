"""Personal data in a question is nowhere afterwards: store, logs, figures and replies."""

import asyncio

from tests.bot.api.served import served
from tests.bot.personal_data import left_behind, questions, watch_the_logs


def test_no_made_personal_data_is_left_anywhere(model_service, tmp_path, model_index, caplog):
    watch_the_logs(caplog)
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
    assert left_behind(secrets, [*left, caplog.text], tmp_path) == []


def test_a_made_up_method_is_not_logged(model_service, tmp_path, model_index, caplog):
    watch_the_logs(caplog)

    async def whole():
        async with served(model_service, tmp_path, model_index) as (client, _):
            return await client.request("ANNA19900101", "/healthz")

    assert asyncio.run(whole()).status_code == 405
    assert "- /healthz 405" in caplog.text
    assert "ANNA" not in "".join(r.getMessage() for r in caplog.records if "ansvar" in r.name)
