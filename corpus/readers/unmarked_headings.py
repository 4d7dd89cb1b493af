"""Headings of a document whose author marked none."""

from dataclasses import replace

from corpus.blocks import Block, BlockKind, ReadText
from corpus.readers.text_headings import heading_level


def with_unmarked_headings(read: ReadText, *, numbered: bool = False) -> ReadText:
    """``read`` with its short paragraphs that look like headings made headings, when it has no
    heading at all; with ``numbered`` those that begin with a number in any case."""
    marked = any(block.kind is BlockKind.HEADING for block in read.blocks)
    if marked and not numbered:
        return read
    following = [*(read.text[block.start : block.end] for block in read.blocks[1:]), ""]
    blocks = []
    for block, after in zip(read.blocks, following, strict=False):
        text = read.text[block.start : block.end]
        may_be = not marked or text[:1].isdigit()
        blocks.append(_as_heading(block, text, after) if may_be else block)
    return replace(read, blocks=tuple(blocks))


def _as_heading(block: Block, text: str, following: str) -> Block:
    if block.kind is not BlockKind.PARAGRAPH or block.number is not None:
        return block
    level = heading_level(text, following)
    return replace(block, kind=BlockKind.HEADING, level=level) if level else block
