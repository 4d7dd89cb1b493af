"""The places on the web page that other surfaces lead to, below its public address, which ends
without a slash."""

from datetime import date
from urllib.parse import quote, urlencode

from corpus.matrix import MatrixFilter

MATRIX_PATH = "/ansvar"


def clause_path(reference: str) -> str:
    """The page of ``<document>#<clause>``; nothing in the ids can lead elsewhere."""
    document, _, clause = reference.partition("#")
    return f"/punkt/{quote(document, safe='')}/{quote(clause, safe=':')}"


def clause_url(public_url: str, reference: str, on: date | None = None) -> str:
    """The whole address of a clause's page, as of ``on`` where a day is given."""
    day = f"?{urlencode({'on': on.isoformat()})}" if on else ""
    return f"{public_url}{clause_path(reference)}{day}"


def matrix_path(query: str, lang: str = "sv") -> str:
    """The responsibility matrix with what is filtered, ``query`` as ``MatrixFilter`` writes it."""
    parts = [*([query] if query else []), *([f"lang={lang}"] if lang != "sv" else [])]
    return f"{MATRIX_PATH}?{'&'.join(parts)}" if parts else MATRIX_PATH


def matrix_url(public_url: str, asked: MatrixFilter, lang: str = "sv") -> str:
    """The whole address of the responsibility matrix with what is filtered."""
    return f"{public_url}{matrix_path(asked.query(), lang)}"
