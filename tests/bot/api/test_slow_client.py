"""A client that hangs, sends too much or goes away does not hold up anybody else."""

import asyncio

import httpx
import uvicorn

from bot.api.incoming import WholeBody
from tests.bot.api.served import ADDRESS, served


async def echo(scope, receive, send):
    message = await receive()
    await send({"type": "http.response.start", "status": 200, "headers": []})
    await send({"type": "http.response.body", "body": message["body"]})


def send_to(app, content):
    async def whole():
        transport = httpx.ASGITransport(app)
        async with httpx.AsyncClient(transport=transport, base_url=ADDRESS) as client:
            return await client.post("/api/ask", content=content)

    return asyncio.run(whole())


async def dripping():
    while True:
        yield b" "
        await asyncio.sleep(0.02)


async def flooding():
    while True:
        yield b"x" * 16_384


def test_a_body_that_never_ends_is_given_up():
    found = send_to(WholeBody(echo, seconds=0.2, larger={}), dripping())
    assert (found.status_code, found.json()["error"]) == (408, "too_slow")


def test_a_body_that_is_too_large_is_refused_before_it_is_read_whole():
    found = send_to(WholeBody(echo, larger={}), flooding())
    assert (found.status_code, found.json()["error"]) == (413, "too_large")


def test_a_body_of_the_greatest_size_comes_through_whole_and_one_byte_more_does_not():
    app = WholeBody(echo, larger={})
    assert send_to(app, b" " * 65_536).content == b" " * 65_536
    assert send_to(app, b" " * 65_537).status_code == 413


def test_a_client_that_goes_away_in_the_middle_is_not_taken_to_have_finished():
    called = []

    async def app(scope, receive, send):
        called.append(scope)

    async def whole():
        messages = iter(
            [
                {"type": "http.request", "body": b'{"question"', "more_body": True},
                {"type": "http.disconnect"},
            ]
        )

        async def receive():
            return next(messages)

        async def send(message):
            called.append(message)

        scope = {"type": "http", "path": "/api/ask", "headers": [], "query_string": b""}
        await WholeBody(app, larger={})(scope, receive, send)

    asyncio.run(whole())
    assert called == []


def test_what_is_too_large_is_still_read_to_its_end_so_that_the_sender_sees_why():
    sent = []

    async def pieces():
        for _ in range(100):
            sent.append(1)
            yield b"x" * 16_384

    assert send_to(WholeBody(echo, larger={}), pieces()).status_code == 413
    assert len(sent) == 100


def test_many_large_bodies_at_once_are_refused_while_questions_are_taken():
    async def whole():
        waiting, first = asyncio.Event(), asyncio.Event()

        async def slow(scope, receive, send):
            if scope["path"] == "/large":
                first.set()
                await waiting.wait()
            await echo(scope, receive, send)

        app = WholeBody(slow, larger={"/large": 2_000}, held_megabytes=1)
        transport = httpx.ASGITransport(app)
        async with httpx.AsyncClient(transport=transport, base_url=ADDRESS) as client:
            large = asyncio.create_task(client.post("/large", content=b"x" * 900_000))
            await first.wait()
            refused = await client.post("/large", content=b"x" * 900_000)
            small = await client.post("/api/ask", content=b" " * 1_000)
            waiting.set()
            return (await large).status_code, refused, small.status_code, app

    first, refused, small, app = asyncio.run(whole())
    assert (first, small) == (200, 200)
    assert (refused.status_code, refused.json()["error"]) == (503, "full")
    assert app._held == 0


def test_an_address_may_take_more():
    app = WholeBody(echo, larger={"/api/ask": 128})
    assert send_to(app, b" " * 100_000).status_code == 200


def test_others_are_answered_while_clients_hang_at_every_stage(
    model_service, tmp_path, model_index
):
    place = str(tmp_path / "socket")

    async def whole():
        async with served(model_service, tmp_path, model_index) as (own, _):
            app = own._transport.app
            config = uvicorn.Config(app, uds=place, log_config=None, lifespan="off")
            server = uvicorn.Server(config)
            serving = asyncio.create_task(server.serve())
            while not server.started:
                await asyncio.sleep(0.01)
            hanging = [await hang(place, begun) for begun in BEGUN]
            transport = httpx.AsyncHTTPTransport(uds=place)
            async with httpx.AsyncClient(transport=transport, base_url=ADDRESS) as client:
                found = await client.post("/api/ask", json={"question": "Vem utser MAS?"})
            for _, writer in hanging:
                writer.close()
            server.should_exit = True
            await serving
            return found

    assert asyncio.run(whole()).status_code == 200


BEGUN = [
    b"",
    b"POST /api/ask HT",
    b"POST /api/ask HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 50\r\n\r\n{",
    b"\x16\x03\x01\x02\x00",
]


async def hang(place, begun):
    reader, writer = await asyncio.open_unix_connection(place)
    writer.write(begun)
    await writer.drain()
    return reader, writer
