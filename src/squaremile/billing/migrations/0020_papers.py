"""Tax identities, files of documents, tax filings, journals."""

import django.db.models.deletion
from django.db import migrations, models

import squaremile.kernel.ids


class Migration(migrations.Migration):

    dependencies = [
        ('billing', '0010_charge_sheet'),
        ('core', '0013_door_key_security'),
    ]

    operations = [
        migrations.CreateModel(
            name='BookAccount',
            fields=[
                ('id', models.UUIDField(default=squaremile.kernel.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('book', models.CharField(choices=[('bank', 'bank'), ('receivable', 'receivable'), ('wallet', 'wallet'), ('deposit', 'deposit'), ('tax', 'tax'), ('rounding', 'rounding'), ('voucher', 'voucher'), ('revenue:use', 'revenue:use'), ('revenue:late', 'revenue:late'), ('revenue:rent', 'revenue:rent'), ('revenue:membership', 'revenue:membership'), ('revenue:adjustment', 'revenue:adjustment')], max_length=20)),
                ('number', models.CharField(max_length=20)),
                ('name', models.CharField(max_length=60)),
                ('issuer', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='book_accounts', to='billing.issuer')),
            ],
            options={
                'db_table': 'billing_book_account',
                'constraints': [
                    models.CheckConstraint(condition=models.Q(models.Q(('number', ''), _negated=True), models.Q(('name', ''), _negated=True)), name='book_account_named'),
                    models.UniqueConstraint(fields=('issuer', 'book'), name='book_account_once'),
                ],
            },
        ),
        migrations.CreateModel(
            name='DocumentFile',
            fields=[
                ('id', models.UUIDField(default=squaremile.kernel.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('kind', models.CharField(choices=[('ubl', 'ubl')], max_length=4)),
                ('language', models.CharField(max_length=2)),
                ('content', models.TextField()),
                ('sha256', models.CharField(max_length=64)),
                ('made_at', models.DateTimeField()),
                ('invoice', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='files', to='billing.invoice')),
                ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='core.organisation')),
            ],
            options={
                'db_table': 'billing_document_file',
                'constraints': [
                    models.UniqueConstraint(fields=('invoice', 'kind'), name='document_file_once'),
                ],
            },
        ),
        migrations.CreateModel(
            name='JournalExport',
            fields=[
                ('id', models.UUIDField(default=squaremile.kernel.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('code', models.CharField(max_length=20, unique=True)),
                ('month', models.DateField()),
                ('copy', models.PositiveSmallIntegerField()),
                ('why', models.CharField(blank=True, max_length=300)),
                ('entries', models.PositiveIntegerField()),
                ('fresh', models.PositiveIntegerField()),
                ('debit', models.BigIntegerField()),
                ('content', models.JSONField()),
                ('sha256', models.CharField(max_length=64)),
                ('made_at', models.DateTimeField()),
                ('made_by', models.UUIDField(null=True)),
                ('issuer', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='journals', to='billing.issuer')),
            ],
            options={
                'db_table': 'billing_journal_export',
                'constraints': [
                    models.UniqueConstraint(fields=('issuer', 'month', 'copy'), name='journal_copy_once'),
                    models.CheckConstraint(condition=models.Q(models.Q(('copy', 1), ('why', '')), models.Q(('copy__gt', 1), models.Q(('why', ''), _negated=True)), _connector='OR'), name='journal_copy_explained'),
                    models.CheckConstraint(condition=models.Q(('month__day', 1)), name='journal_month_first_day'),
                ],
            },
        ),
        migrations.CreateModel(
            name='JournalMark',
            fields=[
                ('id', models.UUIDField(default=squaremile.kernel.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('entry', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='marks', to='billing.entry')),
                ('export', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='marks', to='billing.journalexport')),
            ],
            options={
                'db_table': 'billing_journal_mark',
                'constraints': [
                    models.UniqueConstraint(fields=('entry',), name='journal_entry_once'),
                ],
            },
        ),
        migrations.CreateModel(
            name='TaxFiling',
            fields=[
                ('id', models.UUIDField(default=squaremile.kernel.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('code', models.CharField(max_length=20, unique=True)),
                ('origin', models.CharField(max_length=60, unique=True)),
                ('kind', models.CharField(max_length=2)),
                ('state', models.CharField(choices=[('prepared', 'prepared'), ('sent', 'sent'), ('accepted', 'accepted'), ('refused', 'refused')], max_length=8)),
                ('written_on', models.DateField()),
                ('due_on', models.DateField()),
                ('supply', models.BigIntegerField()),
                ('tax', models.BigIntegerField()),
                ('message', models.JSONField()),
                ('approval', models.CharField(blank=True, max_length=24)),
                ('answer_ko', models.CharField(blank=True, max_length=300)),
                ('answer_en', models.CharField(blank=True, max_length=300)),
                ('prepared_at', models.DateTimeField()),
                ('answered_at', models.DateTimeField(null=True)),
                ('invoice', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='filings', to='billing.invoice')),
                ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='core.organisation')),
            ],
            options={
                'db_table': 'billing_tax_filing',
                'constraints': [
                    models.CheckConstraint(condition=models.Q(('state__in', ('prepared', 'sent', 'accepted', 'refused'))), name='filing_state_known'),
                    models.CheckConstraint(condition=models.Q(models.Q(('approval__regex', '^[0-9A-Za-z]{24}$'), ('state', 'accepted')), models.Q(models.Q(('state', 'accepted'), _negated=True), ('approval', '')), _connector='OR'), name='filing_approved'),
                ],
            },
        ),
        migrations.CreateModel(
            name='TaxFilingTransition',
            fields=[
                ('id', models.UUIDField(default=squaremile.kernel.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('before', models.CharField(blank=True, max_length=8)),
                ('after', models.CharField(max_length=8)),
                ('at', models.DateTimeField()),
                ('actor', models.UUIDField(null=True)),
                ('operator', models.UUIDField(null=True)),
                ('filing', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='transitions', to='billing.taxfiling')),
            ],
            options={
                'db_table': 'billing_tax_filing_transition',
            },
        ),
        migrations.AddField(
            model_name='account',
            name='country',
            field=models.CharField(default='KR', max_length=2),
        ),
        migrations.AddField(
            model_name='account',
            name='endpoint',
            field=models.CharField(blank=True, max_length=60),
        ),
        migrations.AddField(
            model_name='account',
            name='endpoint_scheme',
            field=models.CharField(blank=True, max_length=4),
        ),
        migrations.AddField(
            model_name='account',
            name='legal_id',
            field=models.CharField(blank=True, max_length=30),
        ),
        migrations.AddField(
            model_name='account',
            name='vat_id',
            field=models.CharField(blank=True, max_length=20),
        ),
        migrations.AddField(
            model_name='issuer',
            name='country',
            field=models.CharField(default='KR', max_length=2),
        ),
        migrations.AddField(
            model_name='issuer',
            name='endpoint',
            field=models.CharField(blank=True, max_length=60),
        ),
        migrations.AddField(
            model_name='issuer',
            name='endpoint_scheme',
            field=models.CharField(blank=True, max_length=4),
        ),
        migrations.AddField(
            model_name='issuer',
            name='legal_id',
            field=models.CharField(blank=True, max_length=30),
        ),
        migrations.AddField(
            model_name='issuer',
            name='vat_id',
            field=models.CharField(blank=True, max_length=20),
        ),
        migrations.AddConstraint(
            model_name='account',
            constraint=models.CheckConstraint(condition=models.Q(('country__regex', '^[A-Z]{2}$')), name='billing_account_country'),
        ),
        migrations.AddConstraint(
            model_name='account',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('endpoint', ''), ('endpoint_scheme', '')), models.Q(models.Q(('endpoint', ''), _negated=True), ('endpoint_scheme__regex', '^[0-9]{4}$')), _connector='OR'), name='billing_account_endpoint'),
        ),
        migrations.AddConstraint(
            model_name='issuer',
            constraint=models.CheckConstraint(condition=models.Q(('country__regex', '^[A-Z]{2}$')), name='billing_issuer_country'),
        ),
        migrations.AddConstraint(
            model_name='issuer',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('endpoint', ''), ('endpoint_scheme', '')), models.Q(models.Q(('endpoint', ''), _negated=True), ('endpoint_scheme__regex', '^[0-9]{4}$')), _connector='OR'), name='billing_issuer_endpoint'),
        ),
    ]
