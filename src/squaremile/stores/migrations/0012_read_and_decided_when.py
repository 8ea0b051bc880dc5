"""Who read an indicator, and who released a load, did so at a moment."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('core', '0013_door_key_security'),
        ('stores', '0011_services_security'),
    ]

    operations = [
        migrations.AddConstraint(
            model_name='indicator',
            constraint=models.CheckConstraint(condition=models.Q(('read_by', None), ('read_at__isnull', False), _connector='OR'), name='indicator_read_by_when'),
        ),
        migrations.AddConstraint(
            model_name='load',
            constraint=models.CheckConstraint(condition=models.Q(('released_by', None), ('released_at__isnull', False), _connector='OR'), name='load_decided_when'),
        ),
    ]
