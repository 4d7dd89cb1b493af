"""A result as a page that anyone can read, and as a short form for the terminal."""
