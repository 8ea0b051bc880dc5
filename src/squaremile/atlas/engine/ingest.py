"""From published files to a data set: integer ids, metres and cells, yearly partitions, and a paper of its origin.

A folder appears whole or not at all: it is written beside its place and moved there at the end.
"""

import hashlib
import json
import shutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import ibis
import pyarrow as pa
import pyarrow.parquet as pq

from squaremile.atlas.engine import formats, shaping
from squaremile.atlas.engine.dataset import FORMAT, PAPER, WITHOUT_TOPIC, Dataset, opened
from squaremile.atlas.engine.engines import Engine
from squaremile.atlas.engine.grid import ROW_M, SIZES
from squaremile.atlas.engine.sites import listed, placed
from squaremile.atlas.measures.refusing import Unmeasurable
from squaremile.kernel.words import Text

Table = ibis.Table
MEMORY_ROWS = 1_000_000


@dataclass(frozen=True, slots=True)
class Sources:
    """The files to bring in; each may be JSON lines, Parquet or CSV (also .gz), or a folder of such.

    `works` nested (the OpenAlex snapshot) carries topics and institutions; flat works want `work_topics` and
    `work_institutions` beside them. `sites` is anybody's list with coordinates. `regions` are made by `region_cells`.
    """

    works: Path | None = None
    work_topics: Path | None = None
    work_institutions: Path | None = None
    institutions: Path | None = None
    topics: Path | None = None
    sites: Path | None = None
    regions: pa.Table | None = None

    def files(self) -> dict[str, Path]:
        named = ("works", "work_topics", "work_institutions", "institutions", "topics", "sites")
        return {name: path for name in named if (path := getattr(self, name)) is not None}


def ingest(engine: Engine, folder: Path, sources: Sources) -> Dataset:
    """Bring the sources into `folder`, which must not exist yet.

    Raises Unmeasurable for no sources, an existing folder, unreadable files, missing columns, ids without a number, one
    work or institution said in two ways, and coordinates off the Earth.
    """
    if not sources.files() and sources.regions is None:
        raise Unmeasurable(Text(ko="들여올 파일을 하나 이상 주십시오.", en="Name at least one file to bring in."))
    if sources.institutions and sources.sites:
        raise Unmeasurable(Text(
            ko="기관과 사이트 가운데 하나만 주십시오.", en="Give institutions or sites, not both: they are one table.",
        ))  # fmt: skip
    if folder.exists():
        raise Unmeasurable(
            Text(ko=f"{folder}: 폴더가 이미 있습니다.", en=f"{folder}: the folder is there already."),
            Text(ko="다른 이름을 쓰거나 먼저 지우십시오.", en="Use another name, or remove it first."),
        )
    part = folder.with_name(folder.name + ".partial")
    shutil.rmtree(part, ignore_errors=True)
    part.mkdir(parents=True)
    try:
        paper = _Bringing(engine, part, sources).all()
        (part / PAPER).write_text(json.dumps(paper, ensure_ascii=False, indent=1, sort_keys=True) + "\n", encoding="utf-8")
        part.rename(folder)
    except BaseException:
        shutil.rmtree(part, ignore_errors=True)
        raise
    return opened(engine, folder)


