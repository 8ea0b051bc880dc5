"""Recalls: what is left is blocked at once, and those who got some are told."""

from squaremile.kernel import clock
from squaremile.kernel.errors import Invalid
from squaremile.kernel.ids import short_code
from squaremile.kernel.operation import note, operation, publish
from squaremile.kernel.scope import require
from squaremile.published.stores import LotRecalled
from squaremile.stores import rules
from squaremile.stores.models import Lot, Recall
from squaremile.stores.operations.items import lot_by_code
from squaremile.stores.words import orders as words
from squaremile.stores.words import stockroom as stock_words


@operation(
    "stores.recall_lot", ko="로트 회수하기", en="Recall a lot", may=rules.recall, refuses=(stock_words.LOT_UNKNOWN, words.RECALL_UNREASONED),
    constraints={
        "stores_recall_lot_id_key": stock_words.LOT_RECALLED, "lot_step_allowed": stock_words.LOT_RECALLED,
        "recall_reasoned": words.RECALL_UNREASONED,
    },
)
def recall_lot(*, stock_lot: str, reason_ko: str = "", reason_en: str = "") -> Recall:
    """Nobody gets any more of it from now on. Every company that got some, and whoever took it, is told."""
    lot = lot_by_code(stock_lot)
    if not (reason_ko.strip() or reason_en.strip()):
        raise Invalid(words.RECALL_UNREASONED)
    made = Recall.objects.create(
        code=short_code("RC"), lot=lot, reason_ko=reason_ko.strip()[:300], reason_en=reason_en.strip()[:300], person=require().actor,
        at=clock.now(),
    )
    Lot.objects.filter(id=lot.id).update(state="recalled")
    note(subject=made, lot=lot.code, item=lot.item.code)
    publish(LotRecalled(made.id, made.code))
    return made
