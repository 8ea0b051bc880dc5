"""How people use each sort of instrument: at what hours, for how long, what they write as their purpose."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Habit:
    """Minutes of the civil day between which bookings begin, how long they last, and when they must be over.

    `ends` of zero: may run into the night and the next day. Buffers repeat the rule sets' own.
    """

    opens: int
    closes: int
    ends: int
    step: int
    lengths: tuple[int, ...]
    weekend: float
    before: int = 0
    after: int = 0
    lead: int = 0
    per_person_day: int = 0
    per_company_week: int = 0


HABITS = {
    "OPEN": Habit(510, 1110, 1200, 15, (30, 45, 60, 60, 90, 120), 0.2),
    "SHARED": Habit(510, 1140, 1260, 15, (60, 90, 120, 120, 180, 240), 0.35, per_person_day=360),
    "WEEKDAY": Habit(540, 1110, 1200, 30, (60, 90, 120, 120, 180, 240), 0.0, after=15, lead=60, per_person_day=480,
                     per_company_week=1440),
    "NIGHT": Habit(540, 1080, 0, 60, (180, 240, 360, 720, 960, 1440), 0.3, after=60),
    "APPROVAL": Habit(540, 960, 1080, 30, (120, 180, 240, 240, 360), 0.0, lead=1440),
    "ASSISTED": Habit(570, 930, 1050, 30, (120, 180, 240), 0.0, before=30, after=30, lead=2880),
}
PURPOSES_KO = (
    "형광 표지 확인", "2차 반복 실험", "시료 농도 측정", "논문 수정용 재촬영", "공정 조건 비교", "세포 생존율 확인",
    "신규 로트 검증",
    "예비 실험", "월간 품질 시험", "표준물질 보정", "후보물질 스크리닝", "동결 시료 분석",
)
PURPOSES_EN = (
    "Second replicate", "Lot release check", "Images for the revised figure", "Dose response",
    "Calibration with standard",
    "Pilot run",
)
REASONS = ("시료 준비가 늦어져 취소합니다.", "일정이 바뀌었습니다.", "다른 장비를 씁니다.")
WORK = (
    ("preventive", "정기 점검"), ("calibration", "광축·검출기 교정"), ("cleaning", "유로와 챔버 세척"),
    ("preventive", "소모품 교체"),
)
