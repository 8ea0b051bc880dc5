"""Which rows of stock lists a company brought in is its own; they stay."""

from typing import ClassVar

from django.db import migrations

from squaremile.kernel.row_security import WORKS, append_only, own, role, secure, system

_MACHINE = system("setup", "import")
_SAFETY = f"{role('site_director', 'safety_officer', 'lab_operations')} OR {_MACHINE}"
_WATCH = f"{role('site_director', 'safety_officer', 'lab_operations', 'auditor')} OR {_MACHINE}"


class Migration(migrations.Migration):
    dependencies: ClassVar = [("safety", "0112_stock_lists")]

    operations: ClassVar = [
        secure("safety_stock_list_row", select=f"{own()} OR {_WATCH}", insert=f"({own()} OR {_SAFETY}) AND {WORKS}"),
        append_only("safety_stock_list_row"),
    ]
