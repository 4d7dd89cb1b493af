"""Speed and memory, measured beside plain sentence-transformers and FAISS."""
