"""Relational work, written once as expressions that run on DuckDB and on Apache Spark: counts, quotients, co-occurrence.

`engines` connects, `grid` and `regions` make integers of places, `ingest` makes a data set of published files,
`expressions` counts, and `queries` names what can be asked of a data set.
"""
