from django.db import migrations

from community.search.postgres_index import tune_postgres, untune_postgres


class Migration(migrations.Migration):
    dependencies = [
<<<<<<<< HEAD:community/migrations/0013_search_on_postgres.py
        ("community", "0012_search_misses"),
========
        ("community", "0011_search_misses"),
>>>>>>>> h6/e:community/migrations/0012_search_on_postgres.py
        ("wagtailcore", "0096_referenceindex_referenceindex_source_object_and_more"),
        ("wagtailsearch", "0010_add_text_fields"),
    ]

    operations = [migrations.RunPython(tune_postgres, untune_postgres)]
