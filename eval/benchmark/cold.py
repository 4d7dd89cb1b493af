"""From process start to printed answer, and what it takes in memory."""

import json
import os
import subprocess
import sys
import sysconfig
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter

from eval.benchmark.figure import Figure, median
from eval.benchmark.plain import PlainSearch

RUNS = 5
SECONDS = 3.0
GIBIBYTES = 1.3
COMMAND = "ansvarslots"

_TELL = "import sys; from eval.benchmark.memory import told_at_exit; told_at_exit(sys.argv.pop(1))"
_ASK = f"{_TELL}; import runpy; sys.argv.pop(0); runpy.run_path(sys.argv[0], run_name='__main__')"
_PLAIN = f"""{_TELL}
from pathlib import Path
from eval.benchmark.plain import PlainSearch
folder, file, threads, question = sys.argv[1:]
plain = PlainSearch(model_folder=Path(folder), index_file=Path(file), threads=int(threads))
print(plain.once(question), flush=True)
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """Seconds from the start of a process to its first printed line, the most memory it held
    in bytes, and the heavy packages it imported."""

    seconds: float
    memory: int
    heavy: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Cold:
    """Fresh processes, ours and the anchor's, run in turn."""

    ours: tuple[Run, ...]
    anchor: tuple[Run, ...]

    def figures(self) -> list[Figure]:
        """The lines of the table."""
        seconds = median([run.seconds for run in self.ours])
        memory = max(run.memory for run in self.ours) / 2**30
        heavy = {name for run in self.ours for name in run.heavy}
        return [
            Figure(
                name="cold start of `ask`, to the printed answer",
                ours=seconds,
                anchor=median([run.seconds for run in self.anchor]),
                unit="s",
                goal=f"≤ {SECONDS:g} s",
                met=seconds <= SECONDS,
            ),
            Figure(
                name="peak memory of `ask`",
                ours=memory,
                anchor=max(run.memory for run in self.anchor) / 2**30,
                unit="GiB",
                goal=f"≤ {GIBIBYTES:g} GiB",
                met=memory <= GIBIBYTES,
            ),
            Figure(
                name="of PyTorch and its kin imported by `ask`",
                ours=len(heavy),
                anchor=len({name for run in self.anchor for name in run.heavy}),
                unit="packages",
                goal="0",
                met=not heavy,
            ),
        ]


def measure(question: str, data: Path, plain: PlainSearch, scratch: Path) -> Cold:
    """Ask in ``RUNS`` fresh processes. ``data`` holds the default index; ``scratch`` is a
    folder to write in."""
    environment = {**os.environ, "ANSVARSLOTS_DATA": str(data)}
    ask = [_ASK, str(scratch / "told"), str(command()), "ask", question]
    place = [str(plain.model_folder), str(plain.index_file), str(plain.threads)]
    search = [_PLAIN, str(scratch / "told"), *place, question]
    run(ask, environment)  # reads the files into the system's cache
    run(search, environment)
    both = [(run(ask, environment), run(search, environment)) for _ in range(RUNS)]
    return Cold(ours=tuple(ours for ours, _ in both), anchor=tuple(plain for _, plain in both))


def command() -> Path:
    """The installed command. Raises FileNotFoundError when it is not installed."""
    file = Path(sysconfig.get_path("scripts")) / COMMAND
    if not file.is_file():
        raise FileNotFoundError(2, "the command is not installed: make install", str(file))
    return file


def run(program: Sequence[str], environment: Mapping[str, str]) -> Run:
    """Run a program text with its arguments, of which the first is the file it tells in.

    Raises RuntimeError with what it said when it fails.
    """
    begun = perf_counter()
    process = subprocess.Popen(
        [sys.executable, "-c", *program],
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    with process:
        first = process.stdout.readline() if process.stdout else ""
        seconds = perf_counter() - begun
        rest, said = process.communicate()
    if process.returncode:
        raise RuntimeError(f"exit status {process.returncode}: {first}{rest}{said}")
    told = json.loads(Path(program[1]).read_text(encoding="utf-8"))
    return Run(seconds=seconds, memory=told["bytes"], heavy=tuple(told["heavy"]))
