"""Applying a plan of NEMO's by the operations that pages and API call: one transaction, in the order things need."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from zoneinfo import ZoneInfo

from squaremile.cli.imports.applying import Ledger, whole
from squaremile.cli.imports.nemo.apply_bookings import apply_bookings
from squaremile.cli.imports.nemo.apply_companies import apply_companies, close_companies
from squaremile.cli.imports.nemo.apply_equipment import apply_equipment, rules_id
from squaremile.cli.imports.nemo.apply_people import apply_people, membership_id
from squaremile.cli.imports.nemo.apply_places import OWN_SITE, apply_places, room_id
from squaremile.cli.imports.nemo.apply_qualifications import apply_qualifications
from squaremile.cli.imports.nemo.apply_upkeep import apply_faults, apply_maintenance, outage_id
from squaremile.cli.imports.nemo.apply_uses import apply_uses
from squaremile.cli.imports.nemo.applying import Applying, external_ids
from squaremile.cli.imports.nemo.plan import Plan
from squaremile.cli.imports.progress import Track, silent
from squaremile.cli.imports.rooms import site_ids
from squaremile.core.sheets.report import Report
from squaremile.kernel import clock

Keep = Callable[[Sequence[str]], None]


def apply(
    plan: Plan, report: Report, *, zone: ZoneInfo, keep: Keep, site: str = "", dry_run: bool = False,
    track: Track = silent,
) -> None:
    """Bring the plan in, or give up whole.

    `keep` writes the kept section; it is handed the external ids of planned records that were kept apart after all,
    and runs last inside the transaction, so that nothing is imported whose rest could not be kept.

    Raises:
        Stopped: an operation refused; nothing was saved.
    """
    where = site or OWN_SITE
    apart = [each.reservation.external_id for each in plan.bookings.displaced]

    def body() -> None:
        ledger = Ledger(report, (*external_ids(plan), *_derived(plan, where)))
        fresh = frozenset(each for each in external_ids(plan) if not ledger.knows(each))
        run = Applying(plan, report, ledger, zone, clock.now(), track)
        apply_companies(run)
        apply_people(run)
        apply_places(run, where)
        apply_equipment(run)
        apply_qualifications(run)
        apply_bookings(run)
        apply_uses(run)
        apply_maintenance(run)
        apply_faults(run)
        close_companies(run, fresh)
        apart.extend(run.kept)

    whole(report, body, dry_run=dry_run, last=lambda: keep(apart))


def _derived(plan: Plan, site: str) -> Iterator[str]:
    """Ids of what is made beside NEMO's own records."""
    yield from (*site_ids("nemo", site), room_id(site))
    for person in plan.people:
        yield from (membership_id(person, membership) for membership in person.memberships)
    for tool in plan.equipment:
        yield rules_id(tool.rules)
        yield from (alias.external_id for alias in tool.aliases)
    for outage in plan.maintenance:
        yield from (outage_id(outage, equipment) for equipment in outage.equipment)
