"""The complexity of a table, whole: quotients, order, fitness, proximity, density, outlook, and warnings about trust."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Literal

import numpy as np

from squaremile.atlas.measures.declared import measures
from squaremile.atlas.measures.matrices.fitness import Fitness, fitness
from squaremile.atlas.measures.matrices.outlook import Outlook, complexity_ahead, opportunity_gain, outlook
from squaremile.atlas.measures.matrices.ranking import Ranking, ranking
from squaremile.atlas.measures.matrices.relatedness import density, proximity
from squaremile.atlas.measures.matrices.sifting import Dropped, Sieve, sift
from squaremile.atlas.measures.matrices.table import Floats, Matrix
from squaremile.atlas.measures.refusing import Unmeasurable
from squaremile.atlas.measures.showing import Shown, Table, plain, rows
from squaremile.kernel.words import Text

TINY_SHARE = 1e-4
"""A region that holds less of the total than this often leads an order by chance."""
NARROW = 1e-3
"""A gap between second and third eigenvalue below which small changes of the table turn the order."""


@dataclass(frozen=True)
class Complexity(Shown):
    """Everything about one table. Rows follow `matrix.regions`, columns `matrix.activities`.

    Fitness, and the warnings that look at it, are computed when they are first asked for.
    """

    matrix: Matrix
    rca: Floats
    present: Floats
    order: Ranking
    nearness: Floats
    near: Floats
    ahead: Floats
    outlook: Outlook
    dropped: tuple[Dropped, ...]
    own: bool
    updates: int | None

    @cached_property
    def fit(self) -> Fitness:
        """Fitness and the complexity of activities, after `updates` or until it stands still."""
        return fitness(self.present, self.updates)

    @cached_property
    def warnings(self) -> tuple[Text, ...]:
        """What speaks against trusting the order."""
        return tuple(_warnings(self.matrix, self.order, self.fit, self.updates))

    @cached_property
    def says(self) -> tuple[Text, ...]:
        """What the figures mean where they cannot be read as they stand: fitness that falls for ever."""
        falling = [self.matrix.regions[r] for r in self.fit.falling]
        return (_falling(falling, self.fit.updates),) if falling else ()

    def demand_order(self) -> None:
        """Refuse where ECI and PCI are not defined; for what rests on them."""
        if self.order.undefined:
            raise Unmeasurable(self.order.undefined, WAY_OUT)

    def regions(self) -> Table:
        """One row a region."""
        return {
            "region": self.matrix.regions, "total": self.matrix.values.sum(axis=1), "eci": self.order.eci,
            "diversity": self.present.sum(axis=1).astype(np.int64), "fitness": self.fit.fitness,
            "coi": self.outlook.coi, "outlook": self.ahead,
        }  # fmt: skip

    def activities(self) -> Table:
        """One row an activity."""
        return {
            "activity": self.matrix.activities, "total": self.matrix.values.sum(axis=0), "pci": self.order.pci,
            "ubiquity": self.present.sum(axis=0).astype(np.int64), "complexity": self.fit.complexity,
        }  # fmt: skip

    def long(self) -> dict[str, np.ndarray]:
        """One row a region and activity, with the figures of both beside it: the table that ecomplexity gives."""
        return {name: np.broadcast_to(cells, self.present.shape).ravel() for name, cells in self.cells().items()}

    def cells(self) -> dict[str, np.ndarray]:
        """The columns of `long`, each as a table [region, activity], a column or a row."""
        down = lambda column: np.asarray(column)[:, None]
        across = lambda row: np.asarray(row)[None, :]
        return {
            "region": down(self.matrix.regions), "activity": across(self.matrix.activities),
            "value": self.matrix.values, "diversity": down(self.present.sum(axis=1)),
            "ubiquity": across(self.present.sum(axis=0)), "mcp": self.present, "eci": down(self.order.eci),
            "pci": across(self.order.pci), "density": self.near, "coi": down(self.outlook.coi),
            "cog": self.outlook.cog, "rca": self.rca,
        }  # fmt: skip

    def tables(self) -> Mapping[str, Table]:
        """The five tables: regions, activities, rca, proximity (every ordered pair, diagonal 1) and density."""
        regions, activities = np.array(self.matrix.regions), np.array(self.matrix.activities)
        place = {"region": np.repeat(regions, len(activities)), "activity": np.tile(activities, len(regions))}
        pair = {"activity": np.repeat(activities, len(activities)), "other": np.tile(activities, len(activities))}
        present = self.present.astype(np.int64).ravel()
        gain = opportunity_gain(self.present, self.nearness, self.near, self.order.pci).ravel()
        return {
            "regions": self.regions(),
            "activities": self.activities(),
            "rca": place | {"value": self.matrix.values.ravel(), "rca": self.rca.ravel(), "present": present},
            "proximity": pair | {"proximity": self.nearness.ravel()},
            "density": place
            | {"density": self.near.ravel(), "present": present, "cog": self.outlook.cog.ravel(), "gain": gain},
        }

    def summary(self) -> dict[str, Any]:
        """What was measured, how far it may be trusted, and what was left out."""
        return {
            "counts": {"regions": len(self.matrix.regions), "activities": len(self.matrix.activities),
                       "present": int(self.present.sum())},
            "eigenvalues": list(self.order.eigenvalues), "gap": self.order.gap, "components": self.order.components,
            "fitness": {"updates": self.fit.updates, "change": self.fit.change, "converged": self.fit.converged,
                        "falling": [self.matrix.regions[r] for r in self.fit.falling]},
            "says": plain(self.says),
            "conventions": CONVENTIONS | {"own_activity_in_density": self.own},
            "dropped": plain(self.dropped), "notes": plain(self.matrix.notes), "warnings": plain(self.warnings),
        }  # fmt: skip

    def as_dict(self) -> dict[str, Any]:
        """The summary, and each table as a list of rows."""
        return self.summary() | {name: rows(table) for name, table in self.tables().items()}


def long_of_years(found: Mapping[int, Complexity]) -> dict[str, np.ndarray]:
    """The long tables of several years, one below the other, with a column `year`; every cell is written once."""
    sizes = [each.present.size for each in found.values()]
    table: dict[str, np.ndarray] = {"year": np.repeat(np.fromiter(found, dtype=np.int64), sizes)}
    parts = [each.cells() for each in found.values()]
    for name in parts[0]:
        whole = np.empty(sum(sizes), dtype=np.result_type(*(part[name] for part in parts)))
        at = 0
        for each, part in zip(found.values(), parts, strict=True):
            whole[at : at + each.present.size].reshape(each.present.shape)[:] = part[name]
            at += each.present.size
        table[name] = whole
    return table


CONVENTIONS: dict[str, Any] = {
    "presence": "rca >= 1",
    "proximity_diagonal": 1,
    "eci": "z-score, ddof 0, positive correlation with diversity",
    "pci": "scaled with the mean and standard deviation of ECI: ECI is the mean PCI of what a region has",
    "coi": "z-score, ddof 0, of the outlook taken with PCI before its mean is taken off (ecomplexity)",
    "cog": "(1-M) times sum over missing activities of proximity share times PCI, in units of ECI (ecomplexity)",
    "outlook": "sum of density times PCI over missing activities, in units of PCI",
    "gain": "Hausmann et al. 2014: what an activity unlocks less density times its PCI, in units of PCI",
}


@measures(
    "rca",
    "diversity",
    "ubiquity",
    "eci",
    "pci",
    "fitness",
    "activity_complexity",
    "proximity",
    "relatedness_density",
    "coi",
    "cog",
)
def complexity(
    matrix: Matrix,
    *,
    sieve: Sieve | None = None,
    threshold: float = 1.0,
    updates: int | None = None,
    own: bool = True,
    blocks: Literal["warn", "refuse"] = "warn",
    given: bool = False,
) -> Complexity:
    """Economic complexity of a table of regions by activities; figures without unit unless said otherwise.

    `sieve` leaves out what is too small; `threshold` is the RCA that counts as presence; `updates` fixes the number of
    fitness updates (None: until it converges); `own` counts an activity in its own density; `blocks` says what to do where ECI
    is not defined (unconnected blocks, see `Ranking`): leave it and all that rests on it NaN with a warning, or refuse;
    `given` takes the values as presence (0 or 1).
    Sources: see `ranking`, `fitness`, `relatedness`, `outlook`. Raises Unmeasurable where nothing can be ordered.
    """
    left = sift(matrix, sieve or Sieve(), threshold, given)
    order = ranking(left.present)
    if order.undefined and blocks == "refuse":
        raise Unmeasurable(order.undefined, WAY_OUT)
    nearness = proximity(left.present)
    near = density(left.present, nearness, own)
    return Complexity(
        matrix=left.matrix, rca=left.rca, present=left.present, order=order,
        nearness=nearness, near=near, ahead=complexity_ahead(left.present, near, order.pci),
        outlook=outlook(left.present, nearness, near, order), dropped=left.dropped,
        own=own, updates=updates,
    )  # fmt: skip


WAY_OUT = Text(
    ko="이어진 지역만 재거나 활동을 더 넓게 묶으십시오.",
    en="Measure the connected regions alone, or group activities more widely.",
)


def _falling(regions: list[str], updates: int) -> Text:
    few = ", ".join(regions[:5]) + (" …" if len(regions) > 5 else "")
    return Text(
        ko=f"적합도가 0으로 끝없이 내려가는 지역 {len(regions):,}곳: {few}. 순서는 읽을 수 있으나 크기는 "
        f"{updates:,}번 고치고 멈춘 자리일 뿐입니다. 견주려면 --iterations로 횟수를 정하십시오.",
        en=f"Fitness falls towards 0 without end in {len(regions):,} of the regions: {few}. Their order may be read; their size says only "
        f"that the map was stopped after {updates:,} updates. To compare sizes, fix the number with --iterations.",
    )  # fmt: skip


def _warnings(matrix: Matrix, order: Ranking, fit: Fitness, updates: int | None) -> list[Text]:
    said = []
    if order.undefined:
        said.append(order.undefined)
    elif order.either:
        said.append(Text(
            ko="순서가 다양성과도 편재성과도 상관이 없습니다. 첫 지역을 높은 쪽으로 놓았을 뿐, 거꾸로일 수도 있습니다.",
            en="The order goes neither with diversity nor with ubiquity: the first region is put at the high end, and the reverse is as true.",
        ))  # fmt: skip
    if not order.undefined and order.gap < NARROW:
        said.append(Text(
            ko=f"둘째와 셋째 고윳값의 차이가 {order.gap:.1e}입니다. 표가 조금만 바뀌어도 순서가 달라집니다.",
            en=f"The second and third eigenvalues differ by {order.gap:.1e}: small changes of the table turn the order.",
        ))  # fmt: skip
    totals = matrix.values.sum(axis=1)
    tiny = [n for n, t in zip(matrix.regions, totals, strict=True) if t < TINY_SHARE * totals.sum()]
    if tiny:
        named = ", ".join(tiny[:5]) + (" …" if len(tiny) > 5 else "")
        said.append(Text(
            ko=f"전체의 0.01%도 안 되는 지역이 {len(tiny)}곳입니다({named}). 작은 지역은 우연히 앞에 옵니다. 최소 합계와 다양성으로 거르십시오.",
            en=f"{len(tiny)} regions hold less than 0.01 % of the total ({named}). Small ones lead by chance: set a minimum total and diversity.",
        ))  # fmt: skip
    if updates is None and not fit.converged:
        said.append(Text(
            ko=f"적합도는 {fit.updates:,}번 고친 뒤에도 {fit.change:.1e}만큼 움직입니다.",
            en=f"Fitness still moves by {fit.change:.1e} after {fit.updates:,} updates.",
        ))  # fmt: skip
    elif not fit.converged:
        said.append(Text(
            ko=f"적합도를 {fit.updates}번만 고쳤습니다. 마지막 변화는 {fit.change:.1e}입니다.",
            en=f"Fitness was updated {fit.updates} times as asked; it last moved by {fit.change:.1e}.",
        ))  # fmt: skip
    return said
