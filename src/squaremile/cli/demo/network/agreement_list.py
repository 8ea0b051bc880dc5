"""The agreements of the demonstration as data. Every name is invented; amounts are of the size such things have."""

from dataclasses import dataclass

Came = tuple[tuple[int, str, int], ...]
"""(days after the signature, state, percent of what was promised)."""

BODIES = (
    ("PN-PROVINCE", "public", "전새도", "Jeonsae Province", "KR"),
    ("PN-JBNU", "university", "전북새벌대학교", "Jeonbuk Saebeol University", "KR"),
    ("PN-HANBYEOL", "institute", "한별바이오연구원", "Hanbyeol Bio Institute", "KR"),
    ("PN-CHARLES", "university", "찰스베이공과대학", "Charles Bay Institute of Technology", "US"),
    ("PN-BEACON", "hospital", "비컨하버병원", "Beacon Harbor Hospital", "US"),
    ("PN-MERIDIAN", "company", "메리디안테라퓨틱스", "Meridian Therapeutics", "US"),
    ("PN-LONGWOOD", "investor", "롱워터벤처스", "Longwater Ventures", "US"),
)  # fmt: skip
"""Made here only where the directory has not made them."""


@dataclass(frozen=True, slots=True)
class Deal:
    """One agreement. `parties`: the first leads, the last promises. `promises`: kind, unit, amount, what, what came."""

    key: str
    type: str
    days_ago: int
    title: tuple[str, str]
    parties: tuple[str, ...]
    promises: tuple[tuple[str, str, int, str, str, Came], ...] = ()
    years: int = 5
    binding: bool = True
    state: str = "effective"
    after: str = ""
    says: tuple[str, str] = ("", "")
    scope: tuple[str, str] = ("협약서에 따릅니다.", "As in the text of the agreement.")
    answered: tuple[tuple[str, int], ...] = (("council_report", 42), ("action_plan", 85))
    ending: tuple[int, str, str, str, str] | None = None


