"""Rooms with what stands in them: as a tree, and one room with everything that is known of it.

What a company is told of neighbours that do not get along is about its own containers alone: a warning about a rival's
would say what the rival keeps.
"""

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from uuid import UUID

from django.db import connection

from squaremile.kernel.words import Text, both
from squaremile.safety.models import Substance as SubstanceRow
from squaremile.safety.policies import packs
from squaremile.safety.policies.classing import Substance, classed
from squaremile.safety.policies.incompatible import GROUPS, Clash, clashes, groups
from squaremile.safety.policies.packs import Pack
from squaremile.safety.policies.quantity import said
from squaremile.safety.reads import areas, containers, rule_packs, unclassified, weighing
from squaremile.safety.reads.areas import AreaRow
from squaremile.safety.reads.containers import ContainerRow
from squaremile.safety.reads.standing_kinds import Kinds
from squaremile.spaces.reads import places

_TREE = """
WITH RECURSIVE held AS (
  SELECT room_id AS id, dimension, count(*) AS n, sum(amount) AS amount FROM safety_container
   WHERE state = ANY (ARRAY['received', 'opened']) AND (%(company)s = '' OR organisation_id IN (
     SELECT id FROM core_organisation WHERE code = %(company)s)) GROUP BY 1, 2),
up AS (
  SELECT p.id, p.parent_id, h.dimension, h.n, h.amount FROM held h JOIN spaces_place p ON p.id = h.id
  UNION ALL SELECT p.id, p.parent_id, u.dimension, u.n, u.amount FROM up u JOIN spaces_place p ON p.id = u.parent_id),
summed AS (SELECT id, dimension, sum(n) AS n, sum(amount) AS amount FROM up GROUP BY 1, 2)
SELECT p.id, p.parent_id, p.code, p.kind, p.name_ko, p.name_en, sum(s.n), jsonb_object_agg(s.dimension, s.amount::text)
  FROM summed s JOIN spaces_place p ON p.id = s.id GROUP BY p.id
UNION ALL
SELECT b.id, b.room_id, b.code, 'cabinet', b.name_ko, b.name_en, sum(c.n), jsonb_object_agg(c.dimension, c.amount::text)
  FROM safety_cabinet b JOIN (
    SELECT cabinet_id, dimension, count(*) AS n, sum(amount) AS amount FROM safety_container
     WHERE state = ANY (ARRAY['received', 'opened']) AND (%(company)s = '' OR organisation_id IN (
       SELECT id FROM core_organisation WHERE code = %(company)s)) GROUP BY 1, 2) c ON c.cabinet_id = b.id
 GROUP BY b.id
 ORDER BY 3
"""
_UNITS = (("volume", "L"), ("weight", "kg"), ("gas", "L (NTP)"))


@dataclass(frozen=True, slots=True)
class Branch:
    """One place of the tree and how many containers stand in it and below."""

    code: str
    name: Text
    depth: int
    containers: int
    kind: str
    amounts: tuple[str, ...]
    """How much of liquids, solids and gases stands in it and below, each in its unit."""

    @property
    def room(self) -> bool:
        return self.kind in ("room", "suite")


@dataclass(frozen=True, slots=True)
class Beside:
    """Neighbours in one cabinet, or outside cabinets in one room, that do not get along."""

    where: Text | None
    clash: Clash


@dataclass(frozen=True, slots=True)
class Room:
    """Everything about a room that its reader may know."""

    code: str
    name: Text
    area: AreaRow | None
    containers: tuple[ContainerRow, ...]
    groups: tuple[tuple[Text, int], ...]
    unclassified: int
    beside: tuple[Beside, ...]

    @property
    def cabinets(self) -> tuple[areas.CabinetRow, ...]:
        return next((r.cabinets for r in self.area.rooms if r.code == self.code), ()) if self.area else ()


