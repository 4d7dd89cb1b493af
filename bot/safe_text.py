"""Text from documents and questions, made harmless for a terminal.

Escape sequences, other control characters and marks that turn the writing direction are
replaced one for one, so offsets into the text stay true.
"""

_SPACES = "\t\v\f\r\x1c\x1d\x1e\x1f\x85\u2028\u2029"
_CONTROLS = [*range(0x20), *range(0x7F, 0xA0)]
_DIRECTIONS = [0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A)]
_SURROGATES = range(0xD800, 0xE000)
_HIDDEN = [0xFEFF, *range(0xE0000, 0xE0080)]

_REPLACED: dict[int, str] = {
    **dict.fromkeys(
        [*_CONTROLS, *_DIRECTIONS, *_SURROGATES, *_HIDDEN], "\N{REPLACEMENT CHARACTER}"
    ),
    **dict.fromkeys(map(ord, _SPACES), " "),
    ord("\n"): "\n",
}


def safe(text: str) -> str:
    """``text`` of the same length with nothing in it that steers a terminal."""
    return text.translate(_REPLACED)


def one_line(text: str) -> str:
    """``safe(text)`` on one line, runs of white space as one space."""
    return " ".join(safe(text).split())
