"""Head counts of a company are seen by its admins, as its contracts are, and by finance; the worker alone writes them, once."""

from typing import ClassVar

from django.db import migrations

from squaremile.kernel.row_security import append_only, own_as, role, secure, system

_LOOK = f"{own_as('company_admin')} OR {role('site_director', 'finance', 'auditor')} OR {system('worker', 'setup', 'import')}"


class Migration(migrations.Migration):
    dependencies: ClassVar = [("billing", "0070_head_counts")]

    operations: ClassVar = [
        secure("billing_head_count", select=_LOOK, insert=system("worker")),
        append_only("billing_head_count"),
    ]