class _Bringing:
    """One run: each table in turn, and what is to be said of it."""

    def __init__(self, engine: Engine, folder: Path, sources: Sources) -> None:
        self.engine, self.folder, self.sources = engine, folder, sources
        self.tables: dict[str, int] = {}
        self.left_out: dict[str, int] = {}

    def all(self) -> dict[str, Any]:
        self._works()
        self._topics()
        self._sites()
        if self.sources.regions is not None:
            self._keep("region_cells", self.sources.regions)
        return {
            "format": FORMAT, "tables": self.tables, "left_out": self.left_out, "cells_m": list(SIZES), "row_m": ROW_M,
            "engine": self.engine.name,
            "sources": [
                {"table": name, "file": path.name, "sha256": digest(path)} for name, path in self.sources.files().items()
            ],
        }  # fmt: skip

    def _read(self, name: str, path: Path, schema: ibis.Schema, shape: Callable[[Table], Table]) -> Table:
        return _told(name, path, lambda: shape(formats.read(self.engine, path, schema)))

    def _works(self) -> None:
        path = self.sources.works
        if path is None:
            return
        raw = self._read("works", path, shaping.WORKS, lambda table: table)
        shaped = _told("works", path, lambda: shaping.works(raw))
        whole = shaped.filter(shaped.work.notnull() & shaped.year.notnull())
        self._write("works", path, whole, yearly=True)
        kept = self.engine.parquet(self.folder / "works")
        self._once(kept, "works", "work")
        bare = self._count(kept.filter(kept.topic.isnull()))
        if bare:
            self.left_out[WITHOUT_TOPIC] = bare
        asked = _told("works", path, lambda: self._count(shaped))
        if asked > self.tables["works"]:
            self.left_out["works without a number or a year"] = asked - self.tables["works"]
        for name, shape in (("work_topics", shaping.work_topics), ("work_institutions", shaping.work_institutions)):
            other: Path | None = getattr(self.sources, name)
            column = "topics" if name == "work_topics" else "authorships"
            if other is not None:
                table = self._read(name, other, shaping.WORKS, lambda found: found)
                pairs = _told(name, other, lambda shape=shape, table=table: shape(table, kept))  # type: ignore[misc]
                self._write(name, other, pairs, yearly=True)
            elif column in raw.columns and raw[column].type().is_array():
                self._write(name, path, shape(raw, kept), yearly=True, empty=True)

    def _topics(self) -> None:
        if (path := self.sources.topics) is not None:
            table = self._read("topics", path, shaping.TOPICS, shaping.topics)
            self._once(table, "topics", "topic", path)
            self._keep("topics", _told("topics", path, lambda: self.engine.run(table)).sort_by("topic"))

    def _sites(self) -> None:
        if (path := self.sources.institutions) is not None:
            table = self._read("institutions", path, shaping.INSTITUTIONS, shaping.institutions)
            self._once(table, "institutions", "site", path)
            found = _told("institutions", path, lambda: self.engine.run(table)).sort_by("site")
            self._keep("sites", placed(found))
        elif (path := self.sources.sites) is not None:
            table = self._read("sites", path, ibis.schema({}), lambda table: table)
            found = _told("sites", path, lambda: self.engine.run(table))
            sites, activities = listed(found)
            self._keep("sites", sites)
            if activities is not None:
                self._keep("site_activities", activities)

    def _once(self, table: Table, name: str, key: str, path: Path | None = None) -> None:
        """One row a key: what is said of it twice, in two ways, is not guessed at."""
        rows = _told(name, path, lambda: self._twice(table, key))
        if rows:
            raise Unmeasurable(
                Text(
                    ko=f"{name}: {rows[0][key]}번이 서로 다른 내용으로 두 번 이상 나옵니다.",
                    en=f"{name}: number {rows[0][key]} comes more than once and says different things.",
                ),
                Text(ko="한 가지만 남기고 다시 들여오십시오.", en="Keep one of them and bring it in again."),
            )

    def _twice(self, table: Table, key: str) -> list[dict[str, Any]]:
        counted = table.group_by(key).aggregate(rows=lambda each: each.count())
        worst = counted.filter(counted.rows > 1).aggregate(**{key: counted[key].min(), "rows": counted.rows.min()})
        found: list[dict[str, Any]] = self.engine.run(worst).to_pylist()
        return [row for row in found if row[key] is not None]

    def _write(self, name: str, path: Path, table: Table, *, yearly: bool = False, empty: bool = False) -> None:
        by = ("year",) if yearly else ()
        _told(name, path, lambda: self.engine.write(table, self.folder / name, partition_by=by))
        if not any((self.folder / name).rglob("*.parquet")):
            if empty:
                shutil.rmtree(self.folder / name, ignore_errors=True)
                return
            raise Unmeasurable(Text(ko=f"{name}: 담을 행이 없습니다.", en=f"{name}: there is no row to keep."))
        self.tables[name] = self._count(self.engine.parquet(self.folder / name))

    def _keep(self, name: str, table: pa.Table) -> None:
        (self.folder / name).mkdir()
        pq.write_table(table, self.folder / name / "part-0.parquet", compression="zstd", row_group_size=MEMORY_ROWS)
        self.tables[name] = table.num_rows

    def _count(self, table: Table) -> int:
        return int(self.engine.run(table.aggregate(rows=table.count())).column("rows")[0].as_py())


def _told(name: str, path: Path | None, act: Callable[[], Any]) -> Any:
    """What an engine finds wrong with a file, as a refusal that names the file and keeps the engine's first sentence."""
    try:
        return act()
    except Unmeasurable:
        raise
    except Exception as error:
        if not type(error).__module__.startswith(("_duckdb", "duckdb", "pyspark", "ibis", "py4j")):
            raise
        why = str(error).strip().splitlines()[0][:300]
        where = path.name if path else name
        raise Unmeasurable(
            Text(ko=f"{where}: {name} 표로 읽을 수 없습니다 ({why}).", en=f"{where}: this cannot be read as {name} ({why})."),
            Text(
                ko="형식은 docs/atlas/engines.md에 있습니다.", en="The formats are in docs/atlas/engines.md.",
            ),
        ) from error  # fmt: skip


def digest(path: Path) -> str:
    """SHA-256 of a file; of a folder, over the names and digests of its files in order."""
    if path.is_dir():
        parts: Mapping[str, str] = {
            str(p.relative_to(path)): digest(p) for p in sorted(path.rglob("*")) if p.is_file()
        }
        return hashlib.sha256(json.dumps(parts, sort_keys=True).encode()).hexdigest()
    with path.open("rb") as held:
        return hashlib.file_digest(held, "sha256").hexdigest()
