"""The parts of the network, each of which came by itself, in one line from here on."""

from typing import ClassVar

from django.db import migrations


class Migration(migrations.Migration):
    dependencies: ClassVar = [
        ("network", "0011_finding_security"), ("network", "0022_liaison_security"),
        ("network", "0031_visits_security"), ("network", "0041_partnering_security"),
        ("network", "0051_agreement_security"),
    ]  # fmt: skip
    operations: ClassVar = []
