"""The addresses of teams."""

from django.urls import path

from . import deciding, views
from .declining import decline_invitation

urlpatterns = [
    path("espace/defis/<int:pk>/equipe/", views.team, name="team"),
    path("espace/defis/<int:pk>/equipe/quitter/", deciding.quit_team, name="leave_team"),
    path("espace/defis/<int:pk>/equipe/<int:member>/role/", deciding.role, name="member_role"),
    path(
        "espace/defis/<int:pk>/equipe/<int:member>/retirer/",
        deciding.remove_colleague,
        name="remove_member",
    ),
    path(
        "espace/defis/<int:pk>/equipe/<int:member>/transmettre/",
        deciding.pass_on,
        name="hand_over",
    ),
    path("invitation/<str:token>/refuser/", decline_invitation, name="decline"),
]
