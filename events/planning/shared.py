"""The pages on which an edition makes a session for all its sites, and publishes them all."""

from typing import Any

from django import forms
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin import messages

from events.models import CampusPage, SessionPage, SessionType
from events.programme.changes import changes
from events.programme.publishing import publish, publish_shared
from events.programme.rights import may_publish
from events.programme.source import campuses_of
from events.programme.working import draft_of

from .access import EditionView
from .form import SlotForm
from .matrix import set_relays
from .proposals import number
from .publication import PublishForm
from .saving import save
from .texts import may_add, may_tell


class SharedForm(SlotForm):
    """A session of the edition: the site that gives it, on whose clocks the hours are read."""

    site = forms.ChoiceField(label=gettext_lazy("Site that gives it"))
    everywhere = forms.BooleanField(
        label=gettext_lazy("All the other sites receive it"), required=False
    )
    field_order = ["title", "session_type", "status", "site", "day", "start", "end", "last_day"]

    def __init__(self, data: Any, sites: list[CampusPage], **options: Any) -> None:
        named = [site for site in sites if data and str(site.pk) == data.get("site")]
        super().__init__(data, campus=(named or sites)[0], **options)
        self.fields["site"].choices = [
            (str(site.pk), f"{site.title} ({site.get_time_zone_display()})") for site in sites
        ]
        for name in ("room", "parallel_group"):
            self.fields.pop(name, None)


class AddSharedView(EditionView):
    """A plenary, typed once: its text, its origin, its time, and who receives it."""

    page_title = gettext_lazy("Add a session for all the sites")
    template_name = "events/admin/shared.html"

    @cached_property
    def sites(self) -> list[CampusPage]:
        """The sites of the edition."""
        return list(campuses_of(self.edition).defer("body"))

    @cached_property
    def session(self) -> SessionPage | None:
        """The shared session without a time that is placed, if the address names one."""
        pages = SessionPage.objects.child_of(self.edition).select_related("latest_revision")
        return pages.filter(pk=number(self.request.GET.get("seance", ""))).first()

    def get(self, request: HttpRequest) -> HttpResponse:
        if not self.sites:
            messages.warning(request, _("This edition has no site yet: create one first."))
            return redirect("wagtailadmin_explore", self.edition.pk)
        first = self.sites[0].starts_on or self.edition.starts_on
        initial = {"day": first, "everywhere": True, "session_type": SessionType.PLENARY}
        return self._show(self._form(None, initial=initial))

    @transaction.atomic
    def post(self, request: HttpRequest) -> HttpResponse:
        if not self.sites:
            return self.get(request)
        form = self._form(request.POST)
        if not form.is_valid():
            return self._show(form)
        slot = save(
            form, request.user, campus=form.campus, session=self.session, parent=self.edition
        )
        if form.cleaned_data["everywhere"]:
            set_relays(slot, {site.pk for site in self.sites}, set(), self.planned)
        messages.success(request, _("The session is in the programmes, as a draft."))
        return redirect(f"{self.address}#slot-{slot.key}")

    def _form(self, data: Any, **options: Any) -> SharedForm:
        user = self.request.user
        tells = may_tell(user, self.session) if self.session else may_add(user, self.edition)
        if not tells and not self.session:
            raise PermissionDenied
        return SharedForm(data, self.sites, session=self.session, tells=tells, **options)

    def _show(self, form: SharedForm) -> HttpResponse:
        title = draft_of(self.session)["title"] if self.session else ""
        return self.show(form=form, title=title, action=self.request.get_full_path())


class PublishAllView(EditionView):
    """The drafts of the shared sessions, and the changes of each site, then one button."""

    page_title = gettext_lazy("Publish the programmes of all the sites")
    template_name = "events/admin/publish_all.html"

    @cached_property
    def sites(self) -> list[CampusPage]:
        """The sites whose programme this person may publish."""
        user = self.request.user
        return [site for site in campuses_of(self.edition) if may_publish(user, site)]

    def get(self, request: HttpRequest) -> HttpResponse:
        return self._show(PublishForm())

    @transaction.atomic
    def post(self, request: HttpRequest) -> HttpResponse:
        form = PublishForm(request.POST)
        if not form.is_valid():
            return self._show(form)
        ticked = set(request.POST.getlist("sites")[:1000])
        note = form.cleaned_data["note"]
        try:
            publish_shared(self.edition, request.user)
            # Twice: what a site receives waits until the site that gives it is published.
            for _turn in range(2):
                for site in self.sites:
                    if str(site.pk) in ticked:
                        publish(site, request.user, note)
        except PermissionDenied:
            transaction.set_rollback(True)
            messages.error(request, _("You may not publish one of these sessions."))
            return redirect(request.path)
        messages.success(request, _("The programmes are published."))
        return redirect(self.address)

    def _show(self, form: PublishForm) -> HttpResponse:
        pages = SessionPage.objects.child_of(self.edition).filter(has_unpublished_changes=True)
        drafts = [draft_of(page)["title"] for page in pages.select_related("latest_revision")]
        found = [(site, changes(site)) for site in self.sites]
        return self.show(drafts=drafts, sites=found, form=form)
