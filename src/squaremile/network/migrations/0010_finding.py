"""Tables of finding: matches, the glossary, saved searches and short lists; and what came of a need."""

import django.contrib.postgres.fields
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import squaremile.kernel.ids


class Migration(migrations.Migration):

    dependencies = [
        ('core', '0008_code_fits'),
        ('network', '0004_directory_security'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Match',
            fields=[
                ('id', models.UUIDField(default=squaremile.kernel.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('subject', models.CharField(choices=[('person', 'person'), ('partner', 'partner'), ('lab', 'lab'), ('equipment', 'equipment')], max_length=10)),
                ('subject_code', models.CharField(max_length=20)),
                ('verdict', models.CharField(choices=[('fits', 'fits'), ('not', 'not'), ('later', 'later'), ('declined', 'declined')], max_length=10)),
                ('reason', models.CharField(blank=True, max_length=300)),
                ('blind', models.BooleanField(default=False)),
                ('position', models.PositiveSmallIntegerField(default=0)),
                ('judged_at', models.DateTimeField()),
                ('judged_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('need', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='matches', to='network.need')),
            ],
            options={
                'db_table': 'network_match',
                'constraints': [
                    models.UniqueConstraint(fields=('need', 'subject', 'subject_code', 'judged_by', 'blind'), name='match_judged_once'),
                    models.CheckConstraint(condition=models.Q(('subject__in', ('person', 'partner', 'lab', 'equipment'))), name='match_subject_known'),
                    models.CheckConstraint(condition=models.Q(('verdict__in', ('fits', 'not', 'later', 'declined'))), name='match_verdict_known'),
                ],
            },
        ),
        migrations.CreateModel(
            name='SavedSearch',
            fields=[
                ('id', models.UUIDField(default=squaremile.kernel.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('code', models.CharField(max_length=20, unique=True)),
                ('name', models.CharField(max_length=120)),
                ('question', models.CharField(max_length=2000)),
                ('kind', models.CharField(blank=True, max_length=20)),
                ('alerts', models.BooleanField(default=True)),
                ('seen', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=100), default=list, size=None)),
                ('created_at', models.DateTimeField()),
                ('checked_at', models.DateTimeField()),
                ('owner', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'db_table': 'network_saved_search',
                'indexes': [
                    models.Index(fields=['owner'], name='saved_search_of_owner'),
                ],
                'constraints': [
                    models.CheckConstraint(condition=models.Q(models.Q(('question', ''), _negated=True), models.Q(('name', ''), _negated=True)), name='saved_search_asks'),
                    models.CheckConstraint(condition=models.Q(('kind__in', ('', 'person', 'lab', 'company', 'equipment', 'publication', 'technology', 'project', 'need'))), name='saved_search_kind_known'),
                ],
            },
        ),
        migrations.CreateModel(
            name='ShortList',
            fields=[
                ('id', models.UUIDField(default=squaremile.kernel.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('code', models.CharField(max_length=20, unique=True)),
                ('name', models.CharField(max_length=120)),
                ('created_at', models.DateTimeField()),
                ('owner', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'db_table': 'network_short_list',
                'constraints': [
                    models.CheckConstraint(condition=models.Q(('name', ''), _negated=True), name='short_list_named'),
                ],
            },
        ),
        migrations.CreateModel(
            name='ShortListLine',
            fields=[
                ('id', models.UUIDField(default=squaremile.kernel.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('subject', models.CharField(choices=[('person', 'person'), ('partner', 'partner'), ('lab', 'lab'), ('equipment', 'equipment')], max_length=10)),
                ('subject_code', models.CharField(max_length=20)),
                ('note', models.CharField(blank=True, max_length=300)),
                ('added_at', models.DateTimeField()),
                ('short_list', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='lines', to='network.shortlist')),
            ],
            options={
                'db_table': 'network_short_list_line',
                'constraints': [
                    models.UniqueConstraint(fields=('short_list', 'subject', 'subject_code'), name='short_list_once'),
                    models.CheckConstraint(condition=models.Q(('subject__in', ('person', 'partner', 'lab', 'equipment'))), name='short_list_subject_known'),
                ],
            },
        ),
        migrations.CreateModel(
            name='Term',
            fields=[
                ('id', models.UUIDField(default=squaremile.kernel.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('code', models.CharField(max_length=20, unique=True)),
                ('ko', models.CharField(max_length=120)),
                ('en', models.CharField(max_length=120)),
                ('broader', models.CharField(blank=True, max_length=120)),
                ('created_at', models.DateTimeField()),
                ('retired_at', models.DateTimeField(null=True)),
            ],
            options={
                'db_table': 'network_term',
                'constraints': [
                    models.UniqueConstraint(fields=('ko', 'en'), name='term_once'),
                    models.CheckConstraint(condition=models.Q(('code__regex', '[\\s/\\\\?#%&+]'), _negated=True), name='term_code_fits'),
                    models.CheckConstraint(condition=models.Q(models.Q(('ko', ''), _negated=True), models.Q(('en', ''), _negated=True)), name='term_in_both'),
                ],
            },
        ),
        migrations.AddConstraint(
            model_name='needdetail',
            constraint=models.CheckConstraint(condition=models.Q(('outcome__in', ('', 'nda', 'consulting', 'gift', 'sponsored_research', 'license', 'pilot', 'hire', 'equipment_use', 'no_go'))), name='need_outcome_known'),
        ),
    ]
