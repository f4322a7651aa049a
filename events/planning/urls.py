"""The addresses of planning, below that of the administration."""

from django.urls import URLPattern, path

from . import editor, matrix_views, publication, relay, removal, rooms, shared, slots


def urls() -> list[URLPattern]:
    """Return the addresses of the programmes of sites, and of the matrices of editions."""
    site, slot = "programmes/<int:campus>/", "programmes/<int:campus>/creneaux/<int:slot>/"
    whole = "programmes/edition/<int:edition>/"
    row = f"{whole}creneaux/<int:slot>/"
    return [
        path("programmes/", editor.ProgrammesView.as_view(), name="events_programmes"),
        path(site, editor.ProgrammeView.as_view(), name="events_programme"),
        path(f"{site}creneaux/ajouter/", slots.AddSlotView.as_view(), name="events_slot_add"),
        path(slot, slots.EditSlotView.as_view(), name="events_slot_edit"),
        path(f"{slot}retirer/", removal.RemoveSlotView.as_view(), name="events_slot_remove"),
        path(f"{site}retablir/", removal.RestoreSlotView.as_view(), name="events_slot_restore"),
        path(f"{site}recevoir/", relay.AddRelayView.as_view(), name="events_relay_add"),
        path(f"{site}salles/", rooms.RoomsView.as_view(), name="events_rooms"),
        path(f"{site}publier/", publication.PublishView.as_view(), name="events_publish"),
        path(f"{site}apercu/", publication.PreviewView.as_view(), name="events_preview"),
        path(f"{site}versions/", publication.HistoryView.as_view(), name="events_versions"),
        path(whole, matrix_views.MatrixView.as_view(), name="events_matrix"),
        path(f"{whole}ajouter/", shared.AddSharedView.as_view(), name="events_shared_add"),
        path(f"{whole}publier/", shared.PublishAllView.as_view(), name="events_publish_all"),
        path(f"{row}relais/", matrix_views.RelaysView.as_view(), name="events_relays"),
        path(f"{row}origine/", matrix_views.OriginView.as_view(), name="events_origin"),
    ]
