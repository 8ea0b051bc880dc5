"""Both engines, for every golden test: DuckDB always, Apache Spark where it is installed."""

import pytest

pytest.importorskip("ibis", reason="the atlas is not installed (squaremile[atlas])")

from squaremile.atlas.engine.engines import Engine, missing
from squaremile.atlas.engine.ingest import Sources, ingest
from tests.atlas.engine.published import World, lines

# A few hundred rows: compiling well what runs once, and collecting in parallel, would take longer than running it.
SMALL = {
    "spark.sql.shuffle.partitions": "2", "spark.driver.extraJavaOptions": "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xshare:auto",
}  # fmt: skip
ENGINES = ["duckdb", pytest.param("spark", marks=pytest.mark.slow)]


@pytest.fixture(scope="session", params=ENGINES)
def engine(request):
    if (why := missing(request.param)) is not None:
        pytest.skip(f"{why.text.en} {why.remedy.en}")
    with Engine(request.param, master="local[2]", threads=2, settings=SMALL if request.param == "spark" else {}) as connected:
        yield connected


@pytest.fixture(scope="session")
def published_world():
    return World(seed=7)


@pytest.fixture(scope="session")
def sources(published_world, tmp_path_factory):
    folder = tmp_path_factory.mktemp("published")
    return Sources(
        works=lines(folder / "works.jsonl.gz", published_world.nested()),
        institutions=lines(folder / "institutions.jsonl", published_world.institutions()),
        topics=lines(folder / "topics.jsonl", published_world.topic_rows()),
    )


@pytest.fixture(scope="session")
def data(engine, sources, tmp_path_factory):
    return ingest(engine, tmp_path_factory.mktemp(engine.name) / "set", sources)
