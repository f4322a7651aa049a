"""What was made when an edition was cloned, so that it can be undone."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class EditionCloning(models.Model):
    """One edition made from another. It goes with the edition that it made."""

    #: That of the form: a form sent twice makes one edition.
    token = models.UUIDField(unique=True, editable=False)
    edition = models.OneToOneField(
        "events.EditionPage", on_delete=models.CASCADE, related_name="cloning"
    )
    source = models.ForeignKey(
        "events.EditionPage", null=True, on_delete=models.SET_NULL, related_name="+"
    )
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    made_at = models.DateTimeField(auto_now_add=True)
    #: Keys by kind, each with what tells whether it was changed: ``events.cloning.record``.
    made = models.JSONField(default=dict)

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("cloning of an edition")
        verbose_name_plural = _("clonings of editions")

    def __str__(self) -> str:
        return f"{self.source_id} → {self.edition_id}"
