"""How well duties are read from sentences that people have annotated."""
