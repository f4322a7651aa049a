"""Who may open what: every address of the project, for a visitor, a porteur and an editor.

A new address that is not in the matrix makes these tests fail: decide who may open it, and say so
here. The pages themselves are in ``test_every_page.py`` and ``test_leaks.py``.
"""

import pytest
from django.apps import apps
from django.urls import URLPattern, get_resolver, reverse
from django.urls.exceptions import NoReverseMatch
from wagtail.models import DraftStateMixin

from community.following.tokens import confirm_token, manage_token
from community.models import CommunityImage
from defis.models import DefiIndexPage, DefiPage, FollowUpPage, Membership, PrototypePage
from defis.reports.links import make_link
from defis.teams.invitations import token as invitation_token
from events.models import CampusPage, EditionPage, SessionPage, Slot, WebinarPage
from methods.models import ReferencePage, SessionPlan
from tests.community.following import address_of as following_address
from tests.community.following import follow
from tests.page_types import example

pytestmark = [pytest.mark.django_db, pytest.mark.whatever_the_database]

OURS = ("community", "defis", "events", "home", "methods")
# Its views are those of our own accounts, at addresses that we chose.
SERVED = (*OURS, "allauth")
OPEN, LOGIN, REFUSED, VERB = "open", "login", "refused", "refused by its verb"
UNKNOWN = "as if there were none"
EVERYBODY = (OPEN, OPEN, OPEN)
# A porteur comes in but gets nowhere; an editor may.
EDITORS = (LOGIN, REFUSED, OPEN)
STAFF = SIGNED_IN = (LOGIN, OPEN, OPEN)

