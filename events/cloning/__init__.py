"""The next edition made from one there is, and what is missing before it is published.

``plan``: what is asked for. ``table`` and ``zones``: reading a pasted table of sites. ``making``
and what it calls: doing it. ``record``: what was made, and undoing it. ``preflight``: what lacks.
"""
