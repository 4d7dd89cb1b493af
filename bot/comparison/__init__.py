"""Two versions compared, drawn for people: terminal, web page, CSV, XLSX and JSON."""
