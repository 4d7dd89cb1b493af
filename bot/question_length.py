"""How long a question may be."""

LONGEST = 4_000
"""Characters. A longer text is a pasted document, not a question."""
