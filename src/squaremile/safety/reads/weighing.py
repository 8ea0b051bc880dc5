"""What stands in control areas, added up by class. The only way to others' amounts.

The database adds up (`safety_sums`) and names nobody and nothing. In which classes a substance is, is found once by the
policies and kept until its facts or the pack change.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction
from typing import Any, NamedTuple
from uuid import UUID

from django.db import connection

from squaremile.kernel.errors import Forbidden
from squaremile.kernel.operation import NOT_ALLOWED
from squaremile.kernel.scope import asked_as, require, scope, system
from squaremile.safety import rules
from squaremile.safety.models import Substance as SubstanceRow
from squaremile.safety.models import SubstanceFound
from squaremile.safety.policies.classing import Substance, classed
from squaremile.safety.policies.quantity import VOLUME, Amount, ratio
from squaremile.safety.policies.sums import Item, countable, sharing
from squaremile.safety.reads import attached, mixtures
from squaremile.safety.reads.areas import AreaRow
from squaremile.safety.reads.nearby import Nearby
from squaremile.safety.reads.rule_packs import Held

_SUMS = "SELECT s.* FROM told, safety_sums(told.areas, told.mine, %s, %s, %s, %s) AS s"
_SAID = """
SELECT c.substance_id, c.scheme, c.classes, a.id IS NOT NULL FROM safety_substance_class c
  LEFT JOIN safety_class_agreement a ON a.entry_id = c.id WHERE c.current AND c.substance_id = ANY (%s)
