import django.core.validators
import django.db.models.deletion
import modelcluster.fields
import modelsearch.index
import taggit.managers
import uuid
import wagtail.images.models
import wagtail.models.media
from django.conf import settings
from django.db import migrations, models

from community.tables import CreateModels


class Migration(migrations.Migration):

    dependencies = [
        ('community', '0001_accounts'),
        ('taggit', '0006_rename_taggeditem_content_type_object_id_taggit_tagg_content_8fc721_idx'),
        ('wagtailcore', '0098_apitoken'),
        migrations.swappable_dependency(settings.WAGTAIL_PAGE_MODEL),
        # Not needed, but run first: with our models in the state, Wagtail's own migrations
        # would take nearly a third longer.
        ('wagtail_localize', '0016_rename_page_revision_translationlog_revision'),
        ('wagtailadmin', '0006_formstate'),
        ('wagtaildocs', '0014_alter_document_file_size'),
        ('wagtailembeds', '0009_embed_cache_until'),
        ('wagtailimages', '0027_image_description'),
        ('wagtailredirects', '0008_add_verbose_name_plural'),
        ('wagtailsearch', '0010_add_text_fields'),
        ('wagtailusers', '0015_userprofile_keyboard_shortcuts'),
    ]

    operations = [
        CreateModels(operations=[
            migrations.CreateModel(
                name='Organisation',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('name', models.CharField(max_length=200, unique=True, verbose_name='name')),
                    ('acronym', models.CharField(blank=True, max_length=30, verbose_name='acronym')),
                    ('kind', models.CharField(choices=[('commune', 'commune or town'), ('epci', 'grouping of communes (EPCI)'), ('departement', 'département'), ('region', 'région'), ('syndicat', 'inter-municipal syndicate'), ('foreign_city', 'foreign city'), ('third_place', 'third place (tiers-lieu)'), ('public_body', 'public body'), ('association', 'association'), ('school', 'school or university'), ('company', 'company'), ('network', 'network'), ('state', 'State or Europe'), ('other', 'other')], max_length=20, verbose_name='kind')),
                    ('url', models.URLField(blank=True, max_length=500, verbose_name='website')),
                    ('territory', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='organisations', to='community.territory', verbose_name='territory')),
                ],
                options={
                    'verbose_name': 'organisation',
                    'verbose_name_plural': 'organisations',
                    'ordering': ['name'],
                },
                bases=(modelsearch.index.Indexed, models.Model),
            ),
            migrations.CreateModel(
                name='CommunityDocument',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('licence', models.CharField(blank=True, choices=[('cc-by-4.0', 'Creative Commons BY 4.0'), ('cc-by-sa-4.0', 'Creative Commons BY-SA 4.0'), ('cc-by-nc-sa-4.0', 'Creative Commons BY-NC-SA 4.0'), ('cc-by-nc-sa-3.0-fr', 'Creative Commons BY-NC-SA 3.0 France'), ('cc0-1.0', 'Creative Commons CC0 1.0 (public domain)'), ('etalab-2.0', 'Licence Ouverte 2.0 (Etalab)'), ('all-rights', 'All rights reserved')], help_text="Under which licence others may reuse this. Empty: the site's own licence.", max_length=30, verbose_name='licence')),
                    ('source_title', models.CharField(blank=True, help_text='Title of the document that these facts come from, with its author.', max_length=255, verbose_name='source')),
                    ('source_url', models.URLField(blank=True, max_length=500, verbose_name='address of the source')),
                    ('source_date', models.DateField(blank=True, null=True, verbose_name='date of the source')),
                    ('adapted_from_title', models.CharField(blank=True, help_text="When this takes up somebody else's work: its title and author.", max_length=255, verbose_name='adapted from')),
                    ('adapted_from_url', models.URLField(blank=True, max_length=500, verbose_name='address of the original work')),
                    ('title', models.CharField(max_length=255, verbose_name='title')),
                    ('file', models.FileField(upload_to='documents', verbose_name='file')),
                    ('created_at', models.DateTimeField(auto_now_add=True, verbose_name='created at')),
                    ('file_size', models.PositiveBigIntegerField(editable=False, null=True)),
                    ('file_hash', models.CharField(blank=True, editable=False, max_length=40)),
                    ('author', models.CharField(blank=True, help_text='Name to print beside it, for instance “Photo: town of Étel”.', max_length=255, verbose_name='author')),
                    ('collection', models.ForeignKey(default=wagtail.models.media.get_root_collection_id, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='wagtailcore.collection', verbose_name='collection')),
                    ('tags', taggit.managers.TaggableManager(blank=True, help_text=None, through='taggit.TaggedItem', to='taggit.Tag', verbose_name='tags')),
                    ('uploaded_by_user', models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.SET_NULL, to=settings.AUTH_USER_MODEL, verbose_name='uploaded by user')),
                ],
                options={
                    'verbose_name': 'document',
                    'verbose_name_plural': 'documents',
                    'permissions': [('choose_communitydocument', 'Can choose document')],
                    'abstract': False,
                },
                bases=(modelsearch.index.Indexed, models.Model),
            ),
            migrations.CreateModel(
                name='CommunityImage',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('title', models.CharField(max_length=255, verbose_name='title')),
                    ('file', wagtail.images.models.WagtailImageField(height_field='height', upload_to=wagtail.images.models.get_upload_to, verbose_name='file', width_field='width')),
                    ('description', models.CharField(blank=True, default='', max_length=255, verbose_name='description')),
                    ('width', models.IntegerField(editable=False, verbose_name='width')),
                    ('height', models.IntegerField(editable=False, verbose_name='height')),
                    ('created_at', models.DateTimeField(auto_now_add=True, db_index=True, verbose_name='created at')),
                    ('focal_point_x', models.PositiveIntegerField(blank=True, null=True)),
                    ('focal_point_y', models.PositiveIntegerField(blank=True, null=True)),
                    ('focal_point_width', models.PositiveIntegerField(blank=True, null=True)),
                    ('focal_point_height', models.PositiveIntegerField(blank=True, null=True)),
                    ('file_size', models.PositiveIntegerField(editable=False, null=True)),
                    ('file_hash', models.CharField(blank=True, db_index=True, editable=False, max_length=40)),
                    ('licence', models.CharField(blank=True, choices=[('cc-by-4.0', 'Creative Commons BY 4.0'), ('cc-by-sa-4.0', 'Creative Commons BY-SA 4.0'), ('cc-by-nc-sa-4.0', 'Creative Commons BY-NC-SA 4.0'), ('cc-by-nc-sa-3.0-fr', 'Creative Commons BY-NC-SA 3.0 France'), ('cc0-1.0', 'Creative Commons CC0 1.0 (public domain)'), ('etalab-2.0', 'Licence Ouverte 2.0 (Etalab)'), ('all-rights', 'All rights reserved')], help_text="Under which licence others may reuse this. Empty: the site's own licence.", max_length=30, verbose_name='licence')),
                    ('source_title', models.CharField(blank=True, help_text='Title of the document that these facts come from, with its author.', max_length=255, verbose_name='source')),
                    ('source_url', models.URLField(blank=True, max_length=500, verbose_name='address of the source')),
                    ('source_date', models.DateField(blank=True, null=True, verbose_name='date of the source')),
                    ('adapted_from_title', models.CharField(blank=True, help_text="When this takes up somebody else's work: its title and author.", max_length=255, verbose_name='adapted from')),
                    ('adapted_from_url', models.URLField(blank=True, max_length=500, verbose_name='address of the original work')),
                    ('author', models.CharField(blank=True, help_text='Name to print beside it, for instance “Photo: town of Étel”.', max_length=255, verbose_name='author')),
                    ('collection', models.ForeignKey(default=wagtail.models.media.get_root_collection_id, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='wagtailcore.collection', verbose_name='collection')),
                    ('tags', taggit.managers.TaggableManager(blank=True, help_text=None, through='taggit.TaggedItem', to='taggit.Tag', verbose_name='tags')),
                    ('uploaded_by_user', models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.SET_NULL, to=settings.AUTH_USER_MODEL, verbose_name='uploaded by user')),
                ],
                options={
                    'verbose_name': 'image',
                    'verbose_name_plural': 'images',
                    'permissions': [('choose_communityimage', 'Can choose image')],
                    'abstract': False,
                },
                bases=(wagtail.images.models.ImageFileMixin, modelsearch.index.Indexed, models.Model),
            ),
            migrations.CreateModel(
                name='PageTag',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('content_object', modelcluster.fields.ParentalKey(on_delete=django.db.models.deletion.CASCADE, related_name='tagged_items', to=settings.WAGTAIL_PAGE_MODEL)),
                    ('tag', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='tagged_pages', to='taggit.tag')),
                ],
                options={
                    'abstract': False,
                },
            ),
            migrations.CreateModel(
                name='Person',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('given_name', models.CharField(max_length=100, verbose_name='given name')),
                    ('family_name', models.CharField(max_length=100, verbose_name='family name')),
                    ('consent_on', models.DateField(blank=True, help_text='The day this person agreed, in writing, to be named on this site. Without it, and without a public source, the name stays hidden from the public pages.', null=True, verbose_name='agreed to be named on')),
                    ('public_source', models.CharField(blank=True, help_text='A public document that names this person: title and date.', max_length=255, verbose_name='already named in')),
                    ('url', models.URLField(blank=True, max_length=500, verbose_name='public page')),
                    ('organisation', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='people', to='community.organisation', verbose_name='organisation')),
                ],
                options={
                    'verbose_name': 'person',
                    'verbose_name_plural': 'people',
                    'ordering': ['family_name', 'given_name'],
                },
                bases=(modelsearch.index.Indexed, models.Model),
            ),
            migrations.CreateModel(
                name='Territory',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('name', models.CharField(max_length=150, verbose_name='name')),
                    ('kind', models.CharField(choices=[('commune', 'commune'), ('epci', 'grouping of communes (EPCI)'), ('departement', 'département'), ('region', 'région'), ('country', 'country'), ('foreign_city', 'foreign city'), ('other', 'other territory')], max_length=20, verbose_name='kind')),
                    ('code', models.CharField(blank=True, help_text='INSEE code of a commune, département or région; SIREN of an EPCI.', max_length=20, verbose_name='official code')),
                    ('population', models.PositiveIntegerField(blank=True, null=True, verbose_name='population')),
                    ('population_note', models.CharField(blank=True, help_text='For instance “more than”, the year or the source.', max_length=150, verbose_name='about this population')),
                    ('latitude', models.FloatField(blank=True, null=True, validators=[django.core.validators.MinValueValidator(-90), django.core.validators.MaxValueValidator(90)], verbose_name='latitude')),
                    ('longitude', models.FloatField(blank=True, null=True, validators=[django.core.validators.MinValueValidator(-180), django.core.validators.MaxValueValidator(180)], verbose_name='longitude')),
                    ('parent', models.ForeignKey(blank=True, help_text='The territory just above: a commune lies in a département, and so on.', null=True, on_delete=django.db.models.deletion.PROTECT, related_name='children', to='community.territory', verbose_name='lies in')),
                    ('region', models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='community.territory')),
                ],
                options={
                    'verbose_name': 'territory',
                    'verbose_name_plural': 'territories',
                    'ordering': ['name'],
                },
                bases=(modelsearch.index.Indexed, models.Model),
            ),
            migrations.CreateModel(
                name='Theme',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('translation_key', models.UUIDField(default=uuid.uuid4, editable=False)),
                    ('name', models.CharField(max_length=150, verbose_name='name')),
                    ('slug', models.SlugField(max_length=60, verbose_name='short name in addresses')),
                    ('sort_order', models.PositiveIntegerField(default=0, editable=False)),
                    ('locale', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='wagtailcore.locale', verbose_name='locale')),
                    ('scheme', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='themes', to='community.themescheme', verbose_name='scheme')),
                ],
                options={
                    'unique_together': {('translation_key', 'locale')},
                    'verbose_name': 'theme',
                    'verbose_name_plural': 'themes',
                    'ordering': ['scheme__name', 'sort_order', 'name'],
                    'abstract': False,
                },
                bases=(modelsearch.index.Indexed, models.Model),
            ),
            migrations.CreateModel(
                name='PageTheme',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('translation_key', models.UUIDField(default=uuid.uuid4, editable=False)),
                    ('sort_order', models.IntegerField(blank=True, editable=False, null=True)),
                    ('locale', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='wagtailcore.locale', verbose_name='locale')),
                    ('page', modelcluster.fields.ParentalKey(on_delete=django.db.models.deletion.CASCADE, related_name='page_themes', to=settings.WAGTAIL_PAGE_MODEL)),
                    ('theme', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='community.theme', verbose_name='theme')),
                ],
                options={
                    'unique_together': {('translation_key', 'locale')},
                    'verbose_name': 'theme',
                    'verbose_name_plural': 'themes',
                    'ordering': ['sort_order'],
                    'abstract': False,
                },
            ),
            migrations.CreateModel(
                name='ThemeScheme',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('translation_key', models.UUIDField(default=uuid.uuid4, editable=False)),
                    ('name', models.CharField(max_length=150, verbose_name='name')),
                    ('slug', models.SlugField(max_length=60, verbose_name='short name in addresses')),
                    ('source', models.CharField(blank=True, max_length=255, verbose_name='where it comes from')),
                    ('locale', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='wagtailcore.locale', verbose_name='locale')),
                ],
                options={
                    'unique_together': {('translation_key', 'locale')},
                    'verbose_name': 'theme scheme',
                    'verbose_name_plural': 'theme schemes',
                    'ordering': ['name'],
                    'abstract': False,
                },
            ),
            migrations.CreateModel(
                name='CommunityRendition',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('filter_spec', models.CharField(db_index=True, max_length=255)),
                    ('file', wagtail.images.models.WagtailImageField(height_field='height', storage=wagtail.images.models.get_rendition_storage, upload_to=wagtail.images.models.get_rendition_upload_to, width_field='width')),
                    ('width', models.IntegerField(editable=False)),
                    ('height', models.IntegerField(editable=False)),
                    ('focal_point_key', models.CharField(blank=True, default='', editable=False, max_length=16)),
                    ('image', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='renditions', to='community.communityimage')),
                ],
                options={
                    'constraints': [models.UniqueConstraint(fields=('image', 'filter_spec', 'focal_point_key'), name='unique_rendition')],
                },
                bases=(wagtail.images.models.ImageFileMixin, models.Model),
            ),
            migrations.CreateModel(
                name='Figure',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('translation_key', models.UUIDField(default=uuid.uuid4, editable=False)),
                    ('sort_order', models.IntegerField(blank=True, editable=False, null=True)),
                    ('measure', models.CharField(help_text='What is counted: “participants”, “défis”…', max_length=150, verbose_name='measure')),
                    ('qualifier', models.CharField(blank=True, help_text='“about”, “more than”…', max_length=60, verbose_name='qualifier')),
                    ('value', models.DecimalField(decimal_places=2, max_digits=14, verbose_name='value')),
                    ('unit', models.CharField(blank=True, max_length=30, verbose_name='unit')),
                    ('perimeter', models.CharField(blank=True, help_text='“the six sites”, “Rennes”…', max_length=150, verbose_name='perimeter')),
                    ('note', models.CharField(blank=True, help_text='What it includes or leaves out.', max_length=255, verbose_name='note')),
                    ('source_title', models.CharField(blank=True, max_length=255, verbose_name='source')),
                    ('source_url', models.URLField(blank=True, max_length=500, verbose_name='address of the source')),
                    ('source_date', models.DateField(blank=True, null=True, verbose_name='date of the source')),
                    ('locale', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='wagtailcore.locale', verbose_name='locale')),
                    ('page', modelcluster.fields.ParentalKey(on_delete=django.db.models.deletion.CASCADE, related_name='figures', to=settings.WAGTAIL_PAGE_MODEL)),
                ],
                options={
                    'verbose_name': 'figure',
                    'verbose_name_plural': 'figures',
                    'ordering': ['sort_order'],
                    'abstract': False,
                    'unique_together': {('translation_key', 'locale')},
                },
            ),
            migrations.CreateModel(
                name='Credit',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('translation_key', models.UUIDField(default=uuid.uuid4, editable=False)),
                    ('sort_order', models.IntegerField(blank=True, editable=False, null=True)),
                    ('role', models.CharField(choices=[('author', 'author'), ('porteur', 'brings the défi (porteur)'), ('facilitator', 'facilitator'), ('member', 'member of the défi group'), ('coordinator', 'coordinator'), ('organiser', 'organiser'), ('speaker', 'speaker'), ('expert', 'expert'), ('designer', 'designer'), ('researcher', 'researcher'), ('witness', 'witness')], max_length=20, verbose_name='role')),
                    ('function', models.CharField(blank=True, help_text='As it was at that date: functions change, this line does not.', max_length=200, verbose_name='function held then')),
                    ('locale', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='wagtailcore.locale', verbose_name='locale')),
                    ('page', modelcluster.fields.ParentalKey(on_delete=django.db.models.deletion.CASCADE, related_name='credits', to=settings.WAGTAIL_PAGE_MODEL)),
                    ('organisation', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='community.organisation', verbose_name='organisation then')),
                    ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='credits', to='community.person', verbose_name='person')),
                ],
                options={
                    'verbose_name': 'credit',
                    'verbose_name_plural': 'credits',
                    'ordering': ['sort_order'],
                    'abstract': False,
                    'unique_together': {('translation_key', 'locale')},
                },
            ),
        ]),
        migrations.AddConstraint(
            model_name='territory',
            constraint=models.UniqueConstraint(fields=('name', 'kind', 'parent'), name='unique_territory'),
        ),
        migrations.AddConstraint(
            model_name='themescheme',
            constraint=models.UniqueConstraint(fields=('slug', 'locale'), name='unique_theme_scheme'),
        ),
        migrations.AddConstraint(
            model_name='theme',
            constraint=models.UniqueConstraint(fields=('slug', 'locale'), name='unique_theme'),
        ),
    ]
