"""The responsibility matrix drawn: in the terminal, as CSV and as a workbook."""
