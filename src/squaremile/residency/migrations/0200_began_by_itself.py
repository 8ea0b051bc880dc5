"""Whether anybody gave notice of an exit, or it began by itself when the last licence was over."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('residency', '0199_owed_security'),
    ]

    operations = [
        migrations.AddField(
            model_name='departure',
            name='by_itself',
            field=models.BooleanField(default=False),
        ),
    ]
