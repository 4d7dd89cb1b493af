"""Faults and changes made by hand in the model agreement, to measure what is found of them."""
