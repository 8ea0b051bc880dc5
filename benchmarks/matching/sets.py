"""The public sets, read from ../shared/data beside the repository; None where they are not there."""

from __future__ import annotations

import csv
import gzip
import hashlib
import json
import os
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from squaremile.network.matching.documents import Document

DATA = Path(os.environ.get("SM_BENCH_DATA") or Path(__file__).resolve().parents[3] / "shared" / "data")


@dataclass(frozen=True)
class Experts:
    """expert-finding-dblp: documents, who wrote them, and for each query document which candidates are relevant."""

    documents: list[Document]
    pairs: list[tuple[int, int]]
    queries: list[int]
    candidates: list[int]
    relevant: np.ndarray
    """(queries, candidates): the candidate shares a field with the query."""

    @property
    def tuned(self) -> np.ndarray:
        """(queries,): the half on which rules were chosen; a fixed split by hash."""
        return np.asarray([hashlib.sha256(str(q).encode()).digest()[0] % 2 == 0 for q in self.queries])


@dataclass(frozen=True)
class Pages:
    """korean-retrieval-autorag: pages, questions, and the page that answers each."""

    documents: list[Document]
    questions: list[str]
    answers: list[frozenset[str]]


def experts() -> Experts | None:
    """Absent data gives None."""
    folder = DATA / "expert-finding-dblp"
    if not folder.exists():
        return None
    with gzip.open(folder / "documents.jsonl.gz", "rt", encoding="utf-8") as file:
        documents = [Document(d["id"], d["text"]) for d in map(json.loads, file)]
    queries = [(int(r["document"]), _fields(r)) for r in _rows(folder / "queries.csv")]
    people = [(int(r["author"]), _fields(r)) for r in _rows(folder / "experts.csv")]
    return Experts(
        documents,
        [(int(r["document"]), int(r["author"])) for r in _rows(folder / "authorship.csv")],
        [q for q, _ in queries],
        [p for p, _ in people],
        np.asarray([[bool(wanted & held) for _, held in people] for _, wanted in queries]),
    )


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _fields(row: dict[str, str]) -> frozenset[str]:
    return frozenset(filter(None, row["fields"].split("|")))


def pages() -> Pages | None:
    """None where the data or a reader of parquet (pyarrow) is absent."""
    folder = DATA / "korean-retrieval-autorag"
    try:
        from pyarrow.parquet import read_table
    except ImportError:
        return None
    if not folder.exists():
        return None
    corpus = read_table(folder / "corpus.parquet").to_pydict()
    asked = read_table(folder / "questions.parquet").to_pydict()
    return Pages(
        [Document(i, text) for i, text in zip(corpus["doc_id"], corpus["contents"], strict=True)],
        asked["query"],
        [frozenset(page for group in groups for page in group) for groups in asked["retrieval_gt"]],
    )
