"""Exceptions to the rules of seating are for staff alone, and the site director's to make; they are only added to."""

from typing import ClassVar

from django.db import migrations

from squaremile.kernel.row_security import append_only, role, secure


class Migration(migrations.Migration):
    dependencies: ClassVar = [("residency", "0195_fit")]

    operations: ClassVar = [
        secure("residency_fit_exception", select=role("site_director", "programme", "auditor"), insert=role("site_director")),
        append_only("residency_fit_exception"),
    ]
