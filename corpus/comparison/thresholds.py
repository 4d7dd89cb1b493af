"""The limits that decide what is the same; chosen on half of the seeded changes."""

CLAUSES_ALIKE = 0.40
"""Likeness from which two clauses may be each other's match."""

SENTENCES_ALIKE_WITHIN = 0.30
"""Likeness from which two sentences of matched clauses are each other's match."""

SENTENCES_ALIKE_ANYWHERE = 0.55
"""The same for sentences of clauses that are not matched."""

SOMETHING_ALIKE = 0.20
"""Likeness from which two sentences without a match are held against each other word by word."""

SAME_MATTER = 0.20
"""Share of content words that may differ between two such sentences' duties."""

SENTENCE_BONUS = 0.20
"""What a sentence's match within the matched clause is preferred by."""

PART_OF_CLAUSE = 0.5
"""Share of a clause's characters that must come from another one, to be a part of it."""

ANOTHER_MATTER = 0.34
"""Share of content words that differ from which a sentence says something else."""
