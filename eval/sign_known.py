"""``python -m eval.sign_known FILE INDEX``: write down which texts known questions belong to.

A line without signatures gets those of its gold clauses as they stand in INDEX today, so that
the question follows the text. See ``docs/decisions/known-questions.md``.
"""

import json
from datetime import date
from pathlib import Path

import click

from retrieval.index.folder import read_parts
from retrieval.index.parts import IndexParts
from retrieval.known import signature
from retrieval.validity import holding


@click.command()
@click.argument("file", type=click.Path(path_type=Path, exists=True))
@click.argument("index", type=click.Path(path_type=Path, exists=True))
def main(file: Path, index: Path) -> None:
    """Sign the lines of FILE that are not signed. Fails when a gold clause is not in INDEX."""
    written = signatures_of(read_parts(index), date.today())
    lines = [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]
    for line in lines:
        missing = [each for each in line["gold"] if each not in written]
        if missing:
            raise click.ClickException(f"{line['id']}: {', '.join(missing)}")
        line.setdefault("signatures", [written[each] for each in line["gold"]])
    text = "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines)
    partial = file.with_suffix(".partial")
    partial.write_text(text, encoding="utf-8")
    partial.replace(file)
    click.echo(f"{file}: {len(lines)}")


def signatures_of(index: IndexParts, on: date) -> dict[str, str]:
    """16 hexadecimal digits for each clause that answers on the day ``on``, by reference."""
    texts = {document.id: document.text for document in index.documents}
    holds = holding(index.documents, index.clauses, on, index.answers)
    return {
        clause.reference: f"{signature(texts[clause.document][clause.start : clause.end]):016x}"
        for clause, held in zip(index.clauses, holds, strict=True)
        if held
    }


if __name__ == "__main__":
    main()
