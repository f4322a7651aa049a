"""Reads a request of the composer, and answers with an address or, too long for one, a page."""

from dataclasses import dataclass, field
from functools import cached_property
from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse

from ..models.families import Family
from .catalogue import Catalogue
from .facts import catalogue, known
from .forms import WishForm
from .plan import Format, Plan
from .query import ITEM, LONGEST_QUERY, clock, pairs_of, query_of, read_plan
from .rows import Sheet, sheet_of

ANSWERS = [name for name, field in WishForm.base_fields.items() if field.required]
ORDER, SEARCH, TOKEN, METHOD = "faire", "chercher", "seance", "methode"
LONGEST_SEARCH = 80
LONGEST_TOKEN = 40
# What is typed comes back to be corrected, but nobody types as much in these fields.
LONGEST_ANSWER = 60


@dataclass
class Desk:
    """One request: the form of the wish, the plan, and what else stands in the address."""

    request: HttpRequest
    data: QueryDict
    form: WishForm
    plan: Plan
    search: str = ""
    token: str = ""
    asked: bool = field(default=False)

    @classmethod
    def read(cls, request: HttpRequest) -> "Desk":
        """Return what the query string, or the form that was posted, says."""
        data = request.POST if request.method == "POST" else request.GET
        form = WishForm(
            {name: data[name][:LONGEST_ANSWER] for name in WishForm.base_fields if name in data}
        )
        plan = read_plan(data, form.wish())
        return cls(
            request,
            data,
            form,
            plan,
            " ".join(data.get(SEARCH, "").replace("\0", "").split())[:LONGEST_SEARCH],
            data.get(TOKEN, "").replace("\0", "")[:LONGEST_TOKEN],
            ITEM in data or all(name in data for name in ANSWERS),
        )

    @cached_property
    def catalogue(self) -> Catalogue:
        """The methods that this visitor may see: read once."""
        return catalogue(self.request)

    def sheet(self, *, swaps: bool = False) -> Sheet:
        """Return the session as the pages show it."""
        found = known(self.request, self.plan.used)
        return sheet_of(self.plan, self.catalogue, found, swaps=swaps)

    @property
    def query(self) -> str:
        """The session as a query string, without what only concerns this visit."""
        return query_of(self.plan)

    @property
    def too_long(self) -> bool:
        """Whether the session is too long to stand in an address."""
        return len(self.query) > LONGEST_QUERY

    def address(self, name: str = "composer", fragment: str = "") -> str:
        """Return the address of a page of the composer for this session."""
        more = [(SEARCH, self.search), (TOKEN, self.token)] if name == "composer" else []
        pairs = [*pairs_of(self.plan), *((key, value) for key, value in more if value)]
        end = f"#{fragment}" if fragment else ""
        return f"{reverse(f'methods:{name}')}?{urlencode(pairs)}{end}"

    def go(self, name: str = "composer", fragment: str = "") -> HttpResponse | None:
        """Return a redirection to the session's address, ``None`` when it is too long."""
        if self.too_long:
            return None
        response = redirect(self.address(name, fragment))
        response.status_code = 303  # A form was posted; what follows is read (RFC 9110 §15.4.4).
        return response

    def page(self, template: str, **context: Any) -> HttpResponse:
        """Return a page on this session."""
        plan = self.plan
        shared = f"{reverse('methods:composer')}?{self.query}"
        base = {
            "desk": self,
            "plan": plan,
            "form": self.form,
            "aim": Family(plan.wish.aim).label,
            "where": Format(plan.wish.format).label,
            "start": "" if plan.start is None else clock(plan.start),
            "excess": -plan.missing,
            "composer_url": self.address(),
            "run_sheet_url": self.address("run_sheet"),
            "timer_url": self.address("timer"),
            "pdf_url": self.address("run_sheet_pdf"),
            "share_url": self.request.build_absolute_uri(shared),
            "login_next": urlencode({"next": self.address()}),
        }
        return render(self.request, template, base | context)
