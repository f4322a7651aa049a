"""Licences under which a page or a medium may be reused."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Licence(models.TextChoices):
    """The licences met in the community's sources, each with its legal text (``url``)."""

    CC_BY = "cc-by-4.0", _("Creative Commons BY 4.0")
    CC_BY_SA = "cc-by-sa-4.0", _("Creative Commons BY-SA 4.0")
    CC_BY_NC_SA = "cc-by-nc-sa-4.0", _("Creative Commons BY-NC-SA 4.0")
    CC_BY_NC_SA_3_FR = "cc-by-nc-sa-3.0-fr", _("Creative Commons BY-NC-SA 3.0 France")
    CC0 = "cc0-1.0", _("Creative Commons CC0 1.0 (public domain)")
    OPEN_LICENCE = "etalab-2.0", _("Licence Ouverte 2.0 (Etalab)")
    ALL_RIGHTS = "all-rights", _("All rights reserved")

    @property
    def url(self) -> str:
        """The address of the legal text, empty when there is none."""
        return _TEXTS.get(self.value, "")


_TEXTS = {
    "cc-by-4.0": "https://creativecommons.org/licenses/by/4.0/deed.fr",
    "cc-by-sa-4.0": "https://creativecommons.org/licenses/by-sa/4.0/deed.fr",
    "cc-by-nc-sa-4.0": "https://creativecommons.org/licenses/by-nc-sa/4.0/deed.fr",
    "cc-by-nc-sa-3.0-fr": "https://creativecommons.org/licenses/by-nc-sa/3.0/fr/",
    "cc0-1.0": "https://creativecommons.org/publicdomain/zero/1.0/deed.fr",
    "etalab-2.0": "https://www.etalab.gouv.fr/licence-ouverte-open-licence/",
}
