"""The surfaces people use. Each one only draws the answer that `retrieval` gives."""
