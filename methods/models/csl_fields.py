"""The fields of a reference that an editor fills, one for each usual variable of CSL."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel

from ..bibliography.dates import check_date
from ..bibliography.identifiers import check_doi, check_isbn, check_issn
from ..bibliography.names import names_field
from ..bibliography.vocabulary import CslType
from ..bibliography.widgets import LanguageInput


def _text(label: object, length: int = 255, **kwargs: object) -> models.CharField:
    """Return an optional line of text."""
    return models.CharField(label, max_length=length, blank=True, **kwargs)


class CslFields(models.Model):
    """What a document is, by whom, when and where it was published, how to find it (abstract).

    ``methods.bibliography.items`` turns these fields into a CSL item and back.
    """

    csl_type = models.CharField(
        _("kind of document"), max_length=30, choices=CslType.choices, default=CslType.BOOK
    )
    key = _text(
        _("citation key"),
        100,
        help_text=_("Its name in BibTeX files. Empty: the last part of the page's address."),
    )
    names = names_field(_("authors and other people"))
    issued = _text(
        _("published"),
        21,
        validators=[check_date],
        help_text=_("2018, 2018-05 or 2018-05-03; two dates with a slash for a range."),
    )
    issued_circa = models.BooleanField(_("about that date"), default=False)
    container_title = _text(
        _("published in"), 500, help_text=_("The journal, the book or the site that holds it.")
    )
    collection_title = _text(_("collection"), 500)
    publisher = _text(_("publisher"), 500, help_text=_("For a thesis, the university."))
    publisher_place = _text(_("place"))
    edition = _text(_("edition number"))
    volume = _text(_("volume"))
    issue = _text(_("issue"))
    pages = _text(_("pages"), help_text=_("12-45"))
    number = _text(_("number"), help_text=_("Of a report, a standard, a law."))
    genre = _text(_("genre"), help_text=_("“Doctoral thesis”, “working paper”…"))
    event = _text(_("event"), 500, help_text=_("The conference where it was presented."))
    doi = _text(_("DOI"), validators=[check_doi])
    isbn = _text(_("ISBN"), 30, validators=[check_isbn])
    issn = _text(_("ISSN"), 30, validators=[check_issn])
    address = models.URLField(_("address"), max_length=1000, blank=True)
    accessed = _text(_("last seen there"), 21, validators=[check_date], help_text=_("2024-01-31"))
    language = _text(_("language"), 20, help_text=_("The code of its language: fr, en, br…"))
    abstract = models.TextField(
        _("abstract"), blank=True, help_text=_("The author's own, if its licence allows it.")
    )
    note = models.TextField(_("note"), blank=True)
    extra = models.JSONField(
        _("other variables"),
        default=dict,
        blank=True,
        help_text=_("What imported files said and has no field here, as CSL-JSON."),
    )

    csl_panels = [
        FieldPanel("csl_type"),
        FieldPanel("names"),
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("issued"), FieldPanel("issued_circa")]),
                FieldPanel("container_title"),
                FieldRowPanel([FieldPanel("volume"), FieldPanel("issue"), FieldPanel("pages")]),
                FieldRowPanel([FieldPanel("publisher"), FieldPanel("publisher_place")]),
                FieldRowPanel([FieldPanel("edition"), FieldPanel("collection_title")]),
                FieldRowPanel([FieldPanel("genre"), FieldPanel("number")]),
                FieldPanel("event"),
            ],
            heading=_("Publication"),
        ),
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("address"), FieldPanel("accessed")]),
                FieldPanel("doi"),
                FieldRowPanel([FieldPanel("isbn"), FieldPanel("issn")]),
                FieldPanel("language", widget=LanguageInput),
            ],
            heading=_("To find it"),
        ),
    ]

    class Meta:
        abstract = True
