"""Sheets as they are written: columns go to the database as they are, inside the operation that rates a bill."""

from collections import Counter
from collections.abc import Iterator
from typing import Any

from squaremile.billing.models import Bill
from squaremile.billing.policies.charges import decimal
from squaremile.billing.policies.sheets import Sheet
from squaremile.billing.reads.rating import Rated
from squaremile.kernel import columns
from squaremile.kernel.columns import Keys, sent
from squaremile.kernel.ids import uuid7

_COLUMNS = (
    "id", "bill_id", "organisation_id", "key", "number", "kind", "month", "item", "label_ko", "label_en", "card", "version", "project_id",
    "subject", "nfec", "use_mode", "payer_class", "first", "last", "lines", "quantity", "unit", "amount", "net", "tax_code", "tax_category",
    "tax_percent", "per_unit", "caps", "uses", "counted", "booked", "before", "total", "amounts", "nets", "let",
)  # fmt: skip
_INSERT = f"INSERT INTO billing_charge_sheet ({', '.join(_COLUMNS)}) VALUES ({', '.join(['%s'] * len(_COLUMNS))})"


def write(bill: Bill, rated: Rated) -> None:
    """The sheets of a bill. One statement for all, sent together."""
    if rated.sheets and rated.keys is not None:
        with columns.cursor() as cursor:
            cursor.executemany(_INSERT, list(_rows(bill, rated.sheets, rated.keys)))


def _rows(bill: Bill, sheets: list[Sheet], keys: Keys) -> Iterator[tuple[Any, ...]]:
    numbers = Counter[str]()
    for one in (part for sheet in sheets for part in sheet.split()):
        of, key = one.of, one.of.key
        yield (
            uuid7(), bill.id, bill.organisation_id, key, numbers[key], of.kind, of.month, of.item, of.label.ko[:120], of.label.en[:120],
            of.card, of.version, of.project, of.subject, of.nfec, of.use_mode, one.payer_class, of.first, of.last, one.uses, of.quantity,
            of.unit, of.amount, of.net, of.tax.code, of.tax.category, decimal(of.tax.percent), one.per_unit, list(one.caps),
            sent(keys[one.rows]), sent(one.counted), *(None if c is None else sent(c) for c in (one.booked, one.before, one.total)),
            sent(one.amounts), sent(one.nets), None if one.let is None else sent(one.let),
        )
        numbers[key] += 1
