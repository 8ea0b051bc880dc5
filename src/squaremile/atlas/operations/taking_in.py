"""Taking in organisations by the thousand: found again by what the source calls them, filled where empty, made where new.

What somebody wrote, or another source said, is never written over; what this very source said before is renewed.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any
from uuid import UUID

from django.db import connection
from django.db.models.functions import Lower

from squaremile.atlas import rules
from squaremile.atlas.models import Identifier, Organisation, Provenance, Source
from squaremile.atlas.operations import entries, organisations, placards, placing, taking_in_parts
from squaremile.atlas.operations.organisations import SAID_BY_TABLE
from squaremile.atlas.policies.records import Entrant, Taken
from squaremile.atlas.words import registry as words
from squaremile.core.words import BAD_INPUT
from squaremile.kernel import clock
from squaremile.kernel.ids import MANY, short_code
from squaremile.kernel.operation import note, operation

BATCH = 2000
FIELDS = (
    "name_ko", "name_en", "also", "kind", "founded", "status", "country", "city", "ror", "openalex", "lei", "website",
)  # fmt: skip
NUMBERS = ("ror", "openalex", "lei")


@operation(
    "atlas.import_organisations", ko="기관 한꺼번에 들이기", en="Take in organisations", may=rules.take_in,
    refuses=(words.SOURCE_UNKNOWN,),
    constraints={
        "atlas_identifier_once": BAD_INPUT, "atlas_provenance_once_a_field": BAD_INPUT, "atlas_site_region_once": BAD_INPUT,
        **SAID_BY_TABLE,
    },
)
def import_organisations(*, source: str, rows: list[Entrant], published: bool = False) -> Taken:
    """Bring in what a source says of organisations: their names and numbers, sites, activities and parents.

    Found by number (ROR, OpenAlex, LEI), by what the source calls it, or by its very name and country where only one
    has it; else made, as a draft or `published`.
    """
    placing.alone()
    run = _Taking(entries.source(source), rows, published=published)
    run.found()
    for start in range(0, len(rows), BATCH):
        run.write(rows[start : start + BATCH])
    run.parents()
    taken = run.taken
    note(subject=run.origin, made=len(taken.made), filled=len(taken.filled), same=len(taken.same), more=taken.more)
    return taken


def _parts(wanted: Iterable[str]) -> Iterator[list[str]]:
    """A part at a time: the planner knows nothing of rows of this very transaction, and would walk all for each."""
    every = sorted(wanted)
    return (every[start : start + BATCH] for start in range(0, len(every), BATCH))


class _Taking:
    """One run: what is here, and what has been made so far."""

    def __init__(self, origin: Source, rows: Sequence[Entrant], *, published: bool) -> None:
        self.origin, self.rows, self.published = origin, rows, published
        self.taken = Taken()
        self.here: dict[str, Organisation] = {}
        self.known: set[str] = set()
        self.above: dict[str, Organisation] = {}
        """Organisations that rows name as parents and that came before, by key."""

    def found(self) -> None:
        """Which of them are here already."""
        by_number = {name: self._by_number(name) for name in NUMBERS}
        called = dict(self._called())
        self.known = set(called)
        self.above = {key: one.merged_into or one for key, one in called.items()}
        named = self._named({row.key for row in self.rows} - set(called))
        for row in self.rows:
            one = called.get(row.key)
            for name in NUMBERS:
                one = one or by_number[name].get(getattr(row, name))
            one = one or named.get(_name(row))
            if one is not None:
                self.here[row.key] = one.merged_into or one

    def _by_number(self, name: str) -> dict[str, Organisation]:
        wanted = {getattr(row, name) for row in self.rows} - {""}
        rows = Organisation.objects.select_related("merged_into")
        return {getattr(one, name): one for part in _parts(wanted) for one in rows.filter(**{f"{name}__in": part})}

    def _called(self) -> Iterable[tuple[str, Organisation]]:
        wanted = {key for row in self.rows for key in (row.key, row.parent) if key}
        rows = Identifier.objects.filter(source=self.origin).select_related("organisation__merged_into")
        return ((one.value, one.organisation) for part in _parts(wanted) for one in rows.filter(value__in=part))

    def _named(self, keys: set[str]) -> dict[tuple[str, str], Organisation]:
        """By name and country, where only one has them and this source has not named it yet."""
        names = {_name(row) for row in self.rows if row.key in keys and not any(getattr(row, n) for n in NUMBERS)}
        if not names:
            return {}
        found: dict[tuple[str, str], list[Organisation]] = {}
        said = [name for name, _ in names]
        rows = Organisation.objects.filter(merged_into=None).exclude(identifiers__source=self.origin)
        for column in ("name_en", "name_ko"):
            for one in rows.annotate(low=Lower(column)).filter(low__in=said):
                found.setdefault((one.low, one.country), []).append(one)
        return {name: same[0] for name, same in found.items() if name in names and len(same) == 1}

    def write(self, rows: Sequence[Entrant]) -> None:
        """One part of them: organisations, then what came with them."""
        new = self._made([row for row in rows if row.key not in self.here])
        changed = self._filled([row for row in rows if row.key in self.here and row.key not in new])
        Identifier.objects.bulk_create(
            [Identifier(organisation=self.here[row.key], source=self.origin, value=row.key) for row in rows if row.key not in self.known],
            BATCH, ignore_conflicts=True,
        )  # fmt: skip
        self.known |= {row.key for row in rows}
        told = [(self.here[key].id, name) for key in new for name in organisations.said_of(self.here[key])]
        told += [(self.here[key].id, name) for key, names in changed.items() for name in names]
        self._tell(told)
        self.taken.codes |= {row.key: self.here[row.key].code for row in rows}
        beside = taking_in_parts.take(self.origin, [(self.here[row.key], row) for row in rows], fresh=new)
        self.taken.made |= new
        self.taken.filled |= (set(changed) | beside.changed) - new
        self.taken.same |= {row.key for row in rows} - new - self.taken.filled
        for name, count in beside.counts.items():
            self.taken.more[name] = self.taken.more.get(name, 0) + count
        placards.organisations([self.here[key] for key in (*new, *changed)])

    def _made(self, rows: Sequence[Entrant]) -> set[str]:
        made = {}
        for row in rows:
            made[row.key] = Organisation(
                code=short_code("AO", MANY), published=self.published, created_at=clock.now(),
                **{name: getattr(row, name) or (None if name in (*NUMBERS, "founded") else "") for name in FIELDS},
            )  # fmt: skip
        Organisation.objects.bulk_create(made.values(), BATCH)
        self.here |= made
        return set(made)

    def _filled(self, rows: Sequence[Entrant]) -> dict[str, list[str]]:
        """What was empty, or was this source's own word, says now what the row says."""
        told = Provenance.objects.filter(subject__in={self.here[row.key].id for row in rows}, source=self.origin)
        own = set(told.values_list("subject", "field"))
        changed: dict[str, list[str]] = {}
        for row in rows:
            one = self.here[row.key]
            names = [
                name for name in FIELDS
                if (value := getattr(row, name)) not in ("", None) and value != getattr(one, name)
                if getattr(one, name) in ("", None) or (one.id, name) in own
            ]  # fmt: skip
            if names:
                changed[row.key] = names
                for name in names:
                    setattr(one, name, getattr(row, name))
        Organisation.objects.bulk_update([self.here[key] for key in changed], FIELDS, BATCH) if changed else None
        return changed

    def _tell(self, told: Sequence[tuple[UUID, str]]) -> None:
        day = entries.day_of(self.origin)
        rows = [Provenance(kind="organisation", subject=key, field=name, source=self.origin, as_of=day) for key, name in told]
        Provenance.objects.bulk_create(
            rows, BATCH * 4, update_conflicts=True, unique_fields=["subject", "field"], update_fields=["source", "as_of"]
        )

    def parents(self) -> None:
        """Who belongs to whom, where nobody has said so yet and it makes no ring."""
        above: dict[Any, Any] = {}
        for row in self.rows:
            one, home = self.here[row.key], self.here.get(row.parent) or self.above.get(row.parent)
            if home is not None and home.id != one.id and one.parent_id is None and not _ring(above, home.id, one.id):
                above[one.id] = home.id
                one.parent = home
        changed = [one for one in {o.id: o for o in self.here.values()}.values() if one.id in above]
        self._belong(changed)
        self._tell([(one.id, "parent") for one in changed])
        self.taken.more["parents"] = len(changed)


    @staticmethod
    def _belong(children: Sequence[Organisation]) -> None:
        """All at once: a CASE of ten thousand branches, as `bulk_update` says it, takes minutes."""
        with connection.cursor() as cursor:
            cursor.execute(
                "UPDATE atlas_organisation AS child SET parent_id = said.home"
                " FROM unnest(%s::uuid[], %s::uuid[]) AS said(id, home) WHERE child.id = said.id",
                ([one.id for one in children], [one.parent_id for one in children]),
            )


def _ring(above: dict[Any, Any], home: Any, one: Any) -> bool:
    seen = set()
    while home is not None and home not in seen:
        if home == one:
            return True
        seen.add(home)
        home = above.get(home)
    return False


def _name(row: Entrant) -> tuple[str, str]:
    return (row.name_en or row.name_ko).lower(), row.country