PUBLIC = {
    "healthz": EVERYBODY,
    "robots": EVERYBODY,
    "sitemap": EVERYBODY,
    "media": EVERYBODY,
    "search": EVERYBODY,
    "suggestions": EVERYBODY,
    "card": EVERYBODY,
    "wagtail_serve": EVERYBODY,
    "booklet": EVERYBODY,
    **dict.fromkeys(("booklet_pdf", "booklet_cards", "booklet_small_cards"), EVERYBODY),
    **dict.fromkeys(("follow", "follow_asked", "follow_feed"), EVERYBODY),
    # To whoever holds the link of an e-mail.
    **dict.fromkeys(("follow_confirm", "follow_manage", "follow_stop"), EVERYBODY),
    "home:site_map": EVERYBODY,
    **dict.fromkeys(
        (f"methods:{name}" for name in ("composer", "run_sheet", "run_sheet_pdf", "timer")),
        EVERYBODY,
    ),
    "methods:shared_session": EVERYBODY,
    "methods:my_sessions": SIGNED_IN,
    # The saved session of the demonstration belongs to the editor.
    "methods:delete_session": (UNKNOWN, UNKNOWN, OPEN),
    **dict.fromkeys(
        (f"methods:{verb}_session" for verb in ("save", "publish", "rename", "duplicate")),
        (VERB, VERB, VERB),
    ),
    "methods:export": EVERYBODY,
    "methods:reference": EVERYBODY,
    **dict.fromkeys(
        ("events:questions_news", "events:ask_question", "events:support_question"), EVERYBODY
    ),
    "events:webinar_calendar": EVERYBODY,
    **dict.fromkeys(
        (f"events:{name}" for name in ("calendar", "favourites", "changes", "session_calendar")),
        EVERYBODY,
    ),
    "events:schedule_xml": EVERYBODY,
    "events:schedule_json": EVERYBODY,
    "defis:observatory_sheet": EVERYBODY,
    # Everybody reads how; what is sent without an account makes nothing (test_filiation).
    **dict.fromkeys(("defis:take_up", "defis:filiation"), EVERYBODY),
}
# Nobody is in the middle of signing in, and nobody has a key yet.
ACCOUNTS = {
    **dict.fromkeys(("account_login", "account_login_password"), EVERYBODY),
    **dict.fromkeys(
        ("account_request_login_code", "account_signup", "account_inactive"), EVERYBODY
    ),
    **dict.fromkeys(("account_confirm_login_code", "mfa_authenticate"), SIGNED_IN),
    "mfa_login_webauthn": (LOGIN, OPEN, OPEN),
    "account_logout": EVERYBODY,
    **dict.fromkeys(
        (f"account_{name}" for name in ("reauthenticate", "reauthenticate_code")), SIGNED_IN
    ),
    **dict.fromkeys(("mfa_reauthenticate", "mfa_reauthenticate_webauthn"), SIGNED_IN),
    **dict.fromkeys(("account_change_password", "mfa_index", "mfa_activate_totp"), SIGNED_IN),
    **dict.fromkeys(("mfa_list_webauthn", "mfa_add_webauthn"), SIGNED_IN),
    "mfa_generate_recovery_codes": SIGNED_IN,
    **dict.fromkeys(
        (f"mfa_{name}_recovery_codes" for name in ("view", "download")), (LOGIN, UNKNOWN, UNKNOWN)
    ),
    "mfa_deactivate_totp": (LOGIN, UNKNOWN, UNKNOWN),
    **dict.fromkeys(("mfa_edit_webauthn", "mfa_remove_webauthn"), SIGNED_IN),
    # Wagtail's own, which lead to ours.
    **dict.fromkeys(
        (f"not_{name}" for name in ("admin_login", "admin_password_reset", "wagtail_login")),
        (LOGIN, LOGIN, LOGIN),
    ),
    **dict.fromkeys(("space", "space_account", "my_data", "download_my_data"), SIGNED_IN),
    "delete_account": SIGNED_IN,
    "sign_out_everywhere": (VERB, VERB, VERB),
    "account_deleted": EVERYBODY,
}
SNIPPETS = ("organisation", "person", "territory", "theme", "themescheme", "menu", "methodtrial")
SNIPPET_VIEWS = {
    **dict.fromkeys(("list", "list_results", "add", "edit", "delete"), EDITORS),
    **dict.fromkeys(("usage", "history", "history_results", "copy"), EDITORS),
    "reorder": (LOGIN, REFUSED, VERB),
}
# Of snippets that are read before they are published.
DRAFT_VIEWS = dict.fromkeys(
    ("unpublish", "revisions_revert", "revisions_compare", "revisions_unschedule"), EDITORS
)
CHOOSER_VIEWS = {
    **dict.fromkeys(("choose", "choose_results", "chosen", "chosen_multiple"), STAFF),
    "create": EDITORS,
}
# A porteur reads there of the documents that are theirs.
REPORTS = dict.fromkeys(("downloads", "downloads_results"), STAFF)
REPORTS |= dict.fromkeys(("untranslated", "untranslated_results"), EDITORS)
# The words of the translation editor's script.
REPORTS["script_words"] = STAFF
# Addresses of people: for administrators alone.
REPORTS |= dict.fromkeys(
    ("mail_report", "mail_report_results", "mail_message"), (LOGIN, REFUSED, REFUSED)
)
# The link gives the right, not the account.
PUBLIC |= {"defis:reminders": EVERYBODY, "defis:new_link": (VERB, VERB, VERB)}
REPORTS["defis_reminders"] = EDITORS
# What searches find first, and what they found not: for those who may promote pages.
REPORTS |= dict.fromkeys(
    ("search_misses", "search_misses_results", "promotions", "promotions_results"), EDITORS
)
REPORTS["promote_search"] = EDITORS
# The follow-up form: for the team. The photos of a draft: for its author, and there are none.
PUBLIC |= {
    "defis:report": (LOGIN, OPEN, REFUSED),
    "defis:report_photo": (LOGIN, UNKNOWN, REFUSED),
    "defis:report_by_link": EVERYBODY,
    "defis:report_photo_by_link": (UNKNOWN, UNKNOWN, UNKNOWN),
}
DRAFTS = ("events_draft_report", "events_draft_afterwards")
CLONING = ("events_clone", "events_preflight", "events_publish_ready")
LISTINGS = ("defi_listing", "prototype_listing", "follow_up_listing")
PLANNING = {
    # Of one site, then of all the sites of an edition.
    **dict.fromkeys(
        ("programmes", "programme", "slot_add", "slot_edit", "slot_remove", "relay_add"), EDITORS
    ),
    **dict.fromkeys(("rooms", "publish", "preview", "versions"), EDITORS),
    **dict.fromkeys(("matrix", "shared_add", "publish_all", "origin"), EDITORS),
    **dict.fromkeys(("slot_restore", "relays"), (LOGIN, REFUSED, VERB)),
}
# Of the first défi, whose team the porteur is: for anybody else there is none, and nobody decides
# of their own place there.
TEAM = {
    **dict.fromkeys(("defis:team", "defis:leave_team"), (LOGIN, OPEN, UNKNOWN)),
    **dict.fromkeys(
        ("defis:member_role", "defis:remove_member", "defis:hand_over"), (LOGIN, UNKNOWN, UNKNOWN)
    ),
    # To whoever holds the link of the e-mail.
    "defis:decline": EVERYBODY,
    **dict.fromkeys(("defis_teams", "defis_team"), EDITORS),
    **dict.fromkeys(("defis_moderation", "defis_moderation_entry"), EDITORS),
}
WHOLE_EDITION = ("events_matrix", "events_shared_add", "events_publish_all")
WHOLE_EDITION += ("events_origin", "events_relays")
ONE_SLOT = ("events_slot_edit", "events_slot_remove", "events_origin", "events_relays")
# What these lists show depends on the rights on each page.
LISTING_VIEWS = dict.fromkeys(("index", "index_results", "choose_parent"), STAFF)


