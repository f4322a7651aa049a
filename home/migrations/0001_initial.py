import community.blocks.fields
import django.db.models.deletion
import django.utils.timezone
import modelcluster.contrib.taggit
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
                name='ContentPage',
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
                    'verbose_name': 'plain page',
                    'verbose_name_plural': 'plain pages',
                },
                bases=('wagtailcore.page', models.Model),
            ),
            migrations.CreateModel(
                name='HomePage',
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
                    ('motto', models.CharField(blank=True, help_text='What the community is for, in one sentence, under the title.', max_length=200, verbose_name='opening sentence')),
                    ('sections', community.blocks.fields.ContentField(blank=True, verbose_name='sections')),
                    ('cover', models.ForeignKey(blank=True, help_text='Landscape, at least 1,600 × 900 pixels.', null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='community.communityimage', verbose_name='cover image')),
                    ('tags', modelcluster.contrib.taggit.ClusterTaggableManager(blank=True, help_text='Free words, lower case, separated by commas.', through='community.PageTag', to='taggit.Tag', verbose_name='tags')),
                ],
                options={
                    'verbose_name': 'home page',
                    'verbose_name_plural': 'home pages',
                },
                bases=('wagtailcore.page', models.Model),
            ),
            migrations.CreateModel(
                name='NewsIndexPage',
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
                    'verbose_name': 'list of news',
                    'verbose_name_plural': 'lists of news',
                },
                bases=(wagtail.contrib.routable_page.models.RoutablePageMixin, 'wagtailcore.page', models.Model),
            ),
            migrations.CreateModel(
                name='NewsPage',
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
                    ('date', models.DateField(default=django.utils.timezone.localdate, verbose_name='date')),
                    ('body', community.blocks.fields.ContentField(blank=True, verbose_name='body')),
                    ('cover', models.ForeignKey(blank=True, help_text='Landscape, at least 1,600 × 900 pixels.', null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='community.communityimage', verbose_name='cover image')),
                    ('tags', modelcluster.contrib.taggit.ClusterTaggableManager(blank=True, help_text='Free words, lower case, separated by commas.', through='community.PageTag', to='taggit.Tag', verbose_name='tags')),
                ],
                options={
                    'verbose_name': 'news',
                    'verbose_name_plural': 'news',
                },
                bases=('wagtailcore.page', models.Model),
            ),
            migrations.CreateModel(
                name='Menu',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('translation_key', models.UUIDField(default=uuid.uuid4, editable=False)),
                    ('kind', models.CharField(choices=[('main', 'main menu'), ('footer', 'footer')], max_length=10, verbose_name='place')),
                    ('items', community.blocks.fields.ContentField(blank=True, verbose_name='links')),
                    ('locale', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='wagtailcore.locale', verbose_name='locale')),
                ],
                options={
                    'verbose_name': 'menu',
                    'verbose_name_plural': 'menus',
                    'ordering': ['-kind'],
                    'abstract': False,
                    'constraints': [models.UniqueConstraint(fields=('kind', 'locale'), name='unique_menu')],
                    'unique_together': {('translation_key', 'locale')},
                },
            ),
        ]),
    ]
