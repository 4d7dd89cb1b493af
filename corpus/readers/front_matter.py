"""A text file's own header between two lines of hyphens."""

import re

_FENCE = "---"
_PAIR = re.compile(r"([^\s:#-][^:]*):(?:\s+(.*))?$")


def split_front_matter(text: str) -> tuple[dict[str, str], str]:
    """The header's top-level keys (lower-case) and values, and the text after it.

    Read leniently, since published headers are often no valid YAML: only ``key: value`` at the
    left edge begins a value, quotation marks around it go, and the lines below that begin no
    key (a list, further fields) belong to it, each on its own line without its indentation. A
    text that opens with a line of hyphens but never closes the header has none.
    """
    lines = text.split("\n")
    if lines[0].strip() != _FENCE:
        return {}, text
    for last in range(1, len(lines)):
        if lines[last].rstrip() in {_FENCE, "..."}:
            return _pairs(lines[1:last]), "\n".join(lines[last + 1 :])
    return {}, text


def _pairs(lines: list[str]) -> dict[str, str]:
    values: dict[str, list[str]] = {}
    under: list[str] = []
    for line in lines:
        found = _PAIR.match(line.rstrip())
        if found:
            under = [_unquoted((found[2] or "").strip())]
            values.setdefault(found[1].strip().lower(), under)
        elif line.strip() and not line.startswith("#"):
            under.append(line.strip())
    return {key: "\n".join(filter(None, value)) for key, value in values.items()}


def _unquoted(value: str) -> str:
    if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'":
        return value[1:-1]
    return value
