"""Which characters of a file reach the text, and as what."""

import re
import unicodedata

# Spaces of other widths, tabs and line ends of other systems mean the same to a reader.
_SPACES = dict.fromkeys(map(ord, "\t\u00a0\u1680\u202f\u205f\u3000"), " ")
_SPACES |= dict.fromkeys(range(0x2000, 0x200B), " ")
_LINE_ENDS = dict.fromkeys(map(ord, "\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029"), "\n")
_HYPHENS = {0x2010: "-", 0x2011: "-"}
_LIGATURES = {0xFB00: "ff", 0xFB01: "fi", 0xFB02: "fl", 0xFB03: "ffi", 0xFB04: "ffl"}
_TRANSLATION = _SPACES | _LINE_ENDS | _HYPHENS | _LIGATURES
_RUN_OF_SPACES = re.compile(r" {2,}")


def _drops(char: str) -> bool:
    """Control and format characters (soft hyphen, zero width, direction) and lone surrogates."""
    return char != "\n" and unicodedata.category(char) in {"Cc", "Cf", "Cs", "Cn"}


def plain_characters(text: str) -> str:
    """``text`` in NFC, with ordinary spaces, hyphens, line ends and letters.

    Nothing invisible is left but the line end.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n").translate(_TRANSLATION)
    if not text.isascii():
        text = unicodedata.normalize("NFC", text)
    if text.replace("\n", "").isprintable():
        return text
    return "".join(char for char in text if not _drops(char))


def tidy(text: str) -> str:
    """`plain_characters` with single spaces, no space at line ends and no empty lines."""
    lines = (
        _RUN_OF_SPACES.sub(" ", line).strip(" ") for line in plain_characters(text).split("\n")
    )
    return "\n".join(line for line in lines if line)
