"""Bytes of a text file to characters."""

import codecs

from corpus.errors import UnreadableFile, WrongEncoding

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_WESTERN = frozenset("åäöÅÄÖéÉèÈüÜæÆøØàáêëíóôúçñß§´°·²³½¼¾«»×±µ–—‘’“”„…•€ \u00a0\u00ad")
_MAX_CONTROL_SHARE = 0.02
_MIN_WESTERN_SHARE = 0.95
_MAX_HIGH_SHARE = 0.25


def decode(data: bytes, file: str) -> str:
    """``data`` as text: by its byte order mark, as UTF-8, or as Windows-1252 where it plainly is.

    Raises `WrongEncoding` for text in another encoding and `UnreadableFile` for what is not
    text at all (more than two control characters in a hundred).
    """
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            return _strict(data[len(bom) :], encoding, file)
    if _is_binary(data):
        raise UnreadableFile(file=file, reason=("den innehåller inte text", "it holds no text"))
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return _western(data, file)


def _strict(data: bytes, encoding: str, file: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise WrongEncoding(file=file) from error


def _is_binary(data: bytes) -> bool:
    """Whether control characters, line ends and tabs aside, are too many for a text."""
    controls = sum(data.count(value) for value in range(32) if value not in b"\t\n\r\f")
    return controls > max(1, len(data) * _MAX_CONTROL_SHARE)


def _western(data: bytes, file: str) -> str:
    """Windows-1252, which Latin-1 text is too; its letters must be those of Swedish text."""
    text = _strict(data, "cp1252", file)
    high = [char for char in text if ord(char) > 127]
    western = sum(char in _WESTERN for char in high)
    if western < len(high) * _MIN_WESTERN_SHARE or len(high) > len(text) * _MAX_HIGH_SHARE:
        raise WrongEncoding(file=file)
    return text
