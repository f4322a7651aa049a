"""What this plugin adds to the administration."""

from wagtail.snippets.models import register_snippet

from .viewsets import MethodTrialViewSet

register_snippet(MethodTrialViewSet)
