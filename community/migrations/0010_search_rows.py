from django.db import migrations

from community.search.postgres_index import keep_words_in_rows, let_words_out_of_rows


class Migration(migrations.Migration):
    dependencies = [
        ("community", "0009_following"),
        ("wagtailsearch", "0010_add_text_fields"),
    ]

    operations = [migrations.RunPython(keep_words_in_rows, let_words_out_of_rows)]
