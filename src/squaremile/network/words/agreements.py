"""Words of agreements, commitments, clocks and figures."""

from squaremile.kernel.words import Text, refusal

TYPES = {
    "LOI": Text(ko="의향서(LOI)", en="Letter of intent (LOI)"),
    "MOU": Text(ko="양해각서(MOU)", en="Memorandum of understanding (MOU)"),
    "MOA": Text(ko="합의각서(MOA)", en="Memorandum of agreement (MOA)"),
    "NDA": Text(ko="비밀유지계약(NDA)", en="Non-disclosure agreement (NDA)"),
    "MTA": Text(ko="물질이전계약(MTA)", en="Material transfer agreement (MTA)"),
    "collaborative_research": Text(ko="공동연구계약", en="Collaborative research agreement"),
    "licence": Text(ko="기술이전(라이선스) 계약", en="Licence agreement"),
    "membership": Text(ko="회원 협약", en="Membership agreement"),
}
STATES = {
    "draft": Text(ko="초안", en="Draft"),
    "review": Text(ko="검토 중", en="In review"),
    "approved": Text(ko="승인됨", en="Approved"),
    "signed": Text(ko="서명됨", en="Signed"),
    "effective": Text(ko="효력 있음", en="In force"),
    "renewed": Text(ko="갱신됨", en="Renewed"),
    "completed": Text(ko="이행 완료", en="Completed"),
    "lapsed": Text(ko="실효", en="Lapsed"),
    "terminated": Text(ko="해지", en="Terminated"),
    "withdrawn": Text(ko="철회", en="Withdrawn"),
}
STATE_LOOKS = {
    "draft": "neutral", "review": "pending", "approved": "pending", "signed": "info", "effective": "ok", "renewed": "ok",
    "completed": "ok", "lapsed": "stop", "terminated": "stop", "withdrawn": "warn", "started": "info", "reported": "warn",
    "arrived": "ok",
}  # fmt: skip
ENTRY_STATES = {
    "signed": Text(ko="서명", en="Signed"),
    "effective": Text(ko="발효", en="In force"),
    "started": Text(ko="착수", en="Started"),
    "reported": Text(ko="보고됨(미확인)", en="Reported (not confirmed)"),
    "arrived": Text(ko="도착 확인", en="Arrived"),
    "completed": Text(ko="이행 완료", en="Completed"),
    "lapsed": Text(ko="실효", en="Lapsed"),
    "withdrawn": Text(ko="철회", en="Withdrawn"),
}
KINDS = {
    "investment": Text(ko="투자", en="Investment"),
    "jobs": Text(ko="고용", en="Jobs"),
    "research": Text(ko="연구비", en="Research funding"),
    "exchange": Text(ko="인력 교류", en="Exchange of people"),
    "publication": Text(ko="공동 논문", en="Joint publications"),
    "licence_income": Text(ko="기술료 수입", en="Licence income"),
    "visits": Text(ko="방문", en="Visits"),
    "other": Text(ko="기타", en="Other"),
}
UNITS = {
    "KRW": Text(ko="원(KRW)", en="won (KRW)"),
    "USD": Text(ko="센트(USD)", en="cents (USD)"),
    "EUR": Text(ko="센트(EUR)", en="cents (EUR)"),
    "JPY": Text(ko="엔(JPY)", en="yen (JPY)"),
    "GBP": Text(ko="펜스(GBP)", en="pence (GBP)"),
    "person": Text(ko="명", en="people"),
    "item": Text(ko="건", en="items"),
}
UNIT_NAMES = {
    "KRW": Text(ko="원화", en="in won"),
    "USD": Text(ko="달러", en="in dollars"),
    "EUR": Text(ko="유로", en="in euros"),
    "JPY": Text(ko="엔화", en="in yen"),
    "GBP": Text(ko="파운드", en="in pounds"),
    "person": Text(ko="사람", en="in people"),
    "item": Text(ko="건수", en="in items"),
}
ROLES = {
    "lead": Text(ko="주관", en="Lead"),
    "partner": Text(ko="참여", en="Partner"),
    "funder": Text(ko="출연", en="Funder"),
    "provider": Text(ko="제공", en="Provider"),
    "witness": Text(ko="입회", en="Witness"),
}
RELATIONS = {
    "follows": Text(ko="후속 협약", en="Follows from"),
    "amendment": Text(ko="변경 협약", en="Amendment of"),
    "renewal": Text(ko="갱신 협약", en="Renewal of"),
}
CHECKS = {
    "capacity": Text(ko="이행 능력", en="Capacity to deliver"),
    "sanctions": Text(ko="제재·수출통제", en="Sanctions and export control"),
    "conflicts": Text(ko="이해충돌", en="Conflicts of interest"),
}
RESULTS = {
    "clear": Text(ko="문제없음", en="Clear"),
    "concern": Text(ko="우려 있음", en="Concern"),
    "not_needed": Text(ko="해당 없음", en="Not needed"),
}
CLOCKS = {
    "council_report": Text(ko="의회 보고", en="Council report"),
    "action_plan": Text(ko="실행계획", en="Action plan"),
    "progress": Text(ko="분기 점검", en="Quarterly progress"),
    "review": Text(ko="연간 평가", en="Yearly review"),
    "renewal_first": Text(ko="갱신 1차 알림", en="First renewal reminder"),
    "renewal_second": Text(ko="갱신 2차 알림", en="Second renewal reminder"),
    "renewal_third": Text(ko="갱신 3차 알림", en="Third renewal reminder"),
    "ahead": Text(ko="기한 전 미리 알림", en="Reminder ahead of a duty"),
    "escalation": Text(ko="답이 없을 때 상급자 보고", en="Told to the head without an answer"),
}
REMIND = Text(
    ko="협약 {agreement}: {clock} 기한이 {due}입니다.", en="Agreement {agreement}: {clock} is due on {due}.")
