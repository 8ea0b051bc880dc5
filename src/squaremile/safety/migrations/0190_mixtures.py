"""A substance may be a mixture, with its components as they were read."""

from typing import ClassVar

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models
from django.db.models import F, Q

import squaremile.kernel.ids

_ID = ("id", models.UUIDField(default=squaremile.kernel.ids.uuid7, editable=False, primary_key=True, serialize=False))


class Migration(migrations.Migration):
    dependencies: ClassVar = [
        ("safety", "0180_summed_without_sorting"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations: ClassVar = [
        migrations.AddField("substance", "mixture", models.BooleanField(default=False)),
        migrations.AddConstraint(
            "substance", models.CheckConstraint(condition=Q(("mixture", False), ("cas", ""), _connector="OR"), name="substance_mixture_unnumbered")
        ),
        migrations.CreateModel(
            name="Composition",
            fields=[
                _ID,
                ("read_in", models.CharField(max_length=300)),
                ("read_on", models.DateField()),
                ("entered_at", models.DateTimeField()),
                ("current", models.BooleanField(default=True)),
                ("entered_by", models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
                ("substance", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="compositions", to="safety.substance")),
            ],
            options={
                "db_table": "safety_composition",
                "constraints": [
                    models.CheckConstraint(condition=~Q(read_in=""), name="composition_sourced"),
                    models.UniqueConstraint(condition=Q(current=True), fields=("substance",), name="composition_current"),
                ],
            },
        ),
        migrations.CreateModel(
            name="Component",
            fields=[
                _ID,
                ("position", models.PositiveSmallIntegerField()),
                ("cas", models.CharField(blank=True, max_length=12)),
                ("low", models.DecimalField(decimal_places=4, max_digits=7)),
                ("high", models.DecimalField(decimal_places=4, max_digits=7)),
                ("composition", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="components", to="safety.composition")),
                ("substance", models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="safety.substance")),
            ],
            options={
                "db_table": "safety_component",
                "constraints": [
                    models.CheckConstraint(
                        condition=Q(cas="", substance__isnull=False) | (Q(substance=None) & ~Q(cas="")), name="component_named",
                    ),
                    models.CheckConstraint(condition=Q(cas="") | Q(cas__regex="^\\d{2,7}-\\d{2}-\\d$"), name="component_cas_shaped"),
                    models.CheckConstraint(condition=Q(low__gt=0, low__lte=F("high"), high__lte=100), name="component_share_sound"),
                    models.UniqueConstraint(fields=("composition", "position"), name="component_once_by_place"),
                    models.UniqueConstraint(condition=~Q(cas=""), fields=("composition", "cas"), name="component_once_by_cas"),
                    models.UniqueConstraint(
                        condition=Q(substance__isnull=False), fields=("composition", "substance"), name="component_once",
                    ),
                ],
            },
        ),
    ]
