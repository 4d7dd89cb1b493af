"""The wire form of the matrix: what ``--json`` and ``GET /api/matrix`` give."""

from bot.answer_json import Wire, fields_wire
from bot.document_wire import dated_wire
from bot.matrix.texts import MATRIX
from bot.matrix.warnings import warnings
from bot.words import Words
from corpus.matrix import Entry, Row, Topic
from retrieval.board import DatedBoard


def matrix_wire(dated: DatedBoard, lang: str) -> dict[str, Wire]:
    """The whole matrix as plain values. ``query`` is the filter as in an address; every duty
    has its span (``start``, ``end``) in the document's text, and its ``quote``."""
    board = dated.board
    say = Words(lang, MATRIX)
    return {
        "on": dated.on.isoformat(),
        "query": dated.asked.query(),
        "columns": {column.value: count for column, count in board.counts().items()},
        "rows": board.rows,
        "documents": [dated_wire(each) for each in board.documents],
        "topics": [_topic(each) for each in board.topics],
        "unproven": list(board.unproven),
        "warnings": list(warnings(dated.timeline, say, unproven=len(board.unproven))),
    }


def _topic(topic: Topic) -> Wire:
    return {
        "document": topic.document.id,
        "headings": list(topic.headings),
        "rows": [_row(each) for each in topic.rows],
    }


def _row(row: Row) -> Wire:
    return {
        "reference": row.clause.reference,
        "label": row.clause.label,
        "title": row.clause.title,
        "task": row.task,
        "cells": {cell.column.value: [_entry(each) for each in cell.entries] for cell in row.cells},
    }


def _entry(entry: Entry) -> Wire:
    return {**fields_wire(entry.duty), "quote": entry.quote, "lead_quote": entry.lead}
