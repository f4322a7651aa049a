"""How obstacles were lifted, for all the cards of a booklet at once."""

from django.http import HttpRequest

from community.pages import once

from .told import of_follow_ups

#: The latest ways that are read, whatever they are about; paper has room for few of each.
MOST, OF_EACH = 500, 8

Ways = dict[int, list[tuple[str, str]]]


def ways_of_lifting(request: HttpRequest) -> Ways:
    """Return, for each obstacle and each lever by its key, the words of an obstacle and how it
    was lifted, the latest first: what this visitor may read, in one query for a whole request."""

    def read() -> Ways:
        rows = of_follow_ups(request).exclude(how="").order_by("-page__date", "-pk")
        found: Ways = {}
        for factor, lever, text, how in rows.values_list("factor_id", "lever_id", "text", "how")[
            :MOST
        ]:
            for key in {factor, lever} - {None}:
                if len(found.setdefault(key, [])) < OF_EACH:
                    found[key].append((text, how))
        return found

    return once(request, "defis.ways", read)
