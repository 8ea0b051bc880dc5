"""Samples: what helps a person on."""

from squaremile.web.kit.sample import component

COMPONENTS = (
    component("empty", "An empty state that teaches the next step.", "빈 화면에서 다음 할 일을 알려 줍니다.",
        normal='<c-empty icon="calendar-clock" title="[[No booking yet||예약이 없습니다]]">[[Choose an instrument and drag over the time you need.||장비를 고르고 필요한 시간을 끌어 선택하십시오.]]<c-slot name="actions"><c-button look="primary">[[Book an instrument||장비 예약]]</c-button></c-slot></c-empty>',
        empty='<c-empty />',
        error='<c-empty icon="triangle-alert" title="[[No instrument fits these filters||조건에 맞는 장비가 없습니다]]"><c-slot name="actions"><c-button>[[Clear the filters||조건 지우기]]</c-button></c-slot></c-empty>',
        long='<c-empty title="[[You have not yet been trained on any instrument of this imaging core facility||이 이미징 코어의 어떤 장비도 아직 교육을 받지 않았습니다]]">[[Training takes about two hours, is held every Tuesday, and opens all light microscopes of the room at once.||교육은 두 시간쯤 걸리고 매주 화요일에 열리며, 마치면 이 실의 광학현미경을 모두 쓸 수 있습니다.]]</c-empty>'),
    component("refusal", "A rule said no: sentence, arithmetic, way out, code.", "거절: 까닭, 계산, 해결 방법, 코드를 보입니다.",
        normal='<c-refusal code="safety.training_expired" text="[[You can\'t use the critical point dryer then: your safety training expires on 3 December.||이 시간에는 초임계건조기를 쓸 수 없습니다. 안전교육이 12월 3일에 만료됩니다.]]" :remedies="[(\'[[Renew the training||교육 신청]]\', \'#\')]" />',
        empty='<c-refusal text="[[This is not possible now.||지금은 할 수 없습니다.]]" />',
        error='<c-refusal code="booking.quota_exceeded" text="[[This is more than your quota for the week.||이번 주 사용 한도를 넘습니다.]]" arithmetic="[[8 h booked + 3 h = 11 h; the quota is 10 h||예약 8시간 + 3시간 = 11시간, 한도 10시간]]" :remedies="[(\'[[Shorten to 2 h||2시간으로 줄이기]]\', \'#\'), (\'[[Ask for more||한도 늘리기 요청]]\', \'#\')]" />',
        long='<c-refusal code="safety.control_area_limit_exceeded_with_reserved_quantities" text="[[The control area on the third floor would hold more flammable liquid than the fire code allows, because two other organisations have already announced deliveries for the same morning.||같은 날 오전에 다른 두 기관의 입고가 이미 예정되어 있어, 3층 관리구역의 인화성 액체가 소방 기준을 넘게 됩니다.]]" arithmetic="[[312 L stored + 60 L announced + 40 L asked for = 412 L; the limit is 400 L||보관 312 L + 입고 예정 60 L + 요청 40 L = 412 L, 한도 400 L]]" :remedies="[(\'[[Choose another day||다른 날 고르기]]\', \'#\')]" />'),
    component("gate-checklist", "Each condition: does it hold, and where to mend it.", "조건마다 충족 여부와 해결 방법을 보입니다.",
        normal='<c-gate-checklist :gates="sample.gates" />', empty='<c-gate-checklist />',
        error='<c-gate-checklist :gates="sample.shut_gates" />', long='<c-gate-checklist :gates="sample.long_gates" />'),
    component("note", "A remark in the page's flow.", "화면 안의 알림입니다.",
        normal='<c-note title="[[New||새 소식]]">[[The confocal can be booked in 15-minute steps.||공초점현미경을 15분 단위로 예약할 수 있습니다.]]</c-note>',
        empty='<c-note>[[Nothing to report.||알릴 것이 없습니다.]]</c-note>',
        error='<div><c-note look="stop">[[The fume hood is out of order.||흄후드가 고장입니다.]]</c-note><c-note look="warn">[[Two bookings are affected.||예약 2건이 영향을 받습니다.]]</c-note><c-note look="ok">[[All users were told.||사용자에게 모두 알렸습니다.]]</c-note></div>',
        long='<c-note title="[[Planned maintenance||정기 유지보수]]">[[The building\'s cooling water is switched off on the first Saturday of March between six in the morning and noon; instruments that need it cannot be booked then.||3월 첫째 토요일 오전 6시부터 정오까지 건물 냉각수를 끕니다. 냉각수가 필요한 장비는 그 시간에 예약할 수 없습니다.]]</c-note>'),
)
"""Guidance: empty states, refusals, conditions."""
