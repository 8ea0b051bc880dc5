"""Words of life in residence: milestones, evaluations, suspensions, mentors, sponsors."""

from squaremile.kernel.words import Text, refusal

MILESTONES = {
    "proposed": Text(ko="제안", en="Proposed"), "agreed": Text(ko="합의", en="Agreed"),
    "reached": Text(ko="달성", en="Reached"), "missed": Text(ko="기한 지남", en="Missed"),
    "dropped": Text(ko="철회", en="Dropped"),
}
EVALUATIONS = {
    "planned": Text(ko="예정", en="Planned"), "renewed": Text(ko="연장", en="Renewed"),
    "ending": Text(ko="종료", en="Ending"),
}
SUSPENSIONS = {
    "noticed": Text(ko="통지함", en="Notice given"), "cured": Text(ko="시정 완료", en="Put right"),
    "suspended": Text(ko="이용 정지", en="Suspended"), "lifted": Text(ko="정지 해제", en="Lifted"),
    "terminated": Text(ko="계약 해지", en="Terminated"),
}
HOURS = {
    "open": Text(ko="비어 있음", en="Free"), "booked": Text(ko="예약 완료", en="Booked"), "held": Text(ko="상담 완료", en="Held"),
    "missed": Text(ko="불참", en="Nobody came"), "cancelled": Text(ko="취소됨", en="Cancelled"),
}
USES = {"ticket": Text(ko="골든 티켓", en="Golden ticket"), "event": Text(ko="행사", en="Event")}
GOOD_STANDING = Text(ko="이용 정지가 아님", en="Not suspended")

MILESTONE_UNKNOWN = refusal(
    "residency.milestone_unknown", ko="그런 목표가 없습니다.", en="No such milestone.",
    do_ko="목표 목록에서 다시 고르십시오.", do_en="Choose it again in the list of milestones.")
MILESTONE_STEP = refusal(
    "residency.milestone_step", ko="목표가 지금 상태에서는 그렇게 될 수 없습니다.", en="The milestone cannot take that step.",
    do_ko="합의한 목표만 달성할 수 있습니다.", do_en="Only an agreed milestone is reached.")
MILESTONE_UNSOUND = refusal(
    "residency.milestone_unsound", ko="목표에는 제목과 앞으로의 기한이 있어야 합니다.",
    en="A milestone wants a title and a day that lies ahead.",
    do_ko="제목과 기한을 다시 적으십시오.", do_en="Give both again.")
EVIDENCE_NEEDED = refusal(
    "residency.evidence_needed", ko="달성했다는 근거를 적어야 합니다.", en="Say what shows that it was reached.",
    do_ko="문서 번호나 주소를 적으십시오.", do_en="Give an address or the number of a document.")
STAY_SPENT = refusal(
    "residency.stay_spent", ko="가장 긴 입주 기간이 {latest}에 끝납니다.", en="The longest stay there is ends on {latest}.",
    do_ko="마지막 날을 그 안으로 정하십시오.", do_en="Choose a last day until then.")
NOT_RENEWED = refusal(
    "residency.stay_not_renewed", ko="{number}차 평가에서 연장하지 않기로 하여 {until}까지만 머물 수 있습니다.",
    en="Evaluation {number} did not renew the stay: it ends on {until}.",
    do_ko="마지막 날을 그 안으로 정하거나 퇴거를 준비하십시오.", do_en="Choose a last day until then, or prepare the exit.")
STAY_UNDECIDED = refusal(
    "residency.stay_undecided", ko="{until} 뒤까지 머물지는 {number}차 평가에서 정합니다.",
    en="Whether it stays beyond {until} is for evaluation {number} to decide.",
    do_ko="평가를 먼저 마치거나 마지막 날을 그 안으로 정하십시오.", do_en="Hold the evaluation first, or choose a last day until then.")
TERMS_UNSOUND = refusal(
    "residency.stay_terms_unsound", ko="입주 기간 규칙을 확인해 주십시오. 심사 기준에는 비중이 있어야 합니다.",
    en="Check the rule of stays; the criteria need weights.",
    do_ko="기간은 1개월 이상, 합격선은 100점 이하입니다.", do_en="Terms are at least a month, the pass mark is at most 100.")
TERMS_UNKNOWN = refusal(
    "residency.stay_terms_unknown", ko="그런 입주 기간 규칙이 없습니다.", en="No such terms of stay.",
    do_ko="목록에서 고르십시오.", do_en="Choose one of the list.")
