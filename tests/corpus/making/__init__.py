"""Files made for tests, by other libraries than those that read them."""