"""
_SHARED = "SELECT pg_advisory_xact_lock_shared(hashtextextended('safety_substance_found', 61))"


Parted = tuple[list[tuple[Any, ...]], list[attached.Lot]]
ANY_CLASS = "*"
"""Asked of a pack where everything counts in one sum."""


@dataclass(frozen=True, slots=True)
class Line:
    """So much of what has the same classes in one pack: the asker's own, or everybody else's together. `lots`: containers
    in it."""

    area: UUID
    mine: bool
    pack: str
    item: Item
    lots: int
    public: bool = False
    """On the shelves of the stores, which everybody may read: counted exactly, as the asker's own is, and nobody's."""
    beside: str = ""
    """What it is, where it is no container."""


class Weighed(NamedTuple):
    """`beside` is None where nothing of it was asked, as nothing of the substance is counted."""

    lines: list[Line]
    beside: list[tuple[attached.Lot, Substance]] | None


def lines(
    found: Iterable[AreaRow | Nearby], packs: Sequence[Held], like: Substance | None = None, *, of: UUID | None = None,
) -> list[Line]:
    """What stands in some areas; only what counts in the same checks as `like`, where that is all that is asked. One
    statement, as long as every substance's classes were found before, and two more where something is attached. `of`: whose
    are told as `mine`: one of the asker's own, or any for those who see everyone's.

    Raises Forbidden. The database gives amounts to this purpose alone: what a request may ask there would be too much.
    """
    return weighed(found, packs, like, of=of).lines


def weighed(
    found: Iterable[AreaRow | Nearby], packs: Sequence[Held], like: Substance | None = None, *, of: UUID | None = None,
) -> Weighed:
    """The same with all that is no container (`beside`), for who asks for both."""
    mine = _mine(of)
    ids = [each.id for each in found]
    asked = [_asked(each, like) for each in packs]
    wanted = [each for each, classes in zip(packs, asked, strict=True) if classes != ""]
    if not ids or not wanted:
        return Weighed([], None)
    values: list[Any] = [
        [each.pack.code for each in wanted], [each.digest for each in wanted], [classes for classes in asked if classes != ""],
        [each.pack.kind == "designated_quantity" for each in wanted],
    ]  # fmt: skip
    rows, lots = _asked_here(attached.beside(_SUMS), ids, mine, values)
    unknown = {(row[2], each) for row in rows for each in row[-1] or ()}
    if unknown:
        with scope(system("weighing"), savepoint=False), connection.cursor() as cursor:
            cursor.execute(_SHARED)
            _find(wanted, unknown)
            rows, lots = _asked_here(attached.beside(_SUMS), ids, mine, values)
    others = _named(lots)
    by_code = {each.pack.code: each.pack for each in wanted}
    made = _sound(by_code, map(_line, rows))
    return Weighed(made + _beside(others, wanted, values[2]), others)


def beside(found: Iterable[AreaRow], *, of: UUID | None = None) -> list[tuple[attached.Lot, Substance]]:
    """What stands in some areas and is no container, lot by lot, with what it is; what no pack ever counts is left out. One
    statement, and two more where there is something. Whose is whose as in `lines`. Raises Forbidden."""
    _rows, lots = _asked_here(attached.alone(), [each.id for each in found], _mine(of), [])
    return _named(lots)


def _asked_here(statement: str, ids: Sequence[UUID], mine: Sequence[UUID], values: Sequence[Any]) -> Parted:
    """One statement, whatever is asked."""
    given = {"areas": ("uuid[]", ids), "mine": ("uuid[]", mine)}
    return attached.parted(asked_as(system("weighing"), statement, values, given))


def _named(lots: Sequence[attached.Lot]) -> list[tuple[attached.Lot, Substance]]:
    """What each lot is, but for what no pack ever counts. Two statements where there is one, and two of the scope."""
    if not lots:
        return []
    with scope(system("weighing"), savepoint=False):
        known = attached.substances(lots, facts)
    return [(lot, known[lot.which]) for lot in lots if lot.which in known]


def alike(of: UUID | None) -> bool:
    """Whether the same are told as `mine` as where nobody is named."""
    return _mine(of) == _mine(None)


def _mine(of: UUID | None) -> list[UUID]:
    asking = require()
    if not rules.see_everyone(asking) and not (asking.actor and asking.organisations):
        raise Forbidden(NOT_ALLOWED)
    return [of] if of is not None and (of in asking.organisations or rules.see_everyone(asking)) else list(asking.organisations)


def facts(found: Iterable[SubstanceRow]) -> dict[UUID, Substance]:
    """Substances of the register as the policies take them. One statement, and a few where there are mixtures with components."""
    rows = list(found)
    made = _facts(rows)
    inside = mixtures.inside([row.id for row in rows if row.mixture], _facts)
    return made | {key: replace(made[key], parts=parts) for key, parts in inside.items()}


def _facts(found: Iterable[SubstanceRow]) -> dict[UUID, Substance]:
    """The same without what mixtures are made of."""
    rows = list(found)
    said: dict[UUID, list[tuple[str, tuple[str, ...], bool]]] = defaultdict(list)
    if rows:
        with connection.cursor() as cursor:
            cursor.execute(_SAID, [[row.id for row in rows]])
            for substance, scheme, classes, agreed in cursor.fetchall():
                said[substance].append((scheme, tuple(classes), agreed))
    return {row.id: _plain(row, said[row.id]) for row in rows}


def _plain(row: SubstanceRow, said: Iterable[tuple[str, tuple[str, ...], bool]]) -> Substance:
    """What a company enters for its own substance counts as its claim until safety has agreed."""
    own = row.organisation_id is not None
    return Substance(
        row.name_en or row.name_ko, row.phase, row.cas, row.flash_c, row.boil_c, row.autoignition_c, row.water_soluble, row.density,
        {scheme: classes for scheme, classes, agreed in said if agreed or not own},
        {scheme: classes for scheme, classes, agreed in said if own and not agreed}, own,
    )


def _asked(held: Held, like: Substance | None) -> str | None:
    """Which classes are asked of a pack: everything (None), all that has one, some, or none where the substance has none there."""
    if like is None:
        return None
    classes = classed(held.pack, like).classes
    shared = sharing(held.pack, classes) if classes else ()
    return ANY_CLASS if shared is None else ",".join(shared)


def _find(packs: Iterable[Held], unknown: Iterable[tuple[str, UUID]]) -> None:
    wanted = set(unknown)
    known = facts(SubstanceRow.objects.filter(id__in={substance for _pack, substance in wanted}))
    made = []
    for held in packs:
        for substance, plain in known.items():
            if (held.pack.code, substance) in wanted:
                said = classed(held.pack, plain)
                made.append(SubstanceFound(
                    substance_id=substance, pack=held.pack.code, digest=held.digest, classes=list(said.classes),
                    certainty=said.certainty, density=said.density, unsure=said.unsure, phase=plain.phase,
                ))  # fmt: skip
    SubstanceFound.objects.bulk_create(
        made, update_conflicts=True, unique_fields=["substance", "pack"],
        update_fields=["digest", "classes", "certainty", "density", "unsure", "phase"],
    )


def _line(row: tuple[Any, ...]) -> Line:
    area, mine, pack, classes, sure, unsure, phase, condition, in_cabinet, dimension, density, amount, weight, lots, _ = row
    exact: Decimal | Fraction | None = density
    if exact is None and weight is not None and dimension == VOLUME:
        exact = ratio(weight, amount)
    item = Item(
        "", Amount(amount, dimension), phase, tuple(classes or ()), condition, in_cabinet, exact, sure or "",
        bool(unsure),
    )
    return Line(area, mine, pack, item, lots)


def _beside(lots: Sequence[tuple[attached.Lot, Substance]], packs: Sequence[Held], asked: Sequence[str | None]) -> list[Line]:
    """What is attached, in every pack in which it counts for what is asked."""
    made = []
    for held, classes in zip(packs, asked, strict=True):
        wanted = None if classes is None or classes == ANY_CLASS else set(classes.split(","))
        for lot, plain in lots:
            item = lot.item(held.pack, plain)
            if wanted is None or wanted & set(item.classes):
                line = Line(lot.area, lot.mine, held.pack.code, item, lot.lots, lot.public, plain.name or lot.key)
                made.append(sound(held.pack, line))
    return made


def sound(pack: Any, line: Line) -> Line:
    """What cannot be turned into the limit's unit is treated as unclassified, never as nothing."""
    return line if countable(pack, line.item) else _unclassified(line)


def _sound(packs: Mapping[str, Any], found: Iterable[Line]) -> list[Line]:
    """`sound` for many, looked at once for all that are alike."""
    known: dict[tuple[object, ...], bool] = {}
    made = []
    for line in found:
        item = line.item
        alike = (line.pack, item.classes, item.state, item.amount.dimension, item.density is None)
        if alike not in known:
            known[alike] = countable(packs[line.pack], item)
        made.append(line if known[alike] else _unclassified(line))
    return made


def _unclassified(line: Line) -> Line:
    return replace(line, item=replace(line.item, classes=()))
