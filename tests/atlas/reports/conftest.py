"""A small region with everything in it that a report can hold, and things that must not get out."""

import json
import random

import pytest

from squaremile.atlas.reports.making import files
from squaremile.atlas.reports.manifest import sealed
from squaremile.cli.atlas.documents import read_document
from squaremile.cli.atlas.tables import read_table

ACTIVITIES = ("바이오의약", "의료기기", "food", "<script>alert(1)</script>", "#panic(\"x\")", "carbon")
REGIONS = ("전북", "충북", "대구", "강원", "제주", "경남", "전남", "인천")
SECRET = 4
"""Jobs of one firm, fewer than five: must not be told, nor be worked out."""
DOORS = {"kind": "concentration", "data": "doors", "lat": "lat", "lon": "lon", "type": "kind", "precision": "precision"}
COLUMNS = {"region": "region", "activity": "activity", "value": "jobs"}


def source(file):
    return {"file": file, "source": "drawn for the tests", "licence": "CC0", "as_of": "2026-11-01"}


def write_world(folder, precision="street"):
    draw = random.Random(5)
    jobs = [(r, a, draw.randrange(20, 400)) for r in REGIONS for a in ACTIVITIES if draw.random() < 0.7 or r == "전북"]
    jobs = [row for row in jobs if row[:2] != ("전북", "carbon")] + [("전북", "vaccine", SECRET), ("충북", "vaccine", 90), ("대구", "carbon", 77)]
    quoted = lambda text: '"' + text.replace('"', '""') + '"'
    (folder / "jobs.csv").write_text("region,activity,jobs\n" + "".join(f"{r},{quoted(a)},{v}\n" for r, a, v in jobs))
    grows = lambda year, topic: 8 * (year - 2016) if topic == "microbes" else 0
    topics = ("microbes", "carbon", "kimchi")
    papers = [(y, t, 20 + draw.randrange(4) + grows(y, t)) for y in range(2016, 2025) for t in topics]
    (folder / "papers.csv").write_text("year,topic,papers\n" + "".join(f"{y},{t},{n}\n" for y, t, n in papers))
    sites = [(35.84 + draw.gauss(0, 0.01), 127.12 + draw.gauss(0, 0.01), f"firm {i % 30}") for i in range(40)]
    (folder / "sites.csv").write_text("lat,lon,firm,precision\n" + "".join(f"{a:.6f},{b:.6f},{n},{precision}\n" for a, b, n in sites))
    # Bio gathers in one street, the others stand anywhere.
    gathered = [(35.84 + draw.gauss(0, 0.0005), 127.12 + draw.gauss(0, 0.0005), "bio") for _ in range(12)]
    spread = [(35.84 + draw.gauss(0, 0.01), 127.12 + draw.gauss(0, 0.01), ("other", "rare")[n > 57]) for n in range(60)]
    rows = "".join(f"{a:.6f},{b:.6f},{kind},{precision}\n" for a, b, kind in gathered + spread)
    (folder / "doors.csv").write_text("lat,lon,kind,precision\n" + rows)
    # Two groups that know each other through one alone.
    pairs = [(f"{group}{i}", f"{group}{j}") for group in ("서", "동") for i in range(5) for j in range(i)]
    bridge = [("다리", "서0"), ("다리", "동0")]
    (folder / "ties.csv").write_text("one,other,papers\n" + "".join(f"{a},{b},2\n" for a, b in pairs + bridge))
    (folder / "claim.json").write_text(json.dumps({
        "claim": {"ko": "주장", "en": "A claim"}, "definition": {"ko": "정의", "en": "The definition"}, "as_of": "2026-11-26",
        "members": [{"name": "A", "state": "yes", "source": "register", "date": "2026-10-01", "precision": "roof"},
                    {"name": "B", "state": "unknown"}],
    }))  # fmt: skip
    return sealed(document(), folder)


def document():
    return {
        "title": {"ko": "전북 보고서", "en": "Report on Jeonbuk"}, "region": "전북", "as_of": "2026-11-26",
        "made_at": "2026-11-26T09:00:00+09:00", "seed": 7, "languages": ["ko", "en"],
        "data": {"jobs": source("jobs.csv"), "papers": source("papers.csv"), "sites": source("sites.csv"), "claim": source("claim.json"),
                 "doors": source("doors.csv"), "ties": source("ties.csv")},
        "sections": [
            {"kind": "claim", "data": "claim"},
            {"kind": "profile", "data": "jobs", **COLUMNS},
            {"kind": "standing", "data": "jobs", **COLUMNS, "draws": 200},
            {"kind": "newcomers", "data": "jobs", **COLUMNS, "come": [{"activity": "vaccine", "value": 50}, {"activity": "food", "value": 500}]},
            {"kind": "growth", "data": "papers", "period": "year", "activity": "topic", "value": "papers"},
            {"kind": "square", "data": "sites", "lat": "lat", "lon": "lon", "organisation": "firm", "precision": "precision"},
            {"kind": "opportunities", "data": "jobs", **COLUMNS},
            {**DOORS, "reference": "bio", "max": 2000, "simulations": 99},
            {"kind": "network", "data": "ties", "a": "one", "b": "other", "weight": "papers"},
            {"kind": "references", "of": ["cambridge-square", "massachusetts-jobs"]},
        ],
    }  # fmt: skip


def make(held, folder):
    return files(held, folder, read_table, read_document)


@pytest.fixture(scope="session")
def region(tmp_path_factory):
    folder = tmp_path_factory.mktemp("region")
    return folder, write_world(folder)


@pytest.fixture(scope="session")
def made(region):
    folder, held = region
    return make(held, folder)
