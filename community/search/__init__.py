"""A search that forgives, the same on SQLite and on PostgreSQL.

``query`` is what views call. ``analysis`` turns text into words, ``engine`` is what
``WAGTAILSEARCH_BACKENDS`` names, ``understanding`` finds what was meant, ``page`` shows what was
found, ``completion`` suggests, ``missed`` tells editors what nobody found.
"""
