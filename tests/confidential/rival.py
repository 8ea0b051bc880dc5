"""Everything that a rival does in a week, and every word of it that nobody else may read."""

from dataclasses import dataclass
from datetime import timedelta

from squaremile.booking import operations as booking
from squaremile.core import operations as core
from squaremile.spaces import operations as spaces
from tests.world import MONDAY, World

PURPOSE = "비밀 항체 ADC-77"
REPORT = "레이저가 우리 ADC-77 시료에서 꺼졌습니다"


@dataclass(frozen=True)
class Rival:
    """Codes that a curious competitor could type, and the marks that must not come back."""

    reservation: str
    pending: str
    session: str
    fault: str
    organisation: str
    project: str
    occupancy: str
    block: str
    secrets: tuple[str, ...]


def a_rivals_week(world: World) -> Rival:
    """Saebom books, waits for approval, uses, reports, invites and rents. Runs at MONDAY."""
    with world.as_("sora"):
        held = booking.reserve(
            equipment="CONFOCAL", start=MONDAY + timedelta(minutes=15), end=MONDAY + timedelta(hours=2),
            purpose=PURPOSE, project="PJ-SAEBOM",
        )
        pending = booking.reserve(
            equipment="CYTO-2", start=MONDAY + timedelta(hours=3), end=MONDAY + timedelta(hours=4), purpose=PURPOSE
        )
        now = booking.reserve(
            equipment="CHILLER", start=MONDAY, end=MONDAY + timedelta(hours=1), purpose=PURPOSE, project="PJ-SAEBOM"
        )
        session = booking.start_session(reservation=now.code)
        fault = booking.report_fault(equipment="CYTO-1", severity="degraded", says=REPORT)
    with world.as_("sujin"):
        core.invite(email="newcomer@saebom.example", role="scientist", organisation=world.organisations["SAEBOM"],
                    name_ko="한새내", name_en="Saenae Han")
    with world.as_("operator"):
        held_place = spaces.hold(
            place="R201-B1", organisation="SAEBOM", start=MONDAY, end=MONDAY + timedelta(days=100)
        )
        occupied = spaces.occupy(occupancy=held_place.code)
        block = booking.block(
            equipment="CYTO-1", start=MONDAY + timedelta(days=2), end=MONDAY + timedelta(days=2, hours=3),
            work_type="calibration",
        )
    return Rival(
        reservation=held.code, pending=pending.code, session=session.code, fault=fault.code, organisation="SAEBOM",
        project="PJ-SAEBOM", occupancy=occupied.code, block=block.code,
        secrets=(
            PURPOSE, "ADC-77", REPORT, "새봄테라퓨틱스", "Saebom Therapeutics", "이소라", "Sora Lee", "정수진",
            "Sujin Jung", "sora@example.org", "sujin@example.org", "newcomer@saebom.example", "한새내", "PJ-SAEBOM",
            session.code, str(world.people["sora"]), str(world.organisations["SAEBOM"]),
        ),
    )  # fmt: skip
