import community.blocks.fields
import django.core.validators
import django.db.models.deletion
import events.models.campus
import modelcluster.contrib.taggit
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
                name='CampusPage',
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
                    ('time_zone', models.CharField(choices=events.models.campus.time_zone_choices, default='Europe/Paris', help_text='The times of this site are shown in it, and named.', max_length=40, verbose_name='time zone')),
                    ('venue', models.CharField(blank=True, max_length=200, verbose_name='venue')),
                    ('starts_on', models.DateField(blank=True, null=True, verbose_name='first day')),
                    ('ends_on', models.DateField(blank=True, null=True, verbose_name='last day')),
                    ('body', community.blocks.fields.ContentField(blank=True, verbose_name='body')),
                    ('cover', models.ForeignKey(blank=True, help_text='Landscape, at least 1,600 × 900 pixels.', null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='community.communityimage', verbose_name='cover image')),
                    ('tags', modelcluster.contrib.taggit.ClusterTaggableManager(blank=True, help_text='Free words, lower case, separated by commas.', through='community.PageTag', to='taggit.Tag', verbose_name='tags')),
                    ('territory', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='community.territory', verbose_name='place')),
                ],
                options={
                    'verbose_name': 'site of an edition',
                    'verbose_name_plural': 'sites of editions',
                },
                bases=('wagtailcore.page', models.Model),
            ),
            migrations.CreateModel(
                name='EditionIndexPage',
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
                    'verbose_name': 'list of editions',
                    'verbose_name_plural': 'lists of editions',
                },
                bases=(wagtail.contrib.routable_page.models.RoutablePageMixin, 'wagtailcore.page', models.Model),
            ),
            migrations.CreateModel(
                name='EditionPage',
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
                    ('year', models.PositiveSmallIntegerField(validators=[django.core.validators.MinValueValidator(2000), django.core.validators.MaxValueValidator(2100)], verbose_name='year')),
                    ('ordinal', models.PositiveSmallIntegerField(blank=True, help_text='1 for the first university, 2…', null=True, verbose_name='ordinal')),
                    ('short_name', models.CharField(blank=True, help_text='For lists and menus: “2018”.', max_length=60, verbose_name='short name')),
                    ('other_names', community.blocks.fields.ContentField(blank=True, help_text='The names under which documents speak of this edition.', verbose_name='other names')),
                    ('motto', models.CharField(blank=True, max_length=200, verbose_name='motto')),
                    ('starts_on', models.DateField(blank=True, null=True, verbose_name='first day')),
                    ('ends_on', models.DateField(blank=True, null=True, verbose_name='last day')),
                    ('phase', models.CharField(choices=[('before', 'Before'), ('during', 'During'), ('after', 'After')], default='before', max_length=10, verbose_name='phase')),
                    ('body', community.blocks.fields.ContentField(blank=True, verbose_name='body')),
                    ('cover', models.ForeignKey(blank=True, help_text='Landscape, at least 1,600 × 900 pixels.', null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='community.communityimage', verbose_name='cover image')),
                    ('tags', modelcluster.contrib.taggit.ClusterTaggableManager(blank=True, help_text='Free words, lower case, separated by commas.', through='community.PageTag', to='taggit.Tag', verbose_name='tags')),
                ],
                options={
                    'verbose_name': 'edition',
                    'verbose_name_plural': 'editions',
                },
                bases=('wagtailcore.page', models.Model),
            ),
        ]),
    ]
