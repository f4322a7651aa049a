"""The groups of people who work on the site, with the rights that Wagtail gives them."""

from django.contrib.auth.models import Group, Permission
from django.contrib.contenttypes.models import ContentType
from wagtail.models import (
    Collection,
    GroupApprovalTask,
    GroupCollectionPermission,
    GroupPagePermission,
    Page,
)

from community.models import (
    CommunityDocument,
    CommunityImage,
    Organisation,
    Person,
    Territory,
    Theme,
    ThemeScheme,
)

EDITORS = "Rédaction"
MODERATORS = "Modération"
PORTEURS = "Porteurs et porteuses"

VOCABULARIES = (Organisation, Person, Territory, Theme, ThemeScheme)


def setup_roles() -> dict[str, Group]:
    """Create or complete the three groups; running it again changes nothing.

    Editors write and publish everywhere and keep the vocabularies; moderators approve what
    others submit; porteurs enter the administration, and get rights page by page.
    """
    editors, moderators, porteurs = (
        Group.objects.get_or_create(name=name)[0] for name in (EDITORS, MODERATORS, PORTEURS)
    )
    enter = Permission.objects.get(content_type__app_label="wagtailadmin", codename="access_admin")
    for group in (editors, moderators, porteurs):
        group.permissions.add(enter)
    root = Page.get_first_root_node()
    for group in (editors, moderators):
        allow_pages(group, root, "add", "change", "publish", "lock", "unlock")
        _allow_media(group, "add", "change", "choose")
    _allow_media(porteurs, "add", "choose")
    allow_snippets(editors, *VOCABULARIES)
    for task in GroupApprovalTask.objects.all():
        task.groups.add(moderators)
    return {EDITORS: editors, MODERATORS: moderators, PORTEURS: porteurs}


def allow_snippets(group: Group, *models: type) -> None:
    """Let ``group`` add, change and delete the snippets of ``models``."""
    for model in models:
        for action in ("add", "change", "delete", "view"):
            group.permissions.add(_permission(model, action))


def _permission(model: type, action: str) -> Permission:
    content_type = ContentType.objects.get_for_model(model)
    return Permission.objects.get(
        content_type=content_type,
        codename=f"{action}_{model._meta.model_name}",  # type: ignore
    )


def allow_pages(group: Group, page: Page, *actions: str) -> None:
    """Let ``group`` do ``actions`` (Wagtail's: add, change, publish…) on ``page`` and below."""
    for action in actions:
        permission = Permission.objects.get(
            content_type__app_label="wagtailcore", codename=f"{action}_page"
        )
        GroupPagePermission.objects.get_or_create(group=group, page=page, permission=permission)


def _allow_media(group: Group, *actions: str) -> None:
    root = Collection.get_first_root_node()
    for model in (CommunityImage, CommunityDocument):
        for action in actions:
            GroupCollectionPermission.objects.get_or_create(
                group=group, collection=root, permission=_permission(model, action)
            )
