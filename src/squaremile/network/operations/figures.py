"""Making figures public."""

from datetime import date

from squaremile.kernel import clock
from squaremile.kernel.errors import Invalid
from squaremile.kernel.operation import note, operation
from squaremile.network import rules
from squaremile.network.models import PublishedFigure
from squaremile.network.operations.agreements import asker
from squaremile.network.policies.kpis import REGISTRY, publishable
from squaremile.network.reads.days import today
from squaremile.network.reads.kpis import board
from squaremile.network.words import agreements as words


@operation(
    "network.publish_figures", ko="지표 공개하기", en="Publish figures", may=rules.liaise,
    refuses=(words.DAY_TOO_LATE,), constraints={"figure_published_once": words.PUBLISHED_JUST_NOW},
)
def publish_figures(*, as_of: date | None = None) -> PublishedFigure | None:
    """Freeze the public KPIs as of a day and show them to everybody, without sign-in: aggregates over three or more.

    Withheld ones are published as withheld. Returns one of the rows, None where there is nothing to publish.
    """
    day = as_of or today()
    if day > today():
        raise Invalid(words.DAY_TOO_LATE)
    now, rows = clock.now(), []
    for line in board(day, only=[code for code, kpi in REGISTRY.items() if kpi.public]):
        rows += [
            PublishedFigure(
                kpi=line.kpi.code, unit=v.unit, part=v.part, value=publishable(v.value, v.base),
                base=v.base, as_of=day, published_at=now, published_by_id=asker(),
            )
            for v in line.values
        ]
    PublishedFigure.objects.bulk_create(rows)
    note(subject=rows[0] if rows else None, figures=len(rows), as_of=day)
    return rows[0] if rows else None
