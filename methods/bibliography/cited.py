"""The address that stays in a text when it cites: it leads to the reference, wherever that is."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_safe

from community.pages import active_language, visible

LARGEST = 2**63 - 1


@require_safe
def cited(request: HttpRequest, number: int) -> HttpResponse:
    """Lead to the reference of this number, in the reader's language when it is there.

    404 for what this visitor may not see.
    """
    from ..models import ReferencePage

    if number > LARGEST:
        raise Http404
    everywhere = visible(request, ReferencePage, language="all").select_related("locale")
    page = everywhere.filter(pk=number).first()
    if page is None:
        raise Http404
    language = active_language()
    if page.locale.language_code != language:
        twins = everywhere.filter(translation_key=page.translation_key)
        page = twins.filter(locale__language_code=language).first() or page
    return redirect(page.get_url(request))
