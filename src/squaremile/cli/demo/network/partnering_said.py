"""The events of the demonstration and what participants say of themselves; every name is invented."""

from dataclasses import dataclass

from squaremile.kernel.words import Text

OPEN, OVER = ("open",), ("open", "running", "finished")


@dataclass(frozen=True, slots=True)
class Told:
    """One event: how many days from today, at which hour, for how many hours, and how far its life has gone."""

    code: str
    kind: str
    days: int
    hour: int
    hours: int
    capacity: int
    states: tuple[str, ...]
    title: Text
    says: Text
    where: Text
    host: Text


CENTRE = Text(ko="전북바이오클러스터", en="Jeonbuk Bio Cluster")
HALL = Text(ko="센터 1층 대강당", en="Main hall, ground floor")
ROOM = Text(ko="센터 2층 세미나실", en="Seminar room, second floor")

EVENTS = (
    Told("EV-GENE", "talk", -21, 16, 2, 60, OVER,
         Text(ko="유전자 전달체의 다음 십 년", en="The next ten years of gene delivery"),
         Text(ko="바이러스와 지질 전달체를 비교합니다.", en="Viral and lipid carriers compared."), HALL, CENTRE),
    Told("EV-FLOW", "workshop", -8, 13, 4, 12, OVER,
         Text(ko="유세포분석 실습", en="Hands-on flow cytometry"),
         Text(ko="패널 설계부터 데이터 해석까지 실습합니다.", en="From panel design to reading the data."), ROOM, CENTRE),
    Told("EV-IP", "talk", 2, 15, 1, 40, OPEN,
         Text(ko="연구자를 위한 미국 특허 출원", en="Filing in the US, for researchers"),
         Text(ko="보스턴의 변리사가 가출원부터 설명합니다.", en="A Boston attorney explains, from the provisional on."), HALL,
         Text(ko="찰스베이공과대학 기술이전실", en="Charles Bay Institute of Technology, licensing office")),
    Told("EV-ORGANOID", "workshop", 4, 10, 6, 8, OPEN,
         Text(ko="장기유사체 배양 집중 과정", en="Organoid culture, a full day"),
         Text(ko="여덟 자리뿐입니다. 다 차면 대기할 수 있습니다.", en="Eight places; a waiting list after that."), ROOM,
         Text(ko="한별연구소", en="Hanbyeol Institute")),
    Told("EV-SPRING", "partnering", 6, 10, 6, 60, OPEN,
         Text(ko="전북·보스턴 바이오 파트너링", en="Jeonbuk–Boston bio partnering"),
         Text(ko="30분씩 일대일로 만납니다. 주최자가 시간표를 짭니다.", en="Half-hour meetings in private; the organisers make the timetable."),
         HALL, CENTRE),
    Told("EV-HARBOR", "open_house", 10, 14, 3, 0, OPEN,
         Text(ko="공동 연구시설 공개의 날", en="Open house of the shared labs"),
         Text(ko="장비와 사람을 만나러 오십시오.", en="Come and meet the instruments and the people."), HALL, CENTRE),
    Told("EV-CLINIC", "symposium", 16, 9, 8, 120, OPEN,
         Text(ko="세포치료제 임상 심포지엄", en="Symposium on clinical cell therapy"),
         Text(ko="세 나라의 임상 경험을 나눕니다.", en="Clinical experience from three countries."), HALL,
         Text(ko="비컨하버병원", en="Beacon Harbor Hospital")),
    Told("EV-FUND", "talk", 23, 17, 2, 40, ("announced",),
         Text(ko="첫 투자 준비하기", en="Getting ready for the first round"),
         Text(ko="투자자가 무엇을 먼저 보는지 듣습니다.", en="What investors look at first."), ROOM,
         Text(ko="롱워터벤처스", en="Longwater Ventures")),
    Told("EV-AUTUMN", "partnering", 75, 10, 7, 80, ("announced",),
         Text(ko="가을 파트너링", en="Autumn partnering"),
         Text(ko="일정을 비워 두십시오.", en="Save the date."), HALL, CENTRE),
    Told("EV-DRAFT", "workshop", 40, 13, 3, 20, (),
         Text(ko="GMP 문서 작성", en="Writing GMP documents"),
         Text(ko="강사를 정하고 있습니다.", en="The speaker is being found."), ROOM, CENTRE),
)

OFFERS = (
    Text(ko="AAV 생산 공정과 품질 시험", en="AAV production and its quality control"),
    Text(ko="항체 약물 접합용 링커", en="Linkers for antibody–drug conjugates"),
    Text(ko="발효 유래 기능성 소재", en="Functional ingredients from fermentation"),
    Text(ko="연골 재생용 지지체", en="Scaffolds for cartilage repair"),
    Text(ko="단일세포 전사체 분석", en="Single-cell transcriptomics"),
    Text(ko="비임상 독성 시험 설계", en="Design of preclinical toxicology"),
)
ASKS = (
    Text(ko="보스턴의 임상 협력 병원", en="A clinical partner in Boston"),
    Text(ko="공동 연구할 대학 연구실", en="A university lab for joint research"),
    Text(ko="시리즈 A 투자자", en="A Series A investor"),
    Text(ko="GMP 위탁 생산처", en="A GMP contract manufacturer"),
    Text(ko="기술을 도입할 제약사", en="A pharma company to license in"),
)
REASONS = (
    Text(ko="귀사의 기술을 우리 시료에 적용해 보고 싶습니다.", en="We would like to try your technology on our samples."),
    Text(ko="공동 과제를 함께 신청하고 싶습니다.", en="We would like to apply for a grant together."),
    Text(ko="위탁 시험의 일정과 비용을 묻고 싶습니다.", en="We would like to ask about time and cost of contract tests."),
    Text(ko="보스턴 진출 경험을 듣고 싶습니다.", en="We would like to hear how you went to Boston."),
)
