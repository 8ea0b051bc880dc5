"""What the Safety home says of sterilisation: tests that are overdue, machines under suspicion, loads that are kept back."""

from squaremile.kernel import clock
from squaremile.kernel.scope import require
from squaremile.kernel.words import Text
from squaremile.safety.reads.areas import today
from squaremile.safety.reads.home_inspections import HomeRow
from squaremile.stores import rules
from squaremile.stores.reads import loads, sterilisers


def rows() -> list[HomeRow]:
    """A company's own loads; the machines for staff. Three statements."""
    now, kept = clock.now(), [row for row in loads.loads() if row.state == "quarantined"]
    oldest = max(((now - row.quarantined_at).days for row in kept if row.quarantined_at), default=0)
    found = [HomeRow(Text(ko="격리한 적재물", en="Loads in quarantine"), len(kept), 0, "stores_services", max(oldest, 0))]
    if rules.see_everyone(require()):
        machines = sterilisers.sterilisers()
        late = [row for row in machines if row.overdue]
        worst = max(((today() - row.due_on).days for row in late if row.due_on), default=0)
        found += [
            HomeRow(Text(ko="기한이 지난 멸균기 시험", en="Overdue steriliser tests"), len(late), worst, "stores_sterilisers"),
            HomeRow(Text(ko="마지막 시험이 양성인 멸균기", en="Sterilisers whose newest test is positive"),
                    len([row for row in machines if row.suspect]), 0, "stores_sterilisers"),
        ]  # fmt: skip
    return found
