import community.blocks.fields
import django.db.models.deletion
import django.utils.timezone
import modelcluster.contrib.taggit
import uuid
import wagtail.contrib.routable_page.models
import wagtail.fields
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('community', '0002_vocabularies_media_rows'),
        ('taggit', '0006_rename_taggeditem_content_type_object_id_taggit_tagg_content_8fc721_idx'),
        ('wagtailcore', '0098_apitoken'),
    ]

    operations = [
        migrations.CreateModel(
            name='DefiPage',
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
                ('number', models.PositiveSmallIntegerField(help_text='Its number on its site; gaps are allowed.', null=True, verbose_name='number')),
                ('short_name', models.CharField(blank=True, help_text='Its nickname or case study.', max_length=100, verbose_name='short name')),
                ('initial_state', models.CharField(choices=[('proposed', 'Proposed'), ('selected', 'Selected'), ('preparing', 'In preparation'), ('at_university', 'At the university'), ('prototyped', 'Prototyped'), ('testing', 'Being tested'), ('deployed', 'Deployed'), ('spread', 'Taken up elsewhere'), ('paused', 'On hold'), ('stopped', 'Stopped')], default='proposed', help_text='Until a follow-up is published; from then on the latest follow-up says it.', max_length=20, verbose_name='state')),
                ('state', models.CharField(choices=[('proposed', 'Proposed'), ('selected', 'Selected'), ('preparing', 'In preparation'), ('at_university', 'At the university'), ('prototyped', 'Prototyped'), ('testing', 'Being tested'), ('deployed', 'Deployed'), ('spread', 'Taken up elsewhere'), ('paused', 'On hold'), ('stopped', 'Stopped')], db_index=True, default='proposed', editable=False, max_length=20)),
                ('stakes', community.blocks.fields.ContentField(blank=True, verbose_name='stakes')),
                ('stakeholders', community.blocks.fields.ContentField(blank=True, verbose_name='stakeholders')),
                ('users', community.blocks.fields.ContentField(blank=True, verbose_name='users')),
                ('more_information_url', models.URLField(blank=True, max_length=500, verbose_name='more information')),
                ('expectations', community.blocks.fields.ContentField(blank=True, verbose_name='what the porteur expects')),
                ('irritants', community.blocks.fields.ContentField(blank=True, verbose_name='irritants')),
                ('open_questions', community.blocks.fields.ContentField(blank=True, verbose_name='open questions')),
                ('working_question', models.TextField(blank=True, help_text='The question as the group reworded it during Temps 1.', max_length=500, verbose_name='working question')),
                ('temps_1', wagtail.fields.RichTextField(blank=True, verbose_name='Temps 1 – working question')),
                ('temps_2', wagtail.fields.RichTextField(blank=True, verbose_name='Temps 2 – from ideas to prototypes')),
                ('temps_3', wagtail.fields.RichTextField(blank=True, verbose_name='Temps 3 – shaping and next steps')),
                ('temps_4', wagtail.fields.RichTextField(blank=True, verbose_name='Temps 4 – exhibition')),
                ('next_steps', community.blocks.fields.ContentField(blank=True, verbose_name='next steps')),
                ('testimonies', community.blocks.fields.ContentField(blank=True, verbose_name='testimonies, photos, documents')),
                ('may_be_reused', models.BooleanField(default=False, verbose_name='the porteur agrees that others take this défi elsewhere')),
                ('to_check', community.blocks.fields.ContentField(blank=True, help_text='What is doubtful in the source; shown on the page until it is cleared up.', verbose_name='to be checked')),
            ],
            options={
                'verbose_name': 'défi',
                'verbose_name_plural': 'défis',
            },
            bases=('wagtailcore.page', models.Model),
        ),
        migrations.CreateModel(
            name='DefiPorteur',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('translation_key', models.UUIDField(default=uuid.uuid4, editable=False)),
                ('sort_order', models.IntegerField(blank=True, editable=False, null=True)),
            ],
            options={
                'verbose_name': 'porteur',
                'verbose_name_plural': 'porteurs',
                'ordering': ['sort_order'],
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='DefiTerritory',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('translation_key', models.UUIDField(default=uuid.uuid4, editable=False)),
                ('sort_order', models.IntegerField(blank=True, editable=False, null=True)),
            ],
            options={
                'verbose_name': 'territory',
                'verbose_name_plural': 'territories',
                'ordering': ['sort_order'],
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='FollowUpPage',
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
                ('state', models.CharField(choices=[('proposed', 'Proposed'), ('selected', 'Selected'), ('preparing', 'In preparation'), ('at_university', 'At the university'), ('prototyped', 'Prototyped'), ('testing', 'Being tested'), ('deployed', 'Deployed'), ('spread', 'Taken up elsewhere'), ('paused', 'On hold'), ('stopped', 'Stopped')], max_length=20, verbose_name='where it stands now')),
                ('body', community.blocks.fields.ContentField(blank=True, verbose_name='what happened')),
                ('learnt', models.TextField(blank=True, help_text='Above all when the défi is stopped: others will gain from it.', verbose_name='what was learnt')),
                ('obstacles_met', community.blocks.fields.ContentField(blank=True, verbose_name='obstacles met')),
                ('obstacles_lifted', community.blocks.fields.ContentField(blank=True, verbose_name='obstacles lifted')),
                ('next_steps', community.blocks.fields.ContentField(blank=True, verbose_name='next steps')),
            ],
            options={
                'verbose_name': 'follow-up',
                'verbose_name_plural': 'follow-ups',
            },
            bases=('wagtailcore.page', models.Model),
        ),
        migrations.CreateModel(
            name='Lever',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('translation_key', models.UUIDField(default=uuid.uuid4, editable=False)),
                ('sort_order', models.IntegerField(blank=True, editable=False, null=True)),
                ('text', models.CharField(max_length=300, verbose_name='text')),
                ('to_check', models.BooleanField(default=False, help_text='The source is doubtful on this point.', verbose_name='to be checked')),
            ],
            options={
                'verbose_name': 'lever',
                'verbose_name_plural': 'levers',
                'ordering': ['sort_order'],
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Obstacle',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('translation_key', models.UUIDField(default=uuid.uuid4, editable=False)),
                ('sort_order', models.IntegerField(blank=True, editable=False, null=True)),
                ('text', models.CharField(max_length=300, verbose_name='text')),
                ('to_check', models.BooleanField(default=False, help_text='The source is doubtful on this point.', verbose_name='to be checked')),
            ],
            options={
                'verbose_name': 'obstacle',
                'verbose_name_plural': 'obstacles',
                'ordering': ['sort_order'],
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='PrototypeDefi',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('translation_key', models.UUIDField(default=uuid.uuid4, editable=False)),
                ('sort_order', models.IntegerField(blank=True, editable=False, null=True)),
                ('confirmed', models.BooleanField(default=True, help_text='Untick it when the tie is only plausible: the page then says so.', verbose_name='confirmed')),
            ],
            options={
                'verbose_name': 'défi of a prototype',
                'verbose_name_plural': 'défis of prototypes',
                'ordering': ['sort_order'],
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='PrototypeIndexPage',
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
            ],
            options={
                'verbose_name': 'list of prototypes',
                'verbose_name_plural': 'lists of prototypes',
            },
            bases=(wagtail.contrib.routable_page.models.RoutablePageMixin, 'wagtailcore.page', models.Model),
        ),
        migrations.CreateModel(
            name='PrototypePage',
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
                ('kind', models.CharField(choices=[('digital', 'Digital service'), ('mobile', 'Travelling service'), ('place', 'Place or space'), ('event', 'Event or ritual'), ('game', 'Game or card set'), ('journey', 'Journey'), ('network', 'Network or approach'), ('label', 'Label, brand or campaign'), ('tool', 'Tool or diagnosis'), ('other', 'Other')], max_length=20, verbose_name='type')),
                ('maturity', models.CharField(choices=[('idea', 'Idea'), ('shown', 'Shown in the exhibition'), ('tried', 'Tried with users'), ('in_use', 'In use'), ('given_up', 'Given up')], default='shown', max_length=20, verbose_name='maturity')),
                ('body', community.blocks.fields.ContentField(blank=True, verbose_name='description')),
                ('tests', community.blocks.fields.ContentField(blank=True, verbose_name='tests and what they taught')),
            ],
            options={
                'verbose_name': 'prototype',
                'verbose_name_plural': 'prototypes',
            },
            bases=('wagtailcore.page', models.Model),
        ),
        migrations.CreateModel(
            name='DefiIndexPage',
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
                'verbose_name': 'list of défis',
                'verbose_name_plural': 'lists of défis',
            },
            bases=(wagtail.contrib.routable_page.models.RoutablePageMixin, 'wagtailcore.page', models.Model),
        ),
        migrations.CreateModel(
            name='DefiMethod',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('translation_key', models.UUIDField(default=uuid.uuid4, editable=False)),
                ('sort_order', models.IntegerField(blank=True, editable=False, null=True)),
                ('temps', models.PositiveSmallIntegerField(blank=True, choices=[(1, 'Temps 1 – working question'), (2, 'Temps 2 – from ideas to prototypes'), (3, 'Temps 3 – shaping and next steps'), (4, 'Temps 4 – exhibition')], null=True, verbose_name='Temps')),
                ('note', models.CharField(blank=True, max_length=255, verbose_name='how it was used')),
                ('locale', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='wagtailcore.locale', verbose_name='locale')),
            ],
            options={
                'verbose_name': 'method used',
                'verbose_name_plural': 'methods used',
                'ordering': ['sort_order'],
                'abstract': False,
            },
        ),
    ]
