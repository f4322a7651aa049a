"""The obstacles of follow-ups, until now in two streams, become rows; drafts keep theirs too."""

import json
import uuid

from django.db import migrations


def rows_of(met, lifted):
    """Return the rows for two streams, given as lists of raw blocks."""
    rows = [{"text": block["value"], "lifted": False, "how": ""} for block in met or ()]
    for block in lifted or ():
        value = block["value"]
        how = value.get("lever") or ""
        rows.append({"text": value["obstacle"], "lifted": True, "how": how})
    return rows


def move(apps, schema_editor):
    FollowUpPage = apps.get_model("defis", "FollowUpPage")
    FollowUpObstacle = apps.get_model("defis", "FollowUpObstacle")
    for page in FollowUpPage.objects.all():
        rows = rows_of(page.obstacles_met.raw_data, page.obstacles_lifted.raw_data)
        for order, row in enumerate(rows):
            FollowUpObstacle.objects.create(
                page=page, locale_id=page.locale_id, sort_order=order, **row
            )
    Revision = apps.get_model("wagtailcore", "Revision")
    ContentType = apps.get_model("contenttypes", "ContentType")
    kind = ContentType.objects.filter(app_label="defis", model="followuppage").first()
    for revision in Revision.objects.filter(content_type=kind) if kind else ():
        content = revision.content
        met, lifted = (
            json.loads(content.pop(name, None) or "[]")
            for name in ("obstacles_met", "obstacles_lifted")
        )
        shared = {"factor": None, "lever": None, "locale": content.get("locale"), "pk": None}
        content["obstacles"] = [
            {**shared, "page": content["pk"], "sort_order": order, **row}
            | {"translation_key": str(uuid.uuid4())}
            for order, row in enumerate(rows_of(met, lifted))
        ]
        revision.save(update_fields=["content"])


class Migration(migrations.Migration):
    dependencies = [
        ("defis", "0004_porteur_comes_back"),
        ("contenttypes", "0002_remove_content_type_name"),
    ]

    operations = [migrations.RunPython(move, migrations.RunPython.noop)]
