"""What waits, what left and what failed, for administrators; a failed e-mail can be tried again."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods
from django_filters.filters import ChoiceFilter
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column, DateColumn, TitleColumn

from community.administration.reports import Report
from community.models import Message

from .claiming import put_back
from .queue import enqueue


class MessageFilterSet(WagtailFilterSet):
    status = ChoiceFilter(label=_("Status"), choices=Message.Status.choices)

    class Meta:
        model = Message
        fields = ["status"]


class MailReport(Report):
    """Every e-mail of the last months, the latest first."""

    model = Message
    page_title = _("E-mails")
    header_icon = "mail"
    index_url_name = "mail_report"
    place = "mail"
    menu_order = 900
    filterset_class = MessageFilterSet
    columns = [
        TitleColumn(
            "subject",
            label=_("Subject"),
            accessor=lambda message: message.subject or _("(forgotten)"),
            get_url=lambda message: reverse("mail_message", args=[message.pk]),
        ),
        Column("to", label=_("To"), accessor=lambda message: message.user or message.address),
        Column("status", label=_("Status"), accessor="get_status_display"),
        Column("attempts", label=_("Attempts")),
        DateColumn("created_at", label=_("Written on")),
    ]

    @classmethod
    def may_read(cls, request: HttpRequest) -> bool:
        """Those who administer the site: the others have no business with addresses."""
        return bool(getattr(request.user, "is_superuser", False))

    @classmethod
    def urls(cls) -> list[URLPattern]:
        """Return its addresses, and that of one e-mail."""
        message = path(f"reports/{cls.place}/<int:key>/", message_page, name="mail_message")
        return [*super().urls(), message]

    def get_queryset(self) -> QuerySet[Message]:
        return Message.objects.select_related("user").order_by("-created_at", "-pk")


@require_http_methods(["GET", "POST"])
def message_page(request: HttpRequest, key: int) -> HttpResponse:
    """Tell what became of one e-mail (not what it says); try it again when it failed."""
    if not MailReport.may_read(request):
        raise PermissionDenied
    message = get_object_or_404(Message.objects.select_related("user"), pk=key)
    if request.method == "POST":
        if put_back(message.pk):
            enqueue(message.pk)
            messages.success(request, _("This e-mail is in the queue again."))
        else:
            messages.error(request, _("Only an e-mail that failed can be tried again."))
        return redirect("mail_message", message.pk)
    failed = message.status == Message.Status.FAILED and message.address
    context = {
        "message": message,
        "may_try_again": failed,
        "page_title": _("E-mail"),
        "page_subtitle": message.subject,
        "header_title": f"{_('E-mail')} {message.subject}",
        "header_icon": "mail",
    }
    return render(request, "community/admin/message.html", context)
