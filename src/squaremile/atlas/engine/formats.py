"""Reading what others publish: JSON lines, Parquet and CSV, each with the schema said beforehand instead of guessed."""

import importlib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import ibis
import ibis.expr.datatypes as dt
from ibis.backends.sql.datatypes import DuckDBType

from squaremile.atlas.engine.engines import Engine
from squaremile.atlas.measures.refusing import Unmeasurable
from squaremile.kernel.words import Text

Table = ibis.Table
JSON_ENDS = (".jsonl", ".ndjson", ".json")
KINDS = ("json", "parquet", "csv")


def kind_of(path: Path) -> str:
    """json, parquet or csv, by the end of the name; a folder is of the kind of its first file."""
    if path.is_dir():
        first = next((p for p in sorted(path.rglob("*")) if p.is_file() and not p.name.startswith((".", "_"))), None)
        if first is not None:
            return kind_of(first)
    ends = [end for end in path.suffixes if end != ".gz"]
    last = ends[-1] if ends else ""
    if last in JSON_ENDS:
        return "json"
    if last in (".parquet", ".csv"):
        return last[1:]
    raise Unmeasurable(
        Text(ko=f"{path.name}: 읽을 수 없는 형식입니다.", en=f"{path.name}: this kind of file is not read."),
        Text(
            ko="JSON lines(.jsonl, .gz), Parquet, CSV(.csv, .gz)를 읽습니다.",
            en="JSON lines (.jsonl, also .gz), Parquet and CSV (also .gz) are read.",
        ),
    )


def read(engine: Engine, path: Path, schema: ibis.Schema) -> Table:
    """The file or folder as a table. JSON takes the schema as said; Parquet and CSV keep their own columns (CSV as text)."""
    if not path.exists():
        raise Unmeasurable(Text(ko=f"{path.name}: 파일이 없습니다.", en=f"{path.name}: there is no such file."))
    kind = kind_of(path)
    if kind == "parquet":
        return engine.parquet(path)
    readers: Mapping[str, Any] = {
        ("duckdb", "json"): _duckdb_json, ("duckdb", "csv"): _duckdb_csv,
        ("spark", "json"): _spark_json, ("spark", "csv"): _spark_csv,
    }  # type: ignore[dict-item]  # fmt: skip
    where = str(path)
    return readers[engine.name, kind](engine.backend, where, schema)  # type: ignore[index]


def _every(where: str, ends: str) -> str:
    return f"{where}/**/*{ends}*" if Path(where).is_dir() else where


def _duckdb_json(backend: Any, where: str, schema: ibis.Schema) -> Table:
    columns = {name: DuckDBType.to_string(dtype) for name, dtype in schema.items()}
    # A work of three thousand authors is one line of several megabytes.
    return backend.read_json(
        _every(where, ".json"), columns=columns, format="newline_delimited", maximum_object_size=64 << 20
    )


def _duckdb_csv(backend: Any, where: str, _schema: ibis.Schema) -> Table:
    return backend.read_csv(_every(where, ".csv"), all_varchar=True, header=True, delim=",", quote='"', escape='"', strict_mode=True)


def _spark_json(backend: Any, where: str, schema: ibis.Schema) -> Table:
    said = importlib.import_module("ibis.backends.pyspark.datatypes").PySparkSchema.from_ibis(schema)
    return backend.read_json(where, schema=said, mode="FAILFAST", recursiveFileLookup=True)


def _spark_csv(backend: Any, where: str, _schema: ibis.Schema) -> Table:
    return backend.read_csv(where, inferSchema=False, header=True, multiLine=True, quote='"', escape='"', mode="FAILFAST")


def column(table: Table, table_name: str, names: tuple[str, ...]) -> ibis.Value:
    """The first of these columns that is there. Raises Unmeasurable that names the columns there are."""
    for name in names:
        if name in table.columns:
            return table[name]
    raise Unmeasurable(
        Text(
            ko=f"{table_name}: 열 {names[0]}이(가) 없습니다. 있는 열: {', '.join(table.columns)}",
            en=f"{table_name}: there is no column {names[0]}. There are: {', '.join(table.columns)}.",
        ),
        Text(ko=f"이 이름 가운데 하나여야 합니다: {', '.join(names)}", en=f"One of these names is wanted: {', '.join(names)}."),
    )


def perhaps(table: Table, names: tuple[str, ...], dtype: str) -> ibis.Value:
    """The first of these columns that is there, else nulls; as `dtype`."""
    for name in names:
        if name in table.columns:
            return whole(table[name]) if dtype == "int64" else table[name].cast(dtype)
    return ibis.null(dtype)


def number_of(key: ibis.Value) -> ibis.Value:
    """The integer of an OpenAlex id: https://openalex.org/W42, W42, fields/42 and 42 are all 42; null stays null."""
    if isinstance(key.type(), dt.Integer):
        return key.cast("int64")
    return key.cast("string").re_extract(r"([0-9]+)$", 1).nullif("").cast("int64")


def whole(value: ibis.Value) -> ibis.Value:
    """An integer that a table may have written as 2024 or 2024.0."""
    if isinstance(value.type(), dt.String):
        return value.cast("float64").cast("int64")
    return value.cast("int64")
