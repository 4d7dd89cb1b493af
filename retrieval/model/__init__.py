"""The embedding model: read, made ready once, kept in the cache."""
