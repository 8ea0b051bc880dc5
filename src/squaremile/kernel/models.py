"""What every table shares: a UUIDv7 key, a scoped manager, and spans of time as `Period`."""

from typing import Any

from django.contrib.postgres.fields import DateTimeRangeField
from django.db import DatabaseError, models
from django.db.backends.postgresql.psycopg_any import DateTimeTZRange

from squaremile.kernel.ids import uuid7
from squaremile.kernel.period import Period
from squaremile.kernel.scope import ScopedManager


class NotWritten(DatabaseError):
    """The row is seen and may not be changed: the statement was sound and reached no row."""


class Row(models.Model):
    """A row of a domain table. Its key sorts by birth and is never shown to people."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)

    objects = ScopedManager()

    class Meta:
        abstract = True

    def _save_table(self, *args: Any, **kwargs: Any) -> Any:
        """As Django does. What the server refuses has its error as the cause; Django alone says that no row was reached."""
        try:
            return super()._save_table(*args, **kwargs)  # type: ignore[misc]
        except DatabaseError as error:
            if error.__cause__ is None and not isinstance(error, NotWritten):
                raise NotWritten(str(error)) from error
            raise


class PeriodField(DateTimeRangeField):
    """A `tstzrange` column that is a `Period` in Python; always `[)`."""

    def from_db_value(self, value: Any, expression: object, connection: object) -> Period | None:
        return None if value is None else Period(value.lower, value.upper)

    def to_python(self, value: Any) -> Any:
        return value if isinstance(value, Period) else super().to_python(value)

    def get_prep_value(self, value: Any) -> Any:
        if isinstance(value, Period):
            return DateTimeTZRange(value.start, value.end, "[)")
        return super().get_prep_value(value)


def sound_period(field: str, name: str) -> models.CheckConstraint:
    """The CHECK that keeps a span finite, non-empty and half-open."""
    return models.CheckConstraint(
        name=name,
        condition=models.Q(
            **{
                f"{field}__isempty": False,
                f"{field}__lower_inf": False,
                f"{field}__upper_inf": False,
                f"{field}__lower_inc": True,
                f"{field}__upper_inc": False,
            }
        ),
    )


def code_fits_addresses(name: str) -> models.CheckConstraint:
    """A code is a piece of an address: without space, slash or the signs that mean something there (RFC 3986 §2.2)."""
    return models.CheckConstraint(name=name, condition=~models.Q(code__regex=r"[\s/\\?#%&+]"))


def both_names(name: str) -> models.CheckConstraint:
    """At least one of the two languages is written."""
    return models.CheckConstraint(name=name, condition=~models.Q(name_ko="", name_en=""))
