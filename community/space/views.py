"""The space of somebody who signed in."""

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.safestring import SafeString

from community.plugins import render_section, space_panels


@login_required
def space(request: HttpRequest) -> HttpResponse:
    """Show what each plugin has for this person."""
    rendered: list[SafeString] = [render_section(panel, request) for panel in space_panels(request)]
    panels = [html for html in rendered if html]
    return render(request, "community/space/space.html", {"panels": panels})
