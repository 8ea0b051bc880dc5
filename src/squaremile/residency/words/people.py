"""Words of people: joining, checklists, badges, leaving."""

from squaremile.kernel.words import Text, refusal

KINDS = {
    "scientist": Text(ko="연구원", en="Scientist"),
    "technician": Text(ko="기술원", en="Technician"),
    "student": Text(ko="학생", en="Student"),
    "contractor": Text(ko="외부 인력", en="Contractor"),
    "office": Text(ko="사무직", en="Office"),
}
WORK = {
    "chemicals": Text(ko="화학물질", en="Chemicals"),
    "bsl1": Text(ko="생물안전 1등급", en="BSL-1"),
    "bsl2": Text(ko="생물안전 2등급", en="BSL-2"),
    "human_samples": Text(ko="인체 유래물", en="Human samples"),
    "animals": Text(ko="실험동물", en="Animals"),
    "lmo": Text(ko="유전자변형생물체(LMO)", en="Modified organisms (LMO)"),
    "lasers": Text(ko="레이저", en="Lasers"),
    "gas": Text(ko="고압가스", en="Compressed gas"),
    "cryogens": Text(ko="액체질소 등 극저온", en="Cryogens"),
}
BLOCKS = {
    "badge": Text(ko="출입증", en="badge"),
    "booking": Text(ko="장비 예약", en="booking"),
    "chemicals": Text(ko="화학물질 반입", en="chemicals"),
    "biologicals": Text(ko="생물체 반입", en="biologicals"),
    "licence": Text(ko="입주 시작", en="beginning the licence"),
}
DOERS = {
    "person": Text(ko="본인", en="the person"),
    "company": Text(ko="회사", en="the company"),
    "operations": Text(ko="랩 운영팀", en="lab operations"),
    "safety": Text(ko="안전관리자", en="safety"),
    "finance": Text(ko="재무팀", en="finance"),
}
ENTRIES = {
    "open": Text(ko="남음", en="to do"),
    "done": Text(ko="완료", en="done"),
    "waived": Text(ko="면제", en="waived"),
}
PASSES = {"badge": Text(ko="출입증", en="Badge"), "key": Text(ko="열쇠", en="Key")}
PASS_STATES = {
    "issued": Text(ko="사용 중", en="issued"),
    "returned": Text(ko="반납", en="returned"),
    "lost": Text(ko="분실", en="lost"),
}
COUNTED = Text(ko="구성원 명단에 있음", en="Among the company's people")
CHECKLIST_DONE = Text(ko="온보딩 필수 항목", en="Onboarding items")

MEMBER_UNKNOWN = refusal(
    "residency.member_unknown", ko="그런 구성원이 없습니다.", en="No such member.",
    do_ko="구성원 목록에서 다시 고르십시오.", do_en="Choose again in the list of people.")
NOT_IN_COMPANY = refusal(
    "residency.not_in_company", ko="이 회사에서 맡은 역할이 없는 분입니다.", en="This person holds no role in the company.",
    do_ko="먼저 회사 사람으로 초대하십시오.", do_en="Invite the person to the company first.")
NOT_COUNTED = refusal(
    "residency.not_counted", ko="그날 이 기업의 구성원 명단에 없는 분입니다.",
    en="The person is not among the company's people on that day.",
    do_ko="기업 관리자에게 구성원 합류를 기록해 달라고 하십시오.", do_en="Ask the company's admin to record that the person joins.")
NOT_RESIDENT = refusal(
    "residency.people_not_resident", ko="입주 중이거나 입주가 확정된 기업만 할 수 있습니다.",
    en="Only a company that is admitted or in residence can do this.",
    do_ko="프로그램팀에 기업 상태를 확인하십시오.", do_en="Ask the programme team where the company stands.")
OVER_SEATS = refusal(
    "residency.over_seats", ko="사용 계약의 인원 한도를 넘습니다.", en="That is more people than the licence allows.",
    do_ko="떠난 사람을 정리하거나 프로그램팀에 증원을 신청하십시오.",
    do_en="Record who has left, or ask the programme team for more seats.")
MEMBER_TWICE = refusal(
    "residency.member_twice", ko="그 기간에 이미 구성원입니다.", en="The person is a member in that time already.",
    do_ko="기존 기록을 고치십시오.", do_en="Change the record that is there.")
STAY_UNSOUND = refusal(
    "residency.member_dates", ko="마지막 날은 합류한 날보다 앞설 수 없습니다.", en="The last day cannot come before the first.",
    do_ko="날짜를 다시 적으십시오.", do_en="Give the dates again.")
KIND_UNKNOWN = refusal(
    "residency.member_kind", ko="알 수 없는 구분이나 작업입니다.", en="There is no such kind of person or work.",
    do_ko="목록에서 고르십시오.", do_en="Choose from the list.")
HAS_LEFT = refusal(
    "residency.member_left", ko="이미 떠난 분입니다.", en="This person has left already.",
    do_ko="다시 오셨다면 새로 합류로 기록하십시오.", do_en="If she is back, let her join anew.")
COLLEAGUE_UNKNOWN = refusal(
    "residency.colleague_unknown", ko="예약을 넘겨받을 동료가 이 회사에 없습니다.",
    en="There is no such colleague in the company to take over.",
    do_ko="지금 이 회사에 있는 사람을 고르십시오.", do_en="Choose somebody who belongs to the company now.")
NOT_HERSELF = refusal(
    "residency.not_herself", ko="비상 연락처는 본인만 적을 수 있습니다.", en="Only the person herself enters her emergency contact.",
    do_ko="본인에게 적어 달라고 하십시오.", do_en="Ask her to enter it herself.")
