"""The stated queries: each by name, the tables it wants, and its rows in one order, so that answers can be compared."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import ibis
from ibis import _

from squaremile.atlas.engine import expressions as ex
from squaremile.atlas.engine.dataset import Dataset
from squaremile.atlas.engine.grid import SIZES
from squaremile.atlas.measures.refusing import Unmeasurable
from squaremile.kernel.words import Text

Table = ibis.Table
LEVELS = ("topic", "subfield", "field", "domain")
TOPICS = ("first", "every")
BY_TOPIC = ("facts", "quotients", "slices", "trend")
AREAS = ("country", "region", "city", "drawn")


@dataclass(frozen=True, slots=True)
class Asked:
    """What the queries are about.

    `area` of a site (a column, or regions drawn as cells); `level` of topics; `topics` of a work: its first, or every one;
    years [since, until); the width of time slices in years; k of lists; most institutions of a work in ties.
    """

    area: str = "country"
    level: str = "field"
    topics: str = "first"
    since: int = 1900
    until: int = 2100
    slice_years: int = 5
    k: int = 20
    most: int = 100


@dataclass(frozen=True, slots=True)
class Query:
    """`build` makes the expression; `order` sorts its rows completely."""

    says: Text
    wants: tuple[str, ...]
    build: Callable[[Dataset, Asked], Table]
    order: tuple[str, ...]


def expression(name: str, data: Dataset, asked: Asked) -> Table:
    """The query's rows in their order. Raises Unmeasurable for an unknown query, area or level, or a missing table."""
    query = QUERIES.get(name)
    if query is None:
        raise _unknown("query", name, tuple(QUERIES))
    if asked.area not in AREAS:
        raise _unknown("area", asked.area, AREAS)
    if asked.level not in LEVELS:
        raise _unknown("level", asked.level, LEVELS)
    if asked.topics not in TOPICS:
        raise _unknown("topics", asked.topics, TOPICS)
    if name in BY_TOPIC and asked.topics == "first" and data.has("works") and not data.first_topics():
        raise Unmeasurable(
            Text(ko="논문마다 첫 주제가 적혀 있지 않습니다.", en="No work says its first topic."),
            Text(ko="--topics every로 논문의 모든 주제를 세십시오.", en="Count every topic of a work: --topics every."),
        )
    found = query.build(data, asked)
    return found if name == "leaders" else found.order_by(list(query.order))


def possible(data: Dataset, asked: Asked) -> list[str]:
    """The queries whose tables are there."""
    more = {"region_cells"} if asked.area == "drawn" else set()
    by_area = {*BY_TOPIC, "distinct", "site-facts"} - {"trend"}
    there = set(data.names())
    known = [n for n, q in QUERIES.items() if {*q.wants, *(more if n in by_area else ())} <= there]
    hidden = BY_TOPIC if asked.topics == "first" and not data.first_topics() else ()
    return [name for name in known if name not in hidden]


def _unknown(what: str, name: str, known: tuple[str, ...]) -> Unmeasurable:
    ko = {"query": "질의", "area": "지역", "level": "단계", "topics": "주제 세는 법"}[what]
    return Unmeasurable(
        Text(ko=f"{ko} {name}은(는) 없습니다.", en=f"There is no {what} {name}."),
        Text(ko=f"있는 것: {', '.join(known)}", en=f"There are: {', '.join(known)}."),
    )


def _areas(data: Dataset, asked: Asked) -> Table:
    """(site, area): a column of the sites, or the integer join with drawn regions."""
    sites = data.table("sites")
    if asked.area == "drawn":
        return ex.membership(sites, data.table("region_cells")).select(site=_.site, area=_.region)
    return sites.select(site=_.site, area=sites[asked.area]).filter(_.area.notnull())


def _when(table: Table, asked: Asked) -> Table:
    return table.filter((table.year >= asked.since) & (table.year < asked.until))


def _work_facts(data: Dataset, asked: Asked) -> Table:
    """(work, year, area, activity): each work in the areas of its institutions, by its first topic or by every one."""
    held = data.table("work_topics" if asked.topics == "every" else "works")
    works = _when(held, asked).filter(_.topic.notnull()).select("work", "year", "topic")
    if asked.level == "topic":
        named = works.select(work=_.work, year=_.year, activity=_.topic.cast("string"))
    else:
        topics = data.table("topics").select(topic=_.topic, activity=_[asked.level])
        named = works.join(topics, "topic").select("work", "year", "activity")
    here = data.table("work_institutions").select("work", "institution")
    areas = _areas(data, asked)
    where = here.join(areas, here.institution == areas.site).select("work", "area").distinct()
    return named.join(where, "work").select("work", "year", "area", "activity")


