"""A PostgreSQL server of the tests' own: a new cluster on a Unix socket, and no network."""

import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_PLACES = sorted(Path("/usr/lib/postgresql").glob("*/bin"))
_LANGUAGE = {"LC_ALL": "C", "PATH": os.environ.get("PATH", "/usr/bin:/bin")}


def programs() -> Path | None:
    """The folder of Debian's newest server programs, or of those on the path."""
    found = shutil.which("initdb")
    if _PLACES:
        return _PLACES[-1]
    return Path(found).parent if found else None


class Server:
    """A cluster in ``folder``; ``url()`` names a database in it."""

    def __init__(self, folder: Path, programs: Path) -> None:
        self.folder = folder
        self._programs = programs

    def url(self, database: str = "postgres") -> str:
        return f"postgresql://postgres@/{database}?host={self.folder}"

    def start(self) -> None:
        # Nothing is kept, so nothing needs to reach the disk.
        options = f"-k {self.folder} -c listen_addresses='' -c fsync=off"
        self._run("pg_ctl", "-D", "data", "-w", "-l", "log", "-o", options, "start")

    def stop(self) -> None:
        self._run("pg_ctl", "-D", "data", "-w", "-m", "immediate", "stop")

    def make(self) -> None:
        arguments = ("--auth=trust", "--username=postgres", "--no-sync", "--encoding=UTF8")
        self._run("initdb", "-D", "data", "--locale=C", *arguments)

    def _run(self, program: str, *arguments: str) -> None:
        command = [str(self._programs / program), *arguments]
        if os.geteuid() == 0:  # PostgreSQL refuses to run as root
            command = ["runuser", "-u", unprivileged(), "--", *command]
        # Not a pipe: the server would hold it open.
        with (self.folder / "said").open("wb") as said:
            done = subprocess.run(
                command, cwd=self.folder, stdout=said, stderr=said, env=_LANGUAGE, timeout=60
            )
        if done.returncode:
            raise RuntimeError((self.folder / "said").read_text(errors="replace"))


def unprivileged() -> str:
    names = {user.pw_name for user in pwd.getpwall()}
    return "postgres" if "postgres" in names else "nobody"


@contextmanager
def running(programs: Path) -> Iterator[Server]:
    """A server that has started. Its folder has a short name, as sockets need."""
    folder = Path(tempfile.mkdtemp(prefix="ansvar-pg-", dir="/tmp"))
    if os.geteuid() == 0:
        shutil.chown(folder, user=unprivileged())
    server = Server(folder, programs)
    try:
        server.make()
        server.start()
        try:
            yield server
        finally:
            server.stop()
    finally:
        shutil.rmtree(folder)
