"""The composer: a session made of methods, that lasts exactly as long as one wants.

The rules are plain Python on plain facts (``plan``, ``catalogue``, ``frame``, ``arcs``,
``ranking``, ``minutes``, ``compose``, ``operations``, ``remarks``, ``groups``, ``preparation``);
``query`` writes a whole session as a query string and reads it back; ``facts`` is the only place
that asks the database for methods, and the views stand on all of these.
"""
