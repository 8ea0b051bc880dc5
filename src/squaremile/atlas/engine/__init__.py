"""Relational work, written once as expressions that run on DuckDB and on Apache Spark: counts, quotients, co-occurrence."""