NOT_RESIDENT = refusal(
    "residency.not_resident", ko="입주한 기업이 아닙니다.", en="The company is not in residence.",
    do_ko="먼저 입주 처리를 하십시오.", do_en="Record its moving in first.")
MOVED_IN_ALREADY = refusal(
    "residency.moved_in_already", ko="입주일을 이미 적었습니다.", en="Its day of moving in is recorded already.",
    do_ko="기록을 확인하십시오.", do_en="Look at the record.")
EVALUATION_UNKNOWN = refusal(
    "residency.evaluation_unknown", ko="그런 평가가 없습니다.", en="No such evaluation.",
    do_ko="평가 목록에서 다시 고르십시오.", do_en="Choose it again in the list.")
EVALUATION_HELD = refusal(
    "residency.evaluation_held", ko="이미 마친 평가입니다.", en="This evaluation has been held.",
    do_ko="결과는 기업 기록에 있습니다.", do_en="Its outcome stands in the record.")
EVALUATION_TURN = refusal(
    "residency.evaluation_turn", ko="앞선 평가에서 연장하지 않아 이 평가를 할 수 없습니다.",
    en="The evaluation before this one has not renewed the stay.",
    do_ko="앞선 평가부터 마치십시오.", do_en="Hold the earlier one first.")
EVALUATION_SCORES = refusal(
    "residency.evaluation_scores", ko="모든 기준에 0점에서 100점까지 적고 이유를 적어야 합니다.",
    en="Each criterion needs 0 to 100 points, and the decision a reason.",
    do_ko="빠진 기준을 채우십시오.", do_en="Fill in what is missing.")
BELOW_PASS = refusal(
    "residency.below_pass", ko="{points}점으로 합격선 {mark}점보다 낮아 연장할 수 없습니다.",
    en="{points} points are below the pass mark of {mark}: the stay cannot be renewed.",
    do_ko="종료로 결정하거나 점수를 다시 확인하십시오.", do_en="Decide for an end, or look at the scores again.")
GROUND_UNKNOWN = refusal(
    "residency.ground_unknown", ko="알 수 없는 정지 사유입니다.", en="There is no such ground.",
    do_ko="목록에 있는 사유를 고르십시오.", do_en="Choose one of the list.")
CURE_TOO_SHORT = refusal(
    "residency.cure_too_short", ko="이 사유에는 {until}까지는 바로잡을 시간을 주어야 합니다.",
    en="This ground gives time until {until} at the least.",
    do_ko="더 뒤의 날짜를 적으십시오.", do_en="Give a later day.")
CURE_RUNS = refusal(
    "residency.cure_runs", ko="{until}까지는 바로잡을 시간이 남아 있어 정지할 수 없습니다.",
    en="The company has until {until} to put it right.",
    do_ko="그 다음 날부터 정지할 수 있습니다.", do_en="It can be suspended from the day after.")
SUSPENSION_UNKNOWN = refusal(
    "residency.suspension_unknown", ko="그런 통지가 없습니다.", en="No such notice.",
    do_ko="통지 목록에서 다시 고르십시오.", do_en="Choose it again in the list.")
SUSPENSION_STEP = refusal(
    "residency.suspension_step", ko="지금 상태에서는 그 단계로 갈 수 없습니다.", en="It cannot take that step from where it is.",
    do_ko="통지의 현재 상태를 확인하십시오.", do_en="Look at where it stands now.")
SUSPENSION_RUNS = refusal(
    "residency.suspension_runs", ko="같은 사유의 통지가 이미 진행 중입니다.", en="A notice on that ground runs already.",
    do_ko="그 통지를 이어 가십시오.", do_en="Go on with that one.")
SUSPENDED = refusal(
    "residency.suspended", ko="회사의 이용이 정지되어 새로 예약할 수 없습니다.",
    en="The company is suspended: nothing new can be booked.",
    do_ko="회사 관리자가 사유를 확인하고 바로잡을 수 있습니다.", do_en="The company admin sees why and how to put it right.")
SUSPENDED_BRINGS = refusal(
    "residency.suspended_brings", ko="회사의 이용이 정지되어 들여오거나 꺼내 쓸 수 없습니다.",
    en="The company is suspended: nothing is brought in or taken.",
    do_ko="회사 관리자가 사유를 확인하고 바로잡을 수 있습니다. 내보내거나 버리는 일은 막지 않습니다.",
    do_en="The company admin sees why and how to put it right. To take things away or dispose of them is never barred.")
