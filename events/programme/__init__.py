"""Programmes: what is read, published and warned of. No HTTP but in ``page``.

``entries``: what the public sees. ``working``: what the editors prepare. ``changes`` and
``publishing``: from one to the other. ``warnings``: what to look at before. ``rights``: who may.
``page``: the public page of what is ``asked``: ``items`` in an ``agenda``, ``places``, ``live``.
"""
