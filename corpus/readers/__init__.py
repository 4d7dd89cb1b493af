"""Files of five formats, read into text with its blocks."""

from corpus.readers.reading import SUFFIXES, read_file

__all__ = ["SUFFIXES", "read_file"]
