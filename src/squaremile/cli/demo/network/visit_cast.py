"""Who and where in the demonstration's visits: members, hosts, places, stops. Every name is invented."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Member:
    """One who travels."""

    name_ko: str
    name_en: str
    role_ko: str
    role_en: str
    rank: int
    needs_ko: str = ""
    needs_en: str = ""


@dataclass(frozen=True, slots=True)
class Host:
    """One who is wanted, with (day, hour, hour) of free time."""

    person: str
    title_ko: str
    title_en: str
    place: str
    minutes: int
    priority: int
    free: tuple[tuple[int, int, int], ...]
    asks_ko: str = "공동연구 제안서 초안을 함께 씁니다."
    asks_en: str = "Write a draft proposal for joint research together."
    offers_ko: str = "임상 코호트와 실증 병상을 제공합니다."
    offers_en: str = "A clinical cohort and pilot beds."
    avoid_ko: str = ""
    avoid_en: str = ""


MEMBERS = (
    Member("노온유", "Onyu Noh", "경제부지사", "Vice Governor for Economic Affairs", 4, "갑각류 알레르기", "Allergic to shellfish"),
    Member("변가람", "Garam Byun", "바이오산업국장", "Director General, Life-Science Industry", 3),
    Member("구해솔", "Haesol Koo", "전북새벌대학교 교수", "Professor, Saebeol University", 3, "채식", "Vegetarian"),
    Member("민들샘", "Deulsaem Min", "한벌연구소 책임연구원", "Principal Researcher, Hanbeol Institute", 3),
    Member("탁이든", "Ideun Tak", "모악셀웍스 대표", "Chief Executive, Moak Cellworks", 4),
    Member("편나래", "Narae Pyeon", "새벌대학교병원 임상시험센터장", "Head of Clinical Trials, Saebeol University Hospital", 3,
           "휠체어 이동", "Uses a wheelchair"),
    Member("설보미", "Bomi Seol", "국제협력팀장", "Head of International Relations", 2),
    Member("도한결", "Hangyeol Do", "통역", "Interpreter", 1),
)
PLACES = (
    ("VP-HOTEL", "숙소", "Hotel", "Harbor Street, Boston, MA", "42.35310", "-71.05120", True),
    ("VP-CHARLES", "찰스베이 공대", "Charles Bay Institute of Technology", "Bay Avenue, Cambridge, MA", "42.36050", "-71.09180", False),
    ("VP-BEACON", "비컨하버 병원", "Beacon Harbor Hospital", "Harbor Hill, Boston, MA", "42.33690", "-71.10620", False),
    ("VP-MERIDIAN", "메리디언 테라퓨틱스", "Meridian Therapeutics", "Canal Square, Cambridge, MA", "42.36570", "-71.08230", False),
    ("VP-LONG", "롱워터 벤처스", "Longwater Ventures", "Federal Row, Boston, MA", "42.35480", "-71.05760", False),
)
_MORNING, _AFTERNOON, _ALL = ((0, 9, 12),), ((0, 13, 17),), ((0, 9, 17), (1, 9, 17), (2, 9, 17))
HOSTS = (
    Host("PE-024", "핵산전달 연구실", "Nucleic Acid Delivery Lab", "VP-CHARLES", 60, 5, _MORNING, avoid_ko="특허 분쟁",
         avoid_en="The patent dispute"),
    Host("PE-025", "바이오계측 연구실", "Bioinstrumentation Lab", "VP-CHARLES", 45, 4, ((0, 10, 15),)),
    Host("PE-026", "유전체공학 연구실", "Genome Engineering Lab", "VP-CHARLES", 60, 4, ((0, 13, 17), (1, 9, 11))),
    Host("PE-021", "종양면역 연구실", "Tumour Immunology Lab", "VP-BEACON", 60, 5, ((1, 10, 12),)),
    Host("PE-022", "신장의학 연구실", "Kidney Medicine Lab", "VP-BEACON", 45, 4, ((1, 9, 15),)),
    Host("PE-023", "신경퇴행 연구실", "Neurodegeneration Lab", "VP-BEACON", 45, 3, ((1, 13, 17),)),
    Host("PE-046", "메리디언 사업개발", "Meridian, business development", "VP-MERIDIAN", 60, 5, ((2, 9, 12),)),
    Host("PE-048", "메리디언 공동개발 협의", "Meridian, joint development", "VP-MERIDIAN", 45, 3, ((2, 9, 15),)),
    Host("PE-053", "롱워터 투자 상담", "Longwater, investment", "VP-LONG", 45, 4, ((2, 13, 17), (0, 15, 18))),
    Host("PE-054", "초기 투자 상담", "Longwater, seed fund", "VP-LONG", 30, 2, _ALL),
    Host("PE-030", "핵산 제조 시설 견학", "Tour of the nucleic acid facility", "VP-CHARLES", 30, 2, _AFTERNOON),
    Host("PE-031", "계측 장비 공동 이용", "Sharing instruments", "VP-CHARLES", 45, 3, _ALL),
    Host("PE-027", "심야 화상 면담", "Late video call", "VP-BEACON", 60, 1, ((1, 20, 22),)),
)
"""Twelve that can be met, and one whose only free time is in the night: the planner names it. Each is at the place where she works."""
WORKS_AT = {"VP-CHARLES": "PN-CHARLES", "VP-BEACON": "PN-BEACON", "VP-MERIDIAN": "PN-MERIDIAN", "VP-LONG": "PN-LONGWOOD"}
INBOUND_STOPS = (
    ("ceremony", "환영과 기념 촬영", "Welcome and photograph", "A 100", 20, False),
    ("meeting", "공용 장비 소개", "The shared instruments", "A 201", 50, False),
    ("meeting", "학생 교류 협의", "Exchange of students", "A 210", 50, False),
    ("meal", "다과", "Refreshments", "A 115", 25, False),
    ("meeting", "병원 실증 환경", "The hospital pilot site", "B 301", 60, False),
    ("rest", "휴식", "Break", "B 115", 20, False),
    ("meeting", "공동연구 제안", "Proposal for joint research", "B 210", 45, False),
    ("ceremony", "의향서 서명", "Signing of a letter of intent", "A 100", 20, True),
)
