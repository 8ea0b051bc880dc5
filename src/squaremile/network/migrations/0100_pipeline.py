"""The long list, soft checks and agendas between a need and its meeting."""

import django.db.models.constraints
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import squaremile.kernel.ids

# Row security stands aside for its owner meanwhile.
REASONED = """
ALTER TABLE network_need_detail NO FORCE ROW LEVEL SECURITY;
UPDATE network_need_detail SET outcome_reason = '마감할 때 이유를 적지 않았습니다. / No reason was recorded when it was closed.'
 WHERE outcome <> '' AND outcome_reason = '';
SET CONSTRAINTS ALL IMMEDIATE;
ALTER TABLE network_need_detail FORCE ROW LEVEL SECURITY;
"""


class Migration(migrations.Migration):

    dependencies = [
        ('core', '0009_definers'),
        ('network', '0091_person_care'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Agenda',
            fields=[
                ('id', models.UUIDField(default=squaremile.kernel.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('code', models.CharField(max_length=20, unique=True)),
                ('title_ko', models.CharField(blank=True, max_length=200)),
                ('title_en', models.CharField(blank=True, max_length=200)),
                ('drafted_at', models.DateTimeField()),
                ('agreed_at', models.DateTimeField(null=True)),
                ('agreed_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('drafted_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('need', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='agendas', to='network.need')),
            ],
            options={
                'db_table': 'network_agenda',
                'constraints': [
                    models.CheckConstraint(condition=models.Q(('code__regex', '[\\s/\\\\?#%&+]'), _negated=True), name='agenda_code_fits'),
                    models.CheckConstraint(condition=models.Q(('title_en', ''), ('title_ko', ''), _negated=True), name='agenda_titled'),
                    models.CheckConstraint(condition=models.Q(models.Q(('agreed_at', None), ('agreed_by', None)), models.Q(('agreed_at__isnull', False), ('agreed_by__isnull', False)), _connector='OR'), name='agenda_agreed_paired'),
                ],
            },
        ),
        migrations.CreateModel(
            name='AgendaSubject',
            fields=[
                ('id', models.UUIDField(default=squaremile.kernel.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('position', models.PositiveSmallIntegerField()),
                ('says_ko', models.CharField(blank=True, max_length=300)),
                ('says_en', models.CharField(blank=True, max_length=300)),
                ('minutes', models.PositiveSmallIntegerField(default=20)),
                ('agenda', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='subjects', to='network.agenda')),
            ],
            options={
                'db_table': 'network_agenda_subject',
                'constraints': [
                    models.UniqueConstraint(fields=('agenda', 'position'), name='agenda_subject_ordered'),
                    models.CheckConstraint(condition=models.Q(('says_en', ''), ('says_ko', ''), _negated=True), name='agenda_subject_says'),
                    models.CheckConstraint(condition=models.Q(('minutes__range', (5, 600))), name='agenda_subject_sound'),
                ],
            },
        ),
        migrations.CreateModel(
            name='LongListEntry',
            fields=[
                ('id', models.UUIDField(default=squaremile.kernel.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('position', models.PositiveSmallIntegerField()),
                ('subject', models.CharField(choices=[('person', 'person'), ('partner', 'partner'), ('lab', 'lab'), ('equipment', 'equipment')], max_length=10)),
                ('subject_code', models.CharField(max_length=20)),
                ('name_ko', models.CharField(blank=True, max_length=200)),
                ('name_en', models.CharField(blank=True, max_length=200)),
                ('why_ko', models.CharField(blank=True, max_length=500)),
                ('why_en', models.CharField(blank=True, max_length=500)),
                ('added_at', models.DateTimeField()),
                ('added_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('need', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='long_list', to='network.need')),
            ],
            options={
                'db_table': 'network_long_list_entry',
                'constraints': [
                    models.UniqueConstraint(fields=('need', 'subject', 'subject_code'), name='long_list_once'),
                    models.UniqueConstraint(deferrable=django.db.models.constraints.Deferrable['DEFERRED'], fields=('need', 'position'), name='long_list_ordered'),
                    models.CheckConstraint(condition=models.Q(('subject__in', ('person', 'partner', 'lab', 'equipment'))), name='long_list_subject_known'),
                    models.CheckConstraint(condition=models.Q(('why_en', ''), ('why_ko', ''), _negated=True), name='long_list_reasoned'),
                    models.CheckConstraint(condition=models.Q(('position__range', (1, 500))), name='long_list_position_sound'),
                ],
            },
        ),
        migrations.CreateModel(
            name='SoftCheck',
            fields=[
                ('id', models.UUIDField(default=squaremile.kernel.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('code', models.CharField(max_length=20, unique=True)),
                ('way', models.CharField(choices=[('phone', 'phone'), ('mail', 'mail'), ('person', 'person'), ('through', 'through')], max_length=8)),
                ('question_ko', models.TextField(blank=True)),
                ('question_en', models.TextField(blank=True)),
                ('asked_at', models.DateTimeField()),
                ('answer', models.CharField(blank=True, choices=[('yes', 'yes'), ('maybe', 'maybe'), ('no', 'no'), ('no_answer', 'no_answer')], max_length=10)),
                ('answered_at', models.DateTimeField(null=True)),
                ('heard', models.CharField(blank=True, max_length=300)),
                ('asked_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('entry', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='checks', to='network.longlistentry')),
            ],
            options={
                'db_table': 'network_soft_check',
                'indexes': [
                    models.Index(fields=['answer', 'asked_at'], name='soft_check_by_answer'),
                ],
                'constraints': [
                    models.CheckConstraint(condition=models.Q(('code__regex', '[\\s/\\\\?#%&+]'), _negated=True), name='soft_check_code_fits'),
                    models.UniqueConstraint(condition=models.Q(('answer', '')), fields=('entry',), name='soft_check_one_waits'),
                    models.CheckConstraint(condition=models.Q(('way__in', ('phone', 'mail', 'person', 'through'))), name='soft_check_way_known'),
                    models.CheckConstraint(condition=models.Q(('answer__in', ('', 'yes', 'maybe', 'no', 'no_answer'))), name='soft_check_answer_known'),
                    models.CheckConstraint(condition=models.Q(('question_en', ''), ('question_ko', ''), _negated=True), name='soft_check_says'),
                    models.CheckConstraint(condition=models.Q(models.Q(('answer', ''), ('answered_at', None)), models.Q(models.Q(('answer', ''), _negated=True), ('answered_at__isnull', False)), _connector='OR'), name='soft_check_answered_dated'),
                ],
            },
        ),
        migrations.CreateModel(
            name='AgendaPerson',
            fields=[
                ('id', models.UUIDField(default=squaremile.kernel.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('side', models.CharField(choices=[('asker', 'asker'), ('candidate', 'candidate'), ('staff', 'staff')], max_length=10)),
                ('name_ko', models.CharField(blank=True, max_length=200)),
                ('name_en', models.CharField(blank=True, max_length=200)),
                ('agenda', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='people', to='network.agenda')),
                ('wish', models.OneToOneField(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='agenda_person', to='network.visitwish')),
                ('check_said', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.softcheck')),
            ],
            options={
                'db_table': 'network_agenda_person',
                'constraints': [
                    models.UniqueConstraint(fields=('agenda', 'check_said'), name='agenda_person_once'),
                    models.CheckConstraint(condition=models.Q(('name_en', ''), ('name_ko', ''), _negated=True), name='agenda_person_named'),
                    models.CheckConstraint(condition=models.Q(models.Q(('check_said__isnull', False), ('side', 'candidate')), models.Q(('check_said', None), ('side__in', ('asker', 'staff')), ('wish', None)), _connector='OR'), name='agenda_person_sided'),
                ],
            },
        ),
        migrations.RemoveConstraint(
            model_name='need',
            name='need_state_known',
        ),
        migrations.AlterField(
            model_name='need',
            name='state',
            field=models.CharField(choices=[('draft', 'draft'), ('open', 'open'), ('matching', 'matching'), ('soft_check', 'soft_check'), ('agenda', 'agenda'), ('meeting', 'meeting'), ('follow_up', 'follow_up'), ('closed', 'closed'), ('withdrawn', 'withdrawn')], max_length=12),
        ),
        migrations.AddConstraint(
            model_name='need',
            constraint=models.CheckConstraint(condition=models.Q(('state__in', ('draft', 'open', 'matching', 'soft_check', 'agenda', 'meeting', 'follow_up', 'closed', 'withdrawn'))), name='need_state_known'),
        ),
        # Needs that were closed before said no reason: now they say that.
        migrations.RunSQL(REASONED, migrations.RunSQL.noop),
        migrations.AddConstraint(
            model_name='needdetail',
            constraint=models.CheckConstraint(condition=models.Q(('outcome', ''), models.Q(('outcome_reason', ''), _negated=True), _connector='OR'), name='need_outcome_reasoned'),
        ),
        migrations.AddField(
            model_name='interaction',
            name='agenda',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='meetings', to='network.agenda'),
        ),
    ]