SAYS_NEEDED = refusal(
    "residency.says_needed", ko="무엇이 잘못되었고 어떻게 바로잡는지 적어야 합니다.",
    en="Say what is wrong and what puts it right.",
    do_ko="한국어나 영어로 적으십시오.", do_en="In Korean or in English.")
MENTOR_UNKNOWN = refusal(
    "residency.mentor_unknown", ko="그런 멘토가 없습니다.", en="No such mentor.",
    do_ko="멘토 목록에서 다시 고르십시오.", do_en="Choose again in the list of mentors.")
MENTOR_NAMED = refusal(
    "residency.mentor_named", ko="멘토의 이름이 필요합니다.", en="A mentor needs a name.",
    do_ko="한국어나 영어로 적으십시오.", do_en="In Korean or in English.")
HOUR_UNKNOWN = refusal(
    "residency.hour_unknown", ko="그런 상담 시간이 없습니다.", en="No such office hour.",
    do_ko="상담 시간 목록에서 다시 고르십시오.", do_en="Choose again in the list.")
HOUR_UNSOUND = refusal(
    "residency.hour_unsound", ko="상담 시간은 앞으로의 시간이고 끝이 시작보다 뒤여야 합니다.",
    en="An office hour lies ahead and ends after it begins.",
    do_ko="시간을 다시 적으십시오.", do_en="Give the times again.")
HOUR_OVERLAPS = refusal(
    "residency.hour_overlaps", ko="이 멘토는 그 시간에 이미 상담이 있습니다.", en="The mentor has another hour then.",
    do_ko="다른 시간을 고르십시오.", do_en="Choose another time.")
HOUR_TAKEN = refusal(
    "residency.hour_taken", ko="이 상담 시간은 비어 있지 않습니다.", en="This office hour is not free.",
    do_ko="다른 시간을 고르십시오.", do_en="Choose another.")
HOUR_STEP = refusal(
    "residency.hour_step", ko="지금 상태에서는 그렇게 할 수 없습니다.", en="That cannot be done with it as it stands.",
    do_ko="상담 시간의 상태를 확인하십시오.", do_en="Look at where it stands.")
TOPIC_NEEDED = refusal(
    "residency.topic_needed", ko="무엇을 상담할지 적어야 합니다.", en="Say what you want to talk about.",
    do_ko="한 문장이면 됩니다.", do_en="One sentence is enough.")
SPONSOR_UNKNOWN = refusal(
    "residency.sponsor_unknown", ko="그런 후원 기관이 없습니다.", en="No such sponsor.",
    do_ko="후원 기관 목록에서 다시 고르십시오.", do_en="Choose it again in the list of sponsors.")
SPONSOR_NAMED = refusal(
    "residency.sponsor_named", ko="후원 기관의 이름이 필요합니다.", en="A sponsor needs a name.",
    do_ko="한국어나 영어로 적으십시오.", do_en="In Korean or in English.")
CONTRACT_OVERLAPS = refusal(
    "residency.contract_overlaps", ko="그 기간에 이미 후원 계약이 있습니다.", en="A contract covers that time already.",
    do_ko="앞 계약이 끝난 뒤부터 적으십시오.", do_en="Begin where the earlier one ends.")
CONTRACT_UNSOUND = refusal(
    "residency.contract_unsound", ko="후원 계약의 기간과 권리를 확인해 주십시오.",
    en="Check the contract's term and entitlements.",
    do_ko="끝은 시작보다 뒤이고, 티켓은 한 해 50매까지입니다.", do_en="It ends after it begins; at most 50 tickets a year.")
NO_CONTRACT = refusal(
    "residency.no_contract", ko="지금 효력이 있는 후원 계약이 없습니다.", en="No contract is in force today.",
    do_ko="후원 계약을 먼저 적으십시오.", do_en="Enter the contract first.")
TICKET_THERE = refusal(
    "residency.ticket_there", ko="이 기업에는 이미 골든 티켓이 있습니다.", en="The company holds a golden ticket already.",
    do_ko="다른 기업에 쓰십시오.", do_en="Use it for another company.")
NONE_LEFT = refusal(
    "residency.entitlement_spent", ko="올해 권리 {total}개 가운데 {used}개를 모두 썼습니다.", en="All of this year's are used: {used} of {total}.",
    do_ko="다음 계약 연도를 기다리거나 계약을 고치십시오.", do_en="Wait for the contract's next year, or amend it.")
PROFILE_UNKNOWN = refusal(
    "residency.profile_unknown", ko="공개된 소개가 아닙니다.", en="No such listed profile.",
    do_ko="목록에서 다시 고르십시오.", do_en="Choose again in the list.")