def matrix() -> dict[str, tuple[str, str, str]]:
    """Return what each address gives to each of the three, by name."""
    rows = {**PUBLIC, **ACCOUNTS, **TEAM, **REPORTS, "methods_bring_references": EDITORS}
    rows |= dict.fromkeys(("events_coordination", *DRAFTS, *CLONING), EDITORS)
    # The edition of the demonstration was not made by cloning: there is nothing to undo.
    rows["events_undo_clone"] = (LOGIN, REFUSED, UNKNOWN)
    # The list shows to each the sessions whose questions they moderate.
    rows |= {"events_desks": STAFF, "events_desk": EDITORS}
    rows |= {f"events_{name}": row for name, row in PLANNING.items()}
    for app, model in ((model._meta.app_label, model._meta.model_name) for model in ours()):
        if model in SNIPPETS:
            drafts = issubclass(apps.get_model(app, model), DraftStateMixin)
            for view, row in {**SNIPPET_VIEWS, **(DRAFT_VIEWS if drafts else {})}.items():
                rows[f"wagtailsnippets_{app}_{model}:{view}"] = row
            for view, row in CHOOSER_VIEWS.items():
                rows[f"wagtailsnippetchoosers_{app}_{model}:{view}"] = row
    for listing in LISTINGS:
        rows |= {f"{listing}:{view}": row for view, row in LISTING_VIEWS.items()}
    return rows


def ours():
    return [model for app in OURS for model in apps.get_app_config(app).get_models()]


def addresses(resolver, spaces=()) -> dict[str, URLPattern]:
    """Return the patterns of the site that are the project's own, by full name."""
    found = {}
    for each in resolver.url_patterns:
        if not isinstance(each, URLPattern):
            inner = spaces + ((each.namespace,) if each.namespace else ())
            found |= addresses(each, inner)
            continue
        view = getattr(each.callback, "view_class", each.callback)
        own_space = any(
            space in LISTINGS or space.startswith(f"wagtailsnippet{kind}_{app}_")
            for space in spaces
            for kind in ("s", "choosers")
            for app in OURS
        )
        if own_space or view.__module__.split(".")[0] in SERVED:
            found[":".join((*spaces, each.name or repr(each)))] = each
    return found


def test_the_matrix_names_every_address_and_no_other():
    assert set(matrix()) >= set(addresses(get_resolver()))
    gone = set(matrix()) - set(addresses(get_resolver()))
    assert {name for name in gone if not name.endswith((":reorder", ":copy"))} == set()


