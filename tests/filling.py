"""Fills the administration's page forms with something valid, whatever the page type.

Every field that can be filled is, with one row in each set of rows and one block of each kind in
each stream, so that what an editor may do has been done once.
"""

from typing import Any

from django import forms
from django.core.files.base import ContentFile
from django.core.validators import MinValueValidator
from django.db.models import Model
from django.urls import reverse
from taggit.forms import TagField
from wagtail import blocks
from wagtail.blocks.base import BlockField
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.images.blocks import ImageBlock
from wagtail.models import Page
from wagtail.test.utils.form_data import inline_formset, nested_form_data, rich_text, streamfield

from community.models import CommunityDocument, CommunityImage, User
from community.video.chapters import MomentBlock

DAY = "2026-07-01"
ADDRESS = "https://example.org/page"
# Wagtail's own: left as an editor finds them.
LEFT_EMPTY = {"go_live_at", "expire_at", "comment_notifications", "seo_title"}


# Fields whose text has a form of its own.
WRITTEN = {
    "accessed": DAY,
    "doi": "10.1000/182",
    "extra": '{"medium": "papier"}',
    "isbn": "978-2-07-036002-4",
    "issn": "0317-8471",
    "issued": "2018-05",
    "language": "fr",
}


def page_form(page: Page, user: User, parent: Page) -> forms.ModelForm:
    """Return the form with which ``user`` edits ``page``, new or not, below ``parent``."""
    form_class = page.get_edit_handler().get_form_class()
    return form_class(instance=page, parent_page=parent, for_user=user)


def filled(form: Any, **values: str) -> dict[str, str]:
    """Return what a browser posts once ``form`` is filled; ``values`` stand for some fields."""
    data: dict[str, Any] = {}
    for name, field in form.fields.items():
        data[name] = values.get(name, _value(name, field, form._meta.model))
    for name, rows in form.formsets.items():
        data[name] = _rows(name, rows)
    return {name: value for name, value in nested_form_data(data).items() if value is not None}


def create(client: Any, parent: Page, model: type[Page], data: dict[str, str], **more: str) -> Any:
    """Post ``data`` to the view that creates a page of this type; return the answer."""
    names = (model._meta.app_label, model._meta.model_name, parent.pk)
    return client.post(reverse("wagtailadmin_pages:add", args=names), {**data, **more})


def faults(response: Any) -> Any:
    """Return what the form refused, for the message of a failed test."""
    form = response.context["form"] if response.context and "form" in response.context else None
    if form is None:
        return response.content[:500]
    return {**form.errors, **{n: r.errors for n, r in form.formsets.items() if r.errors}}


def _value(name: str, field: forms.Field, model: type[Model]) -> Any:
    if name in LEFT_EMPTY:
        return ""
    if name in WRITTEN:
        return WRITTEN[name]
    if isinstance(field, BlockField):
        kinds = field.block.child_blocks.items()
        return streamfield([(kind, _sample(block)) for kind, block in kinds])
    if isinstance(field, forms.BooleanField):
        return None  # A box that nobody ticked is not sent.
    if isinstance(field, forms.ModelChoiceField):
        first = field.queryset.first()
        return str(first.pk) if field.required and first else ""
    if isinstance(field, forms.ChoiceField):
        return next(str(value) for value, _label in field.choices if value)
    if isinstance(field, forms.IntegerField | forms.DecimalField):
        # A form's own field does not know the limits that stand on the model's field.
        limits = model._meta.get_field(name).validators
        least = (limit.limit_value for limit in limits if isinstance(limit, MinValueValidator))
        return str(max([7, *least]))
    if isinstance(field, forms.DateTimeField | forms.DateField):
        return DAY
    if isinstance(field, forms.TimeField):
        return "08:00"
    if isinstance(field, forms.URLField):
        return ADDRESS
    if isinstance(field, TagField):
        return "eau, vie quotidienne"
    if hasattr(field.widget, "features"):
        return rich_text("<p>Un texte d’essai.</p>", features=field.widget.features)
    return "Un essai" if name != "slug" else "un-essai"


def _rows(name: str, rows: Any) -> dict[str, str]:
    if name == "comments":
        return inline_formset([])
    own = {"id", "ORDER", "DELETE"}
    fields = {n: f for n, f in rows.empty_form.fields.items() if n not in own}
    row = {
        n: _first(f) if hasattr(f, "queryset") else _value(n, f, rows.model)
        for n, f in fields.items()
    }
    known = [{**row, "id": str(form.instance.pk)} for form in rows.initial_forms]
    return inline_formset(known or [row], initial=len(known))


def _first(field: forms.ModelChoiceField) -> str:
    return str(field.queryset.first().pk)


def _sample(block: blocks.Block) -> Any:
    """Return a value of this block as the form sends it."""
    match block:
        case ImageBlock():
            image = CommunityImage.objects.first()
            return {"image": str(image.pk), "alt_text": "Des pierres", "decorative": ""}
        case blocks.StructBlock():
            return {name: _sample(child) for name, child in block.child_blocks.items()}
        case blocks.ListBlock():
            item = {"deleted": "", "order": "0", "value": _sample(block.child_block)}
            return {"count": "1", "0": item}
        case DocumentChooserBlock():
            return str(_document().pk)
        case MomentBlock():
            return "00:12:30"
        case blocks.RichTextBlock():
            return rich_text("<p>Un paragraphe.</p>", features=block.features)
        case blocks.ChoiceBlock():
            return next(value for value, _label in block.field.choices if value)
        case blocks.BooleanBlock():
            return "on"
        case blocks.IntegerBlock() | blocks.DecimalBlock():
            return "7"
        case blocks.DateBlock():
            return DAY
        case blocks.FieldBlock():
            return "Quelques mots"
    raise AssertionError(f"tests/filling.py does not know how to fill {type(block).__name__}.")


def _document() -> CommunityDocument:
    name = "Un document d’essai"
    document = CommunityDocument.objects.filter(title=name).first()
    if document is None:
        file = ContentFile(b"a;b\n1;2\n", name="essai.csv")
        document = CommunityDocument.objects.create(title=name, file=file)
    return document
