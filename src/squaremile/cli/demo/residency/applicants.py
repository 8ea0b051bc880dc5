"""Who applies: invented companies with what they answer, one line each, and how far each application has come."""

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Applicant:
    """`comes_to`: draft, submitted, returned, screening, review, accept, wait_list or decline. `points`: of ten, by two
    reviewers, the strict one first."""

    local: str
    name_ko: str
    name_en: str
    fields: str
    says: str
    stage: str
    raised: int
    head_count: int
    comes_to: str
    points: tuple[int, int] = (0, 0)
    level: str = "bsl1"

    @property
    def email(self) -> str:
        return f"ceo@{self.local}.example"

    def answers(self, founded_on: str) -> dict[str, Any]:
        """What the form of the demonstration asks, answered."""
        said: dict[str, Any] = {
            "founded_on": founded_on, "stage": self.stage, "raised": {"amount": str(self.raised), "currency": "KRW"},
            "head_count": str(self.head_count), "summary": self.says, "fields": self.fields,
            "science": f"{self.says} 먼저 개념을 보인 자료가 있고, 이곳에서 되풀이해 확인하려 합니다.",
            "milestones": "6개월: 시제품 자료. 12개월: 특허 1건과 시드 후속 투자.", "works": ["none"], "biosafety": self.level,
            "uses_chemicals": "yes",
            "chemicals": [
                {"name": "에탄올", "cas": "64-17-5", "state": "liquid", "amount": "4", "unit": "l"},
                {"name": "메탄올", "cas": "67-56-1", "state": "liquid", "amount": "1", "unit": "l"},
            ],
        }  # fmt: skip
        if self.level != "bsl1":
            said["agents"] = [{"name": "HEK293T", "risk_group": "rg2"}]
        return said


SPRING = (
    Applicant("saebyeok", "새벽별진단", "Saebyeok Diagnostics", "진단, 엑소좀", "엑소좀으로 췌장암을 일찍 찾습니다.", "seed", 1_500_000_000, 4,
              "accept", (8, 9)),
    Applicant("hanul", "한울뇌과학", "Hanul Neuro", "뇌질환, 세포치료", "파킨슨병의 도파민 세포를 되살립니다.", "seed", 2_400_000_000, 5,
              "accept", (7, 9), "bsl2"),
    Applicant("gaon", "가온나노", "Gaon Nano", "나노입자, 전달체", "폐로 가는 나노입자를 만듭니다.", "pre_seed", 300_000_000, 3,
              "wait_list", (6, 8)),
    Applicant("yeoul", "여울펩타이드", "Yeoul Peptides", "펩타이드, 대사질환", "주 1회 먹는 펩타이드를 개발합니다.", "seed", 900_000_000, 4,
              "wait_list", (6, 8)),
    Applicant("ara", "아라해양바이오", "Ara Marine Bio", "해조류, 소재", "해조류에서 상처 치료 소재를 얻습니다.", "pre_seed", 150_000_000, 2,
              "wait_list", (5, 7)),
    Applicant("onsaemi", "온새미배양육", "Onsaemi Cultured Meat", "배양육, 세포농업", "배양육의 배지 값을 낮춥니다.", "seed", 700_000_000, 4,
              "decline", (3, 5)),
    Applicant("dasom", "다솜유전자치료", "Dasom Gene Therapy", "유전자치료, AAV", "망막으로 가는 AAV를 만듭니다.", "series_a",
              9_800_000_000, 8, "decline", (4, 5), "bsl2"),
)  # fmt: skip
AUTUMN = (
    Applicant("iden", "이든면역", "Iden Immune", "면역, 항체", "자가면역 질환의 항체를 찾습니다.", "seed",
              1_100_000_000, 4, "review", (7, 8), "bsl2"),
    Applicant("maru", "마루바이오칩", "Maru Biochip", "장기칩, 독성", "장기칩으로 간 독성을 봅니다.", "pre_seed", 250_000_000, 3, "review", (6, 8)),
    Applicant("yunseul", "윤슬광학", "Yunseul Optics", "영상, 광학", "살아 있는 조직을 얇게 비춰 봅니다.", "seed",
              800_000_000, 3, "screening"),
    Applicant("sodam", "소담영양", "Sodam Nutrition", "영양, 미생물", "장내 미생물에 맞춘 영양식을 만듭니다.", "revenue", 400_000_000, 3,
              "submitted"),
    Applicant("haeon", "해온치과소재", "Haeon Dental Materials", "치과, 소재", "스스로 아무는 치과 소재를 만듭니다.", "seed", 600_000_000, 2,
              "returned"),
    Applicant("chambit", "참빛영상", "Chambit Imaging", "영상, 방사성", "종양을 비추는 표지자를 만듭니다.", "idea", 0, 2, "draft"),
)  # fmt: skip
