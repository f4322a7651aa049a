import community.blocks.fields
import django.db.models.deletion
import modelcluster.contrib.taggit
import modelcluster.fields
import uuid
import wagtail.contrib.routable_page.models
from django.conf import settings
from django.db import migrations, models

from community.tables import CreateModels


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('community', '0002_vocabularies_media_rows'),
        ('taggit', '0006_rename_taggeditem_content_type_object_id_taggit_tagg_content_8fc721_idx'),
        ('wagtailcore', '0098_apitoken'),
    ]

    operations = [
        CreateModels(operations=[
            migrations.CreateModel(
                name='MethodIndexPage',
                fields=[
                    ('page_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to=settings.WAGTAIL_PAGE_MODEL)),
                    ('licence', models.CharField(blank=True, choices=[('cc-by-4.0', 'Creative Commons BY 4.0'), ('cc-by-sa-4.0', 'Creative Commons BY-SA 4.0'), ('cc-by-nc-sa-4.0', 'Creative Commons BY-NC-SA 4.0'), ('cc-by-nc-sa-3.0-fr', 'Creative Commons BY-NC-SA 3.0 France'), ('cc0-1.0', 'Creative Commons CC0 1.0 (public domain)'), ('etalab-2.0', 'Licence Ouverte 2.0 (Etalab)'), ('all-rights', 'All rights reserved')], help_text="Under which licence others may reuse this. Empty: the site's own licence.", max_length=30, verbose_name='licence')),
                    ('source_title', models.CharField(blank=True, help_text='Title of the document that these facts come from, with its author.', max_length=255, verbose_name='source')),
                    ('source_url', models.URLField(blank=True, max_length=500, verbose_name='address of the source')),
                    ('source_date', models.DateField(blank=True, null=True, verbose_name='date of the source')),
                    ('adapted_from_title', models.CharField(blank=True, help_text="When this takes up somebody else's work: its title and author.", max_length=255, verbose_name='adapted from')),
                    ('adapted_from_url', models.URLField(blank=True, max_length=500, verbose_name='address of the original work')),
                    ('summary', models.TextField(blank=True, help_text='Two sentences for lists, search engines and shared links: 300 characters at most.', max_length=300, verbose_name='summary')),
                    ('cover_alt', models.CharField(blank=True, help_text='What the image brings to the reader. Empty when it is only decorative.', max_length=250, verbose_name='text alternative of the cover')),
                    ('fictional', models.BooleanField(default=False, help_text='Tick it when this was made up to show what such a page looks like.', verbose_name='fictional example')),
                    ('sort_title', models.CharField(db_index=True, default='', editable=False, max_length=255)),
                    ('body', community.blocks.fields.ContentField(blank=True, verbose_name='body')),
                    ('cover', models.ForeignKey(blank=True, help_text='Landscape, at least 1,600 × 900 pixels.', null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='community.communityimage', verbose_name='cover image')),
                    ('tags', modelcluster.contrib.taggit.ClusterTaggableManager(blank=True, help_text='Free words, lower case, separated by commas.', through='community.PageTag', to='taggit.Tag', verbose_name='tags')),
                ],
                options={
                    'verbose_name': 'toolbox',
                    'verbose_name_plural': 'toolboxes',
                },
                bases=(wagtail.contrib.routable_page.models.RoutablePageMixin, 'wagtailcore.page', models.Model),
            ),
            migrations.CreateModel(
                name='MethodPage',
                fields=[
                    ('page_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to=settings.WAGTAIL_PAGE_MODEL)),
                    ('licence', models.CharField(blank=True, choices=[('cc-by-4.0', 'Creative Commons BY 4.0'), ('cc-by-sa-4.0', 'Creative Commons BY-SA 4.0'), ('cc-by-nc-sa-4.0', 'Creative Commons BY-NC-SA 4.0'), ('cc-by-nc-sa-3.0-fr', 'Creative Commons BY-NC-SA 3.0 France'), ('cc0-1.0', 'Creative Commons CC0 1.0 (public domain)'), ('etalab-2.0', 'Licence Ouverte 2.0 (Etalab)'), ('all-rights', 'All rights reserved')], help_text="Under which licence others may reuse this. Empty: the site's own licence.", max_length=30, verbose_name='licence')),
                    ('source_title', models.CharField(blank=True, help_text='Title of the document that these facts come from, with its author.', max_length=255, verbose_name='source')),
                    ('source_url', models.URLField(blank=True, max_length=500, verbose_name='address of the source')),
                    ('source_date', models.DateField(blank=True, null=True, verbose_name='date of the source')),
                    ('adapted_from_title', models.CharField(blank=True, help_text="When this takes up somebody else's work: its title and author.", max_length=255, verbose_name='adapted from')),
                    ('adapted_from_url', models.URLField(blank=True, max_length=500, verbose_name='address of the original work')),
                    ('cover_alt', models.CharField(blank=True, help_text='What the image brings to the reader. Empty when it is only decorative.', max_length=250, verbose_name='text alternative of the cover')),
                    ('fictional', models.BooleanField(default=False, help_text='Tick it when this was made up to show what such a page looks like.', verbose_name='fictional example')),
                    ('sort_title', models.CharField(db_index=True, default='', editable=False, max_length=255)),
                    ('summary', models.TextField(help_text='What the method is for, in one sentence: 300 characters at most.', max_length=300, verbose_name='aim')),
                    ('family', models.CharField(choices=[('collective', 'Work as a group'), ('understand', 'Understand the problem'), ('inspire', 'Find inspiration'), ('leads', 'Bring out leads'), ('creativity', 'Create'), ('prototyping', 'Prototype'), ('testing', 'Test'), ('storytelling', 'Tell the story')], help_text='What the method helps to do first of all.', max_length=20, verbose_name='family')),
                    ('body', community.blocks.fields.ContentField(blank=True, help_text='What it is, how it runs, what to watch. Five to ten sentences are enough.', verbose_name='body')),
                    ('cover', models.ForeignKey(blank=True, help_text='Landscape, at least 1,600 × 900 pixels.', null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='community.communityimage', verbose_name='cover image')),
                    ('tags', modelcluster.contrib.taggit.ClusterTaggableManager(blank=True, help_text='Free words, lower case, separated by commas.', through='community.PageTag', to='taggit.Tag', verbose_name='tags')),
                ],
                options={
                    'verbose_name': 'method',
                    'verbose_name_plural': 'methods',
                },
                bases=('wagtailcore.page', models.Model),
            ),
            migrations.CreateModel(
                name='MethodTemps',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('translation_key', models.UUIDField(default=uuid.uuid4, editable=False)),
                    ('sort_order', models.IntegerField(blank=True, editable=False, null=True)),
                    ('temps', models.PositiveSmallIntegerField(choices=[(1, 'Temps 1 – working question'), (2, 'Temps 2 – from ideas to prototypes'), (3, 'Temps 3 – shaping and next steps'), (4, 'Temps 4 – exhibition')], verbose_name='Temps')),
                    ('locale', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='wagtailcore.locale', verbose_name='locale')),
                    ('page', modelcluster.fields.ParentalKey(on_delete=django.db.models.deletion.CASCADE, related_name='method_temps', to='methods.methodpage')),
                ],
                options={
                    'verbose_name': 'Temps',
                    'verbose_name_plural': 'Temps',
                    'ordering': ['sort_order'],
                    'abstract': False,
                    'unique_together': {('translation_key', 'locale')},
                },
            ),
        ]),
    ]
