"""``/healthz`` for a load balancer or a monitor, and ``/robots.txt``."""

import logging
from functools import cache

from django.db import Error, connection
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.urls import NoReverseMatch, reverse
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

logger = logging.getLogger("community.health")


@require_safe
def healthz(request: HttpRequest) -> JsonResponse:
    """Answer 200 when the database answers and its schema is the one of this code, else 503.

    The reasons go to the log; a stranger learns no more than which of the two it is. Never
    cached: it needs no session, no template and no page.
    """
    try:
        applied = MigrationRecorder(connection).applied_migrations()
    except Error:
        logger.exception("The database does not answer")
        return _report(503, database="unreachable", migrations="unknown")
    missing = latest_migrations() - set(applied)
    if missing:
        logger.error("Migrations not applied: %s", sorted(missing))
        return _report(503, database="ok", migrations="missing")
    return _report(200, database="ok", migrations="ok")


@cache
def latest_migrations() -> frozenset[tuple[str, str]]:
    """Return the last migration of each app, as ``(app label, name)``, from the files.

    Read once per process: the code of a running process does not change.
    """
    return frozenset(MigrationLoader(None, ignore_no_migrations=True).graph.leaf_nodes())


@require_safe
@cache_control(public=True, max_age=86_400)
def robots(request: HttpRequest) -> HttpResponse:
    """Keep robots out of the editors' pages, searches and booklets; show them the site map."""
    lines = ["User-agent: *"]
    try:
        lines.append(f"Disallow: {reverse('wagtailadmin_home')}")
    except NoReverseMatch:
        lines.append("Disallow: /admin/")
    # Each link of a booklet leads to another one: there is no end to them.
    for path in ("/recherche/", "/carnet/"):
        lines += [f"Disallow: {path}", f"Disallow: /*{path}"]
    lines += ["", f"Sitemap: {request.build_absolute_uri('/sitemap.xml')}", ""]
    return HttpResponse("\n".join(lines), content_type="text/plain; charset=utf-8")


def _report(status: int, **parts: str) -> JsonResponse:
    state = "ok" if status == 200 else "unavailable"
    return JsonResponse(
        {"status": state, **parts}, status=status, headers={"Cache-Control": "no-store"}
    )