def _plant(key: str, days: int, party: str, ko: str, en: str, won: int, jobs: int, came: Came, **more: object) -> Deal:
    """An investment agreement between the province and a company: money and jobs."""
    return Deal(
        key, "MOU", days, (f"{ko} 투자협약", f"Investment agreement: {en}"), ("PN-PROVINCE", party),
        (
            ("investment", "KRW", won, f"{ko} 시설 투자", f"Invests in {en}", came),
            ("jobs", "person", jobs, "신규 고용", "New jobs", tuple((d, s, p // 2) for d, s, p in came)),
        ), **more,  # type: ignore[arg-type]
    )  # fmt: skip


_BEGUN: Came = ((200, "started", 0), (420, "reported", 40), (500, "arrived", 12))
_TOLD: Came = ((250, "started", 0), (600, "reported", 55))
_WELL: Came = ((120, "started", 0), (300, "arrived", 40), (700, "arrived", 85), (1000, "completed", 100))
_NONE: Came = ()
_BN = 10**9

DEALS = (
    _plant("P1", 1580, "MOAK", "익산 세포치료제 공장", "a cell therapy plant in Iksan", 120 * _BN, 180, _WELL,
           says=("익산에 세포치료제 공장을 짓습니다.", "A cell therapy plant in Iksan.")),
    _plant("P2", 1510, "PN-MERIDIAN", "완주 항체 생산시설", "an antibody facility in Wanju", 430 * _BN, 350, _BEGUN,
           answered=(("council_report", 61),)),
    _plant("P3", 1440, "BYEOTNWI", "전주 단백체 분석센터", "a proteomics centre in Jeonju", 35 * _BN, 60, _WELL),
    _plant("P4", 1300, "SOMDARI", "정읍 mRNA 원료 시설", "an mRNA materials plant in Jeongeup", 260 * _BN, 210, _TOLD,
           ending=(900, "lapsed", "후속 투자를 받지 못해 착공하지 못함", "착공 전에 자금 조달 증빙을 받는다.",
                   "Ask for proof of funding before ground is broken.")),
    _plant("P5", 1210, "BARAE", "군산 표적분해제 공장", "a degrader plant in Gunsan", 310 * _BN, 240, _BEGUN),
    _plant("P6", 1120, "NEOUL", "익산 항체 연구동", "an antibody research wing in Iksan", 18 * _BN, 40, _WELL,
           says=("항체 연구동을 넓힙니다.", "A larger antibody research wing.")),
    _plant("P7", 980, "MIRINAE", "전주 오가노이드 시험소", "an organoid testing house in Jeonju", 22 * _BN, 45, _TOLD),
    _plant("P8", 860, "PN-LONGWOOD", "바이오 초기기업 펀드", "a seed fund for bio start-ups", 50 * _BN, 10, _BEGUN),
    _plant("P9", 720, "SAEDEUL", "김제 종자 유전체 센터", "a seed genome centre in Gimje", 27 * _BN, 55, _BEGUN),
    _plant("P10", 610, "HAEMIR", "익산 재생의학 시설", "a regenerative medicine site in Iksan", 95 * _BN, 120, _TOLD),
    _plant("P11", 470, "KKOTDAM", "남원 천연물 추출 시설", "a natural extracts site in Namwon", 12 * _BN, 30, _NONE,
           answered=(("council_report", 49),),
           ending=(400, "withdrawn", "원료 수급 계획 변경으로 회사가 철회", "원료 계약을 먼저 확인한다.",
                   "Check supply contracts first.")),
    _plant("P12", 330, "GOSAT", "완주 전달체 제형동", "a formulation wing in Wanju", 16 * _BN, 35, _NONE),
    _plant("P13", 210, "MAJUNG", "군산 정밀발효 공장", "a precision fermentation plant in Gunsan", 140 * _BN, 150, _NONE,
           answered=(("council_report", 48),)),
    _plant("P14", 95, "SINABRO", "익산 백신 완제 시설", "a vaccine fill-finish site in Iksan", 88 * _BN, 90, _NONE, answered=()),
    Deal("C1", "LOI", 1150, ("찰스베이공대와 협력 의향서", "Letter of intent with Charles Bay"), ("PN-JBNU", "PN-CHARLES"),
         binding=False, years=1, answered=(), ending=(300, "completed", "", "", "")),
    Deal("C2", "MOU", 900, ("조직공학 공동연구 양해각서", "MOU on joint tissue engineering"), ("PN-JBNU", "PN-CHARLES"),
         (("exchange", "person", 12, "박사후연구원 교류", "Exchange of postdocs", ((400, "arrived", 34), (800, "arrived", 58))),
          ("publication", "item", 8, "공동 논문", "Joint papers", ((700, "arrived", 38),))),
         after="C1", says=("조직공학을 함께 연구합니다.", "Joint work on tissue engineering.")),
    Deal("C3", "MOA", 520, ("연골 재생 공동연구 합의각서", "MOA on cartilage regeneration"), ("PN-JBNU", "PN-CHARLES"),
         (("research", "KRW", 900_000_000, "3년 공동연구비", "Three years of joint funding", ((100, "arrived", 30), (450, "arrived", 62))),),
         after="C2", years=3),
    Deal("C4", "collaborative_research", 240, ("연골 지지체 임상 전 연구 계약", "Preclinical scaffold research"),
         ("PN-JBNU", "PN-CHARLES", "HAEMIR"),
         (("research", "USD", 42_000_000, "전임상 연구비", "Preclinical funding", ((60, "arrived", 25),)),), after="C3", years=2),
    Deal("B1", "MOU", 760, ("비컨하버병원 임상 협력", "Clinical cooperation with Beacon Harbor"), ("PN-HANBYEOL", "PN-BEACON"),
         (("visits", "item", 10, "상호 방문", "Mutual visits", ((300, "arrived", 40), (650, "arrived", 80))),), binding=False,
         years=3, answered=()),
    Deal("B2", "MTA", 380, ("종양 조직 물질이전계약", "Material transfer of tumour tissue"), ("PN-HANBYEOL", "PN-BEACON"), years=2, binding=False,
         answered=()),
    Deal("N1", "NDA", 300, ("이중항체 비밀유지계약", "NDA on bispecifics"), ("NEOUL", "PN-MERIDIAN"), years=2, binding=False, answered=()),
    Deal("L1", "licence", 650, ("단백체 지도 기술이전", "Licence of the proteome atlas"), ("BYEOTNWI", "PN-MERIDIAN"),
         (("licence_income", "USD", 150_000_000, "선급 기술료", "Upfront fee", ((90, "arrived", 100),)),
          ("licence_income", "USD", 900_000_000, "단계별 기술료", "Milestones", ((600, "reported", 20),)))),
    Deal("M1", "membership", 180, ("산학연 회원 협약", "Membership of the liaison programme"), ("PN-JBNU", "MOAK"),
         (("other", "KRW", 30_000_000, "연회비", "Yearly dues", ((30, "arrived", 100),)),), years=1),
    Deal("D1", "MOU", -20, ("보스턴 공동 실증 협약", "Joint pilot in Boston"), ("PN-PROVINCE", "PN-BEACON", "MIRINAE"), state="review"),
    Deal("D2", "MOA", -40, ("펀드 2호 조성 합의", "Second seed fund"), ("PN-PROVINCE", "PN-LONGWOOD"), state="draft", after="P8"),
)  # fmt: skip
