"""Whom to meet: partners ranked by what is shared, what one lacks, who stands between, and ties that could be but are not."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from scipy import sparse

from squaremile.atlas.measures.declared import measures
from squaremile.atlas.measures.points.sites import Sites
from squaremile.atlas.measures.refusing import Unmeasurable
from squaremile.atlas.measures.showing import Shown
from squaremile.atlas.measures.ties import suggesting
from squaremile.atlas.measures.ties.graph import Floats, Graph, Ints
from squaremile.atlas.measures.ties.gravity import Gravity, gravity
from squaremile.atlas.measures.ties.profiles import Profiles, gaps
from squaremile.atlas.measures.ties.reasoning import Suggestion, suggestion
from squaremile.kernel.words import Text

LACKED = 10
"""So many of the nearest topics that an organisation lacks are looked for in others."""
REASONS = 3
NEAREST = 1_000.0
"""Metres: nearer than this, distance no longer matters to a tie."""


@dataclass(frozen=True, slots=True)
class Weights:
    """What each part of the score counts; 0 removes it, and with it every suggestion that rests on it alone."""

    similarity: float = 1.0
    complement: float = 1.0
    triads: float = 1.0
    gravity: float = 1.0


@dataclass(frozen=True, slots=True, eq=False)
class Partners(Shown):
    """`suggestions` of each organisation asked about, best first."""

    organisations: int
    topics: int
    ties: int
    weights: Weights
    gravity: dict[str, Any]
    """Effects of the gravity model, or `not_estimated`: why there is none."""
    suggestions: dict[str, tuple[Suggestion, ...]] = field(repr=True)


@dataclass(frozen=True, slots=True, eq=False)
class Ranked:
    """Numbers only: (asked, top) partners, -1 where fewer; (asked, top, 6) score, cosine, complement, triads, under-use,
    tie; and for the reasons (asked, top, 3) numbers and weights."""

    who: Ints
    found: Ints
    told: Floats
    reasons: tuple[Any, ...]
    needs: Floats
    """(asked,) sum of the nearness of what each lacks, by which the complement is divided."""
    weights: Weights


def ranked(
    held: Profiles, graph: Graph | None, expected: Floats | None, who: Ints, top: int, weights: Weights, tied_too: bool
) -> Ranked:
    """The best `top` partners of the organisations numbered `who`. Nodes of `graph` are those of `held`, in its order.

    Score = similarity + complement + triads + gravity, each weighed, each in [0, 1]:
    similarity, the cosine of the topics' values; complement, of the ten topics that the organisation lacks though they
    are nearest to its own, the share (by nearness) that the partner is strong in (Balland & Boschma 2021, without
    complexity); triads, t / (1 + t) of t = sum over common partners of 1 / ln degree (Adamic & Adar 2003); gravity,
    (expected - ties) / (expected + 1) where at least one whole tie is wanting.
    """
    directions, strong = held.directions, held.strong
    lack, need = gaps(strong, LACKED)
    columns, by_topic = directions.tocsc(), strong.tocsc()
    count = len(held.organisations)
    heads, near, weight = (
        (graph.starts, graph.near, graph.weight)
        if graph
        else (np.zeros(count + 1, np.int64), np.zeros(0, np.int64), np.zeros(0))
    )
    rows = directions.indptr.astype(np.int64), directions.indices.astype(np.int32), directions.data
    sides = columns.indptr.astype(np.int64), columns.indices.astype(np.int32), columns.data
    holders = by_topic.indptr.astype(np.int64), by_topic.indices.astype(np.int32)
    parts = np.asarray([weights.similarity, weights.complement, weights.triads, weights.gravity], dtype=np.float64)
    model = np.zeros((0, 0)) if expected is None else expected
    found, told = suggesting.best(
        who, rows, sides, holders, lack, need, heads, near, weight, model, parts, top, tied_too
    )
    strongest = strong.indptr.astype(np.int64), strong.indices.astype(np.int32)
    why = suggesting.reasons(who, found, rows, strongest, lack, need, heads, near, REASONS)
    return Ranked(who, found, told, why, need[who].sum(axis=1), weights)


def aligned(held: Profiles, graph: Graph) -> Graph:
    """The graph with its nodes in the order of the organisations, which must hold them all."""
    place = {name: n for n, name in enumerate(held.organisations)}
    to = np.asarray([place[name] for name in graph.names], dtype=np.int64)
    rows = np.repeat(to, np.diff(graph.starts))
    count = len(held.organisations)
    matrix = sparse.csr_array(sparse.coo_array((graph.weight, (rows, to[graph.near])), shape=(count, count)))
    matrix.sort_indices()
    return Graph(
        held.organisations, matrix.indptr.astype(np.int64), matrix.indices.astype(np.int64), matrix.data, graph.loops,
        graph.repeated,
    )  # fmt: skip


def model_of(held: Profiles, graph: Graph | None, sites: Sites | None) -> tuple[Gravity | None, Text | None]:
    """The gravity model of these ties with the cosine of topics and the logarithm of distance; or why there is none."""
    if graph is None:
        return None, Text(ko="관계를 주지 않았습니다.", en="No ties were given.")
    rows = held.directions.toarray() if len(held.organisations) <= 2_000 else np.zeros((0, 0))
    if not len(rows):
        return None, Text(
            ko=f"기관이 {len(held.organisations):,}곳이라 중력 모형을 세우지 않았습니다(2,000곳까지).",
            en=f"There are {len(held.organisations):,} organisations; the gravity model takes up to 2,000.",
        )
    covariates = {"topic_cosine": rows @ rows.T}
    if sites is not None:
        straight = np.sqrt(((sites.xyz[:, None, :] - sites.xyz[None, :, :]) ** 2).sum(axis=2))
        covariates["log_distance"] = np.log(np.maximum(np.asarray(sites.ground(straight)), NEAREST))
    try:
        return gravity(graph.matrix.toarray(), covariates), None
    except (Unmeasurable, np.linalg.LinAlgError) as error:
        return None, error.text if isinstance(error, Unmeasurable) else Text(
            ko="중력 모형의 식이 한 답을 갖지 않습니다.", en="The equations of the gravity model have no single answer."
        )  # fmt: skip


@measures("partner_score")
def partners(
    held: Profiles, graph: Graph | None = None, sites: Sites | None = None, who: Sequence[str] | None = None,
    top: int = 20, weights: Weights = Weights(), tied_too: bool = False,
) -> Partners:  # fmt: skip
    """The best partners of each organisation, every one with its reasons.

    `graph` existing ties (its nodes among the organisations), `sites` one place an organisation in their order, `who`
    the organisations asked about (all unless given). Whoever is tied already is suggested only where the gravity model
    expects at least one tie more, or with `tied_too`.

    Raises:
        Unmeasurable: an organisation that is not in the table, `top` below 1, weights that are negative or all 0.
    """
    numbers = (weights.similarity, weights.complement, weights.triads, weights.gravity)
    if top < 1 or min(numbers) < 0 or not sum(numbers) > 0 or not np.isfinite(numbers).all():
        raise Unmeasurable(
            Text(
                ko="추천 수는 1 이상, 가중치는 0 이상이고 하나는 0보다 커야 합니다.",
                en="At least one suggestion is asked for; weights are zero or more, and one of them more.",
            )
        )
    place = {name: n for n, name in enumerate(held.organisations)}
    if unknown := [name for name in who or () if name not in place]:
        raise Unmeasurable(
            Text(ko=f"자료에 없는 기관입니다: {', '.join(unknown)}.", en=f"Not in the table: {', '.join(unknown)}."),
            Text(ko="이름을 자료에 적힌 그대로 쓰십시오.", en="Write the names as the table has them."),
        )
    asked = np.asarray([place[n] for n in who] if who else np.arange(len(place)), dtype=np.int64)
    ties = None if graph is None else aligned(held, graph)
    model, why_not = model_of(held, ties, sites) if weights.gravity > 0 else (None, Text(
        ko="중력의 가중치가 0입니다.", en="Gravity has the weight 0.",
    ))  # fmt: skip
    expected = None if model is None else model.expected
    found = ranked(held, ties, expected, asked, top, weights, tied_too)
    said = {"not_estimated": why_not} if model is None else {
        "effects": model.effects, "errors": model.errors, "dispersion": model.dispersion, "left_out": model.left_out,
    }  # fmt: skip
    return Partners(
        len(held.organisations), len(held.topics), 0 if ties is None else ties.ties, weights, said,
        {
            held.organisations[i]: tuple(
                suggestion(held, found, at, k, expected)
                for k in range(found.found.shape[1]) if found.found[at, k] >= 0
            )
            for at, i in enumerate(asked.tolist())
        },
    )  # fmt: skip
