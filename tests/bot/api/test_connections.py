"""A connection that neither asks nor reads gives its place back."""

import asyncio
from contextlib import asynccontextmanager

import pytest
import uvicorn

from bot.api.connections import PromptConnection

ASK = b"GET / HTTP/1.1\r\nHost: here\r\n\r\n"
MUCH = b"x" * 20_000_000


async def app(scope, receive, send):
    body = MUCH if scope["path"] == "/much" else b"svar"
    if scope["path"] == "/slow":
        await asyncio.sleep(0.6)
    length = (b"content-length", str(len(body)).encode())
    await send({"type": "http.response.start", "status": 200, "headers": [length]})
    await send({"type": "http.response.body", "body": body[:-1], "more_body": True})
    await send({"type": "http.response.body", "body": body[-1:]})


class Hurried(PromptConnection):
    head_seconds = 0.3
    reading_seconds = 0.3


@asynccontextmanager
async def connected(place):
    """A connection to a server that waits for nothing longer than 0.3 seconds."""
    config = uvicorn.Config(
        app, uds=place, http=Hurried, ws="none", log_config=None, lifespan="off"
    )
    server = uvicorn.Server(config)
    serving = asyncio.create_task(server.serve())
    while not server.started:
        await asyncio.sleep(0.01)
    reader, writer = await asyncio.open_unix_connection(place)
    try:
        yield reader, writer, server.server_state.connections
    finally:
        writer.close()
        server.should_exit = True
        await serving


async def closed(connections):
    async with asyncio.timeout(5):
        while connections:
            await asyncio.sleep(0.02)


async def answered(reader):
    head = await reader.readuntil(b"\r\n\r\n")
    assert head.startswith(b"HTTP/1.1 200")
    assert await reader.readexactly(4) == b"svar"


@pytest.mark.parametrize("begun", [b"", b"GET / HT", b"GET / HTTP/1.1\r\nHost: here\r\n"])
def test_one_that_does_not_finish_asking_is_closed(tmp_path, begun):
    async def whole():
        async with connected(str(tmp_path / "s")) as (_, writer, connections):
            writer.write(begun)
            await asyncio.sleep(0.1)
            assert connections
            await closed(connections)

    asyncio.run(whole())


def test_a_byte_now_and_then_does_not_prolong_it(tmp_path):
    async def whole():
        async with connected(str(tmp_path / "s")) as (reader, writer, _):
            for byte in ASK * 2:
                writer.write(bytes([byte]))
                await asyncio.sleep(0.05)
                if reader.at_eof():
                    return
            raise AssertionError("it was let go on")

    asyncio.run(whole())


def test_one_that_begins_a_second_request_and_stops_is_closed_too(tmp_path):
    async def whole():
        async with connected(str(tmp_path / "s")) as (reader, writer, connections):
            writer.write(ASK)
            await answered(reader)
            writer.write(b"G")
            await closed(connections)

    asyncio.run(whole())


def test_one_that_does_not_read_is_closed(tmp_path):
    async def whole():
        async with connected(str(tmp_path / "s")) as (_, writer, connections):
            writer.write(ASK.replace(b"/ ", b"/much ", 1))
            await asyncio.sleep(0.1)
            assert connections
            await closed(connections)

    asyncio.run(whole())


def test_one_that_asks_and_waits_for_its_answer_is_left_alone(tmp_path):
    async def whole():
        async with connected(str(tmp_path / "s")) as (reader, writer, _):
            for _ in range(2):
                writer.write(ASK.replace(b"/ ", b"/slow ", 1))
                await answered(reader)

    asyncio.run(whole())
