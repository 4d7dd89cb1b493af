"""The command line as a process of its own."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
_MAIN = "from bot.cli.app import main; main()"


def process(*arguments: str, data: Path, **options: object) -> subprocess.Popen[bytes]:
    """``ansvarslots`` with ``arguments``, started; its data folder is ``data``."""
    surroundings = {
        **os.environ,
        "PYTHONPATH": str(ROOT),
        "ANSVARSLOTS_DATA": str(data),
        **options.pop("env", {}),
    }
    command = [sys.executable, "-c", _MAIN, *arguments]
    given = {
        "stdin": subprocess.DEVNULL,
        "stdout": subprocess.PIPE,
        "stderr": subprocess.PIPE,
        **options,
    }
    return subprocess.Popen(command, env=surroundings, **given)


def run_alone(*arguments: str, data: Path, **options: object) -> tuple[int, str, str]:
    """Exit status, standard output and standard error of a whole run."""
    with process(*arguments, data=data, **options) as started:
        out, err = started.communicate(timeout=120)
    return started.returncode, (out or b"").decode(), (err or b"").decode()
