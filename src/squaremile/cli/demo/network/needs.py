"""Made up for the demonstration: needs and their matches."""

from collections.abc import Iterable
from contextlib import suppress
from datetime import timedelta
from uuid import UUID

from squaremile.cli.demo.network.asked import Asked
from squaremile.cli.demo.network.pipeline import walked
from squaremile.cli.demo.network.stage import Stage
from squaremile.core.entering import enter_person
from squaremile.kernel import clock
from squaremile.kernel.errors import Missing
from squaremile.kernel.scope import Grant, Scope, scope
from squaremile.kernel.words import Text
from squaremile.network import operations as network

NEEDS = (
    Asked("HAEMIR", "consult",
          Text(ko="연골 지지체의 압축 탄성계수 측정 자문", en="Measuring the compressive modulus of cartilage scaffolds"),
          Text(ko="조직공학 연골 지지체의 압축 탄성계수를 바이오리액터에서 반복 하중을 준 뒤 재려 합니다. 시험 조건과 통계 설계를"
                  " 함께 정할 분을 찾습니다.",
               en="We want to measure the compressive modulus of tissue-engineered cartilage scaffolds after cyclic loading in"
                  " a bioreactor, and look for somebody to set test conditions and statistics with us."),
          Text(ko="HR-7 지지체, 4월 허가 서류에 넣을 값입니다.", en="Scaffold HR-7; the values go into the April filing."),
          12, ("matching", "soft_check", "agenda", "meeting"), listed=True,
          candidates=(("PE-001", "압축 시험 논문이 가장 많습니다", "Most papers on compression tests", "yes"),
                      ("PE-021", "생물반응기에서 반복 하중을 다룹니다", "Works on cyclic loading in bioreactors", "maybe")),
          subjects=(Text(ko="시험 조건", en="Test conditions"), Text(ko="통계 설계", en="Statistics")),
          judged=(("PE-001", "fits", "압축 시험 경험이 뚜렷합니다"), ("PE-021", "later", "5월부터 시간이 납니다"))),
    Asked("MOAK", "sponsor",
          Text(ko="세포치료제 동결보존 손상 줄이기", en="Less damage in the cryopreservation of cell therapies"),
          Text(ko="동종 세포치료제를 얼리고 녹일 때 생존율이 떨어집니다. 동결보호제와 냉각 속도를 함께 연구할 연구실을 찾습니다.",
               en="Viability of an allogeneic cell therapy falls on freezing and thawing. We look for a lab to study"
                  " cryoprotectants and cooling rates with."),
          Text(ko="MK-02 공정, 생존율 61%.", en="Process MK-02, viability 61 %."), 30,
          ("matching", "soft_check", "agenda", "meeting", "follow_up"),
          candidates=(("PE-003", "동결보존 과제를 이끕니다", "Leads a project on cryopreservation", "yes"),
                      ("PE-004", "냉각 속도 연구", "Cooling rates", "no")),
          subjects=(Text(ko="동결보호제 후보", en="Candidate cryoprotectants"), Text(ko="공동연구 범위", en="Scope of joint work")),
          judged=(("PE-003", "fits", ""), ("PE-004", "declined", "올해는 과제가 많습니다"))),
    Asked("MIRINAE", "pilot",
          Text(ko="장 오가노이드 독성 시험 실증 기관", en="A site to pilot gut organoid toxicity tests"),
          Text(ko="장 오가노이드로 약물 독성을 가리는 시험을 임상 시료로 실증할 병원이나 연구소를 찾습니다.",
               en="We look for a hospital or institute to pilot drug toxicity tests on gut organoids with clinical samples."),
          Text(ko="보스턴 병원을 먼저 원합니다.", en="A Boston hospital first, if possible."), 9, ("matching", "soft_check"),
          listed=True,
          candidates=(("PE-005", "장 오가노이드 논문", "Papers on gut organoids", "?"),
                      ("PE-006", "임상 시료를 다룹니다", "Handles clinical samples", ""))),
    Asked("SOMDARI", "license",
          Text(ko="mRNA 지질나노입자 저장 안정성 기술", en="Storage stability of mRNA lipid nanoparticles"),
          Text(ko="2~8도에서 여섯 달 이상 가는 지질나노입자 제형 기술의 도입을 검토합니다.",
               en="We consider licensing a lipid nanoparticle formulation that lasts six months at 2 to 8 °C."),
          Text(ko="상한 5억 원.", en="Up to KRW 500 million."), 4, listed=True),
    Asked("NEOUL", "equipment",
          Text(ko="이중항체 결합 속도 측정 장비", en="An instrument for bispecific binding kinetics"),
          Text(ko="이중항체의 결합과 해리 속도를 재려 합니다. 표면 플라스몬 공명 장비를 쓸 수 있는 곳을 찾습니다.",
               en="We want to measure association and dissociation of bispecific antibodies by surface plasmon resonance."),
          Text(ko="NB-11, 표적은 밝힐 수 없습니다.", en="NB-11; the target is not disclosed."), 7),
    Asked("MAJUNG", "recruit",
          Text(ko="정밀발효 공정 박사후연구원", en="A post-doc for precision fermentation"),
          Text(ko="효모 균주 개량과 발효 공정 확대를 맡을 분을 찾습니다.",
               en="For strain improvement of yeast and scale-up of fermentation."),
          Text(ko="연봉 범위는 면담에서.", en="Salary range in person."), 45, ("matching",), outcome="hire",
          why="박사후연구원 한 분이 3월에 왔습니다"),
    Asked("KKOTDAM", "consult",
          Text(ko="인삼 사포닌 대사체 분석", en="Metabolite analysis of ginsenosides"),
          Text(ko="인삼 사포닌의 장내 대사 산물을 질량분석으로 확인하려 합니다.",
               en="We want to identify gut metabolites of ginsenosides by mass spectrometry."),
          Text(ko="원료 KD-3.", en="Raw material KD-3."), 60, ("matching",), outcome="no_go",
          why="표준품을 구할 수 없었습니다"),
    Asked("JIPYEONG", "pilot",
          Text(ko="현장 진단 센서의 임상 평가", en="Clinical evaluation of a point-of-care sensor"),
          Text(ko="혈중 젖산 센서를 응급실에서 평가할 병원을 찾습니다.",
               en="We look for a hospital to evaluate a blood lactate sensor in its emergency department."),
          Text(ko="시제품 JS-2, 20대.", en="Prototype JS-2, twenty units."), 1),
)  # fmt: skip
LABEL = Text(ko="수요", en="needs")
TOTAL = len(NEEDS)


