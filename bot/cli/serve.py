"""``ansvarslots serve``: the web page, the API and the chat services, until it is stopped."""

from __future__ import annotations

import errno
import logging
import socket
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

import click

from bot.cli.options import index_option
from bot.cli.spoken import command
from bot.cli.tell import tell
from bot.cli.texts import Say
from corpus.errors import AnsvarslotsError
from corpus.system_reason import system_reason

if TYPE_CHECKING:
    from fastapi import FastAPI

    from bot.settings import BotSettings

STOP_SECONDS = 10
"""How long questions under way may take to end when the program is stopped."""

MOST_CONNECTIONS = 1_000
BACKLOG = 1_024
_TAKEN = ("porten är upptagen", "the port is taken")


class CannotListen(AnsvarslotsError):  # noqa: N818 - the name says what was found
    """The address is taken or not this machine's."""

    swedish = (
        "Det går inte att lyssna på {host}, port {port} ({reason}). Stäng det som redan använder "
        "porten, eller välj en annan med ANSVARSLOTS_PORT."
    )
    english = (
        "Cannot listen on {host}, port {port} ({reason}). Close what already uses the port, or "
        "choose another with ANSVARSLOTS_PORT."
    )


def serve_command(say: Say) -> click.Command:
    @command("serve", say)
    @index_option(say)
    def serve(index: Path | None) -> None:
        from bot.cli.environment import read_bot_settings
        from bot.cli.service import opened

        settings = read_bot_settings()
        _set_up_logging(settings)
        with _listening(settings) as listening:
            from bot.api.app import create_app

            app = opened(index, settings, say, lambda folder: create_app(settings, folder))
            _run(app, listening, settings, say)

    return serve


def _listening(settings: BotSettings) -> socket.socket:
    """A socket that listens, taken before anything slow is done. Raises CannotListen."""
    family = socket.AF_INET6 if ":" in settings.host else socket.AF_INET
    try:
        return socket.create_server(
            (settings.host, settings.port), family=family, backlog=BACKLOG, reuse_port=False
        )
    except OSError as error:
        taken = error.errno == errno.EADDRINUSE
        reason = _TAKEN if taken else system_reason(error)
        raise CannotListen(host=settings.host, port=str(settings.port), reason=reason) from error


def _run(app: FastAPI, listening: socket.socket, settings: BotSettings, say: Say) -> None:
    import uvicorn

    from bot.api.connections import PromptConnection

    class Server(uvicorn.Server):
        async def startup(self, sockets: list[socket.socket] | None = None) -> None:
            await super().startup(sockets)
            if self.started:
                tell(say("serve.listens", address=settings.public_url))

    config = uvicorn.Config(
        app,
        http=PromptConnection,
        ws="none",
        log_config=None,
        access_log=False,  # it would write whole addresses; bot.api.incoming has its own
        server_header=False,
        limit_concurrency=MOST_CONNECTIONS,
        timeout_graceful_shutdown=STOP_SECONDS,
    )
    server = Server(config)
    with suppress(KeyboardInterrupt):  # the way to stop it
        server.run(sockets=[listening])
    if not server.started:
        raise click.exceptions.Exit(1)  # the log has told why
    tell(say("serve.stopped"))


def _set_up_logging(settings: BotSettings) -> None:
    """Our own lines at the level that is set; other libraries' only when something is wrong,
    for at lower levels they may write out whole messages."""
    lines = logging.StreamHandler()
    lines.addFilter(_is_ours_or_a_warning)
    form = "%(asctime)s %(levelname)s %(name)s: %(message)s"
    logging.basicConfig(level=logging.WARNING, format=form, handlers=[lines])
    logging.getLogger("ansvarslots").setLevel(settings.log_level.upper())


def _is_ours_or_a_warning(record: logging.LogRecord) -> bool:
    return record.levelno >= logging.WARNING or record.name.startswith("ansvarslots")
