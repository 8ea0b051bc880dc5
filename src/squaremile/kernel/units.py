"""Units of what meters count, with the words people read."""

from dataclasses import dataclass

from squaremile.kernel.words import Text


@dataclass(frozen=True, slots=True)
class Unit:
    code: str
    label: Text


UNITS = {
    unit.code: unit
    for unit in (
        Unit("minute", Text(ko="분", en="min")),
        Unit("hour", Text(ko="시간", en="h")),
        Unit("run", Text(ko="회", en="runs")),
        Unit("piece", Text(ko="개", en="pcs")),
        Unit("bench_day", Text(ko="벤치·일", en="bench-days")),
    )
}
