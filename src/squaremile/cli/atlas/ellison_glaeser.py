"""`squaremile atlas ellison-glaeser`: agglomeration beyond what few large plants explain."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from squaremile.cli.atlas import matrices
from squaremile.cli.atlas.numbers import zero_or_more
from squaremile.cli.atlas.tables import read_table, refuse_twice
from squaremile.kernel.words import Text


def arguments(parser: argparse.ArgumentParser) -> None:
    add = parser.add_argument
    add("file", type=Path, metavar="FILE", help=str(Text(ko="사업체 파일: 한 줄에 하나", en="plants, one a row")))
    add(
        "--region",
        default="region",
        metavar="COL",
        help=str(Text(ko="지역 열(region)", en="column of the region (region)")),
    )
    add(
        "--industry",
        default="industry",
        metavar="COL",
        help=str(Text(ko="산업 열(industry)", en="column of the industry (industry)")),
    )
    add("--size", default="size", metavar="COL", help=str(Text(ko="규모 열(size)", en="column of the size (size)")))
    add("--region-totals", type=Path, metavar="FILE", help=str(Text(
        ko="지역의 전체 고용: 지역, 값. 없으면 사업체의 합", en="all employment of regions: region, value; without it the plants' sum",
    )))  # fmt: skip
    add("--group", metavar="A,B,…", help=str(Text(
        ko="함께 집적하는지 볼 산업들", en="industries whose coagglomeration is measured",
    )))  # fmt: skip
    add("--simulations", type=zero_or_more, default=999, metavar="N", help=str(Text(
        ko="p값을 위한 무작위 배치의 수(999)", en="dartboards thrown for p (999; 0 for none)",
    )))  # fmt: skip
    add("--seed", type=zero_or_more, default=0, help=str(Text(ko="무작위 배치의 씨앗(0)", en="seed of the dartboards (0)")))
    matrices.output_arguments(parser)


def run(options: argparse.Namespace) -> int:
    from squaremile.atlas.measures.matrices.agglomeration import coagglomeration, ellison_glaeser, plants
    from squaremile.atlas.measures.showing import plain

    refuse_twice({f"--{name}": getattr(options, name) for name in ("region", "industry", "size")})
    held = read_table(options.file, [options.region, options.industry, options.size])
    given = plants(
        held[options.region], held[options.industry], held.numbers(options.size), matrices.pairs(options.region_totals)
    )
    found = ellison_glaeser(given, options.simulations, options.seed)
    summary: dict[str, Any] = {
        "regions": len(given.regions), "plants": len(given.size), "simulations": options.simulations,
        "seed": options.seed, "notes": plain(given.notes),
        "region_shares": {name: float(share) for name, share in zip(given.regions, given.x, strict=True)},
    }  # fmt: skip
    if options.group:
        group = [name.strip() for name in options.group.split(",") if name.strip()]
        summary["coagglomeration"] = {"industries": group, "gamma_c": coagglomeration(given, group)}
    rows = [each.as_dict() for each in found]
    summary["says"] = [says(row["industry"], row["gamma"], row["p"], row["verdict"]) for row in rows]
    columns: dict[str, list[Any]] = {name: [row[name] for row in rows] for name in rows[0]} if rows else {}
    return matrices.tell(options, summary, {"industries": columns})


def says(industry: str, gamma: float | None, p: float | None, verdict: str) -> Text:
    """The verdict with what chance has to say of it."""
    ko, en = _VERDICTS[verdict]
    if gamma is None:
        return Text(ko=f"{industry}: {ko}", en=f"{industry}: {en}")
    chance_ko, chance_en = ("", "") if p is None else (f", 우연만으로 이만큼 모일 확률 p = {p:.3g}", f", chance alone does as much with p = {p:.3g}")
    return Text(ko=f"{industry}: {ko}(γ = {gamma:.3g}{chance_ko})", en=f"{industry}: {en} (gamma = {gamma:.3g}{chance_en})")


_VERDICTS = {
    "concentrated": ("뚜렷이 집적", "concentrated"), "between": ("보통으로 집적", "somewhat concentrated"),
    "weak": ("거의 집적하지 않음", "hardly concentrated"), "dispersed": ("분산", "dispersed"),
    "undefined": ("사업체가 하나여서 정해지지 않음", "undefined: a single plant"),
}  # fmt: skip
