"""The matrix as CSV: one duty a line, safe to open in a spreadsheet."""

import csv
import io

from bot.matrix.listing import Listing

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")
"""What a spreadsheet takes for the beginning of a formula."""


def csv_bytes(listing: Listing) -> bytes:
    """UTF-8 with a byte order mark and semicolons, as a Swedish Excel reads it.

    A value that a spreadsheet would take for a formula is given an apostrophe in front.
    """
    written = io.StringIO()
    writer = csv.writer(written, delimiter=";", lineterminator="\r\n")
    writer.writerow(listing.head)
    writer.writerows([[_harmless(value) for value in line] for line in listing.lines])
    return written.getvalue().encode("utf-8-sig")


def _harmless(value: str) -> str:
    return f"'{value}" if value.startswith(_FORMULA) else value
