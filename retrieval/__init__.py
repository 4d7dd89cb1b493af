"""From clauses to an index, and from a question to an answer whose quotes are verified."""
