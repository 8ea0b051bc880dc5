"""How specialised each region is, and how concentrated each activity: every index as it is defined, side by side."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from squaremile.atlas.measures.declared import measures
from squaremile.atlas.measures.matrices import shares as index
from squaremile.atlas.measures.matrices.presence import advantage
from squaremile.atlas.measures.matrices.table import Floats, Matrix, encode
from squaremile.atlas.measures.refusing import Unmeasurable
from squaremile.atlas.measures.showing import Shown, Table, plain, rows
from squaremile.kernel.words import Text


@dataclass(frozen=True, slots=True)
class Concentration(Shown):
    """One column an index: `of_regions` follows `matrix.regions`, `of_activities` follows `matrix.activities`."""

    matrix: Matrix
    of_regions: dict[str, Floats]
    of_activities: dict[str, Floats]

    def tables(self) -> Mapping[str, Table]:
        """Regions, and activities."""
        return {
            "regions": {"region": self.matrix.regions, **self.of_regions},
            "activities": {"activity": self.matrix.activities, **self.of_activities},
        }

    def summary(self) -> dict[str, Any]:
        """What was left out, and the units."""
        return {
            "units": {"entropy": "bits", "theil": "nats", "locational_gini": "0 to 0.5", "krugman": "0 to 2"},
            "dropped_regions": list(self.matrix.dropped_regions),
            "dropped_activities": list(self.matrix.dropped_activities),
            "notes": plain(self.matrix.notes),
        }

    def as_dict(self) -> dict[str, Any]:
        """The summary and both tables as rows."""
        return self.summary() | {name: rows(table) for name, table in self.tables().items()}


@measures("herfindahl", "entropy", "krugman", "hachman", "theil", "locational_gini")
def concentration(matrix: Matrix, parents: Sequence[str] | None = None) -> Concentration:
    """Indices of each region (over its activities, against all regions together) and of each activity (over regions).

    Regions: herfindahl, herfindahl_normalised, entropy, krugman Σ|s_rc−s_c|, specialisation (half of it), hachman
    1/Σ(LQ·s_rc) in 0..1, theil Σ s ln(s/s_c); with `parents` (the parent class of each activity) also
    unrelated_variety (entropy between parents), related_variety (entropy within them) and variety (their sum).
    Activities: herfindahl, herfindahl_normalised, entropy, krugman, hoover (half of it), theil, locational_gini
    (Krugman 1991, 0 to 0.5), lorenz_gini (twice that), quotient_gini (Gini of the location quotients, unweighted, as in
    REAT's gini.conc). The comparison includes the region or activity itself.
    Sources: Krugman 1991; Hoover 1936; Hachman (Moore 2001); Theil 1967; Frenken, van Oort & Verburg 2007.
    """
    values = matrix.values
    region, activity = index.shares(values), index.shares(values.T)
    all_activities, all_regions = index.shares(values.sum(axis=0)), index.shares(values.sum(axis=1))
    quotient = advantage(values)
    of_regions = _common(region, all_activities)
    of_regions["specialisation"] = of_regions["krugman"] / 2
    of_regions["hachman"] = 1 / (quotient * region).sum(axis=1)
    if parents is not None:
        of_regions |= variety(matrix, parents)
    of_activities = _common(activity, all_regions)
    of_activities["hoover"] = of_activities["krugman"] / 2
    lorenz = np.array([index.lorenz_gini(each, all_regions) for each in activity])
    of_activities |= {"locational_gini": lorenz / 2, "lorenz_gini": lorenz}
    of_activities["quotient_gini"] = np.array([index.plain_gini(each) for each in quotient.T])
    return Concentration(matrix, of_regions, of_activities)


def _common(share: Floats, other: Floats) -> dict[str, Floats]:
    return {
        "herfindahl": index.herfindahl(share),
        "herfindahl_normalised": index.herfindahl_normalised(share),
        "entropy": index.entropy(share),
        "krugman": index.difference(share, other),
        "theil": index.theil(share, np.broadcast_to(other, share.shape)),
    }


@measures("related_variety", "unrelated_variety")
def variety(matrix: Matrix, parents: Sequence[str]) -> dict[str, Floats]:
    """Unrelated, related and total variety of each region, in bits; the first two sum to the third.

    Unrelated is the entropy between parent classes, related the entropy within each, weighted by its share.
    Source: Frenken, van Oort & Verburg 2007, Regional Studies 41:685. Refuses a wrong number of parents.
    """
    if len(parents) != len(matrix.activities):
        raise Unmeasurable(
            Text(ko="상위 분류의 수가 활동의 수와 다릅니다.", en="There are not as many parent classes as activities."),
            Text(ko="활동마다 상위 분류를 하나씩 적으십시오.", en="Give each activity one parent class."),
        )
    codes, names = encode(parents)
    share = index.shares(matrix.values)
    between = np.stack([share[:, codes == g].sum(axis=1) for g in range(len(names))], axis=1)
    total, unrelated = index.entropy(share), index.entropy(between)
    within = np.zeros(len(share))
    for g in range(len(names)):
        within += between[:, g] * index.entropy(index.shares(share[:, codes == g]))
    return {"unrelated_variety": unrelated, "related_variety": within, "variety": total}
