"""The counting of the atlas as expressions: tables in, tables out, nothing computed until an engine runs them.

Every figure is an integer, or a quotient or sum of a few: integers are equal on every engine, floats to 1e-12.
A table `units` has one row for each thing counted; the columns are named by the caller.
"""

import itertools
from collections.abc import Sequence

import ibis
from ibis import _

from squaremile.atlas.engine.grid import NOWHERE, SIZES

Table = ibis.Table


def cell_counts(sites: Table, sizes: Sequence[int] = SIZES) -> Table:
    """(size, cell, sites, organisations) at each size, from `cell_<size>`, `site` and `organisation`.

    A site without a place is in no cell. `size` is metres.
    """
    return ibis.union(*(_in_cells(sites, size) for size in sizes)) if len(sizes) > 1 else _in_cells(sites, sizes[0])


def _in_cells(sites: Table, size: int) -> Table:
    column = f"cell_{size}"
    return (
        sites.filter(sites[column] != NOWHERE)
        .group_by(cell=sites[column])
        .aggregate(sites=_.site.nunique(), organisations=_.organisation.nunique())
        .select(size=ibis.literal(size, "int64"), cell=_.cell, sites=_.sites, organisations=_.organisations)
    )


def membership(sites: Table, region_cells: Table, size: int = SIZES[0]) -> Table:
    """(site, region): which region each site lies in, a join of two integers. Sites outside all regions are not there."""
    here = region_cells.filter(_["size"] == size).select(region=_.region, key=_.cell)
    doors = sites.select(site=_.site, key=sites[f"cell_{size}"])
    return doors.join(here, "key").select("site", "region")


def facts(units: Table, *, region: str, activity: str, unit: str, jobs: str | None = None) -> Table:
    """(region, activity, units, jobs): distinct units of each activity in each region, and their jobs.

    A unit that is listed twice with the same activity counts once (its jobs too: the most that a row says). Rows without
    a region or an activity are left out. `jobs` is 0 where no column is named.
    """
    said = units.select(
        region=units[region], activity=units[activity], unit=units[unit],
        jobs=units[jobs].cast("int64") if jobs else ibis.literal(0, "int64"),
    )  # fmt: skip
    once = said.filter(_.region.notnull() & _.activity.notnull()).group_by("region", "activity", "unit").aggregate(
        jobs=_.jobs.max()
    )
    return once.group_by("region", "activity").aggregate(
        units=_.count(), jobs=ibis.coalesce(_.jobs.sum(), ibis.literal(0, "int64"))
    )


def quotients(found: Table, *, value: str = "units") -> Table:
    """(region, activity, value, share, share_of_all, lq) of facts with a positive value.

    share = x_rc/x_r., share_of_all = x_.c/x_.., lq their quotient (Balassa 1965). All activities of the table are the
    base: filter it first where the base is narrower.
    """
    cells = found.select("region", "activity", value=found[value].cast("int64")).filter(_.value > 0)
    of_region = cells.group_by("region").aggregate(in_region=_.value.sum())
    of_activity = cells.group_by("activity").aggregate(in_activity=_.value.sum())
    total = cells.aggregate(in_all=_.value.sum())
    joined = cells.join(of_region, "region").join(of_activity, "activity").cross_join(total)
    shares = joined.select(
        "region", "activity", "value",
        share=_.value.cast("float64") / _.in_region.cast("float64"),
        share_of_all=_.in_activity.cast("float64") / _.in_all.cast("float64"),
    )  # fmt: skip
    return shares.mutate(lq=_.share / _.share_of_all)


def cooccurrence(pairs: Table, *, group: str, item: str, least: int = 1) -> Table:
    """(a, b, together) with a < b: in how many groups both items occur (topics of one work, activities of one region)."""
    once = pairs.select(key=pairs[group], item=pairs[item]).distinct()
    left, right = once.select(key=_.key, a=_.item), once.select(key=_.key, b=_.item)
    both = left.join(right, "key").filter(_.a < _.b)
    return both.group_by("a", "b").aggregate(together=_.count()).filter(_.together >= least)


def trend(events: Table, *, period: str, item: str, unit: str) -> Table:
    """(item, period, units, units_of_all, share): growth is read from the share, because an indexer grows by itself."""
    said = events.select(period=events[period], item=events[item], unit=events[unit])
    said = said.filter(_.item.notnull() & _.period.notnull())
    every = said.group_by("period").aggregate(units_of_all=_.unit.nunique())
    each = said.group_by("item", "period").aggregate(units=_.unit.nunique())
    return each.join(every, "period").select(
        "item", "period", "units", "units_of_all",
        share=_.units.cast("float64") / _.units_of_all.cast("float64"),
    )  # fmt: skip


def ties(pairs: Table, *, group: str, party: str, most: int = 100) -> Table:
    """(a, b, works, weight) with a < b: works that two parties share.

    `weight` divides each work among its pairs, 2/(n(n-1)), so that a consortium of fifty is not fifty times a
    collaboration. Works of more than `most` parties are left out (n parties make n(n-1)/2 pairs): count them with
    `crowded`.
    """
    once = pairs.select(key=pairs[group], party=pairs[party]).distinct()
    sizes = once.group_by("key").aggregate(parties=_.count()).filter((_.parties > 1) & (_.parties <= most))
    sizes = sizes.mutate(share=2.0 / (_.parties * (_.parties - 1)).cast("float64"))
    left = once.join(sizes, "key").select(key=_.key, a=_.party, share=_.share)
    right = once.select(key=_.key, b=_.party)
    both = left.join(right, "key").filter(_.a < _.b)
    return both.group_by("a", "b").aggregate(works=_.count(), weight=_.share.sum())


def crowded(pairs: Table, *, group: str, party: str, most: int = 100) -> Table:
    """(groups): how many have more than `most` parties, and are therefore in no tie."""
    once = pairs.select(key=pairs[group], party=pairs[party]).distinct()
    sizes = once.group_by("key").aggregate(parties=_.count()).filter(_.parties > most)
    return sizes.aggregate(groups=_.count())


def top(table: Table, *, by: str, k: int, keys: Sequence[str]) -> Table:
    """The k rows with the largest `by`; among equals the smallest keys come first, so the answer is always the same."""
    return table.order_by([ibis.desc(by), *keys]).limit(k)


def distinct(units: Table, *, among: Sequence[str], organisation: str) -> Table:
    """(…among, organisations): how many different organisations, not how many doors."""
    known = units.filter(*(units[name].notnull() for name in among))
    return known.group_by(*among).aggregate(organisations=known[organisation].nunique())


def sliced(events: Table, *, year: str, starts: Sequence[int], end: int) -> Table:
    """The events with a column `slice`: the start of the span [start, next start) that their year falls in.

    The last span ends before `end`. Events outside all spans are left out. Raises ValueError where starts do not ascend.
    """
    bounds = [*starts, end]
    if len(starts) == 0 or any(a >= b for a, b in itertools.pairwise(bounds)):
        raise ValueError("the starts of time slices ascend, and the end comes after them")
    inside = events.filter((events[year] >= bounds[0]) & (events[year] < end))
    said = [(inside[year] >= start, ibis.literal(start, "int64")) for start in reversed(starts)]
    return inside.mutate(slice=ibis.cases(*said, else_=ibis.literal(bounds[0], "int64")))
