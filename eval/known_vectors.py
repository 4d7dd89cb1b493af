"""``python -m eval.known_vectors INDEX …``: keep the vectors of known questions in the package.

They are taken from indexes of the documents that the shipped known questions belong to, and
spare everybody else the encoding; with them those that no corpus answers.
"""

from pathlib import Path

import click

from corpus.progress import quiet
from retrieval.encoder import load_encoder
from retrieval.index.asking import digest, kept_questions, outside_of
from retrieval.index.build import outside_texts
from retrieval.index.folder import read_parts
from retrieval.known.vectors import FILE, Floats, write_vectors
from retrieval.settings import Settings

OUT = Path("retrieval/data") / FILE


@click.command()
@click.argument("indexes", nargs=-1, required=True, type=click.Path(path_type=Path, exists=True))
def main(indexes: tuple[Path, ...]) -> None:
    """Write retrieval/data/known_vectors.npz from the known questions in INDEXES."""
    vectors: dict[str, Floats] = {}
    for index in indexes:
        vectors |= kept_questions(read_parts(index))
    encoder = load_encoder(Settings())
    texts = outside_texts()
    digests = (digest(text, encoder.question_fingerprint) for text in texts)
    vectors |= dict(zip(digests, outside_of(texts, encoder, quiet), strict=True))
    write_vectors(OUT, vectors)
    click.echo(f"{OUT}: {len(vectors)}")


if __name__ == "__main__":
    main()
