"""Swedish words without their inflection."""

from functools import cache, lru_cache

from snowballstemmer import stemmer


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """The Snowball stem of a lower-case word."""
    return str(_stemmer().stemWord(word))


@cache
def _stemmer() -> stemmer:
    return stemmer("swedish")
