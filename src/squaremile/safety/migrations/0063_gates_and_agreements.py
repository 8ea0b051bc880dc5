"""Courses that access to a place, or a class of substances, demands; and safety's word on a company's own classes."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import squaremile.kernel.ids


class Migration(migrations.Migration):

    dependencies = [
        ('safety', '0062_session_security'),
        ('spaces', '0008_worker_frees'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='ClassAgreement',
            fields=[
                ('id', models.UUIDField(default=squaremile.kernel.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('agreed_at', models.DateTimeField()),
                ('entry', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='agreement', to='safety.substanceclass')),
                ('person', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'db_table': 'safety_class_agreement',
            },
        ),
        migrations.RemoveConstraint(
            model_name='courseneed',
            name='course_need_of_one',
        ),
        migrations.RemoveConstraint(
            model_name='courseneed',
            name='course_need_once',
        ),
        migrations.AddField(
            model_name='courseneed',
            name='hazard',
            field=models.CharField(blank=True, max_length=60),
        ),
        migrations.AddField(
            model_name='courseneed',
            name='scheme',
            field=models.CharField(blank=True, max_length=40),
        ),
        migrations.AddField(
            model_name='substanceclass',
            name='entered_by',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AlterField(
            model_name='courseneed',
            name='needed_by',
            field=models.CharField(choices=[('role', 'role'), ('place', 'place'), ('instrument', 'instrument'), ('access', 'access'), ('class', 'class')], max_length=10),
        ),
        migrations.AddConstraint(
            model_name='courseneed',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('hazard', ''), ('instrument', ''), ('needed_by', 'role'), ('place', None), ('scheme', ''), models.Q(('role', ''), _negated=True)), models.Q(('hazard', ''), ('instrument', ''), ('needed_by__in', ('place', 'access')), ('place__isnull', False), ('role', ''), ('scheme', '')), models.Q(('hazard', ''), ('needed_by', 'instrument'), ('place', None), ('role', ''), ('scheme', ''), models.Q(('instrument', ''), _negated=True)), models.Q(('instrument', ''), ('needed_by', 'class'), ('place', None), ('role', ''), models.Q(('scheme', ''), _negated=True), models.Q(('hazard', ''), _negated=True)), _connector='OR'), name='course_need_of_one'),
        ),
        migrations.AddConstraint(
            model_name='courseneed',
            constraint=models.UniqueConstraint(condition=models.Q(('ended_on', None)), fields=('course', 'needed_by', 'role', 'place', 'instrument', 'scheme', 'hazard'), name='course_need_once', nulls_distinct=False),
        ),
    ]
