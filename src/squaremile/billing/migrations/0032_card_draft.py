"""Drafts of rate cards: prices that are not published are nobody's but those who keep them."""

from typing import ClassVar

from django.db import migrations, models

import squaremile.kernel.ids
from squaremile.kernel.row_security import role, secure, system

_DESK = f"{role('site_director', 'finance')} OR {system('setup', 'import')}"
_LOOK = f"{role('site_director', 'finance', 'auditor')} OR {system('setup', 'import')}"


class Migration(migrations.Migration):
    dependencies: ClassVar = [("billing", "0031_budgets_security")]

    operations: ClassVar = [
        migrations.CreateModel(
            name="RateCardDraft",
            fields=[
                ("id", models.UUIDField(default=squaremile.kernel.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ("code", models.CharField(max_length=40, unique=True)),
                ("body", models.JSONField()),
                ("saved_at", models.DateTimeField()),
                ("saved_by", models.UUIDField(null=True)),
            ],
            options={
                "db_table": "billing_rate_card_draft",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("code__regex", "[\\s/\\\\?#%&+]"), _negated=True), name="rate_card_draft_code_fits"
                    )
                ],
            },
        ),
        secure("billing_rate_card_draft", select=_LOOK, insert=_DESK, update=_DESK, delete=_DESK),
    ]
