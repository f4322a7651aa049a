from django.db import migrations

from community.search.engine.postgres_index import create_postgres_index, drop_postgres_index


class Migration(migrations.Migration):
    dependencies = [
        ("community", "0002_vocabularies_media_rows"),
        ("wagtailsearch", "0010_add_text_fields"),
    ]

    operations = [migrations.RunPython(create_postgres_index, drop_postgres_index)]
