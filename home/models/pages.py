"""The home page and the plain pages."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.search import index

from community.blocks import ContentField, body_field
from community.pages import CommunityPage

from ..blocks import HomeBlock


class HomePage(CommunityPage):
    """The home page: the editor orders the sections that the plugins offer."""

    motto = models.CharField(
        _("opening sentence"),
        max_length=200,
        blank=True,
        help_text=_("What the community is for, in one sentence, under the title."),
    )
    sections = ContentField(HomeBlock(), verbose_name=_("sections"), blank=True)

    main_panels: ClassVar = [FieldPanel("motto"), FieldPanel("sections")]
    search_fields = [*CommunityPage.search_fields, index.SearchField("motto")]
    printable = False
    known_as = ""
    parent_page_types: ClassVar[list[str]] = ["wagtailcore.Page"]
    page_description = _("The first page of the site, made of sections.")

    class Meta:
        verbose_name = _("home page")
        verbose_name_plural = _("home pages")


class ContentPage(CommunityPage):
    """A plain page: about, legal notice, personal data…"""

    body = body_field()

    main_panels: ClassVar = [FieldPanel("body")]
    search_fields = [*CommunityPage.search_fields, index.SearchField("body")]
    subpage_types: ClassVar[list[str]] = ["home.ContentPage"]
    page_description = _("A plain page of text.")

    class Meta:
        verbose_name = _("plain page")
        verbose_name_plural = _("plain pages")
