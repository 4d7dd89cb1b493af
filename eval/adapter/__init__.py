"""Training of the question adapter: questions are moved nearer to the clauses that answer them.

Only questions pass through the adapter (``retrieval/data/question_adapter.safetensors``), so
that an index stays as it is. Run by ``python -m eval.adapter``; see
``docs/decisions/question-adapter.md``.
"""
