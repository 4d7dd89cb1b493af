"""Gaps and conflicts, drawn for people: terminal, web page and JSON."""