def make(stage: Stage) -> Iterable[int]:
    """Companies ask, the programme looks after it; whoever is not in a small demonstration asks nothing."""
    office = Scope(actor=stage.staff["programme"], grants=(Grant("programme"),))
    for number, asked in enumerate(NEEDS, start=1):
        who = _somebody(stage, asked.company)
        if who is not None:
            _made(stage, asked, who, office)
        yield number


def _somebody(stage: Stage, company: str) -> UUID | None:
    domain = f"@{company.lower()}.example"
    return next((person for email, person in stage.people.items() if email.endswith(domain)), None)


def _made(stage: Stage, asked: Asked, who: UUID, office: Scope) -> None:
    came = stage.now - timedelta(days=asked.days)
    with clock.as_of(came), enter_person(who, reason="demo"):
        need = network.submit_need(
            mode=asked.mode, title_ko=asked.title.ko, title_en=asked.title.en, says_ko=asked.says.ko,
            says_en=asked.says.en, confidential_ko=asked.confidential.ko, confidential_en=asked.confidential.en,
            horizon_months=6, listed=asked.listed, organisation=stage.organisations[asked.company],
        ).code
    with clock.as_of(min(came + timedelta(days=2), stage.now)), scope(office):
        if asked.way:
            network.assign_need(need=need, person=stage.staff["programme"])
        for position, (person, verdict, reason) in enumerate(asked.judged, start=1):
            with suppress(Missing):
                network.judge_match(
                    need=need, subject="person", subject_code=person, verdict=verdict, reason=reason, position=position
                )
    walked(need, asked, came, stage.now, office)
