"""Videos: our own files, and those of others behind a click that says where it leads."""
