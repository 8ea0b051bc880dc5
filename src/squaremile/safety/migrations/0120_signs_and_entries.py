"""Signs at doors, who answers for rooms, shut-offs, entries, copies for emergencies and photographs of incidents."""

import django.contrib.postgres.fields
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import squaremile.kernel.ids


class Migration(migrations.Migration):

    dependencies = [
        ('core', '0013_door_key_security'),
        ('safety', '0113_stock_lists_security'),
        ('spaces', '0010_reshape_security'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='DoorSign',
            fields=[
                ('id', models.UUIDField(default=squaremile.kernel.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('code', models.CharField(max_length=20, unique=True)),
                ('made_at', models.DateTimeField()),
                ('valid_until', models.DateField()),
                ('says', models.JSONField()),
                ('room', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='spaces.place')),
            ],
            options={
                'db_table': 'safety_door_sign',
                'indexes': [
                    models.Index(fields=['room', '-made_at'], name='door_sign_of_room'),
                ],
            },
        ),
        migrations.CreateModel(
            name='DoorSignDetail',
            fields=[
                ('id', models.UUIDField(default=squaremile.kernel.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('says', models.JSONField()),
                ('digest', models.CharField(max_length=64)),
                ('by', models.UUIDField(null=True)),
                ('sign', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='detail', to='safety.doorsign')),
            ],
            options={
                'db_table': 'safety_door_sign_detail',
            },
        ),
        migrations.CreateModel(
            name='EmergencyCopy',
            fields=[
                ('id', models.UUIDField(default=squaremile.kernel.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('made_at', models.DateTimeField()),
                ('folder', models.CharField(max_length=300)),
                ('files', models.JSONField()),
                ('size', models.PositiveIntegerField()),
            ],
            options={
                'db_table': 'safety_emergency_copy',
                'indexes': [models.Index(fields=['-made_at'], name='emergency_copy_by_time')],
            },
        ),
        migrations.CreateModel(
            name='Entry',
            fields=[
                ('id', models.UUIDField(default=squaremile.kernel.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('visitor', models.CharField(blank=True, max_length=80)),
                ('way', models.CharField(choices=[('in', 'in'), ('out', 'out')], max_length=3)),
                ('at', models.DateTimeField()),
                ('by', models.CharField(choices=[('phone', 'phone'), ('badge', 'badge'), ('desk', 'desk')], max_length=5)),
                ('organisation', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='core.organisation')),
                ('person', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('place', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='spaces.place')),
            ],
            options={
                'db_table': 'safety_entry',
                'indexes': [
                    models.Index(fields=['person', '-at'], name='entry_of_person'),
                    models.Index(fields=['-at'], name='entry_by_time'),
                ],
                'constraints': [
                    models.CheckConstraint(condition=models.Q(models.Q(('person__isnull', False), ('visitor', '')), models.Q(('person', None), models.Q(('visitor', ''), _negated=True)), _connector='OR'), name='entry_of_somebody'),
                    models.CheckConstraint(condition=models.Q(('way__in', ('in', 'out'))), name='entry_way_known'),
                    models.CheckConstraint(condition=models.Q(('by__in', ('phone', 'badge', 'desk'))), name='entry_by_known'),
                ],
            },
        ),
        migrations.CreateModel(
            name='IncidentPhoto',
            fields=[
                ('id', models.UUIDField(default=squaremile.kernel.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('shows', models.CharField(blank=True, max_length=300)),
                ('at', models.DateTimeField()),
                ('by', models.UUIDField(null=True)),
                ('file', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='core.storedfile')),
                ('incident', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='photos', to='safety.incident')),
            ],
            options={
                'db_table': 'safety_incident_photo',
                'constraints': [
                    models.UniqueConstraint(fields=('incident', 'file'), name='incident_photo_once'),
                ],
            },
        ),
        migrations.CreateModel(
            name='RoomCard',
            fields=[
                ('id', models.UUIDField(default=squaremile.kernel.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('protection', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=12), default=list, size=None)),
                ('says_ko', models.CharField(blank=True, max_length=300)),
                ('says_en', models.CharField(blank=True, max_length=300)),
                ('room', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='spaces.place')),
            ],
            options={
                'db_table': 'safety_room_card',
                'constraints': [
                    models.CheckConstraint(condition=models.Q(('protection__contained_by', ['eyes', 'gloves', 'coat', 'face', 'cold_gloves', 'breathing', 'ears', 'shoes'])), name='room_card_protection_known'),
                ],
            },
        ),
        migrations.CreateModel(
            name='RoomKeeper',
            fields=[
                ('id', models.UUIDField(default=squaremile.kernel.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('manager', models.CharField(blank=True, max_length=80)),
                ('phone', models.CharField(blank=True, max_length=40)),
                ('room', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='spaces.place')),
            ],
            options={
                'db_table': 'safety_room_keeper',
            },
        ),
        migrations.CreateModel(
            name='ShutOff',
            fields=[
                ('id', models.UUIDField(default=squaremile.kernel.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('code', models.CharField(max_length=20, unique=True)),
                ('kind', models.CharField(choices=[('gas', 'gas'), ('electricity', 'electricity'), ('water', 'water'), ('ventilation', 'ventilation'), ('sprinkler', 'sprinkler'), ('alarm', 'alarm'), ('hydrant', 'hydrant'), ('assembly', 'assembly')], max_length=12)),
                ('where_ko', models.CharField(blank=True, max_length=200)),
                ('where_en', models.CharField(blank=True, max_length=200)),
                ('active', models.BooleanField(default=True)),
                ('place', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='spaces.place')),
            ],
            options={
                'db_table': 'safety_shut_off',
                'indexes': [
                    models.Index(fields=['place'], name='shut_off_of_place'),
                ],
                'constraints': [
                    models.CheckConstraint(condition=models.Q(('kind__in', ('gas', 'electricity', 'water', 'ventilation', 'sprinkler', 'alarm', 'hydrant', 'assembly'))), name='shut_off_kind_known'),
                    models.CheckConstraint(condition=models.Q(('where_en', ''), ('where_ko', ''), _negated=True), name='shut_off_says_where'),
                ],
            },
        ),
    ]