def _facts(data: Dataset, asked: Asked) -> Table:
    return ex.facts(_work_facts(data, asked), region="area", activity="activity", unit="work").drop("jobs")


def _site_facts(data: Dataset, asked: Asked) -> Table:
    sites = data.table("sites").select("site", "jobs")
    doors = data.table("site_activities").join(_areas(data, asked), "site").join(sites, "site")
    return ex.facts(doors.select("site", "activity", "area", "jobs"), region="area", activity="activity", unit="site", jobs="jobs")


def _slices(data: Dataset, asked: Asked) -> Table:
    width = asked.slice_years
    # Slices of equal width that begin at a multiple of it: the same years whatever the data.
    said = _work_facts(data, asked).mutate(slice=(_.year - _.year % width))
    counted = said.group_by("slice", "area", "activity").aggregate(works=_.work.nunique())
    return counted.select("slice", "area", "activity", "works")


def _ties(data: Dataset, asked: Asked) -> Table:
    return ex.ties(_when(data.table("work_institutions"), asked), group="work", party="institution", most=asked.most)


def _leaders(data: Dataset, asked: Asked) -> Table:
    pairs = _when(data.table("work_institutions"), asked)
    counted = pairs.group_by("institution").aggregate(works=_.work.nunique())
    return ex.top(counted, by="works", k=asked.k, keys=["institution"])


def _distinct(data: Dataset, asked: Asked) -> Table:
    units = data.table("sites").select("site", "organisation").join(_areas(data, asked), "site")
    return ex.distinct(units.select("area", "organisation"), among=["area"], organisation="organisation")


def _trend(data: Dataset, asked: Asked) -> Table:
    held = data.table("work_topics" if asked.topics == "every" else "works")
    return ex.trend(_when(held, asked), period="year", item="topic", unit="work")


def _cooccurrence(data: Dataset, asked: Asked) -> Table:
    return ex.cooccurrence(_when(data.table("work_topics"), asked), group="work", item="topic")


def _crowded(data: Dataset, asked: Asked) -> Table:
    return ex.crowded(_when(data.table("work_institutions"), asked), group="work", party="institution", most=asked.most)


_OF_WORKS = ("works", "work_institutions", "sites", "topics")
QUERIES: Mapping[str, Query] = {
    "cells": Query(
        Text(ko="크기별 격자의 사이트와 조직 수", en="sites and organisations of each cell, at four sizes"),
        ("sites",), lambda data, asked: ex.cell_counts(data.table("sites"), SIZES), ("size", "cell"),
    ),
    "membership": Query(
        Text(ko="그려진 지역에 속하는 사이트", en="which drawn region each site lies in"),
        ("sites", "region_cells"), lambda data, asked: ex.membership(data.table("sites"), data.table("region_cells")),
        ("site", "region"),
    ),
    "distinct": Query(Text(ko="지역의 서로 다른 조직 수", en="different organisations of each area"), ("sites",), _distinct, ("area",)),
    "site-facts": Query(
        Text(ko="지역과 활동별 사이트와 일자리", en="sites and jobs by area and activity"), ("sites", "site_activities"),
        _site_facts, ("region", "activity"),
    ),
    "facts": Query(Text(ko="지역과 활동별 논문 수", en="works by area and activity"), _OF_WORKS, _facts, ("region", "activity")),
    "quotients": Query(
        Text(ko="지역과 활동별 비중과 입지계수", en="shares and location quotients by area and activity"), _OF_WORKS,
        lambda data, asked: ex.quotients(_facts(data, asked)), ("region", "activity"),
    ),
    "slices": Query(
        Text(ko="기간별 지역과 활동의 논문 수", en="works by time slice, area and activity"), _OF_WORKS, _slices,
        ("slice", "area", "activity"),
    ),
    "trend": Query(Text(ko="주제의 연도별 수와 비중", en="topics by year, with their share"), ("works",), _trend, ("item", "period")),
    "cooccurrence": Query(Text(ko="함께 나오는 주제", en="topics that occur together"), ("work_topics",), _cooccurrence, ("a", "b")),
    "ties": Query(Text(ko="기관 사이의 공동 논문", en="works that institutions share"), ("work_institutions",), _ties, ("a", "b")),
    "crowded": Query(
        Text(ko="기관이 너무 많아 뺀 논문 수", en="works left out of ties for their many institutions"),
        ("work_institutions",), _crowded, ("groups",),
    ),
    "leaders": Query(Text(ko="논문이 많은 기관", en="institutions with the most works"), ("work_institutions",), _leaders, ("works",)),
}  # fmt: skip
