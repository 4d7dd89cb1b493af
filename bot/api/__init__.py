"""The program over HTTP: questions, clauses, feedback and its own health."""
