from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("defis", "0005_obstacles_as_rows")]

    operations = [
        migrations.RemoveField(
            model_name='followuppage',
            name='obstacles_lifted',
        ),
        migrations.RemoveField(
            model_name='followuppage',
            name='obstacles_met',
        ),
    ]
