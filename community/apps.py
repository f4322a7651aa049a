"""The ground floor: everything the plugins stand on."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class Community(AppConfig):
    name = "community"
    verbose_name = _("Community")

    def ready(self) -> None:
        # Imported for what they register: receivers and system checks.
        from .accounts import addresses, sessions  # noqa: F401
        from .media import downloads, first_page  # noqa: F401
        from .media.document_text import keeping  # noqa: F401
        from .pages import signals  # noqa: F401
        from .plugins import checks  # noqa: F401
        from .search import known
        from .translating import cascade, privacy, references  # noqa: F401

        known.generation.follow_pages()
