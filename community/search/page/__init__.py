"""The page ``/recherche/``: all that the search finds, ranked, filtered, shown."""
