"""The engines: DuckDB, which needs no server, and Apache Spark, local or on a cluster. Both run the same expressions.

Results come back as Arrow tables and large ones are written as Parquet by the engine itself; pandas is on neither way.
"""

import importlib
import importlib.util
import logging
import shutil
import warnings
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import ibis
import pyarrow as pa

from squaremile.atlas.measures.refusing import Unmeasurable
from squaremile.kernel.words import Text

NAMES = ("duckdb", "spark")
LOCAL = "local[*]"


class EngineMissing(Unmeasurable):
    """The engine asked for is not installed here."""


def missing(name: str) -> EngineMissing | None:
    """Why the engine cannot run here, or None."""
    if name not in NAMES:
        return EngineMissing(
            Text(ko=f"엔진 {name}은(는) 없습니다.", en=f"There is no engine {name}."),
            Text(ko=f"있는 것: {', '.join(NAMES)}", en=f"There are: {', '.join(NAMES)}."),
        )
    if name == "spark" and importlib.util.find_spec("pyspark") is None:
        return EngineMissing(
            Text(ko="Apache Spark가 설치되어 있지 않습니다.", en="Apache Spark is not installed."),
            Text(ko="make spark로 설치하십시오. Java 17 이상이 필요합니다.", en="Run `make spark`; it wants Java 17 or later."),
        )
    if name == "spark" and shutil.which("java") is None:
        return EngineMissing(
            Text(ko="Spark가 쓸 Java가 없습니다.", en="There is no Java for Spark."),
            Text(ko="Java 17 이상을 설치하십시오(Debian: default-jre-headless).", en="Install Java 17 or later (Debian: default-jre-headless)."),
        )  # fmt: skip
    return None


class Engine:
    """A connection: reads Parquet, runs expressions, writes Parquet. Use it as a context manager."""

    def __init__(
        self, name: str = "duckdb", *, master: str = LOCAL, threads: int | None = None, memory: str | None = None,
        settings: Mapping[str, str] | None = None,
    ) -> None:
        """`master` is Spark's (`local[2]`, `spark://host:7077`, `yarn`, `k8s://…`); `memory` like `8GB`: DuckDB's limit,
        beyond which it uses the disk, or the memory of Spark's driver. `settings` go to the engine as they are.

        Raises EngineMissing where the engine is not installed.
        """
        if (why := missing(name)) is not None:
            raise why
        self.name, self.master = name, master
        self.backend: Any = (
            _duckdb(threads, memory, settings or {}) if name == "duckdb" else _spark(master, threads, memory, settings or {})
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Let go of it; Spark's session ends."""
        self.backend.disconnect()

    def parquet(self, path: Path | str) -> ibis.Table:
        """A table of a Parquet file, or of a folder of them partitioned as `name=value`."""
        where = str(path)
        if self.name == "spark":
            return self.backend.read_parquet(where)
        if Path(where).is_dir():
            return self.backend.read_parquet(f"{where}/**/*.parquet", hive_partitioning=True)
        return self.backend.read_parquet(where)

    def run(self, expression: ibis.Table) -> pa.Table:
        """The rows, in memory, in the types that the expression declares."""
        if self.name == "duckdb":
            found = self.backend.to_pyarrow(expression)
        else:
            with _Quiet():
                found = self._frame(expression).toArrow()
        return found.select(expression.columns).cast(expression.schema().to_pyarrow())

    def write(self, expression: ibis.Table, folder: Path | str, *, partition_by: Sequence[str] = ()) -> None:
        """The rows into a folder of Parquet files, without passing through Python. The folder must not exist yet."""
        if self.name == "spark":
            frame = self._frame(expression)
            if partition_by:  # one file a partition and worker, not one for every pair of them
                frame = frame.repartition(*partition_by)
            frame.write.mode("error").partitionBy(*partition_by).parquet(str(folder))
            return
        Path(folder).mkdir(parents=True)
        query = str(ibis.to_sql(expression, dialect="duckdb"))
        by = f", PARTITION_BY ({', '.join(partition_by)})" if partition_by else ""
        target = str(folder if partition_by else Path(folder) / "part-0.parquet").replace("'", "''")
        # Rows of a file have no order, so they need not be kept in memory for one. Answers do: there it stays on.
        self.backend.raw_sql("SET preserve_insertion_order = false")
        try:
            self.backend.raw_sql(f"COPY ({query}) TO '{target}' (FORMAT PARQUET, COMPRESSION ZSTD{by})")
        finally:
            self.backend.raw_sql("SET preserve_insertion_order = true")

    def _frame(self, expression: ibis.Table) -> Any:
        return self.backend._session.sql(self.backend.compile(expression))


def _duckdb(threads: int | None, memory: str | None, settings: Mapping[str, str]) -> Any:
    config: dict[str, Any] = {
        # Nothing is fetched at run time: what is not in the wheel is not used.
        "autoinstall_known_extensions": "false",
        **({"threads": threads} if threads else {}), **({"memory_limit": memory} if memory else {}), **settings,
    }  # fmt: skip
    return ibis.duckdb.connect(**config)


def _spark(master: str, threads: int | None, memory: str | None, settings: Mapping[str, str]) -> Any:
    with _Quiet():
        builder = importlib.import_module("pyspark.sql").SparkSession.builder.appName("squaremile atlas")
        local = master.startswith("local")
        config = {
            "spark.ui.enabled": "false",
            "spark.ui.showConsoleProgress": "false",
            "spark.sql.execution.arrow.pyspark.enabled": "true",
            "spark.sql.ansi.enabled": "true",
            **({"spark.driver.memory": memory.upper().removesuffix("B")} if memory else {}),
            # On one machine it speaks to itself alone, and shuffles into as many parts as there are cores to read them.
            **({"spark.driver.bindAddress": "127.0.0.1", "spark.driver.host": "127.0.0.1",
                "spark.sql.shuffle.partitions": "8"} if local else {}),
            **settings,
        }  # fmt: skip
        builder = builder.master(f"local[{threads}]" if local and threads else master)
        for name, value in config.items():
            builder = builder.config(name, value)
        session = builder.getOrCreate()
        session.sparkContext.setLogLevel("ERROR")
        logging.getLogger("SQLQueryContextLogger").setLevel(logging.CRITICAL)  # the exception says the same
        return ibis.pyspark.connect(session)


class _Quiet(warnings.catch_warnings):
    """PySpark warns that it does not know pandas 3; no row of ours passes through pandas."""

    def __init__(self) -> None:
        super().__init__(action="ignore", category=FutureWarning)