ESCALATE = Text(
    ko="협약 {agreement}: {clock}({due})에 아직 답이 없습니다.",
    en="Agreement {agreement}: nobody has answered {clock} ({due}).")

AGREEMENT_UNKNOWN = refusal(
    "network.agreement_unknown", ko="그런 협약이 없습니다.", en="No such agreement.",
    do_ko="협약 대장에서 코드를 확인하십시오.", do_en="Look up its code in the register.")
COMMITMENT_UNKNOWN = refusal(
    "network.commitment_unknown", ko="그런 약속이 없습니다.", en="No such commitment.",
    do_ko="협약 화면에서 코드를 확인하십시오.", do_en="Look up its code on the agreement's page.")
PARTY_UNKNOWN = refusal(
    "network.party_unknown", ko="그런 당사자가 이 협약에 없습니다.", en="This agreement has no such party.",
    do_ko="협약 화면에서 당사자를 확인하십시오.", do_en="Look up the party on the agreement's page.")
PAPER_UNKNOWN = refusal(
    "network.paper_unknown", ko="이 협약에 그런 파일이 없습니다.", en="This agreement has no such file.",
    do_ko="파일을 먼저 올리십시오.", do_en="Add the file first.")
ENTRY_UNKNOWN = refusal(
    "network.statement_unknown", ko="이 약속에 그런 기록이 없습니다.", en="This commitment has no such entry.",
    do_ko="바로잡을 기록의 코드를 확인하십시오.", do_en="Check the code of the entry to correct.")
OFFICER_UNKNOWN = refusal(
    "network.officer_unknown", ko="담당자는 연계 담당 직원이어야 합니다.", en="An officer is one of the liaison staff.",
    do_ko="프로그램 담당이나 센터장을 고르십시오.", do_en="Choose somebody of programme or the site director.")
PARTY_NEEDED = refusal(
    "network.party_needed", ko="당사자는 명부의 기관이나 클러스터의 조직이어야 합니다.",
    en="A party is an organisation of the directory or of the cluster.",
    do_ko="둘 가운데 하나를 고르십시오.", do_en="Choose one of the two.")
PARTY_TAKEN = refusal(
    "network.party_taken", ko="이미 이 협약의 당사자입니다.", en="It is a party of this agreement already.")
PARTY_PROMISED = refusal(
    "network.party_promised", ko="약속을 한 당사자는 뺄 수 없습니다.", en="A party that has promised something stays.",
    do_ko="협약을 철회하고 새로 작성하십시오.", do_en="Withdraw the agreement and draft another.")
PARTIES_MISSING = refusal(
    "network.parties_missing", ko="서명하는 협약에는 당사자가 둘 이상 있어야 합니다.",
    en="An agreement is between two parties at least.", do_ko="당사자를 더 적으십시오.", do_en="Add the other party.")
CHECKS_OPEN = refusal(
    "network.checks_open", ko="승인하기 전에 상대 점검({items})을 마쳐야 합니다.",
    en="Before approval these checks of the partner must be clear: {items}.",
    do_ko="협약 화면에서 점검 결과를 적으십시오.", do_en="Record the results on the agreement's page.")
