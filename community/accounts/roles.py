"""The groups of people who work on the site, with the rights that Wagtail gives them."""

from django.contrib.auth.models import Group, Permission
from django.contrib.contenttypes.models import ContentType
from wagtail.contrib.search_promotions.models import SearchPromotion
from wagtail.contrib.settings.registry import registry as settings_registry
from wagtail.documents.models import Document
from wagtail.images.models import Image
from wagtail.models import (
    Collection,
    DraftStateMixin,
    GroupApprovalTask,
    GroupCollectionPermission,
    GroupPagePermission,
    Page,
    Task,
    Workflow,
)
from wagtail.snippets.models import get_snippet_models

EDITORS = "Rédaction"
MODERATORS = "Modération"
PORTEURS = "Porteurs et porteuses"


def setup_roles() -> dict[str, Group]:
    """Create or complete the three groups; running it again changes nothing.

    Editors write and publish everywhere, translate, keep directories and menus, choose what
    searches find first, and change the settings of the plugins; moderators approve what others
    submit; porteurs enter the administration, and get rights page by page.
    """
    _rename_stock_groups()
    editors, moderators, porteurs = (
        Group.objects.get_or_create(name=name)[0] for name in (EDITORS, MODERATORS, PORTEURS)
    )
    for group in (editors, moderators, porteurs):
        enter_administration(group)
    root, media = Page.get_first_root_node(), Collection.get_first_root_node()
    for group in (editors, moderators):
        group.permissions.add(_app_permission("wagtail_localize", "submit_translation"))
        allow_pages(group, root, "add", "change", "publish", "lock", "unlock")
        allow_media(group, media, "add", "change", "choose")
    allow_media(porteurs, media, "add", "choose")
    for model in settings_registry:
        editors.permissions.add(_permission(model, "change"))
    for action in ("add", "change", "delete"):
        editors.permissions.add(_permission(SearchPromotion, action))
    for model in get_snippet_models():
        for action in ("add", "change", "delete", "view"):
            editors.permissions.add(_permission(model, action))
        if issubclass(model, DraftStateMixin):
            # What the public sends is a draft: moderators read it, then publish or delete it.
            for action in ("change", "delete", "view", "publish"):
                for group in (editors, moderators):
                    group.permissions.add(_permission(model, action))
    for task in GroupApprovalTask.objects.all():
        task.groups.add(moderators)
    return {EDITORS: editors, MODERATORS: moderators, PORTEURS: porteurs}


def _rename_stock_groups() -> None:
    """Give Wagtail's two groups, its workflow and its task the names that people read here."""
    for stock, name in (("Editors", EDITORS), ("Moderators", MODERATORS)):
        if not Group.objects.filter(name=name).exists():
            Group.objects.filter(name=stock).update(name=name)
    for model in (Workflow, Task):
        model.objects.filter(name="Moderators approval").update(name=MODERATORS)


def _app_permission(app: str, codename: str) -> Permission:
    return Permission.objects.get(content_type__app_label=app, codename=codename)


def _permission(model: type, action: str) -> Permission:
    content_type = ContentType.objects.get_for_model(model)
    return Permission.objects.get(
        content_type=content_type,
        codename=f"{action}_{model._meta.model_name}",
    )


def enter_administration(group: Group) -> None:
    """Let ``group`` into the administration, where it has no other right yet."""
    group.permissions.add(_app_permission("wagtailadmin", "access_admin"))


def allow_pages(group: Group, page: Page, *actions: str) -> None:
    """Let ``group`` do ``actions`` (Wagtail's: add, change, publish…) on ``page`` and below."""
    for action in actions:
        permission = _app_permission("wagtailcore", f"{action}_page")
        GroupPagePermission.objects.get_or_create(group=group, page=page, permission=permission)


def allow_media(group: Group, collection: Collection, *actions: str) -> None:
    """Let ``group`` do ``actions`` (add, change, choose) with the media of ``collection``."""
    # Wagtail hangs these rights on its own models, whichever model a project uses instead.
    for model in (Image, Document):
        for action in actions:
            GroupCollectionPermission.objects.get_or_create(
                group=group, collection=collection, permission=_permission(model, action)
            )