def outcome(client, name: str) -> str:
    try:
        address = reverse(name)
    except NoReverseMatch:
        address = reverse(name, args=arguments(name))
    response = client.get(address)
    if response.status_code == 302:
        # Wagtail sends who may not enter to the login, and who may not go there to its home.
        refused = {reverse("account_login"): LOGIN, reverse("wagtailadmin_home"): REFUSED}
        return refused.get(response["Location"].partition("?")[0], OPEN)
    return {200: OPEN, 403: REFUSED, 404: UNKNOWN, 405: VERB}[response.status_code]


def open_to_questions() -> SessionPage:
    return SessionPage.objects.get(questions_open=True, locale__language_code="fr")


def arguments(name: str) -> list[object]:
    if name in TEAM:
        place, waiting = Membership.objects.first(), FollowUpPage.objects.filter(live=False)
        return {
            "defis:team": [place.team.defi_id],
            "defis:leave_team": [place.team.defi_id],
            "defis:decline": [invitation_token(place)],
            "defis_team": [place.team.defi_id],
            "defis_moderation_entry": [waiting.order_by("path").first().pk],
        }.get(name, [place.team.defi_id, place.pk])
    if name in ("mfa_edit_webauthn", "mfa_remove_webauthn"):
        return [1]
    if name == "media":
        return [CommunityImage.objects.first().get_rendition("width-10").file.name]
    if name == "wagtail_serve":
        return [example(DefiPage).get_url().lstrip("/")]
    if name == "card":
        return [f"{example(DefiPage).get_url().strip('/')}/"]
    if name == "defis:take_up":
        return [example(PrototypePage).pk]
    if name == "defis:filiation":
        return [example(PrototypePage).get_url().lstrip("/")]
    if name == "defis:observatory_sheet":
        return [example(DefiIndexPage).get_url().strip("/"), "etats"]
    if name in ("follow", "follow_asked", "follow_feed"):
        return [DefiPage.followed_as, example(DefiPage).translation_key]
    if name.startswith("follow_"):
        made = follow(following_address(example(DefiPage)))
        return [confirm_token(made) if name == "follow_confirm" else manage_token(made.follower)]
    if name == "events_coordination":
        return [example(CampusPage).pk]
    if name in (*DRAFTS, "events_undo_clone", *CLONING):
        return [example(EditionPage).pk]
    if name.startswith("defis:"):
        place = Membership.objects.first()
        door = place.team.defi_id if name in ("defis:report", "defis:report_photo") else None
        return [door or make_link(place), *([1] if "photo" in name else [])]
    if name == "mail_message":
        return [1]
    if name == "methods:export":
        return [example(ReferencePage).get_url().strip("/"), "bib"]
    if name.startswith("events:") and "question" in name:
        return [f"{open_to_questions().get_url().strip('/')}/"]
    if name == "events_desk":
        return [open_to_questions().pk]
    if name == "events:webinar_calendar":
        return [example(WebinarPage).get_url().strip("/")]
    if name.startswith("events:"):
        model = SessionPage if name == "events:session_calendar" else EditionPage
        return [example(model).get_url().strip("/")]
    if name == "methods:reference":
        return [example(ReferencePage).pk]
    if name.startswith("methods:") and name.endswith("_session"):
        return [SessionPlan.objects.first().token]
    if name.startswith("events_"):
        slot = Slot.objects.filter(origin=None).first()
        first = slot.campus.edition.pk if name in WHOLE_EDITION else slot.campus_id
        return [first, slot.pk] if name in ONE_SLOT else [first]
    _kind, app, model = name.split(":")[0].split("_")
    instance = apps.get_model(app, model).objects.first()
    match name.split(":")[1]:
        case "revisions_compare":
            return [instance.pk, "earliest", "latest"]
        case "revisions_revert" | "revisions_unschedule":
            return [instance.pk, instance.latest_revision.pk]
    return [instance.pk]


@pytest.mark.parametrize("name", sorted(addresses(get_resolver())))
def test_who_may_open_it(name, client, porteur, editor):
    found = tuple(outcome(who, name) for who in (client, porteur, editor))
    assert found == matrix()[name]


def test_nothing_of_the_administration_is_open_to_visitors(client):
    for name in ("wagtailadmin_home", "wagtailadmin_explore_root", "wagtailimages:index"):
        assert outcome(client, name) == LOGIN
