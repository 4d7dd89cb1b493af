"""Print how well comparisons and checks find what was changed by hand.

``python -m eval.seeded`` prints both; ``--wrong`` names what was missed and what was too much.
"""

import argparse
import sys
from collections.abc import Iterator, Mapping

from eval.seeded import changes, faults
from eval.seeded.figures import Found


def lines(parts: Mapping[str, Mapping[str, Found]], *, wrong: bool) -> Iterator[str]:
    """A Markdown table of the figures, then, where asked for, the items behind them."""
    yield "| part | what | right | missed | too much | precision | recall |"
    yield "|---|---|---|---|---|---|---|"
    for part, found in parts.items():
        for what, one in found.items():
            counts = f"{len(one.right)} | {len(one.missed)} | {len(one.wrong)}"
            yield f"| {part} | {what} | {counts} | {one.precision:.3f} | {one.recall:.3f} |"
    if not wrong:
        return
    for part, found in parts.items():
        for what, one in found.items():
            for name, items in (("missed", one.missed), ("too much", one.wrong)):
                for item in sorted(items):
                    yield f"{part} {what} {name}: {' '.join(item)}"


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m eval.seeded", description=__doc__)
    parser.add_argument("--wrong", action="store_true", help="name what was missed or too much")
    chosen = parser.parse_args()
    for heading, parts in (("Changes", changes.parts()), ("Faults", faults.parts())):
        sys.stdout.write(f"## {heading}\n\n")
        sys.stdout.write("\n".join(lines(parts, wrong=chosen.wrong)) + "\n\n")


if __name__ == "__main__":
    main()
