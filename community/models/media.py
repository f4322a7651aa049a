"""Images and documents, with their licence and source."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.documents.models import AbstractDocument, Document
from wagtail.images.models import AbstractImage, AbstractRendition, Image
from wagtail.search import index

from .attribution import Attribution

ATTRIBUTION_FIELDS = (
    "author",
    "licence",
    "source_title",
    "source_url",
    "source_date",
    "adapted_from_title",
    "adapted_from_url",
)


class AuthoredMedium(Attribution):
    """A medium with its author, named as the author wishes (abstract)."""

    author = models.CharField(
        _("author"),
        max_length=255,
        blank=True,
        help_text=_("Name to print beside it, for instance “Photo: town of Étel”."),
    )

    class Meta:
        abstract = True


class CommunityImage(AuthoredMedium, AbstractImage):
    """An image of the site's library."""

    admin_form_fields = (*Image.admin_form_fields, *ATTRIBUTION_FIELDS)

    class Meta(AbstractImage.Meta):
        verbose_name = _("image")
        verbose_name_plural = _("images")
        permissions = [("choose_communityimage", "Can choose image")]

    @property
    def default_alt_text(self) -> str:
        # Never the title: it is often a file name (RGAA 1.3).
        return self.description


class CommunityRendition(AbstractRendition):
    """A resized copy of an image."""

    image = models.ForeignKey(CommunityImage, on_delete=models.CASCADE, related_name="renditions")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=("image", "filter_spec", "focal_point_key"), name="unique_rendition"
            )
        ]


class CommunityDocument(AuthoredMedium, AbstractDocument):
    """A document of the site's library; a PDF has a picture of its first page."""

    first_page = models.FileField(upload_to="first_pages", editable=False, blank=True, default="")
    first_page_height = models.PositiveIntegerField(editable=False, null=True, default=None)
    #: The hash of the file that ``first_page`` was drawn from.
    first_page_hash = models.CharField(max_length=40, editable=False, blank=True, default="")

    admin_form_fields = (*Document.admin_form_fields, *ATTRIBUTION_FIELDS)

    # Without a boost, it counts for as little as the body of a page.
    search_fields = [*AbstractDocument.search_fields, index.SearchField("text")]

    class Meta(AbstractDocument.Meta):
        verbose_name = _("document")
        verbose_name_plural = _("documents")
        permissions = [("choose_communitydocument", "Can choose document")]

    @classmethod
    def get_indexed_objects(cls) -> "models.QuerySet[CommunityDocument]":
        return super().get_indexed_objects().select_related("reading")

    @property
    def text(self) -> str:
        """The text read in its file, for search (one query without ``select_related("reading")``).

        Empty when there is none, or none could be read.
        """
        reading = getattr(self, "reading", None)
        return reading.text if reading else ""
