"""How many people a company has, from day to day: told to whoever bills by the head."""

from uuid import UUID

from squaremile.kernel.operation import note, operation, publish
from squaremile.published.residency import HeadsChanged
from squaremile.residency import rules
from squaremile.residency.models import HeadsTold
from squaremile.residency.reads import head_count


def tell_heads(company: UUID) -> bool:
    """Its whole head count where it is another than was told last, inside another operation. Gives back whether it was."""
    told, _ = HeadsTold.objects.select_for_update().get_or_create(company_id=company)
    heads = head_count.whole(head_count.spells(company))
    if heads == told.heads:
        return False
    told.number, told.heads = told.number + 1, heads
    told.save(update_fields=["number", "heads"])
    publish(HeadsChanged(company, told.number, tuple((day, count) for day, count in heads)))
    return True


@operation("residency.tell_all_heads", ko="인원수 알리기", en="Tell head counts", may=rules.record_gone)
def tell_all_heads() -> int:
    """Of companies whose head count is another than was told, whatever changed it, and of those whose people were counted before
    anybody was told. Returns of how many."""
    count = sum(tell_heads(company) for company in head_count.untold())
    note(companies=count)
    return count
