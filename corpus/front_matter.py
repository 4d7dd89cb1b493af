"""What a document says of itself: its own header, of several kinds."""

import re
from dataclasses import dataclass, replace
from datetime import date

from corpus.blocks import BlockKind, ReadText
from corpus.header_words import key_named, kind_named, status_named
from corpus.notice import Notice
from corpus.parsing.dates import first_date
from corpus.parsing.heading_line import looks_like_heading
from corpus.status import Kind, Status


@dataclass(frozen=True, slots=True, kw_only=True)
class Header:
    """The fields that were found. ``act`` is a statute's number (``2025:400``).

    ``describes`` tells whether the header says what standing the document has. ``notices``
    are values that could not be understood; the document then counts as a draft.
    """

    title: str | None = None
    kind: Kind | None = None
    status: Status | None = None
    valid_from: date | None = None
    valid_to: date | None = None
    source: str | None = None
    replaces: tuple[str, ...] = ()
    audience: str | None = None
    act: str | None = None
    notices: tuple[Notice, ...] = ()

    @property
    def describes(self) -> bool:
        """Whether the header says what standing the document has."""
        return self.status is not None


_OPENING = 3_000
_ACT_IN_TITLE = re.compile(r"^(?P<title>[^\n]{3,250}?\s\((?P<act>\d{4}:\d{1,4})\))", re.MULTILINE)
_ENACTED = re.compile(r"^(?:Utfärdad|Departement|SFS nr)\b:?\s", re.MULTILINE | re.IGNORECASE)
_MINUTES = re.compile(
    r"(?:MA\b|mötesanteckning|minnesanteckning|mötesprotokoll|protokoll\b|anteckningar från)",
    re.IGNORECASE,
)
_AGENDA = re.compile(r"^(?:dagordning|föredragningslista)\W*$", re.IGNORECASE | re.MULTILINE)
_MEETING_DATE = re.compile(
    r"^(?:datum|mötesdatum|sammanträdesdatum|dag|tid|tid och plats):?\s+(.{1,120})$",
    re.IGNORECASE | re.MULTILINE,
)


def read_header(read: ReadText, file: str) -> Header:
    """What ``read`` says of itself, as a published statute, as meeting notes, or by keys.

    Keys and words may be Swedish or English. A statute (``beteckning``, or a title with its
    number above ``Utfärdad:``) is law in force. Meeting notes have the status notes and the
    date of the meeting, if they give one with its year.
    """
    header = _by_keys(read.front_matter, file)
    act = _act(read)
    if act:
        return _of_statute(read, header, act)
    if header.status is None and header.kind in {None, Kind.MINUTES} and _is_minutes(read):
        return _of_meeting(read)
    return header


def first_heading(read: ReadText) -> str | None:
    """The document's first line if it reads as a heading, else its first heading, if any."""
    for position, block in enumerate(read.blocks):
        line = " ".join(read.text[block.start : block.end].split())
        if block.kind is BlockKind.HEADING or (position == 0 and looks_like_heading(line)):
            return line
    return None


def _by_keys(pairs: dict[str, str], file: str) -> Header:
    """The header by its keys; a draft where a value cannot be understood."""
    said: dict[str, tuple[str, str]] = {}
    for word, value in pairs.items():
        key = key_named(word)
        if key and value.strip():
            said.setdefault(key, (word, value.strip()))
    values = {key: " ".join(value.split()) for key, (_, value) in said.items()}
    header = Header(
        title=values.get("title"),
        kind=kind_named(values.get("kind", "")),
        status=status_named(values.get("status", "")),
        valid_from=first_date(values.get("valid_from", "")),
        valid_to=first_date(values.get("valid_to", "")),
        source=values.get("source"),
        replaces=_ids(said["replaces"][1]) if "replaces" in said else (),
        audience=values.get("audience"),
    )
    notices = tuple(
        _not_understood(file, said[key][0], values[key])
        for key in ("kind", "status", "valid_from", "valid_to")
        if key in said and getattr(header, key) is None
    )
    if header.valid_from and header.valid_to and header.valid_to < header.valid_from:
        notices = (*notices, _not_understood(file, said["valid_to"][0], values["valid_to"]))
    if notices:
        return replace(header, status=Status.DRAFT, notices=notices)
    return header


def _ids(value: str) -> tuple[str, ...]:
    """The ids in ``a, b``, in ``[a, b]`` and in a list with an id on each line."""
    parts = (part.strip().removeprefix("- ") for part in re.split(r"[,\n]", value.strip("[]")))
    return tuple(id for id in (part.strip(" \"'") for part in parts) if id)


def _act(read: ReadText) -> str | None:
    named = read.front_matter.get("beteckning", "")
    if re.fullmatch(r"\d{4}:\d+", named):
        return named
    opening = read.text[:_OPENING]
    found = _ACT_IN_TITLE.search(opening)
    return found["act"] if found and _ENACTED.search(opening) else None


def _of_statute(read: ReadText, header: Header, act: str) -> Header:
    found = _ACT_IN_TITLE.search(read.text[:_OPENING])
    title = header.title or (found["title"] if found else first_heading(read)) or act
    return replace(
        header,
        title=title if act in title else f"{title} ({act})",
        kind=header.kind or Kind.LAW,
        status=header.status or Status.IN_FORCE,
        act=act,
    )


def _is_minutes(read: ReadText) -> bool:
    opening = read.text[:_OPENING]
    lines = [line for line in opening.split("\n") if line.strip()][:3]
    if any(_MINUTES.match(line.strip()) for line in lines):
        return True
    return bool(_AGENDA.search(opening) and _MEETING_DATE.search(opening))


def _of_meeting(read: ReadText) -> Header:
    opening = read.text[:_OPENING]
    dates = (first_date(value) for value in _MEETING_DATE.findall(opening))
    lines = [line.strip() for line in opening.split("\n") if line.strip()]
    title = lines[0]
    if len(title.split()) == 1 and len(lines) > 1:
        title = f"{title} – {lines[1]}"
    return Header(
        title=title,
        kind=Kind.MINUTES,
        status=Status.NOTES,
        valid_from=next((day for day in dates if day), None),
    )


def _not_understood(file: str, word: str, value: str) -> Notice:
    return Notice(
        swedish=(
            f"{file}: ”{word}: {value}” i filens huvud går inte att tolka, så dokumentet räknas "
            "som utkast. Skriv om raden, eller beskriv dokumentet i manifest.toml."
        ),
        english=(
            f"{file}: “{word}: {value}” in the file's header cannot be understood, so the document "
            "counts as a draft. Rewrite the line, or describe the document in manifest.toml."
        ),
    )
