"""Text to vectors, by the exported network or by sentence-transformers."""
