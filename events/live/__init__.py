"""A session while it takes place: how to follow it from afar, and the questions of the public.

``broadcast``: what its page shows and when. ``wall``: the questions that everybody reads.
``asking``, ``supporting``: what the public sends. ``moderating``: what is decided of it.
"""
