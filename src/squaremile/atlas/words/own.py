"""What the cluster's own figures are called and how each is defined. A definition that changes gets another version."""

from dataclasses import dataclass

from squaremile.kernel.words import Text


@dataclass(frozen=True, slots=True)
class Defined:
    """One figure: its name, the base of its percentage, its definition with the version, and whose records it is read from."""

    name: Text
    base: Text
    definition: Text
    version: str
    source: Text


_BOOKING = Text(ko="예약 기록", en="bookings")
_METERS = Text(ko="계량 기록", en="metering")
OCCUPANCY = Defined(
    Text(ko="임대된 자리", en="Places let"), Text(ko="지금 임대할 수 있는 자리 기준", en="of places for renting, now"),
    Text(
        ko="임대용 자리 가운데 지금 입주 중인 자리의 수. 면적이 아니라 자리를 셉니다.",
        en="Places for renting that somebody holds now, of all such places. Places are counted, not floor area.",
    ),
    "occupancy/1", Text(ko="공간 기록", en="spaces"),
)  # fmt: skip
UTILISATION = Defined(
    Text(ko="예약된 장비 시간", en="Instruments held"), Text(ko="밤낮을 합친 모든 시간 기준", en="of all hours, day and night"),
    Text(
        ko="확정되었거나 쓰고 있거나 끝난 예약의 시간. 점검은 빼고, 쓰지 않은 예약도 들어갑니다.",
        en="Hours of reservations that are confirmed, in use or done. Maintenance is left out; slots that nobody came to are in.",
    ),
    "utilisation-held/1", _BOOKING,
)  # fmt: skip
JOINT = Defined(
    Text(ko="함께 쓴 예약 시간", en="Held together"),
    Text(ko="예약된 시간 가운데, 두 기관 이상이 쓴 장비의 시간", en="of held hours, on instruments that two organisations or more used"),
    Text(
        ko="두 기관 이상이 예약한 장비의 시간. 같은 장비를 나눠 쓴다는 뜻이며, 같은 시간에 함께 쓴다는 뜻은 아닙니다.",
        en="Hours on instruments that two organisations or more held: the same instrument in turn, not at the same time.",
    ),
    "joint-use-held/1", _BOOKING,
)  # fmt: skip
METERED = Defined(
    Text(ko="계량된 사용 시간", en="Metered use"), Text(ko="밤낮을 합친 모든 시간 기준", en="of all hours, day and night"),
    Text(
        ko="이 기간에 시작한 사용을 계량기가 센 시간. 정정을 반영합니다. 예약만 하고 쓰지 않은 시간은 들어가지 않습니다.",
        en="Hours that meters counted of use that began in the span, corrections taken off. What was only held is not in it.",
    ),
    "utilisation-metered/1", _METERS,
)  # fmt: skip
METERED_JOINT = Defined(
    Text(ko="함께 쓴 계량 시간", en="Metered together"),
    Text(ko="계량된 시간 가운데, 두 기관 이상이 쓴 장비의 시간", en="of metered hours, on instruments that two organisations or more used"),
    Text(
        ko="두 기관 이상이 실제로 쓴 장비에서 계량된 시간입니다.",
        en="Metered hours on instruments that two organisations or more really used.",
    ),
    "joint-use-metered/1", _METERS,
)  # fmt: skip
