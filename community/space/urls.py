"""The addresses of the space."""

from django.urls import path

from .data import delete_account, deleted, download, my_data
from .views import account, sign_out_everywhere, space

urlpatterns = [
    path("espace/", space, name="space"),
    path("espace/compte/", account, name="space_account"),
    path("espace/compte/partout/", sign_out_everywhere, name="sign_out_everywhere"),
    path("espace/donnees/", my_data, name="my_data"),
    path("espace/donnees/telecharger/", download, name="download_my_data"),
    path("espace/donnees/supprimer/", delete_account, name="delete_account"),
    path("espace/au-revoir/", deleted, name="account_deleted"),
]
