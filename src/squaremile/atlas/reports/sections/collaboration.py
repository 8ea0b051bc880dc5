"""Who works with whom: how many, in which communities, and who stands between others."""

from collections.abc import Mapping
from typing import Any

import numpy as np

from squaremile.atlas.measures.ties.graph import graph
from squaremile.atlas.measures.ties.network import Network, network
from squaremile.atlas.reports.document import Block, Column, Grid, Said, number
from squaremile.atlas.reports.job import Job, known, titled
from squaremile.kernel.words import Text

BROKERS, GROUPS, NAMED = 10, 8, 4
BETWEEN = (
    Column(Text(ko="기관", en="Organisation")), Column(Text(ko="연결 수", en="Ties"), True),
    Column(Text(ko="매개 중심성", en="Betweenness"), True), Column(Text(ko="버트 제약", en="Constraint"), True),
    Column(Text(ko="공동체", en="Community"), True),
)  # fmt: skip
PARTS = (
    Column(Text(ko="공동체", en="Community")), Column(Text(ko="기관 수", en="Organisations"), True),
    Column(Text(ko="연결이 가장 센 기관", en="Strongest ties")),
)  # fmt: skip


def write(spec: Mapping[str, Any], job: Job) -> None:
    """Fields: data, a, b (columns of the two ends); weight (a column; 1 without it)."""
    known(spec, "data", "a", "b", "weight")
    weighed = "weight" in spec
    held = job.columns(spec, "a", "b", *(["weight"] if weighed else []))
    net = graph(held[spec["a"]], held[spec["b"]], held.numbers(spec["weight"]) if weighed else None)
    found = network(net, seed=job.manifest.seed)
    counted = f"ties weighed by {spec['weight']}" if weighed else "every tie weighs 1"
    standing = job.cite(
        spec, "betweenness", "network", f"{len(found.names)} organisations, {found.ties} ties; {counted}; betweenness along unweighted ways",
        columns=("organisation", "ties", "strength", "betweenness", "closeness", "core", "constraint", "community"),
        rows=tuple(zip(found.names, found.degree, found.strength, found.betweenness, found.closeness, found.core, found.constraint,
                       found.community + 1, strict=True)),
    )  # fmt: skip
    parts = job.cite(
        spec, "modularity", "communities", f"modularity {found.modularity:.6g} by weight, {found.modularity_unweighted:.6g} with every tie once;"
        f" best of 10 runs; seed {found.seed}",
        columns=("community", "organisation"), rows=tuple(sorted((int(c) + 1, name) for c, name in zip(found.community, found.names, strict=True))),
    )  # fmt: skip
    blocks: list[Block] = [
        Said(Text(
            ko=f"기관 {number(len(found.names))}곳이 {number(found.ties)}개의 관계로 이어져 있습니다.",
            en=f"{number(len(found.names))} organisations are joined by {number(found.ties)} ties.",
        ), standing),
        Said(Text(
            ko=f"관계가 안에서 더 촘촘한 공동체가 {found.communities}개입니다(모듈성 {number(found.modularity, 2)}).",
            en=f"They fall into {found.communities} communities with more ties inside than chance gives (modularity {number(found.modularity, 2)}).",
        ), parts),
        _brokers(found, standing), _communities(found, parts),
    ]  # fmt: skip
    job.desk.write(titled(spec, Text(ko="누가 누구와 일하는가", en="Who works with whom")), blocks)


def _brokers(found: Network, evidence: str) -> Grid:
    """Those through whom some shortest way of others goes, most of them first; equal ones by less constraint, then by name."""
    there = [n for n in range(len(found.names)) if found.betweenness[n] > 0]
    order = sorted(there, key=lambda n: (-found.betweenness[n], found.constraint[n], found.names[n]))
    rows = tuple(
        (found.names[n], number(found.degree[n]), number(found.betweenness[n], 3), number(found.constraint[n], 2), str(found.community[n] + 1))
        for n in order[:BROKERS]
    )
    return Grid(
        Text(ko="다른 기관 사이에 서 있는 중개 기관", en="Brokers: those who stand between others"), BETWEEN, rows, evidence,
        len(found.names) - len(rows),
    )  # fmt: skip


def _communities(found: Network, evidence: str) -> Grid:
    """The largest, each with those of its members that have the strongest ties."""
    rows = []
    for part in range(min(found.communities, GROUPS)):
        members = np.flatnonzero(found.community == part)
        first = sorted(members.tolist(), key=lambda n: (-found.strength[n], found.names[n]))[:NAMED]
        rows.append((str(part + 1), number(len(members)), ", ".join(found.names[n] for n in first)))
    return Grid(Text(ko="공동체", en="Communities"), PARTS, tuple(rows), evidence, found.communities - len(rows))
