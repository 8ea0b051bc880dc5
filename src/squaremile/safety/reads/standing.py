"""What already stands somewhere and is too much: for those who answer for safety, and for nobody else."""

from decimal import Decimal

from squaremile.kernel.scope import require
from squaremile.kernel.words import Text
from squaremile.safety import rules
from squaremile.safety.models import Container
from squaremile.safety.policies import verdicts
from squaremile.safety.policies.limits import Unlimitable
from squaremile.safety.policies.quantity import decimal_of, said
from squaremile.safety.reads import areas, rule_packs, stock, weighing
from squaremile.safety.words import stock as words


def over(container: str) -> list[Text]:
    """The sums that go over their limit in the area of a container, of those that it counts in."""
    found = Container.objects.select_related("substance").filter(code=container).first()
    area = areas.of_room(found.room_id) if found and rules.see_everyone(require()) else None
    if found is None or area is None:
        return []
    held, known = rule_packs.held(area.packs), stock.known(found.substance)
    there, told = weighing.lines([area], held, known), []
    for pack in (each.pack for each in held):
        items = [line.item for line in there if line.pack == pack.code]
        if pack.kind == "designated_quantity":
            top, total = max(t.first for t in pack.thresholds), verdicts.totals(pack, items, stock.place_of(area))[verdicts.MULTIPLE]
            sums = [(pack.title, total, top, "×")] if total >= top else []
        else:
            try:
                sums = [
                    (pack.classes[c.hazard].label, c.exact, c.limit.limit or Decimal(0), c.limit.unit)
                    for c in stock.checks_in(area, pack, items) if c.over
                ]
            except Unlimitable:
                sums = []
        told += [
            words.STANDS_OVER.fill({"hazard": label, "total": said(decimal_of(total)), "limit": said(limit), "unit": unit})
            for label, total, limit, unit in sums
        ]
    return told