AGREEMENT_STEP = refusal(
    "network.agreement_step", ko="이 협약은 지금 그 단계로 갈 수 없습니다.", en="This agreement cannot take that step now.",
    do_ko="협약 화면에 다음 단계가 나와 있습니다.", do_en="Its page shows the next steps.")
AGREEMENT_FIXED = refusal(
    "network.agreement_fixed", ko="승인한 협약의 내용은 바꿀 수 없습니다.", en="What has been approved is no longer edited.",
    do_ko="검토로 되돌리거나 변경 협약을 작성하십시오.", do_en="Send it back to review, or draft an amendment.")
REASON_NEEDED = refusal(
    "network.reason_needed", ko="이유를 적어야 합니다.", en="A reason is needed.",
    do_ko="의회와 다음 담당자가 읽을 한 문장을 적으십시오.", do_en="Write one sentence for the council and your successor.")
DAY_TOO_LATE = refusal(
    "network.day_too_late", ko="아직 오지 않은 날은 적을 수 없습니다.", en="That day has not come yet.",
    do_ko="오늘이나 지난 날을 적으십시오.", do_en="Give today or a day before.")
DAY_TOO_EARLY = refusal(
    "network.day_too_early", ko="앞 단계({before})보다 이른 날입니다.", en="That is before the step before it ({before}).",
    do_ko="그날이나 그 뒤를 적으십시오.", do_en="Give that day or a later one.")
TERM_UNSOUND = refusal(
    "network.term_unsound", ko="끝나는 날이 효력 시작일보다 빠르거나, 끝나는 날 없이 통보 기간만 있습니다.",
    en="The term ends before it begins, or a notice period has no end to count from.",
    do_ko="날짜를 다시 확인하십시오.", do_en="Check the dates.")
RENEWAL_UNSTATED = refusal(
    "network.renewal_unstated", ko="자동 갱신되는 협약인데 몇 개월씩 갱신되는지 적혀 있지 않습니다.",
    en="The agreement renews itself, but by how many months is not stated.",
    do_ko="갱신 조항에 적힌 개월 수를 넣거나, 자동 갱신 표시를 지우십시오.",
    do_en="Enter the months that its clause says, or untick that it renews itself.")
RENEWAL_NOT_LATER = refusal(
    "network.renewal_not_later", ko="갱신한 기간은 지금의 끝({now})보다 뒤에 끝나야 합니다.",
    en="A renewed term ends after the present one ({now}).", do_ko="더 늦은 날을 적으십시오.", do_en="Give a later day.")
FAMILY_LOOP = refusal(
    "network.family_loop", ko="협약이 자기 자신의 뿌리가 될 수 없습니다.", en="An agreement cannot descend from itself.",
    do_ko="앞선 협약을 고르십시오.", do_en="Choose an agreement that came before.")
NOT_SIGNED = refusal(
    "network.not_signed", ko="아직 서명하지 않은 협약입니다.", en="This agreement is not signed yet.",
    do_ko="서명한 날을 먼저 적으십시오.", do_en="Record its signature first.")
AGREEMENT_OVER = refusal(
    "network.agreement_over", ko="끝난 협약에는 약속을 더할 수 없습니다.", en="Nothing is promised in an agreement that is over.",
    do_ko="후속 협약을 작성하십시오.", do_en="Draft the agreement that follows it.")
AMOUNT_UNSOUND = refusal(
    "network.amount_unsound", ko="양은 단위의 정수여야 하고, 약속은 0보다 커야 합니다.",
    en="An amount is a whole number of its unit, and a promise is more than nothing.",
    do_ko="돈은 원이나 센트처럼 가장 작은 단위로 적으십시오.", do_en="Give money in its smallest unit, won or cents.")
EVIDENCE_NEEDED = refusal(
    "network.commitment_evidence_needed", ko="도착과 완료에는 증빙(파일이나 링크)과 확인한 사람이 있어야 합니다.",
    en="What has arrived or is completed needs evidence (a file or link) and who confirmed it.",
    do_ko="증빙을 올리거나, 확인 전이면 '보고됨'으로 적으십시오.",
    do_en="Add the evidence, or record it as reported while it is not confirmed.")
CONFIRMED_BY_STAFF = refusal(
    "network.confirmed_by_staff", ko="당사자는 착수와 보고만 적을 수 있습니다. 도착과 종료는 연계 담당이 확인합니다.",
    en="A party records starts and reports; what arrived or ended is confirmed by liaison staff.",
    do_ko="'보고됨'으로 적고 증빙을 붙이십시오.", do_en="Record it as reported, with the evidence.")
