"""An uploaded file, read and compared by a process of its own.

A small file can be made so that it takes minutes and gigabytes to read. Here it can only take
its own process down: that is ended when its time or its memory is up, while everybody else's
questions are answered as before.
"""

import logging
import multiprocessing
import os
import shutil
import signal
import sys
import tempfile
import threading
import traceback
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from multiprocessing.connection import Connection
from pathlib import Path

from bot.comparison.reading import read_one_file, version
from bot.comparison.view import ComparisonView, view
from corpus.comparison import compare
from corpus.comparison.values import Version
from corpus.errors import AnsvarslotsError

SECONDS = 30
"""Of waiting and of a processor's work; a law of 150 pages takes three."""

MEGABYTES = 1_024
"""Of memory beyond what the program itself takes."""

LONGEST = 1_000_000
"""Characters of an uploaded text; the longest statute here has a seventh of that."""

_log = logging.getLogger("ansvarslots.comparison")


class TooDemanding(Exception):  # noqa: N818 - the name says what happened
    """The file is too long, or takes too much time or memory to read. ``too_long`` says which."""

    def __init__(self, *, too_long: bool) -> None:
        super().__init__("too long" if too_long else "too much work")
        self.too_long = too_long


class UnusableUpload(AnsvarslotsError):  # noqa: N818 - the name says what was found
    """The file cannot be read. ``reason`` says why, in both languages."""

    swedish = "{reason}"
    english = "{reason}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Upload:
    """A file to compare with ``old``, as of the day ``on``; the result is to be in ``lang``."""

    old: Version
    content: bytes
    name: str
    on: date
    lang: str


@dataclass(frozen=True, slots=True, kw_only=True)
class _Outcome:
    """What the process came to: exactly one of these. ``unexpected`` is the kind of an error and
    where it happened; its own words could repeat the file."""

    view: ComparisonView | None = None
    refused: tuple[str, str] | None = None
    too_long: bool = False
    unexpected: tuple[str, str] | None = None


def compare_alone(
    upload: Upload, *, seconds: float = SECONDS, megabytes: int = MEGABYTES
) -> ComparisonView:
    """The comparison. Raises UnusableUpload, TooDemanding, and RuntimeError for what nobody
    foresaw. Waits: call it on a worker thread."""
    spawning = multiprocessing.get_context("spawn")
    ours, theirs = spawning.Pipe(duplex=False)
    # Removed here, for a process that is ended removes nothing.
    with ours, tempfile.TemporaryDirectory(prefix="ansvarslots-") as folder:
        process = spawning.Process(
            target=_work, args=(theirs, upload, folder, megabytes), daemon=True
        )
        process.start()
        theirs.close()
        try:
            if not ours.poll(seconds):
                raise TooDemanding(too_long=False)
            outcome: _Outcome = ours.recv()
        except EOFError:  # it was ended, or ran out of memory altogether
            raise TooDemanding(too_long=False) from None
        finally:
            process.kill()
            process.join()
            process.close()
    return _told(outcome)


def _told(outcome: _Outcome) -> ComparisonView:
    if outcome.view is not None:
        return outcome.view
    if outcome.refused is not None:
        raise UnusableUpload(reason=outcome.refused)
    if outcome.too_long:
        raise TooDemanding(too_long=True)
    kind, where = outcome.unexpected or ("", "")
    _log.error("unexpected %s while a file was compared, at\n%s", kind, where)
    raise RuntimeError(f"{kind} while a file was compared")


def _work(theirs: Connection, upload: Upload, folder: str, megabytes: int) -> None:
    """What the process does. Ctrl-C is for the program that waits for it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_the_program, args=(folder,), daemon=True).start()
    tempfile.tempdir = folder
    _limit(megabytes)
    with theirs:
        try:
            outcome = _compared(upload)
        except MemoryError:
            return  # the other end sees that nothing came
        except Exception as error:  # noqa: BLE001 - the outermost frame: told, never swallowed
            where = "".join(traceback.format_tb(error.__traceback__))
            outcome = _Outcome(unexpected=(type(error).__name__, where))
        with suppress(MemoryError, BrokenPipeError):
            theirs.send(outcome)


def _end_with_the_program(folder: str) -> None:
    """Where the program itself is ended, nobody is left to end this process and to remove its
    files."""
    program = multiprocessing.parent_process()
    if program is not None:
        program.join()
        shutil.rmtree(folder, ignore_errors=True)
        os._exit(1)


def _compared(upload: Upload) -> _Outcome:
    path = Path(tempfile.gettempdir()) / "upload"
    path.write_bytes(upload.content)
    try:
        read = read_one_file(path, upload.name)
    except AnsvarslotsError as error:
        return _Outcome(refused=(error.text("sv"), error.text("en")))
    if sum(len(document.text) for document in read.documents) > LONGEST:
        return _Outcome(too_long=True)
    new = version(read.documents, read.clauses, upload.on)
    return _Outcome(view=view(compare(upload.old, new), upload.on, upload.lang))


def _limit(megabytes: int) -> None:
    """No more memory and processor time than allowed, where the system knows such limits; and
    everybody's answers go first."""
    if sys.platform != "linux":
        return
    import resource

    os.nice(10)
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0])
    most = pages * resource.getpagesize() + megabytes * 1024 * 1024
    resource.setrlimit(resource.RLIMIT_AS, (most, most))
