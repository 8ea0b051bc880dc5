"""OpenAlex as it is published becomes tables of integers: the same expressions whatever the file and the engine.

Nested works (the snapshot: JSON lines or Parquet) carry their topics and institutions; flat tables (CSV, or a Parquet
that somebody flattened) come one by one. Names that vary between extracts are listed here, once.
"""

import ibis
from ibis import _

from squaremile.atlas.engine.formats import column, number_of, perhaps, whole

Table = ibis.Table

WORKS = ibis.schema({
    "id": "string", "publication_year": "int64", "type": "string", "cited_by_count": "int64",
    "primary_topic": "struct<id: string>",
    "topics": "array<struct<id: string, score: float64>>",
    "authorships": "array<struct<institutions: array<struct<id: string>>>>",
})  # fmt: skip
INSTITUTIONS = ibis.schema({
    "id": "string", "display_name": "string", "ror": "string", "country_code": "string", "type": "string",
    "works_count": "int64", "geo": "struct<city: string, region: string, latitude: float64, longitude: float64>",
})  # fmt: skip
TOPICS = ibis.schema({
    "id": "string", "display_name": "string", "subfield": "struct<id: string, display_name: string>",
    "field": "struct<id: string, display_name: string>", "domain": "struct<id: string, display_name: string>",
})  # fmt: skip

WORK = ("work", "work_id", "id", "openalex_id")
YEAR = ("year", "publication_year")
INSTITUTION = ("institution", "institution_id", "id", "openalex_id")
TOPIC = ("topic_id", "id_topic", "topic", "id")


def works(table: Table) -> Table:
    """(work, year, kind, cited, topic): one row a work; rows that are the same are one."""
    if "primary_topic" in table.columns and table["primary_topic"].type().is_struct():
        topic = number_of(table["primary_topic"]["id"])
    else:
        found = next((n for n in ("primary_topic_id", "primary_topic", "topic_id", "topic") if n in table.columns), None)
        topic = number_of(table[found]) if found else ibis.null("int64")
    return table.select(
        work=number_of(column(table, "works", WORK)), year=whole(column(table, "works", YEAR)),
        kind=perhaps(table, ("kind", "type"), "string"),
        cited=ibis.coalesce(perhaps(table, ("cited", "cited_by_count", "citations"), "int64"), ibis.literal(0, "int64")),
        topic=topic,
    ).distinct()  # fmt: skip


def work_topics(table: Table, of: Table) -> Table:
    """(work, topic, year), from nested works or from a flat table of pairs; `of` are the shaped works."""
    if "topics" in table.columns and table["topics"].type().is_array():
        pairs = table.select(work=number_of(column(table, "works", WORK)), held=table["topics"].unnest())
        pairs = pairs.select(work=_.work, topic=number_of(pairs["held"]["id"]))
    else:
        pairs = table.select(
            work=number_of(column(table, "work_topics", WORK)), topic=number_of(column(table, "work_topics", TOPIC))
        )
    return _dated(pairs.filter(_.topic.notnull()).distinct(), of)


def work_institutions(table: Table, of: Table) -> Table:
    """(work, institution, year): each institution once a work, however many of its people wrote it."""
    if "authorships" in table.columns and table["authorships"].type().is_array():
        people = table.select(work=number_of(column(table, "works", WORK)), person=table["authorships"].unnest())
        pairs = people.select(work=_.work, held=people["person"]["institutions"].unnest())
        pairs = pairs.select(work=_.work, institution=number_of(pairs["held"]["id"]))
    else:
        pairs = table.select(
            work=number_of(column(table, "work_institutions", WORK)),
            institution=number_of(column(table, "work_institutions", INSTITUTION)),
        )
    return _dated(pairs.filter(_.institution.notnull()).distinct(), of)


def _dated(pairs: Table, of: Table) -> Table:
    """Pairs of works that are there, with the work's year: the partition."""
    return pairs.join(of.select("work", "year"), "work")


def topics(table: Table) -> Table:
    """(topic, name, subfield, field, domain): the last three by name."""
    said = {}
    for level in ("subfield", "field", "domain"):
        held = column(table, "topics", (level, f"{level}_name"))
        said[level] = held["display_name"] if held.type().is_struct() else held.cast("string")
    key = number_of(column(table, "topics", ("topic_id", "id_topic", "id")))
    named = column(table, "topics", ("display_name", "topic", "name", "topic_name")).cast("string")
    return table.select(topic=key, name=named, **said).distinct()


def institutions(table: Table) -> Table:
    """(site, organisation, name, kind, country, region, city, lat, lon, jobs, precision): one site an institution.

    OpenAlex places an institution in its city, so the precision is `city` unless the table says otherwise.
    """
    nested = "geo" in table.columns and table["geo"].type().is_struct()
    place = {
        name: (table["geo"][field] if nested else perhaps(table, others, dtype)).cast(dtype)
        for name, field, others, dtype in (
            ("region", "region", ("region",), "string"), ("city", "city", ("city",), "string"),
            ("lat", "latitude", ("lat", "latitude"), "float64"), ("lon", "longitude", ("lon", "longitude", "lng"), "float64"),
        )
    }  # fmt: skip
    key = number_of(column(table, "institutions", INSTITUTION))
    return table.select(
        site=key, organisation=key, name=perhaps(table, ("display_name", "name"), "string"),
        kind=perhaps(table, ("kind", "type"), "string"), country=perhaps(table, ("country", "country_code"), "string"),
        **place, jobs=perhaps(table, ("jobs", "employees"), "int64"),
        precision=ibis.coalesce(perhaps(table, ("precision",), "string"), ibis.literal("city")),
    ).distinct()  # fmt: skip
