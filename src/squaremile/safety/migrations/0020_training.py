"""Courses, their versions and needs; attempts, records, hours and passports."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import squaremile.kernel.ids


class Migration(migrations.Migration):

    dependencies = [
        ('core', '0013_door_key_security'),
        ('safety', '0004_stock_security'),
        ('spaces', '0008_worker_frees'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Course',
            fields=[
                ('id', models.UUIDField(default=squaremile.kernel.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('code', models.CharField(max_length=20, unique=True)),
                ('name_ko', models.CharField(blank=True, max_length=120)),
                ('name_en', models.CharField(blank=True, max_length=120)),
                ('counts_as', models.CharField(blank=True, choices=[('', ''), ('new', 'new'), ('regular', 'regular'), ('special', 'special')], max_length=8)),
            ],
            options={
                'db_table': 'safety_course',
                'constraints': [models.CheckConstraint(condition=models.Q(('name_en', ''), ('name_ko', ''), _negated=True), name='course_named'), models.CheckConstraint(condition=models.Q(('code__regex', '[\\s/\\\\?#%&+]'), _negated=True), name='course_code_fits'), models.CheckConstraint(condition=models.Q(('counts_as__in', ('', 'new', 'regular', 'special'))), name='course_hours_known')],
            },
        ),
        migrations.CreateModel(
            name='CourseVersion',
            fields=[
                ('id', models.UUIDField(default=squaremile.kernel.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('number', models.PositiveIntegerField()),
                ('published_at', models.DateTimeField()),
                ('minutes', models.PositiveIntegerField()),
                ('valid_days', models.PositiveIntegerField(null=True)),
                ('says_ko', models.TextField(blank=True)),
                ('says_en', models.TextField(blank=True)),
                ('questions', models.JSONField(default=list)),
                ('pass_percent', models.PositiveSmallIntegerField(default=80)),
                ('attempts_a_day', models.PositiveSmallIntegerField(default=3)),
                ('signed_off', models.BooleanField()),
                ('redo_by', models.DateField(null=True)),
                ('course', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='versions', to='safety.course')),
            ],
            options={
                'db_table': 'safety_course_version',
                'constraints': [
                    models.UniqueConstraint(fields=('course', 'number'), name='course_version_once'),
                    models.CheckConstraint(condition=models.Q(('attempts_a_day__gte', 1), ('minutes__lte', 10000), ('pass_percent__gte', 1), ('pass_percent__lte', 100), models.Q(('valid_days', None), models.Q(('valid_days__gte', 1), ('valid_days__lte', 10000)), _connector='OR')), name='course_version_sound'),
                    models.CheckConstraint(condition=models.Q(('signed_off', True), models.Q(('questions', []), _negated=True), _connector='OR'), name='course_version_shown'),
                ],
            },
        ),
        migrations.CreateModel(
            name='HoursDuty',
            fields=[
                ('id', models.UUIDField(default=squaremile.kernel.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('grade', models.CharField(choices=[('high', 'high'), ('middle', 'middle'), ('low', 'low')], max_length=6)),
                ('employee', models.BooleanField()),
                ('diagnosed', models.BooleanField()),
                ('joined_on', models.DateField()),
                ('person', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'db_table': 'safety_hours_duty',
                'constraints': [
                    models.CheckConstraint(condition=models.Q(('grade__in', ('high', 'middle', 'low'))), name='hours_grade_known'),
                ],
            },
        ),
        migrations.CreateModel(
            name='Passport',
            fields=[
                ('id', models.UUIDField(default=squaremile.kernel.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('code', models.CharField(max_length=20, unique=True)),
                ('issued_at', models.DateTimeField()),
                ('ends_at', models.DateTimeField()),
                ('position', models.PositiveIntegerField(unique=True)),
                ('key', models.CharField(max_length=60)),
                ('document', models.JSONField()),
                ('revoked_at', models.DateTimeField(null=True)),
                ('revoked_why', models.CharField(blank=True, max_length=300)),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'db_table': 'safety_passport',
                'indexes': [
                    models.Index(fields=['person'], name='passport_of_person'),
                ],
                'constraints': [
                    models.CheckConstraint(condition=models.Q(models.Q(('revoked_at', None), ('revoked_why', '')), models.Q(('revoked_at__isnull', False), models.Q(('revoked_why', ''), _negated=True)), _connector='OR'), name='passport_revoked_with_reason'),
                ],
            },
        ),
        migrations.CreateModel(
            name='QuizAttempt',
            fields=[
                ('id', models.UUIDField(default=squaremile.kernel.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('at', models.DateTimeField()),
                ('right', models.PositiveSmallIntegerField()),
                ('out_of', models.PositiveSmallIntegerField()),
                ('passed', models.BooleanField()),
                ('answers', models.JSONField()),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('version', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='attempts', to='safety.courseversion')),
            ],
            options={
                'db_table': 'safety_quiz_attempt',
                'indexes': [
                    models.Index(fields=['person', 'version', 'at'], name='quiz_attempt_of_person'),
                ],
                'constraints': [
                    models.CheckConstraint(condition=models.Q(('out_of__gte', 1), ('right__lte', models.F('out_of'))), name='quiz_attempt_counted'),
                ],
            },
        ),
        migrations.CreateModel(
            name='TrainingRecord',
            fields=[
                ('id', models.UUIDField(default=squaremile.kernel.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('code', models.CharField(max_length=20, unique=True)),
                ('person_name_ko', models.CharField(blank=True, max_length=80)),
                ('person_name_en', models.CharField(blank=True, max_length=80)),
                ('completed_on', models.DateField()),
                ('until', models.DateField(null=True)),
                ('minutes', models.PositiveIntegerField()),
                ('way', models.CharField(choices=[('quiz', 'quiz'), ('sign_off', 'sign_off')], max_length=8)),
                ('signed_by', models.UUIDField(null=True)),
                ('entered_at', models.DateTimeField()),
                ('revoked_at', models.DateTimeField(null=True)),
                ('revoked_why', models.CharField(blank=True, max_length=300)),
                ('attempt', models.OneToOneField(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='record', to='safety.quizattempt')),
                ('organisation', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='core.organisation')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('version', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='records', to='safety.courseversion')),
            ],
            options={
                'db_table': 'safety_training_record',
                'indexes': [
                    models.Index(fields=['person', 'version'], name='training_of_person'),
                ],
                'constraints': [
                    models.CheckConstraint(condition=models.Q(models.Q(('attempt__isnull', False), ('signed_by', None), ('way', 'quiz')), models.Q(('signed_by__isnull', False), ('way', 'sign_off')), _connector='OR'), name='training_shown'),
                    models.CheckConstraint(condition=models.Q(models.Q(('revoked_at', None), ('revoked_why', '')), models.Q(('revoked_at__isnull', False), models.Q(('revoked_why', ''), _negated=True)), _connector='OR'), name='training_revoked_with_reason'),
                    models.CheckConstraint(condition=models.Q(('until', None), ('until__gte', models.F('completed_on')), _connector='OR'), name='training_ends_later'),
                ],
            },
        ),
        migrations.CreateModel(
            name='CourseNeed',
            fields=[
                ('id', models.UUIDField(default=squaremile.kernel.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('needed_by', models.CharField(choices=[('role', 'role'), ('place', 'place'), ('instrument', 'instrument')], max_length=10)),
                ('role', models.CharField(blank=True, max_length=30)),
                ('instrument', models.CharField(blank=True, max_length=20)),
                ('since', models.DateField()),
                ('ended_on', models.DateField(null=True)),
                ('course', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='needs', to='safety.course')),
                ('place', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='spaces.place')),
            ],
            options={
                'db_table': 'safety_course_need',
                'indexes': [models.Index(fields=['place'], name='course_need_of_place')],
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('instrument', ''), ('needed_by', 'role'), ('place', None), models.Q(('role', ''), _negated=True)), models.Q(('instrument', ''), ('needed_by', 'place'), ('place__isnull', False), ('role', '')), models.Q(('needed_by', 'instrument'), ('place', None), ('role', ''), models.Q(('instrument', ''), _negated=True)), _connector='OR'), name='course_need_of_one'), models.UniqueConstraint(condition=models.Q(('ended_on', None)), fields=('course', 'role', 'place', 'instrument'), name='course_need_once', nulls_distinct=False)],
            },
        ),
    ]
