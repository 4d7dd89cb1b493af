"""Numbers written with letters."""

_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_MAX_ROMAN = 3999


def in_letters(number: int, *, upper: bool = False) -> str:
    """``a`` to ``z``, then ``aa``, ``bb`` …, as word processors count; 0 and less stay figures."""
    if number < 1:
        return str(number)
    repeats, letter = divmod(number - 1, 26)
    text = chr(ord("a") + letter) * (min(repeats, 9) + 1)
    return text.upper() if upper else text


def in_roman(number: int, *, upper: bool = False) -> str:
    """Roman figures for 1 to 3999; other numbers stay as they are."""
    if not 1 <= number <= _MAX_ROMAN:
        return str(number)
    text = ""
    for value, sign in _ROMAN:
        count, number = divmod(number, value)
        text += sign * count
    return text.upper() if upper else text
