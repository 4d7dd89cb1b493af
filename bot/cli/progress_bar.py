"""Progress of long work, on standard error and only when somebody looks."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager

from bot.cli.texts import Say
from corpus.progress import Progress, quiet


@contextmanager
def progress_bar(say: Say) -> Iterator[Progress]:
    """A progress that draws a bar for each stage on a terminal and is quiet elsewhere."""
    if not sys.stderr.isatty():
        yield quiet
        return
    from rich.console import Console
    from rich.progress import Progress as Bars
    from rich.progress import TaskID

    tasks: dict[str, TaskID] = {}
    with Bars(console=Console(stderr=True), transient=True) as bars:

        def show(stage: str, done: int, total: int) -> None:
            if stage not in tasks:
                key = f"stage.{stage}"
                tasks[stage] = bars.add_task(say(key if say.has(key) else "stage.other"))
            bars.update(tasks[stage], completed=done, total=total or None)

        yield show
