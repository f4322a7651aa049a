from django.db import migrations

from community.search.postgres_index import tune_postgres, untune_postgres


class Migration(migrations.Migration):
    dependencies = [
        ("community", "0012_search_misses"),
        ("wagtailcore", "0096_referenceindex_referenceindex_source_object_and_more"),
        ("wagtailsearch", "0010_add_text_fields"),
    ]

    operations = [migrations.RunPython(tune_postgres, untune_postgres)]
