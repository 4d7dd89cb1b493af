"""The index: clauses with their duties, the lexical part, the FAISS part and the tokens."""
