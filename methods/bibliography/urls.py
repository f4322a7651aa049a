"""The public addresses of the bibliography that are no pages."""

from django.urls import path, re_path

from .cited import cited
from .exports import export

urlpatterns = [
    re_path(
        r"^(?P<address>[\w-]+(?:/[\w-]+)*)/export\.(?P<ending>bib|ris|json)$", export, name="export"
    ),
    path("reference/<int:number>/", cited, name="reference"),
]
