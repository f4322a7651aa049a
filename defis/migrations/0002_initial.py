import django.db.models.deletion
import modelcluster.contrib.taggit
import modelcluster.fields
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('community', '0002_vocabularies_media_rows'),
        ('defis', '0001_initial'),
        ('events', '0001_initial'),
        ('methods', '0001_initial'),
        ('taggit', '0006_rename_taggeditem_content_type_object_id_taggit_tagg_content_8fc721_idx'),
        ('wagtailcore', '0098_apitoken'),
    ]

    operations = [
        migrations.AddField(
            model_name='defimethod',
            name='method',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='methods.methodpage', verbose_name='method'),
        ),
        migrations.AddField(
            model_name='defipage',
            name='campus',
            field=models.ForeignKey(blank=True, help_text='The site of the university, not the territory that the défi is about.', null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='events.campuspage', verbose_name='site where it was worked on'),
        ),
        migrations.AddField(
            model_name='defipage',
            name='cover',
            field=models.ForeignKey(blank=True, help_text='Landscape, at least 1,600 × 900 pixels.', null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='community.communityimage', verbose_name='cover image'),
        ),
        migrations.AddField(
            model_name='defipage',
            name='edition',
            field=models.ForeignKey(blank=True, help_text='Filled in by itself when a site is chosen.', null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='events.editionpage', verbose_name='edition'),
        ),
        migrations.AddField(
            model_name='defipage',
            name='tags',
            field=modelcluster.contrib.taggit.ClusterTaggableManager(blank=True, help_text='Free words, lower case, separated by commas.', through='community.PageTag', to='taggit.Tag', verbose_name='tags'),
        ),
        migrations.AddField(
            model_name='defimethod',
            name='page',
            field=modelcluster.fields.ParentalKey(on_delete=django.db.models.deletion.CASCADE, related_name='defi_methods', to='defis.defipage'),
        ),
        migrations.AddField(
            model_name='defiporteur',
            name='locale',
            field=models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='wagtailcore.locale', verbose_name='locale'),
        ),
        migrations.AddField(
            model_name='defiporteur',
            name='organisation',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='community.organisation', verbose_name='organisation'),
        ),
        migrations.AddField(
            model_name='defiporteur',
            name='page',
            field=modelcluster.fields.ParentalKey(on_delete=django.db.models.deletion.CASCADE, related_name='porteurs', to='defis.defipage'),
        ),
        migrations.AddField(
            model_name='defiterritory',
            name='locale',
            field=models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='wagtailcore.locale', verbose_name='locale'),
        ),
        migrations.AddField(
            model_name='defiterritory',
            name='page',
            field=modelcluster.fields.ParentalKey(on_delete=django.db.models.deletion.CASCADE, related_name='territories', to='defis.defipage'),
        ),
        migrations.AddField(
            model_name='defiterritory',
            name='territory',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='community.territory', verbose_name='territory'),
        ),
        migrations.AddField(
            model_name='followuppage',
            name='cover',
            field=models.ForeignKey(blank=True, help_text='Landscape, at least 1,600 × 900 pixels.', null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='community.communityimage', verbose_name='cover image'),
        ),
        migrations.AddField(
            model_name='followuppage',
            name='tags',
            field=modelcluster.contrib.taggit.ClusterTaggableManager(blank=True, help_text='Free words, lower case, separated by commas.', through='community.PageTag', to='taggit.Tag', verbose_name='tags'),
        ),
        migrations.AddField(
            model_name='lever',
            name='locale',
            field=models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='wagtailcore.locale', verbose_name='locale'),
        ),
        migrations.AddField(
            model_name='lever',
            name='page',
            field=modelcluster.fields.ParentalKey(on_delete=django.db.models.deletion.CASCADE, related_name='levers', to='defis.defipage'),
        ),
        migrations.AddField(
            model_name='obstacle',
            name='locale',
            field=models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='wagtailcore.locale', verbose_name='locale'),
        ),
        migrations.AddField(
            model_name='obstacle',
            name='page',
            field=modelcluster.fields.ParentalKey(on_delete=django.db.models.deletion.CASCADE, related_name='obstacles', to='defis.defipage'),
        ),
        migrations.AddField(
            model_name='prototypedefi',
            name='defi',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='defis.defipage', verbose_name='défi'),
        ),
        migrations.AddField(
            model_name='prototypedefi',
            name='locale',
            field=models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='wagtailcore.locale', verbose_name='locale'),
        ),
        migrations.AddField(
            model_name='prototypeindexpage',
            name='cover',
            field=models.ForeignKey(blank=True, help_text='Landscape, at least 1,600 × 900 pixels.', null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='community.communityimage', verbose_name='cover image'),
        ),
        migrations.AddField(
            model_name='prototypeindexpage',
            name='tags',
            field=modelcluster.contrib.taggit.ClusterTaggableManager(blank=True, help_text='Free words, lower case, separated by commas.', through='community.PageTag', to='taggit.Tag', verbose_name='tags'),
        ),
        migrations.AddField(
            model_name='prototypepage',
            name='campus',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='events.campuspage', verbose_name='site'),
        ),
        migrations.AddField(
            model_name='prototypepage',
            name='cover',
            field=models.ForeignKey(blank=True, help_text='Landscape, at least 1,600 × 900 pixels.', null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='community.communityimage', verbose_name='cover image'),
        ),
        migrations.AddField(
            model_name='prototypepage',
            name='edition',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='events.editionpage', verbose_name='edition'),
        ),
        migrations.AddField(
            model_name='prototypepage',
            name='tags',
            field=modelcluster.contrib.taggit.ClusterTaggableManager(blank=True, help_text='Free words, lower case, separated by commas.', through='community.PageTag', to='taggit.Tag', verbose_name='tags'),
        ),
        migrations.AddField(
            model_name='prototypedefi',
            name='page',
            field=modelcluster.fields.ParentalKey(on_delete=django.db.models.deletion.CASCADE, related_name='prototype_defis', to='defis.prototypepage'),
        ),
        migrations.AlterUniqueTogether(
            name='defimethod',
            unique_together={('translation_key', 'locale')},
        ),
        migrations.AlterUniqueTogether(
            name='defiporteur',
            unique_together={('translation_key', 'locale')},
        ),
        migrations.AlterUniqueTogether(
            name='defiterritory',
            unique_together={('translation_key', 'locale')},
        ),
        migrations.AlterUniqueTogether(
            name='lever',
            unique_together={('translation_key', 'locale')},
        ),
        migrations.AlterUniqueTogether(
            name='obstacle',
            unique_together={('translation_key', 'locale')},
        ),
        migrations.AlterUniqueTogether(
            name='prototypedefi',
            unique_together={('translation_key', 'locale')},
        ),
    ]
