"""The text of uploaded documents, read once per file, for search."""