def tree(*, company: str = "") -> list[Branch]:
    """Places with containers in them, each under the one it lies in, down to the cabinet. One statement. `company`: what one
    of those that the asker sees keeps."""
    with connection.cursor() as cursor:
        cursor.execute(_TREE, {"company": company})
        rows = cursor.fetchall()
    below = defaultdict(list)
    for row in rows:
        below[row[1]].append(row)

    def branch(parent: UUID | None, depth: int) -> Iterable[Branch]:
        for key, _parent, code, kind, ko, en, n, amounts in below[parent]:
            yield Branch(code, both(ko, en), depth, int(n), kind, _amounts(amounts))
            yield from branch(key, depth + 1)

    return list(branch(None, 0))


def _amounts(found: Mapping[str, str] | str) -> tuple[str, ...]:
    sums = json.loads(found) if isinstance(found, str) else found
    return tuple(f"{said(Decimal(sums[kind]))} {unit}" for kind, unit in _UNITS if kind in sums)


def room(code: str) -> Room:
    """One by its code. Raises Missing."""
    place = places.find(code)
    rows = containers.here(room=code)
    its = _groups_of({row.substance for row in rows})
    counted: dict[str, int] = defaultdict(int)
    for row in rows:
        for group in its.get(row.substance, ()):
            counted[group] += 1
    area = areas.of_room(place.id)
    blank = unclassified.codes(unclassified.everywhere(only=[area.id])) if area else set()
    return Room(
        place.code, place.name, area, tuple(rows), tuple((GROUPS[g], counted[g]) for g in GROUPS if counted[g]),
        sum(1 for row in rows if row.code in blank), tuple(_beside(rows, its)),
    )  # fmt: skip


def around(row: ContainerRow) -> list[Beside]:
    """The neighbours of one container that it does not get along with."""
    rows = [each for each in containers.here(room=row.room) if each.cabinet == row.cabinet]
    its = _groups_of({each.substance for each in rows})
    return [each for each in _beside(rows, its) if row.code in (*each.clash.ones, *each.clash.others)]


def warnings(room: UUID, coming: Substance, there: Kinds, every: Sequence[Pack]) -> list[Text]:
    """What of a company's own in a room (of everybody's, where staff ask for nobody) will not get along with what comes.
    `there`: what of it stands in the room, and maybe in others; `every`: the packs by which substances are classed."""
    mine = groups_of(coming, every)
    if not mine:
        return []
    beside = {substance for where, substance, _dimension in there.here if where == room and substance in there.facts}
    its = {str(each): groups_of(there.facts[each], every) for each in beside}
    told = clashes({"": mine, **its})
    return list(dict.fromkeys(each.says for each in told if "" in each.ones or "" in each.others))


def _beside(rows: Iterable[ContainerRow], its: Mapping[str, frozenset[str]]) -> Iterable[Beside]:
    together: dict[str, list[ContainerRow]] = defaultdict(list)
    for row in rows:
        together[row.cabinet].append(row)
    for some in together.values():
        for clash in clashes({row.code: its.get(row.substance, frozenset()) for row in some}):
            yield Beside(some[0].cabinet_name, clash)


def _groups_of(codes: set[str]) -> dict[str, frozenset[str]]:
    if not codes:
        return {}
    found = list(SubstanceRow.objects.filter(code__in=codes))
    plain = weighing.facts(found)
    every = counting_packs()
    return {row.code: groups_of(plain[row.id], every) for row in found}


def counting_packs() -> list[Pack]:
    """The packs by which substances are classed, in the editions of today. One statement."""
    return list(rule_packs.in_force(packs.counting()).values())


def groups_of(plain: Substance, every: Sequence[Pack]) -> frozenset[str]:
    """What a substance is kept apart by; a mixture by what is in it, too."""
    return groups(classes_of(plain, every)).union(*(groups(classes_of(part.substance, every)) for part in plain.parts))


def classes_of(plain: Substance, every: Iterable[Pack]) -> dict[str, tuple[str, ...]]:
    """Of a substance, in every scheme: entered, or found by a pack's own rule."""
    entered = {scheme: tuple(classes) for scheme, classes in plain.entered.items()}
    return entered | {rules.code: classed(rules, plain).classes for rules in every if rules.code not in entered}
