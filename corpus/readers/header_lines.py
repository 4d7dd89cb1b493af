"""The lines ``Key: value`` that open meeting notes and published statutes."""

import re

_PAIR = re.compile(r"([A-ZÅÄÖ][^\W\d_]*(?: [^\W\d_]+){0,2}):\s+(\S.*)")
_LINES_LOOKED_AT = 30
_MAX_VALUE = 200
_MAX_TITLE = 160


def header_pairs(paragraphs: list[str]) -> dict[str, str]:
    """The header's keys (lower-case) and values, and the text's first line as ``title``."""
    lines = [line for paragraph in paragraphs[:_LINES_LOOKED_AT] for line in paragraph.split("\n")]
    pairs: dict[str, str] = {}
    for line in lines[:_LINES_LOOKED_AT]:
        found = _PAIR.match(line)
        if found and len(found[2]) <= _MAX_VALUE:
            pairs.setdefault(found[1].lower(), found[2].strip())
    if lines and len(lines[0]) <= _MAX_TITLE:
        pairs.setdefault("title", lines[0].strip())
    return pairs
