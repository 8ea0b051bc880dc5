"""Words of the figures: names, units, and the rules that go with each."""

from squaremile.kernel.words import Text

NAMES = {
    "companies_applied": Text(ko="신청한 기업", en="Companies that applied"),
    "companies_admitted": Text(ko="선정된 기업(누적)", en="Companies admitted, ever"),
    "companies_resident": Text(ko="입주 중인 기업", en="Companies in residence"),
    "companies_alumni": Text(ko="졸업 기업", en="Alumni"),
    "companies_closed": Text(ko="폐업한 기업", en="Companies closed"),
    "jobs": Text(ko="고용 인원", en="People employed"),
    "jobs_added": Text(ko="늘어난 일자리", en="Jobs added"),
    "capital": Text(ko="누적 자금 유치", en="Capital raised, ever"),
    "capital_year": Text(ko="최근 1년 자금 유치", en="Capital raised in the year"),
    "capital_by_source": Text(ko="자금원별 자금 유치", en="Capital by source"),
    "capital_by_round": Text(ko="라운드별 자금 유치", en="Capital by round"),
    "regional_share": Text(ko="지역 초기 투자에서 차지하는 비중", en="Share of the region's early financing"),
    "ipos": Text(ko="상장 기업", en="Companies listed"),
    "acquisitions": Text(ko="인수합병된 기업", en="Companies merged or acquired"),
    "patents_filed": Text(ko="특허 출원", en="Patents filed"),
    "patents_granted": Text(ko="특허 등록", en="Patents granted"),
    "trials_started": Text(ko="임상시험 시작", en="Clinical trials started"),
    "participants_dosed": Text(ko="투약 대상자", en="Participants dosed"),
    "products": Text(ko="출시 제품", en="Products on the market"),
    "alumni_within": Text(ko="가까이 남은 기업", en="Companies that stayed near"),
    "survival": Text(ko="생존율", en="Survival"),
    "nps": Text(ko="순추천지수", en="Net promoter score"),
    "founder_diversity": Text(ko="여성 창업자가 있는 기업", en="Companies with women among the founders"),
}
UNITS = {
    "companies": Text(ko="개사", en="companies"),
    "people": Text(ko="명", en="people"),
    "money": Text(ko="통화 단위", en="of its currency"),
    "percent": Text(ko="%", en="%"),
    "patents": Text(ko="건", en="patents"),
    "trials": Text(ko="건", en="trials"),
    "products": Text(ko="개", en="products"),
    "score": Text(ko="점(-100~100)", en="points (-100 to 100)"),
}
AS_OF = {
    "record": Text(ko="기준일의 기업 기록", en="the company records on the day"),
    "latest": Text(ko="기업마다 기준일까지의 마지막 기록", en="each company's last entry by the day"),
    "cumulative": Text(ko="기준일까지 모두", en="everything by the day"),
    "year": Text(ko="기준일에 끝나는 12개월", en="the twelve months that end on the day"),
    "calendar": Text(ko="기준일 앞의 지난 한 해(1~12월)", en="the whole calendar year before the day"),
}
SHOWN = {
    "all": Text(ko="가리지 않습니다. 기업의 영업 내용이 드러나지 않는 값입니다.",
                en="Nothing is withheld: it tells no company's business."),
    "three": Text(
        ko="3개 미만 기업의 값은 가립니다. 다른 값에서 빼서 드러날 수 있는 값도 가립니다.",
        en="Withheld where fewer than three companies stand behind it, or would show when it is taken from another figure."),
    "evidence": Text(
        ko="증빙을 확인하지 않은 기록은 ‘기업 신고’로 셉니다.",
        en="An entry whose evidence nobody has looked at is counted as self-reported."),
}
PARTS = {
    "5 km": Text(ko="5 km 안", en="within 5 km"),
    "10 km": Text(ko="10 km 안", en="within 10 km"),
    "1": Text(ko="1년 뒤", en="after 1 year"),
    "3": Text(ko="3년 뒤", en="after 3 years"),
    "5": Text(ko="5년 뒤", en="after 5 years"),
}
