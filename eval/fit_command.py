"""``python -m eval.fit_command``: find the weights of the ranking and the judge, write them."""

import sys
from datetime import date, datetime
from pathlib import Path

import click

from eval.fit import Fitted, fit
from eval.pairings import pairings_of, pairs_option
from retrieval.settings import Settings

RANKING = Path("retrieval/data/ranking.json")
JUDGE = Path("retrieval/data/judge.json")


@click.command()
@pairs_option
@click.option("--on", type=click.DateTime(["%Y-%m-%d"]), help="The day asked for; today.")
def main(pairs: tuple[tuple[Path, Path], ...], on: datetime | None) -> None:
    """Find the weights on ``train`` and ``dev`` and write them into retrieval/data."""
    pairings = pairings_of(pairs, Settings())
    names = ", ".join(f"{each.name} {each.sha256[:8]}" for p in pairings for each in p.sets)
    found = fit(
        pairings,
        on=on.date() if on else date.today(),
        chosen_by=f"python -m eval.fit_command on {names}",
    )
    write(found)
    print(found.ranking, found.judge, sep="\n", file=sys.stderr)  # noqa: T201


def write(found: Fitted) -> None:
    """Write both files; the program reads them from the package."""
    RANKING.write_text(found.ranking.model_dump_json(indent=2) + "\n", encoding="utf-8")
    JUDGE.write_text(found.judge.model_dump_json(indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
