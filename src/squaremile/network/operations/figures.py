"""Making figures public."""

from datetime import date

from squaremile.kernel import clock
from squaremile.kernel.errors import Invalid, Refused
from squaremile.kernel.operation import note, operation
from squaremile.network import rules
from squaremile.network.models import PublishedFigure
from squaremile.network.operations.agreements import asker
from squaremile.network.policies.kpis import REGISTRY, fixed_day, publishable, told_apart
from squaremile.network.reads.days import today
from squaremile.network.reads.kpis import board
from squaremile.network.words import agreements as words


@operation(
    "network.publish_figures", ko="지표 공개하기", en="Publish figures", may=rules.liaise,
    refuses=(words.DAY_TOO_LATE, words.NO_FIXED_DAY, words.PUBLISHED_ALREADY), constraints={"figure_published_once": words.PUBLISHED_JUST_NOW},
)
def publish_figures(*, as_of: date | None = None) -> PublishedFigure | None:
    """Freeze the public KPIs as of the end of a quarter and show them to everybody, without sign-in.

    Aggregates over three or more; withheld ones are published as withheld. Each quarter goes out once, so that nobody
    learns of one event from the figures before and after it; and where a base has changed by one or two alone, the
    figure before stands. Returns one of the rows, None where there is nothing to publish.
    """
    day = as_of or fixed_day(today())
    if day > today():
        raise Invalid(words.DAY_TOO_LATE)
    if day != fixed_day(day):
        raise Invalid(words.NO_FIXED_DAY, {"day": fixed_day(day).isoformat()})
    if PublishedFigure.objects.filter(as_of=day).exists():
        raise Refused(words.PUBLISHED_ALREADY)
    before = _before(day)
    now, rows = clock.now(), []
    for line in board(day, only=[code for code, kpi in REGISTRY.items() if kpi.public]):
        for v in line.values:
            value, base = publishable(v.value, v.base), v.base
            last = before.get((line.kpi.code, v.unit, v.part))
            if last is not None and told_apart(base, last.base):
                value, base = last.value, last.base
            rows.append(PublishedFigure(
                kpi=line.kpi.code, unit=v.unit, part=v.part, value=value, base=base, as_of=day, published_at=now,
                published_by_id=asker(),
            ))
    PublishedFigure.objects.bulk_create(rows)
    note(subject=rows[0] if rows else None, figures=len(rows), as_of=day)
    return rows[0] if rows else None


def _before(day: date) -> dict[tuple[str, str, str], PublishedFigure]:
    """The figures as of the newest earlier day."""
    found = PublishedFigure.objects.filter(as_of__lt=day).order_by("as_of", "published_at")
    return {(each.kpi, each.unit, each.part): each for each in found}
