"""A folder of Parquet tables that the queries run on, and the paper that says where they came from."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import ibis
import pyarrow as pa

from squaremile.atlas.engine.engines import Engine
from squaremile.atlas.engine.grid import COLUMNS
from squaremile.atlas.measures.refusing import Unmeasurable
from squaremile.kernel.words import Text

PAPER = "dataset.json"
FORMAT = 1
WITHOUT_TOPIC = "works without a first topic (kept, in no count by first topic)"
YEARLY = ("works", "work_topics", "work_institutions")
"""Tables that are partitioned by year."""
SITES = pa.schema([
    ("site", pa.int64()), ("organisation", pa.int64()), ("name", pa.string()), ("kind", pa.string()),
    ("country", pa.string()), ("region", pa.string()), ("city", pa.string()), ("lat", pa.float64()), ("lon", pa.float64()),
    ("jobs", pa.int64()), ("precision", pa.string()), ("plane", pa.int64()), ("x_m", pa.float64()), ("y_m", pa.float64()),
    *((name, pa.int64()) for name in COLUMNS),
])  # fmt: skip
COLUMNS_OF: Mapping[str, Mapping[str, str]] = {
    "works": {"work": "int64", "kind": "string", "cited": "int64", "topic": "int64", "year": "int64"},
    "work_topics": {"work": "int64", "topic": "int64", "year": "int64"},
    "work_institutions": {"work": "int64", "institution": "int64", "year": "int64"},
    "topics": {"topic": "int64", "name": "string", "subfield": "string", "field": "string", "domain": "string"},
    "sites": {f.name: {"double": "float64"}.get(str(f.type), str(f.type)) for f in SITES},
    "site_activities": {"site": "int64", "activity": "string"},
    "region_cells": {"region": "string", "size": "int64", "cell": "int64"},
}


@dataclass(frozen=True, slots=True)
class Dataset:
    """The tables of `folder` as one engine sees them."""

    engine: Engine
    folder: Path
    paper: Mapping[str, Any]

    def table(self, name: str) -> ibis.Table:
        """One table, in the types that every engine agrees on. Raises Unmeasurable where it was not brought in."""
        if not self.has(name):
            raise Unmeasurable(
                Text(ko=f"이 자료에는 {name} 표가 없습니다.", en=f"This data set has no table {name}."),
                Text(
                    ko=f"있는 표: {', '.join(self.names())}. 다른 원천과 함께 다시 들여오십시오.",
                    en=f"There are: {', '.join(self.names())}. Bring it in again with the source that holds it.",
                ),
            )
        found = self.engine.parquet(self.folder / name)
        return found.select(**{column: found[column].cast(dtype) for column, dtype in COLUMNS_OF[name].items()})

    def has(self, name: str) -> bool:
        return name in self.paper["tables"]

    def first_topics(self) -> bool:
        """Whether any work says its first topic."""
        return bool(self.paper["left_out"].get(WITHOUT_TOPIC, 0) < self.paper["tables"].get("works", 0))

    def names(self) -> list[str]:
        return sorted(self.paper["tables"])


def opened(engine: Engine, folder: Path) -> Dataset:
    """Raises Unmeasurable where the folder was not made by `squaremile atlas engine ingest`, or by a newer one."""
    try:
        paper = json.loads((folder / PAPER).read_text(encoding="utf-8"))
        known = paper["format"] == FORMAT and isinstance(paper["tables"], dict)
    except (OSError, ValueError, KeyError, TypeError):
        known = False
    if not known:
        raise Unmeasurable(
            Text(ko=f"{folder}: 아틀라스 자료 폴더가 아닙니다.", en=f"{folder}: this is no data set of the atlas."),
            Text(ko="먼저 squaremile atlas engine ingest로 만드십시오.", en="Make one with `squaremile atlas engine ingest`."),
        )
    return Dataset(engine, folder, paper)
