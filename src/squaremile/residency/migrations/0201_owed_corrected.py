"""What was recorded as paid or written off by mistake is taken back by a row of its own, with its reason; a form counts once."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('residency', '0200_began_by_itself'),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name='owedsettlement',
            name='owed_settlement_positive',
        ),
        migrations.RemoveConstraint(
            model_name='owedsettlement',
            name='owed_settlement_reasoned',
        ),
        migrations.AddField(
            model_name='owedsettlement',
            name='origin',
            field=models.CharField(max_length=120, null=True, unique=True),
        ),
        migrations.AlterField(
            model_name='owedsettlement',
            name='minor',
            field=models.BigIntegerField(),
        ),
        migrations.AddConstraint(
            model_name='owedsettlement',
            constraint=models.CheckConstraint(condition=models.Q(('minor', 0), _negated=True), name='owed_settlement_something'),
        ),
        migrations.AddConstraint(
            model_name='owedsettlement',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('minor__gt', 0), ('written_off', False)), models.Q(('says', ''), _negated=True), _connector='OR'), name='owed_settlement_reasoned'),
        ),
    ]
