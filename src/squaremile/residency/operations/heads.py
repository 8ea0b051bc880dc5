"""How many people a company has, from day to day: told to whoever bills by the head."""

from uuid import UUID

from squaremile.kernel.operation import note, operation, publish
from squaremile.published.residency import HeadsChanged
from squaremile.residency import rules
from squaremile.residency.models import HeadsTold, Member
from squaremile.residency.policies.head_count import every_step
from squaremile.residency.reads.head_count import spells


def tell_heads(company: UUID) -> bool:
    """Its whole head count where it is another than was told last, inside another operation. Gives back whether it was."""
    told, _ = HeadsTold.objects.select_for_update().get_or_create(company_id=company)
    heads: list[list[str | int]] = [[step.day.isoformat(), step.count] for step in every_step(spells(company))]
    if heads == told.heads:
        return False
    told.number, told.heads = told.number + 1, heads
    told.save(update_fields=["number", "heads"])
    publish(HeadsChanged(company, told.number, tuple((str(day), int(count)) for day, count in heads)))
    return True


@operation("residency.tell_first_heads", ko="인원수 처음 알리기", en="Tell head counts for the first time", may=rules.record_gone)
def tell_first_heads() -> int:
    """Of companies whose people were counted before anybody was told of them. Returns of how many."""
    untold = Member.objects.filter(company__heads_told=None).order_by("company").values_list("company", flat=True).distinct()
    count = sum(tell_heads(company) for company in untold)
    note(companies=count)
    return count
