"""Words of the floor plan, of needs for space, of allocation and of moves."""

from squaremile.kernel.words import Text

LOOKS = {
    "free": Text(ko="비어 있음", en="Free"), "held": Text(ko="입주 예정", en="Held"),
    "occupied": Text(ko="사용 중", en="Occupied"), "mine": Text(ko="우리 자리", en="Ours"),
    "taken": Text(ko="사용 중", en="Taken"),
}
NOTICES = {
    "leaving": Text(ko="퇴거 통지", en="Notice to leave"), "noticed": Text(ko="시정 요구 기한", en="To be put right by"),
    "suspended": Text(ko="이용 정지", en="Suspended"), "terminated": Text(ko="계약 해지", en="Terminated"),
}
