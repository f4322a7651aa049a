"""``manage.py read_documents``: read the text of the documents that were there before."""

from collections import Counter
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from community.media.document_text.keeping import read_document
from community.models import CommunityDocument


class Command(BaseCommand):
    """Documents are read when they are uploaded: once after an upgrade is enough."""

    help = "Read, for search, the text of the documents whose file was not read yet."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--all", action="store_true", help="Read all of them anew.")

    def handle(self, *args: Any, **options: Any) -> None:
        outcomes: Counter[str] = Counter()
        for document in CommunityDocument.objects.order_by("pk").iterator(chunk_size=100):
            row = read_document(document, again=options["all"])
            if row:
                outcomes[row.outcome] += 1
        told = ", ".join(f"{number} {outcome}" for outcome, number in sorted(outcomes.items()))
        self.stdout.write(f"{outcomes.total()} documents read{f': {told}' if told else ''}.")
