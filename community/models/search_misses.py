"""What was searched for and not found, and nothing of who searched."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class SearchMiss(models.Model):
    """How often a search found nothing in one month.

    Neither an address, nor a browser, nor an hour: what people type may say much about them, so it
    is kept apart from all that could tell who typed it (CNIL, minimisation of data).
    """

    LONGEST = 80

    language = models.CharField(_("language"), max_length=100)
    #: Its first day.
    month = models.DateField(_("month"))
    text = models.CharField(_("words"), max_length=LONGEST)
    number = models.PositiveIntegerField(_("times"), default=1)

    class Meta:
        verbose_name = _("search that found nothing")
        verbose_name_plural = _("searches that found nothing")
        constraints = [
            models.UniqueConstraint(
                fields=("month", "language", "text"), name="one_search_miss_a_month"
            )
        ]

    def __str__(self) -> str:
        return f"{self.text} ({self.month:%Y-%m})"

    @property
    def language_name(self) -> str:
        """Its name, or its code when the site has lost it."""
        return str(dict(settings.WAGTAIL_CONTENT_LANGUAGES).get(self.language, self.language))
