"""The text and its blocks, built from the first to the last."""

from dataclasses import dataclass, field

from corpus.blocks import Block, BlockKind, ReadText
from corpus.readers.characters import tidy

SEPARATOR = "\n\n"


@dataclass(slots=True)
class TextBuilder:
    """Adds blocks one after the other; two blocks stand apart by one blank line."""

    _parts: list[str] = field(default_factory=list)
    _blocks: list[Block] = field(default_factory=list)
    _pages: list[int] = field(default_factory=list)
    _length: int = 0

    def add(
        self,
        kind: BlockKind,
        text: str,
        *,
        level: int = 0,
        number: str | None = None,
    ) -> None:
        """Append a block; text without a visible character adds nothing."""
        text = tidy(text)
        if text:
            self._append(kind, text, level, number)

    def add_over_pages(
        self, kind: BlockKind, pieces: list[tuple[int, str]], *, level: int = 0
    ) -> None:
        """Append a block whose ``pieces`` (page from 1, tidy text) stand on one or more pages.

        The pieces are set together as they are: what joins them is part of them.
        """
        start = self._length + len(SEPARATOR) if self._parts else 0
        offset = start
        for page, piece in pieces:
            self.begin_pages(page, offset)
            offset += len(piece)
        self._append(kind, "".join(piece for _, piece in pieces), level, None)

    def begin_pages(self, page: int, offset: int | None = None) -> None:
        """Let the pages up to ``page`` begin at ``offset``, by default after what is added."""
        at = self._length if offset is None else offset
        self._pages.extend([at] * (page - len(self._pages)))

    def read_text(self, front_matter: dict[str, str]) -> ReadText:
        """The value that has been built."""
        return ReadText(
            text="".join(self._parts),
            blocks=tuple(self._blocks),
            front_matter=front_matter,
            pages=tuple(self._pages),
        )

    def _append(self, kind: BlockKind, text: str, level: int, number: str | None) -> None:
        if self._parts:
            self._parts.append(SEPARATOR)
            self._length += len(SEPARATOR)
        start = self._length
        self._parts.append(text)
        self._length += len(text)
        self._blocks.append(
            Block(kind=kind, start=start, end=self._length, level=level, number=number)
        )
