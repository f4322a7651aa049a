"""The exports of programmes: one module per format, and all read the same facts.

``facts``: what is exported, as plain text and instants; ``reading`` finds it. ``frab``: that as
the days, rooms and events of conference applications. ``ics``, ``schedule_xml``,
``schedule_json``, ``changes_feed``: the formats. ``responses``: answers that may be asked again
for nothing. ``views``, ``urls``.
"""
