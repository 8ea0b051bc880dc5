"""Parties of a delegation: who goes which way on which day; stops and wishes that are one party's."""

from typing import ClassVar

import django.db.models.deletion
from django.db import migrations, models

import squaremile.kernel.ids
from squaremile.kernel.row_security import role, secure, system

LIAISON = role("site_director", "programme")
KEEPS = f"{LIAISON} OR {system('setup')}"
SEES = f"{LIAISON} OR {role('auditor')} OR {system('worker', 'setup')}"
COMES = "EXISTS (SELECT 1 FROM network_visit_stop s WHERE s.party_id = network_visit_party.id)"
"""She has a stop with it: stops are seen by those who are there."""


class Migration(migrations.Migration):
    dependencies: ClassVar = [("network", "0104_asked_and_forgotten")]

    operations: ClassVar = [
        migrations.AddField(
            model_name='visitstop',
            name='picked',
            field=models.BooleanField(default=False),
        ),
        migrations.CreateModel(
            name='VisitParty',
            fields=[
                ('id', models.UUIDField(default=squaremile.kernel.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('code', models.CharField(max_length=20, unique=True)),
                ('name_ko', models.CharField(blank=True, max_length=80)),
                ('name_en', models.CharField(blank=True, max_length=80)),
                ('delegation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='parties', to='network.delegation')),
            ],
            options={
                'db_table': 'network_visit_party',
                'constraints': [
                    models.CheckConstraint(condition=models.Q(('name_en', ''), ('name_ko', ''), _negated=True), name='visit_party_named'),
                    models.CheckConstraint(condition=models.Q(('code__regex', '[\\s/\\\\?#%&+]'), _negated=True), name='visit_party_code_fits'),
                ],
            },
        ),
        migrations.CreateModel(
            name='PartyDay',
            fields=[
                ('id', models.UUIDField(default=squaremile.kernel.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('day', models.DateField()),
                ('member', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='party_days', to='network.delegationmember')),
                ('party', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='days', to='network.visitparty')),
            ],
            options={
                'db_table': 'network_visit_party_day',
                'constraints': [
                    models.UniqueConstraint(fields=('member', 'day'), name='party_day_once'),
                ],
            },
        ),
        migrations.AddField(
            model_name='visitstop',
            name='party',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='stops', to='network.visitparty'),
        ),
        migrations.AddField(
            model_name='visitwish',
            name='party',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='wishes', to='network.visitparty'),
        ),
        secure("network_visit_party", select=f"{SEES} OR {COMES}", insert=KEEPS, update=KEEPS, delete=KEEPS),
        secure("network_visit_party_day", select=SEES, insert=KEEPS, update=KEEPS, delete=KEEPS),
    ]  # fmt: skip
