"""A folder of documents, read whole."""
