"""``python -m eval.known_vectors INDEX …``: keep the vectors of known questions in the package.

They are taken from indexes of the documents that the shipped known questions belong to, and
spare everybody else the encoding.
"""

from pathlib import Path

import click

from retrieval.index.asking import kept_questions
from retrieval.index.folder import read_parts
from retrieval.known.vectors import FILE, Floats, write_vectors

OUT = Path("retrieval/data") / FILE


@click.command()
@click.argument("indexes", nargs=-1, required=True, type=click.Path(path_type=Path, exists=True))
def main(indexes: tuple[Path, ...]) -> None:
    """Write retrieval/data/known_vectors.npz from the known questions in INDEXES."""
    vectors: dict[str, Floats] = {}
    for index in indexes:
        vectors |= kept_questions(read_parts(index))
    write_vectors(OUT, vectors)
    click.echo(f"{OUT}: {len(vectors)}")


if __name__ == "__main__":
    main()