ENTRY_CORRECTED = refusal(
    "network.entry_corrected", ko="이미 바로잡은 기록입니다.", en="That entry has been corrected already.",
    do_ko="바로잡은 새 기록을 고치십시오.", do_en="Correct the newer entry instead.")
PREVAILS_TAKEN = refusal(
    "network.prevails_taken", ko="우선하는 언어본은 하나뿐입니다.", en="Only one language version prevails.")
CLOCK_NOT_DUE = refusal(
    "network.clock_not_due", ko="이 협약에는 그런 기한이 없습니다.", en="Nothing of the kind is due for this agreement.",
    do_ko="협약 화면의 기한을 확인하십시오.", do_en="See the clocks on its page.")
CLOCK_ANSWERED = refusal(
    "network.clock_answered", ko="이미 답한 기한입니다.", en="That has been answered already.")
CLOCK_UNSOUND = refusal(
    "network.clock_unsound", ko="날수는 1일에서 1,095일 사이여야 합니다.", en="Between 1 and 1,095 days.",
    do_ko="조례를 확인하고 다시 적으십시오.", do_en="Check the ordinance and try again.")
PUBLISHED_JUST_NOW = refusal(
    "network.published_just_now", ko="같은 순간에 이미 공개했습니다.", en="These figures have just been published.")
TITLE_NEEDED = refusal(
    "network.agreement_title_needed", ko="제목이나 내용을 한국어나 영어로 적어야 합니다.",
    en="Write it in Korean or English at least.", do_ko="두 언어로 적으면 가장 좋습니다.", do_en="Both is best.")
RENEWED_ITSELF = Text(
    ko="협약 '{agreement}'의 기간이 조항에 따라 {until}까지 갱신되었습니다.",
    en="Agreement “{agreement}” has renewed itself by its clause until {until}.",
)
RENEW_BY_HAND = Text(
    ko="협약 '{agreement}'의 기간이 {until}에 끝납니다. 자동 갱신 조항의 개월 수가 적혀 있지 않아 저절로 갱신되지 않습니다. "
       "조항을 확인하고 새 종료일로 직접 갱신하거나 종료를 적으십시오.",
    en="The term of agreement “{agreement}” ends on {until}. It has a clause of renewal, but its months are not recorded, so it "
       "is not renewed by itself. Read the clause, then renew it with its new last day, or record its end.",
)
BY_CLAUSE = Text(ko="갱신 조항에 따름", en="by its clause")

NOTICE_LATE = refusal(
    "network.notice_late", ko="통지 기한이 지났습니다. 이번 기간은 갱신됩니다.", en="The day for notice has passed: this term renews itself.",
    do_ko="다음 기간의 통지일을 확인하거나 상대와 해지를 합의하십시오.",
    do_en="See the next term's day of notice, or agree an end with the other side.")
NOTICE_GIVEN = refusal(
    "network.notice_given", ko="이미 통지가 기록되어 있습니다.", en="Notice has been given already.",
    do_ko="협약 화면에서 통지를 확인하십시오.", do_en="See it on the agreement's page.")
NOT_A_PARTY = refusal(
    "network.not_a_party", ko="이 협약의 당사자가 아닙니다.", en="This is not a party to the agreement.",
    do_ko="당사자 목록에서 고르십시오.", do_en="Choose one of its parties.")
ONLY_LICENCES = refusal(
    "network.only_licences_exclusive", ko="독점은 기술이전 협약에만 표시할 수 있습니다.", en="Only a licence can be exclusive.",
    do_ko="협약의 종류를 확인하십시오.", do_en="Look at the type of the agreement.")
NO_FIXED_DAY = refusal(
    "network.no_fixed_day", ko="지표는 분기 마지막 날 기준으로만 공개합니다.", en="Figures go out as of the last day of a quarter alone.",
    do_ko="기준일을 분기 마지막 날로 고르십시오.", do_en="Choose the last day of a quarter.")
PUBLISHED_ALREADY = refusal(
    "network.quarter_published", ko="이 분기의 지표는 이미 공개했습니다.", en="The figures of this quarter are public already.",
    do_ko="다음 분기가 끝난 뒤에 공개하십시오. 바로잡은 값은 그때 반영됩니다.",
    do_en="Publish again once the next quarter is over; corrections show then.")
