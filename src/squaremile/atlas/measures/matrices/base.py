"""What a location quotient is measured against: said in words, because it changes the answer."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from squaremile.atlas.measures.matrices.table import Floats, Matrix, encode
from squaremile.atlas.measures.refusing import Unmeasurable
from squaremile.atlas.measures.showing import Shown
from squaremile.kernel.words import Text


@dataclass(frozen=True, slots=True)
class Base(Shown):
    """Expected share of activity a within its group: `of_activity[a] / of_all[a]`; `totals[region, group]` of regions.

    `says` is the sentence that is printed with the quotients.
    """

    says: Text
    groups: tuple[str, ...]
    group: NDArray[np.int64]
    totals: Floats
    of_activity: Floats
    of_all: Floats


def base_of(
    matrix: Matrix,
    groups: Sequence[str] | None = None,
    reference: Mapping[str, float] | None = None,
    reference_total: float | None = None,
    region_totals: Mapping[str, float] | None = None,
) -> Base:
    """The base of a table.

    Without anything: all activities of the table, and the sum of its regions. `groups` names the group of each activity
    (traded, local, …): shares are then within the group, in regions and in all. `reference` gives the activity totals of
    a larger whole (the nation) and `reference_total` its sum where that is more than what is listed; `region_totals` the
    sums of regions where the table does not list everything: without a reference the whole is then what they add up to,
    so that a table of one industry out of many is held against all of it. Refuses what is missing or too small.
    """
    names, group = _groups(matrix, groups)
    sums = np.stack([matrix.values[:, group == g].sum(axis=1) for g in range(len(names))], axis=1)
    of_activity = matrix.values.sum(axis=0)
    says = [_inside(names)]
    if reference is not None:
        of_activity = np.array([_of(reference, a, "reference") for a in matrix.activities])
        says = [Text(ko="기준표의 활동별 합계", en="activity totals of the reference file")]
    of_group = np.array([of_activity[group == g].sum() for g in range(len(names))])
    if reference is not None and len(names) == 1:
        of_group = np.array([float(sum(reference.values()))])
    if reference_total is not None:
        if len(names) > 1:
            raise Unmeasurable(
                Text(
                    ko="묶음별 기준에는 전체 합계 하나를 쓸 수 없습니다.", en="One total does not fit a base by group."
                )
            )
        if not np.isfinite(reference_total):
            raise Unmeasurable(Text(ko="기준 합계는 유한한 숫자입니다.", en="The reference total is a finite number."))
        if reference_total < of_activity.max():
            raise _too_small(Text(ko="기준 합계", en="the reference total"))
        of_group = np.array([float(reference_total)])
        says.append(Text(ko=f"전체 {reference_total:,.10g}", en=f"of {reference_total:,.10g} in all"))
    if region_totals is not None:
        sums, inside = _sums_of_regions(matrix, names, region_totals)
        says.append(Text(ko="지역 합계는 파일에서", en="regions' totals from their file"))
        if reference is None and reference_total is None:
            of_group = np.array([inside])
            says = [Text(ko=f"파일의 지역 합계, 모두 {inside:,.10g}", en=f"the regions' totals of their file, {inside:,.10g} in all")]
    told = Text(ko="; ".join(s.ko for s in says), en="; ".join(s.en for s in says))
    return Base(told, names, group, sums, of_activity, of_group[group])


def _sums_of_regions(matrix: Matrix, names: Sequence[str], totals: Mapping[str, float]) -> tuple[Floats, float]:
    """The totals of the table's regions, and what they add up to with those of regions that had nothing but zeros."""
    if len(names) > 1:
        raise Unmeasurable(
            Text(
                ko="묶음별 기준에는 지역 합계 파일을 쓸 수 없습니다.", en="Totals of regions do not fit a base by group."
            )
        )
    sums = np.array([[_of(totals, r, "region totals")] for r in matrix.regions])
    if (sums < matrix.values.max(axis=1, keepdims=True)).any():
        raise _too_small(Text(ko="지역 합계", en="a region's total"))
    empty = sum(_of(totals, r, "region totals") for r in matrix.dropped_regions if r in totals)
    return sums, float(sums.sum()) + empty


def _groups(matrix: Matrix, groups: Sequence[str] | None) -> tuple[tuple[str, ...], NDArray[np.int64]]:
    if groups is None:
        return ("all",), np.zeros(len(matrix.activities), dtype=np.int64)
    if len(groups) != len(matrix.activities):
        raise Unmeasurable(
            Text(ko="묶음의 수가 활동의 수와 다릅니다.", en="There are not as many groups as activities.")
        )
    codes, names = encode(groups)
    return tuple(names), codes


def _inside(names: tuple[str, ...]) -> Text:
    if len(names) == 1:
        return Text(
            ko="표의 모든 활동과 모든 지역의 합계", en="all activities of the table, over the sum of its regions"
        )
    listed = ", ".join(names)
    return Text(ko=f"활동의 묶음 안에서: {listed}", en=f"within the group of the activity: {listed}")


def _of(held: Mapping[str, float], name: str, where: str) -> float:
    if name not in held:
        raise Unmeasurable(
            Text(ko=f"{where} 파일에 ‘{name}’ 행이 없습니다.", en=f"The {where} file has no row “{name}”."),
            Text(ko="파일에 그 행을 더하십시오.", en="Add the row to the file."),
        )
    if not (np.isfinite(held[name]) and held[name] > 0):
        raise Unmeasurable(
            Text(
                ko=f"{where} 파일의 ‘{name}’ 값이 0보다 크지 않습니다.",
                en=f"“{name}” is not above zero in the {where} file.",
            ),
        )
    return float(held[name])


def _too_small(what: Text) -> Unmeasurable:
    return Unmeasurable(
        Text(
            ko=f"{what.ko}가 그 안의 값보다 작습니다.", en=f"{what.en.capitalize()} is smaller than a value inside it."
        ),
        Text(ko="합계를 확인하십시오.", en="Check the totals."),
    )
