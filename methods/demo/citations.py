"""What the texts of the demonstration cite."""

from itertools import groupby
from operator import itemgetter
from typing import Any

from community.demo.loader import DemoLoader

from ..models import ReferencePage


def load_citations(demo: DemoLoader) -> None:
    """Put the citations in the texts of the demonstration that cite nothing yet."""
    rows = demo.data("methods/citations")["citation"]
    for path, of_page in groupby(rows, itemgetter("page")):
        page = demo.at(path).specific
        blocks = page.body.get_prep_value()
        if any('linktype="reference"' in str(block["value"]) for block in blocks):
            continue
        for row in of_page:
            _cite(blocks, row)
        page.body = page.body.stream_block.to_python(blocks)
        user = demo.users["editor"]
        page.save_revision(user=user, changed=False, clean=False).publish()


def _cite(blocks: list[dict[str, Any]], row: dict[str, Any]) -> None:
    reference = ReferencePage.objects.get(slug=row["reference"], alias_of=None)
    locator = f' locator="{row["locator"]}"' if "locator" in row else ""
    words = f"[*, {row['locator']}]" if locator else "[*]"
    call = f' <a linktype="reference" id="{reference.pk}"{locator}>{words}</a>'
    for block in blocks:
        if isinstance(block["value"], str):
            block["value"] = block["value"].replace(row["after"], f"{row['after']}{call}", 1)
