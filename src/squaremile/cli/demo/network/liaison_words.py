"""What was said and promised in the demonstration's relationships; all of it invented."""

from dataclasses import dataclass
from datetime import timedelta


@dataclass(frozen=True, slots=True)
class Talk:
    """One contact, so many days ago, with its minutes and staff's own note."""

    days: int
    kind: str
    title: tuple[str, str]
    minutes: tuple[str, str]
    length: int = 60
    notes: tuple[str, str] = ("", "")
    with_whom: str = ""
    uses: str = ""

    @property
    def ago(self) -> timedelta:
        return timedelta(days=self.days)


TIERS = (
    ("TIER-PARTNER", "동반 회원", "Partner", 60_000_000, "KRW", (12, 4, 10, 12)),
    ("TIER-MEMBER", "일반 회원", "Member", 20_000_000, "KRW", (4, 1, 4, 4)),
    ("TIER-SEED", "새싹 회원(창업기업)", "Seed (start-ups)", 3_000_000, "KRW", (2, 1, 2, 1)),
    ("TIER-GLOBAL", "해외 회원", "Global", 4_500_000, "USD", (8, 2, 6, 6)),
)
MEMBERS = (("MOAK", "TIER-SEED", 250), ("NEOUL", "TIER-SEED", 120), ("BYEOTNWI", "TIER-MEMBER", 310),
           ("MIRINAE", "TIER-SEED", 40), ("BARAE", "TIER-PARTNER", 200), ("PN-MERIDIAN", "TIER-GLOBAL", 150))
"""(code, tier, days since it began)."""
TALKS = (
    Talk(210, "visit", ("첫 방문과 공정 견학", "First visit and a look at the process"),
         ("배양 규모를 키우는 데 필요한 장비 목록을 받았습니다.", "We received a list of equipment for scaling up."), 120,
         ("내년 상반기에 투자를 유치할 계획입니다.", "They plan to raise money in the first half of next year."), uses="visit_day"),
    Talk(150, "call", ("수요 정리 통화", "Call to sort out the needs"),
         ("분석 협력과 인력 채용을 나누어 다루기로 했습니다.", "Analysis and hiring will be handled apart."), 30),
    Talk(95, "meeting", ("단백체 분석 상담", "Consultation on proteomics"),
         ("시료 스무 개로 먼저 시험하기로 했습니다.", "A trial with twenty samples comes first."), 90,
         ("교수님은 논문 공동 저자를 바랍니다.", "The professor hopes for co-authorship."), "PE-003", "faculty_meeting"),
    Talk(60, "mail", ("시험 결과 전달", "Results of the trial sent"),
         ("결과 보고서와 원자료를 보냈습니다.", "Report and raw data were sent."), 0),
    Talk(26, "meeting", ("보스턴 연구실과 화상 회의", "Video meeting with a lab in Boston"),
         ("비밀유지계약 초안을 주고받기로 했습니다.", "Drafts of an NDA will be exchanged."), 60, with_whom="PE-022",
         uses="faculty_meeting"),
    Talk(8, "event", ("심포지엄에서 만남", "Met at the symposium"), ("", ""), 20, with_whom="PE-005", uses="symposium_seat"),
)
PROMISES = (
    ("시료 스무 개의 목록을 보냅니다", "Send the list of twenty samples", -12, "member", ""),
    ("비밀유지계약 초안을 검토합니다", "Review the draft of the NDA", 4, "staff", ""),
    ("분석 조건을 정리해 보냅니다", "Write up the conditions of the analysis", 16, "person", "PE-003"),
)
"""(ko, en, due in so many days, who, which one)."""
ASKED = (
    ("PE-003", ("혈장 시료 전처리의 손실을 줄일 방법을 찾습니다.", "We want to lose less in preparing plasma samples."), 80, "met"),
    ("PE-022", ("동종 세포의 면역 회피를 평가할 공동 연구자를 찾습니다.", "We look for a partner to assess immune evasion."), 40, "accepted"),
    ("PE-007", ("오가노이드 영상 분석의 자문을 구합니다.", "We ask for advice on imaging organoids."), 14, "asked"),
    ("PE-025", ("독성 시험 설계의 검토를 부탁드립니다.", "We ask for a review of a toxicity study."), 20, "declined"),
    ("PE-010", ("대형 배양기 운용 경험을 듣고 싶습니다.", "We would like to hear about running large bioreactors."), 2, "requested"),
)
MESSAGE = ("연구실의 전문성에 관심이 있어 30분쯤 말씀을 나누고 싶다고 합니다.",
           "They are interested in your lab's expertise and would like to talk for half an hour.")
CREDITS = (("PE-003", "CAMPUS", 90), ("PE-005", "SYMPOSIUM", 0), ("PE-022", "VIDEO", 60), ("PE-007", "OFFICE", 45),
           ("PE-010", "STUDENT", 60), ("PE-003", "VIDEO", 30))
