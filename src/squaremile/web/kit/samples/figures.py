"""Samples: figures with unit, date and source."""

from squaremile.web.kit.sample import component

TABLE = '<table class="sm-table"><tr><th scope="row">2026</th><td class="number">61%</td></tr></table>'

COMPONENTS = (
    component("money", "An amount with its unit and basis; missing is not zero.", "금액과 단위, 기준을 함께 보입니다.",
        normal='<c-money :amount="sample.price" basis="[[per hour, without VAT||시간당, 부가세 별도]]" />',
        empty='<c-money />', error='<c-money :amount="sample.debt" />',
        long='<c-money :amount="sample.fortune" basis="[[for the financial year, with VAT||회계연도, 부가세 포함]]" />'),
    component("stat", "One figure with unit, change and source.", "수치 하나를 단위, 변화, 출처와 함께 보입니다.",
        normal='<c-stat label="[[Utilisation||가동률]]" value="61" unit="[[% of bookable hours||% (예약 가능 시간 대비)]]" trend="[[4 points more than in February||2월보다 4%p 높음]]" trend_look="better" source="[[Sessions, 1–31 March 2026||사용 기록, 2026년 3월]]" />',
        empty='<c-stat label="[[Utilisation||가동률]]" unit="%" source="[[Sessions are recorded from April||4월부터 사용을 기록합니다]]" />',
        error='<c-stat label="[[Overdue findings||기한 지난 지적 사항]]" value="3" trend="[[2 more than last week||지난주보다 2건 늘어남]]" trend_look="worse" />',
        long='<c-stat label="[[Joint use of instruments by organisations other than their owner||소유 기관 밖에서 장비를 함께 쓴 비율]]" value="1,204,500" unit="[[instrument hours in the financial year||회계연도 장비 시간]]" source="[[Booking and session records of all sites, as of 31 March 2026||2026년 3월 31일 기준 모든 사이트의 예약과 사용 기록]]" />'),
    component("arithmetic", "How an amount comes about, line by line.", "금액이 나온 계산을 줄마다 보입니다.",
        normal='<c-arithmetic :lines="[(\'[[2 h × ₩45,000||2시간 × 45,000원]]\', \'[[₩90,000||90,000원]]\'), (\'[[Evening discount 20%||야간 할인 20%]]\', \'[[−₩18,000||−18,000원]]\')]" total="[[₩72,000||72,000원]]" />',
        empty='<c-arithmetic />',
        error='<c-arithmetic :lines="[(\'[[Budget left||남은 예산]]\', \'[[₩50,000||50,000원]]\'), (\'[[This booking||이 예약]]\', \'[[₩72,000||72,000원]]\')]" total="[[₩22,000 short||22,000원 부족]]" total_label="[[Difference||차이]]" />',
        long='<c-arithmetic :lines="[(\'[[Preparation of six samples by a specialist of the imaging core, weekday price||이미징 코어 전문가의 시료 6개 전처리, 평일 요금]]\', \'[[₩1,204,500||1,204,500원]]\')]" total="[[₩1,204,500||1,204,500원]]" />'),
    component("facts", "Names and values of one thing.", "한 대상의 항목과 값입니다.",
        normal='<c-facts :facts="[(\'[[Room||실]]\', \'304\'), (\'[[Step||예약 단위]]\', \'[[15 minutes||15분]]\')]" />',
        empty='<c-facts :facts="[(\'[[NFEC number||NFEC 번호]]\', \'\')]" />',
        error='<c-facts :facts="[(\'[[State||상태]]\', \'[[Out of order since 2 March||3월 2일부터 고장]]\')]" />',
        long='<c-facts :facts="[(\'[[Responsible for the instrument and for its training||장비와 교육 책임자]]\', \'[[Imaging core facility, building B, third floor, with support by the manufacturer on weekdays||B동 3층 이미징 코어, 평일 제조사 지원]]\')]" />'),
    component("figure", "A chart with title, source and a table beside it.", "도표와 제목, 출처, 같은 내용의 표입니다.",
        normal=f'<c-figure title="[[Utilisation by year||연도별 가동률]]" source="[[Session records, March 2026||사용 기록, 2026년 3월]]"><svg viewBox="0 0 200 40" role="img" aria-label="[[61% in 2026||2026년 61%]]"><rect width="122" height="16" y="12" fill="currentColor"/></svg><c-slot name="table">{TABLE}</c-slot></c-figure>',
        empty='<c-figure title="[[Utilisation by year||연도별 가동률]]" />',
        error='<c-figure title="[[Utilisation by year||연도별 가동률]]"><c-note look="stop">[[The figures of 2025 failed their checks.||2025년 수치가 검사를 통과하지 못했습니다.]]</c-note></c-figure>',
        long='<c-figure title="[[Share of bookable instrument hours used by organisations other than the owner, by year and site||연도와 사이트별로 소유 기관 밖에서 쓴 예약 가능 장비 시간의 비율]]" source="[[Booking and session records of all sites||모든 사이트의 예약과 사용 기록]]" />'),
    component("history", "What happened, newest first.", "일어난 일을 최근 순으로 보입니다.",
        normal='<c-history :events="sample.events" />', empty='<c-history />',
        error='<c-history :events="sample.failures" />', long='<c-history :events="sample.long_events" />'),
)
"""Figures: money, statistics, sums."""
