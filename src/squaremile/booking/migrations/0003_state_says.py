"""Why an instrument is out of service, in both languages, for everyone."""

import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('booking', '0002_security'),
    ]

    operations = [
        pgtrigger.migrations.RemoveTrigger(
            model_name='equipment',
            name='insert_insert',
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name='equipment',
            name='update_update',
        ),
        migrations.AddField(
            model_name='equipment',
            name='state_says_en',
            field=models.CharField(blank=True, max_length=300),
        ),
        migrations.AddField(
            model_name='equipment',
            name='state_says_ko',
            field=models.CharField(blank=True, max_length=300),
        ),
        migrations.AddField(
            model_name='equipmenthistory',
            name='state_says_en',
            field=models.CharField(blank=True, max_length=300),
        ),
        migrations.AddField(
            model_name='equipmenthistory',
            name='state_says_ko',
            field=models.CharField(blank=True, max_length=300),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='equipment',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "booking_equipment_history" ("asset_number", "code", "contact", "equivalence_id", "id", "kind_id", "maker", "model", "name_en", "name_ko", "needs_qualification", "nfec_number", "owner_id", "pgh_created_at", "pgh_label", "photo_id", "place_id", "position", "rules_id", "says_en", "says_ko", "serial", "site_id", "state", "state_says_en", "state_says_ko") VALUES (NEW."asset_number", NEW."code", NEW."contact", NEW."equivalence_id", NEW."id", NEW."kind_id", NEW."maker", NEW."model", NEW."name_en", NEW."name_ko", NEW."needs_qualification", NEW."nfec_number", NEW."owner_id", NOW(), \'insert\', NEW."photo_id", NEW."place_id", NEW."position", NEW."rules_id", NEW."says_en", NEW."says_ko", NEW."serial", NEW."site_id", NEW."state", NEW."state_says_en", NEW."state_says_ko"); RETURN NULL;', hash='c3b987a4d7089004e2b2e071da06bc8f8fe67c02', operation='INSERT', pgid='pgtrigger_insert_insert_63cd5', table='booking_equipment', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='equipment',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "booking_equipment_history" ("asset_number", "code", "contact", "equivalence_id", "id", "kind_id", "maker", "model", "name_en", "name_ko", "needs_qualification", "nfec_number", "owner_id", "pgh_created_at", "pgh_label", "photo_id", "place_id", "position", "rules_id", "says_en", "says_ko", "serial", "site_id", "state", "state_says_en", "state_says_ko") VALUES (NEW."asset_number", NEW."code", NEW."contact", NEW."equivalence_id", NEW."id", NEW."kind_id", NEW."maker", NEW."model", NEW."name_en", NEW."name_ko", NEW."needs_qualification", NEW."nfec_number", NEW."owner_id", NOW(), \'update\', NEW."photo_id", NEW."place_id", NEW."position", NEW."rules_id", NEW."says_en", NEW."says_ko", NEW."serial", NEW."site_id", NEW."state", NEW."state_says_en", NEW."state_says_ko"); RETURN NULL;', hash='ed329f5fcf19fb9569b2d1af92b88154f55537dc', operation='UPDATE', pgid='pgtrigger_update_update_d2743', table='booking_equipment', when='AFTER')),
        ),
    ]
