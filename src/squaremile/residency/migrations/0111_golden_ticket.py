"""A company has one golden ticket."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('residency', '0110_admission'),
    ]

    operations = [
        migrations.AddConstraint(
            model_name='sponsoruse',
            constraint=models.UniqueConstraint(condition=models.Q(('kind', 'ticket')), fields=('company',), name='golden_ticket_once'),
        ),
    ]