CONTACT_NEEDED = refusal(
    "residency.contact_needed", ko="이름과 전화번호를 모두 적어야 합니다.", en="A name and a telephone number are needed.",
    do_ko="두 칸을 모두 채우십시오.", do_en="Fill in both.")
ENTRY_UNKNOWN = refusal(
    "residency.entry_unknown", ko="그런 항목이 없습니다.", en="No such item on the checklist.",
    do_ko="목록을 다시 여십시오.", do_en="Open the checklist again.")
ENTRY_NOT_YOURS = refusal(
    "residency.entry_not_yours", ko="이 항목은 {who:이가} 확인합니다.", en="This item is signed off by {who}.",
    do_ko="확인할 분께 알려 주십시오.", do_en="Tell whoever signs it off.")
ENTRY_STEP = refusal(
    "residency.entry_step", ko="지금 상태에서는 그렇게 바꿀 수 없습니다.", en="The item cannot go there from where it is.",
    do_ko="항목의 현재 상태를 확인하십시오.", do_en="Look at where the item stands now.")
EVIDENCE_NEEDED = refusal(
    "residency.entry_evidence_needed", ko="증빙 파일이 있어야 확인할 수 있습니다.", en="This item needs a file as evidence.",
    do_ko="수료증이나 서류를 올리십시오.", do_en="Upload the certificate or paper.")
REMARK_NEEDED = refusal(
    "residency.remark_needed", ko="이유를 적어야 합니다.", en="A reason is needed.",
    do_ko="한 문장으로 이유를 적으십시오.", do_en="Say why in one sentence.")
DONE_LATER = refusal(
    "residency.done_later", ko="마친 날이 오늘보다 뒤일 수 없습니다.", en="It cannot have been done on a day to come.",
    do_ko="마친 날을 다시 적으십시오.", do_en="Give the day again.")
CHECKLIST_UNSOUND = refusal(
    "residency.checklist_unsound", ko="{fault} 목록을 고쳐야 합니다.", en="{fault} The list needs mending.",
    do_ko="그 항목을 고쳐 다시 올리십시오.", do_en="Mend that row and declare the list again.")
CHECKLIST_TWICE = refusal(
    "residency.checklist_twice", ko="다른 분이 방금 새 목록을 정했습니다.", en="Somebody has just declared a new list.",
    do_ko="그 목록을 확인한 뒤 다시 올리십시오.", do_en="Look at that one, then declare yours again.")
CHECKLIST_OPEN = refusal(
    "residency.checklist_open", ko="{items}: 먼저 마쳐야 합니다.", en="{items}: to be done first.",
    do_ko="남은 일을 마치고 확인을 받으십시오.", do_en="Do what is left and have it signed off.")
PASS_UNKNOWN = refusal(
    "residency.pass_unknown", ko="그런 출입증이나 열쇠가 없습니다.", en="No such badge or key.",
    do_ko="대장에서 다시 고르십시오.", do_en="Choose again in the register.")
PASS_TAKEN = refusal(
    "residency.pass_taken", ko="그 번호는 다른 분이 쓰고 있습니다.", en="That number is in somebody's hands already.",
    do_ko="먼저 반납을 기록하십시오.", do_en="Record its return first.")
PASS_STEP = refusal(
    "residency.pass_step", ko="지금 상태에서는 그렇게 바꿀 수 없습니다.", en="It cannot go there from where it is.",
    do_ko="대장에서 현재 상태를 확인하십시오.", do_en="Look in the register where it stands.")
PASS_UNSOUND = refusal(
    "residency.pass_unsound", ko="번호, 시간, 기한을 확인해 주십시오.", en="Please check the number, the hours and the expiry.",
    do_ko="기한은 오늘 뒤로, 시간은 00:00부터 24:00 사이로 적으십시오.",
    do_en="It expires after today, and its hours lie between 00:00 and 24:00.")
TERMS_UNSOUND = refusal(
    "residency.people_terms_unsound", ko="인원, 통지 기간, 보증금을 확인해 주십시오.",
    en="Please check seats, notice and deposit.",
    do_ko="통지 기간은 24개월까지, 통화는 KRW·USD·EUR·GBP·JPY 가운데 하나입니다.",
    do_en="Notice is 24 months at most; the currency is KRW, USD, EUR, GBP or JPY.")
TERMS_TWICE = refusal(
    "residency.people_terms_twice", ko="그날부터의 조건이 이미 있습니다.", en="There are terms from that day already.",
    do_ko="다른 날부터로 적으십시오.", do_en="Choose another day.")
SEATS_OF_LICENCE = refusal(
    "residency.seats_of_licence", ko="효력 있는 사용 계약이 인원을 {cap}명으로 정하고 있습니다.",
    en="The licence in force says {cap} people.",
    do_ko="인원을 바꾸려면 변경 계약을 맺으십시오.", do_en="Amend the licence to change the number.")
PERMITS_MISSING = refusal(
    "residency.permits_missing", ko="입주 전에 갖추어야 할 항목({items})이 없거나 기한이 지났습니다.",
    en="Permits or papers that must be there before it begins are missing or out of date: {items}.",
    do_ko="기업 체크리스트에서 해당 항목을 확인하여 서명하십시오.", do_en="Have those items of the company's checklist signed off.")
COMPANY_SUSPENDED = refusal(
    "residency.pass_suspended", ko="이용이 정지된 기업에는 출입증이나 열쇠를 줄 수 없습니다.",
    en="No badge or key is given while the company is suspended.",
    do_ko="정지 사유가 해소된 뒤 주십시오.", do_en="Give it once the suspension is over.")
