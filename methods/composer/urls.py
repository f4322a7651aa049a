"""The addresses of the composer."""

from django.urls import path

from . import printing, publishing, saved, views

urlpatterns = [
    path("composer/", views.composer, name="composer"),
    path("composer/deroule/", views.run_sheet, name="run_sheet"),
    path("composer/deroule.pdf", printing.run_sheet_pdf, name="run_sheet_pdf"),
    path("composer/minuteur/", views.timer, name="timer"),
    path("composer/enregistrer/", saved.save, name="save_session"),
    path("composer/publier/", publishing.publish, name="publish_session"),
    path("composer/mes-seances/", saved.my_sessions, name="my_sessions"),
    path("composer/seance/<str:token>/", saved.shared, name="shared_session"),
    path("composer/seance/<str:token>/renommer/", saved.rename, name="rename_session"),
    path("composer/seance/<str:token>/dupliquer/", saved.duplicate, name="duplicate_session"),
    path("composer/seance/<str:token>/supprimer/", saved.delete, name="delete_session"),
]
