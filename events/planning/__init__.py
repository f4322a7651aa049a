"""Planning in the administration: the programme of a site, and who receives what in an edition.

``editor``, ``slots``, ``relay``, ``rooms``, ``publication``: a site's. ``matrix``, ``shared``,
``origin``: an edition's. ``access``: who may. Each address is a page that works without scripts;
``static/events/js/admin-planning.js`` shows the forms of the links it finds in a dialog.
"""
