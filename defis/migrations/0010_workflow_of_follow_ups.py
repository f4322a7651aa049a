"""Gives the lists of défis that exist the workflow that new ones get (moderation/workflow.py)."""

from django.db import migrations


def give_workflow(apps, schema_editor):
    indexes = apps.get_model("defis", "DefiIndexPage").objects.all()
    workflow_pages = apps.get_model("wagtailcore", "WorkflowPage").objects
    without = indexes.exclude(pk__in=workflow_pages.values("page_id"))
    if not without:
        return
    content_type, _made = apps.get_model("contenttypes", "ContentType").objects.get_or_create(
        app_label="defis", model="defiapprovaltask"
    )
    task = apps.get_model("defis", "DefiApprovalTask").objects.create(
        name="Lecture par la modération ou la coordination du site", content_type=content_type
    )
    task.groups.set(apps.get_model("auth", "Group").objects.filter(name="Modération"))
    workflow = apps.get_model("wagtailcore", "Workflow").objects.create(name="Suivis des défis")
    apps.get_model("wagtailcore", "WorkflowTask").objects.create(
        workflow=workflow, task_id=task.pk, sort_order=0
    )
    for index in without:
        workflow_pages.create(page_id=index.pk, workflow=workflow)


class Migration(migrations.Migration):
    dependencies = [
        ("auth", "0012_alter_user_first_name_max_length"),
        ("contenttypes", "0002_remove_content_type_name"),
        ("defis", "0009_teams_and_moderation"),
        ("wagtailcore", "0098_apitoken"),
    ]

    operations = [migrations.RunPython(give_workflow, migrations.RunPython.noop)]
