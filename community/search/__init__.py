"""Full-text search for Wagtail that knows French, the same on SQLite and on PostgreSQL.

``analysis`` turns text into words, ``backend`` is what ``WAGTAILSEARCH_BACKENDS`` names, ``query``
is what views call, ``asking`` what is looked for in steps of forgiveness, ``spelling`` puts typing
errors right with the words of ``known``, and ``postgres_index`` is the index that a migration adds
on PostgreSQL.
"""
