"""The responsibility matrix: who carries what, task by task, with the words that say so."""

from corpus.matrix.board import Board, Cell, Entry, Row, Topic
from corpus.matrix.build import build_board
from corpus.matrix.column import Column
from corpus.matrix.filter import MatrixFilter

__all__ = ["Board", "Cell", "Column", "Entry", "MatrixFilter", "Row", "Topic", "build_board"]
