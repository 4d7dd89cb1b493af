"""Load: ``python -m eval.load`` starts the program on this machine, asks twenty questions a
second for a minute, and prints how long the answers took and the encoder's share of the time.

Nothing but this machine's own address is asked.
"""

import argparse
import csv
import re
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from os import environ
from pathlib import Path
from urllib.request import urlopen

HOST = "127.0.0.1"
START_SECONDS = 180
MOST_USERS = 50
MOST_SECONDS = 300
_SERVE = "from bot.cli.app import main; main(['serve'])"
_USERS = Path(__file__).with_name("load_users.py")
_STEP = re.compile(r'^ansvarslots_step_seconds_total\{step="(\w+)"\} (\S+)$', re.MULTILINE)


@contextmanager
def program(data: Path) -> Iterator[str]:
    """The program's address while it runs on a free port. Raises TimeoutError when it does not
    get ready."""
    with socket.create_server((HOST, 0)) as free:
        port = free.getsockname()[1]
    surroundings = {
        **environ,
        "ANSVARSLOTS_DATA": str(data),
        "ANSVARSLOTS_PORT": str(port),
        "ANSVARSLOTS_LOG_LEVEL": "warning",
    }
    started = subprocess.Popen([sys.executable, "-c", _SERVE], env=surroundings)
    address = f"http://{HOST}:{port}"
    try:
        _wait_until_ready(address, started)
        yield address
    finally:
        started.send_signal(signal.SIGTERM)
        started.wait(timeout=30)


def _wait_until_ready(address: str, started: subprocess.Popen[bytes]) -> None:
    until = time.monotonic() + START_SECONDS
    while time.monotonic() < until and started.poll() is None:
        try:
            with urlopen(f"{address}/readyz", timeout=5):
                return
        except OSError:  # not listening, or not answering yet
            time.sleep(0.2)
    raise TimeoutError(f"not ready within {START_SECONDS} seconds")


def steps(address: str) -> dict[str, float]:
    """Seconds spent in each step so far, and ``total``, by the program's own figures."""
    with urlopen(f"{address}/metrics", timeout=10) as figures:
        text = figures.read().decode()
    return {name: float(seconds) for name, seconds in _STEP.findall(text)}


def ask_for_a_while(address: str, users: int, seconds: int, folder: Path) -> dict[str, str]:
    """What Locust measured of all questions: the last line of its table."""
    command = [sys.executable, "-m", "locust", "--locustfile", str(_USERS), "--headless"]
    command += ["--users", str(users), "--spawn-rate", str(users), "--run-time", f"{seconds}s"]
    command += [
        "--host",
        address,
        "--csv",
        str(folder / "load"),
        "--loglevel",
        "WARNING",
        "--only-summary",
    ]
    command += ["--exit-code-on-error", "0"]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    with (folder / "load_stats.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))[-1]


def table(found: Mapping[str, str], spent: Mapping[str, float]) -> str:
    """The figures as a Markdown table."""
    encoded = spent["encode"] / spent["total"]
    answered = int(found["Request Count"])
    lines = [
        ("questions", found["Request Count"]),
        ("questions a second", f"{float(found['Requests/s']):.1f}"),
        ("errors", found["Failure Count"]),
        ("50th percentile", f"{found['50%']} ms"),
        ("95th percentile", f"{found['95%']} ms"),
        ("99th percentile", f"{found['99%']} ms"),
        ("answering one, mean", f"{1000 * spent['total'] / answered:.0f} ms"),
        ("the encoder's share of answering", f"{encoded:.0%}"),
    ]
    return "\n".join(["| what | measured |", "|---|---|", *(f"| {a} | {b} |" for a, b in lines)])


def main(arguments: Sequence[str]) -> int:
    """Print the table. Returns 1 when a question failed."""
    parser = argparse.ArgumentParser(prog="python -m eval.load", description=__doc__)
    parser.add_argument("--users", type=int, default=20, choices=range(1, MOST_USERS + 1))
    parser.add_argument("--seconds", type=int, default=60, choices=range(1, MOST_SECONDS + 1))
    chosen = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as folder, program(Path(folder) / "data") as address:
        before = steps(address)
        found = ask_for_a_while(address, chosen.users, chosen.seconds, Path(folder))
        spent = {name: value - before.get(name, 0.0) for name, value in steps(address).items()}
    sys.stdout.write(table(found, spent) + "\n")
    return 1 if int(found["Failure Count"]) else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
