"""Words of "can I bring this?" and of verifying figures."""

from squaremile.kernel.words import Text, refusal

ANSWERS = {
    "yes": Text(ko="가져와도 됩니다", en="Yes, you can bring it"),
    "needs_approval": Text(ko="승인이 필요합니다", en="It needs approval"),
    "no": Text(ko="가져올 수 없습니다", en="No, it cannot come in"),
}
STATES = {
    "answered": Text(ko="답함", en="Answered"), "asked": Text(ko="승인 대기", en="Waiting for approval"),
    "approved": Text(ko="승인", en="Approved"), "declined": Text(ko="승인 안 함", en="Declined"),
    "used": Text(ko="반입 완료", en="Brought in"),
}
TITLES = {
    "approved": Text(ko="승인되었습니다", en="It is approved"), "declined": Text(ko="승인하지 않았습니다", en="It was declined"),
    "used": Text(ko="반입했습니다", en="It was brought in"),
}
"""Above a question that somebody has decided."""
OF_WHO_ASKED = Text(ko="물어본 사람의 경우: {says}", en="For the person who asked: {says}")
CLOSER = Text(ko="보관함 안에 두면 됩니다.", en="It may stand in an approved cabinet.")
SMALLER = Text(ko="{amount}까지는 가져와도 됩니다.", en="Up to {amount} may come in.")
LATER = Text(
    ko="{day}부터는 됩니다. 그때까지 기한이 끝나는 귀사의 용기 {n}개를 치운 뒤라야 합니다.",
    en="From {day} on, once {n} of your own containers, whose dates end by then, are gone.")
ELSEWHERE = Text(ko="{area}에는 둘 수 있습니다.", en="{area} has room for it.")
OVER_LIMIT = refusal(
    "safety.over_limit", ko="이 방의 위험물 한도를 넘습니다.", en="This would go over the hazard limits of the room.",
    do_ko="더 적은 양이나 다른 구역을 알아보십시오.", do_en="Ask for a smaller amount or another area.")
NEEDS_APPROVAL = refusal(
    "safety.needs_approval", ko="안전관리자의 승인이 있어야 들여올 수 있습니다.", en="The safety officer has to approve this first.",
    do_ko="반입 가능 여부를 물으면 승인 요청이 함께 전달됩니다.", do_en="Ask whether you can bring it: the request goes to the safety officer.")
BRINGING_UNKNOWN = refusal(
    "safety.bringing_unknown", ko="그런 반입 문의가 없습니다.", en="No such question.",
    do_ko="반입 문의 목록에서 다시 고르십시오.", do_en="Choose it again in the list.")
BRINGING_STEP = refusal(
    "safety.bringing_step", ko="승인을 기다리는 문의가 아닙니다.", en="This question does not wait for approval.",
    do_ko="목록에서 상태를 확인하십시오.", do_en="Look at its state in the list.")
NOT_APPROVED = refusal(
    "safety.bringing_not_approved", ko="지금 ‘{state}’ 상태인 문의로는 들여올 수 없습니다.",
    en="Nothing can be brought in with this question as it stands: {state}.",
    do_ko="승인을 기다리고 있으면 승인된 뒤에 들여오고, 아니면 다시 물으십시오.",
    do_en="Bring it once it is approved where it still waits; else ask again.")
BRINGING_OTHER = refusal(
    "safety.bringing_other", ko="승인받은 내용과 다릅니다.", en="This is not what was approved.",
    do_ko="같은 물질을 승인받은 방에, 승인받은 양까지 들여오십시오.", do_en="Bring the same substance into the same room, up to the approved amount.")
APPROVAL_GONE = refusal(
    "safety.approval_gone", ko="승인받은 뒤로 사정이 달라져 이 승인으로는 들여올 수 없습니다.",
    en="Things have changed since this was approved: the approval no longer holds.",
    do_ko="반입 가능 여부를 다시 물으십시오. 안전관리자가 지금의 합계로 다시 판단합니다.",
    do_en="Ask again whether you can bring it: the safety officer decides by today's sum.")
APPROVAL_ENDED = refusal(
    "safety.approval_ended", ko="이 승인을 쓸 수 있는 기한이 지났습니다.", en="The last day of this approval is past.",
    do_ko="반입 가능 여부를 다시 물으십시오.", do_en="Ask again whether you can bring it.")
APPROVAL_TOO_LONG = refusal(
    "safety.approval_too_long", ko="승인 기한은 오늘부터 90일 안이어야 합니다.", en="An approval ends within 90 days from today.",
    do_ko="그 안의 날을 고르거나 비워 두십시오. 비우면 2주입니다.", do_en="Choose a day until then, or leave it blank for two weeks.")
ENDED = Text(ko="승인 기한 지남", en="Approval ended")
REASON_NEEDED = refusal(
    "safety.reason_needed", ko="결정한 이유를 적어야 합니다.", en="Say why it was decided so.",
    do_ko="한 문장으로 적으십시오.", do_en="A sentence is enough.")
TOO_OFTEN = refusal(
    "safety.too_often", ko="한 시간에 물을 수 있는 횟수를 넘었습니다.", en="Your company has asked too often in the past hour.",
    do_ko="잠시 뒤에 다시 묻거나 안전관리자에게 문의하십시오.", do_en="Ask again later, or ask the safety officer.")
PACK_ROW_UNKNOWN = refusal(
    "safety.pack_row_unknown", ko="규칙 묶음에 그런 행이 없습니다.", en="The pack has no such row.",
    do_ko="행 목록에서 고르십시오.", do_en="Choose one of its rows.")
PACK_ROW_KNOWN = refusal(
    "safety.pack_row_known", ko="이미 확인한 행입니다.", en="This row is verified already.",
    do_ko="수치가 바뀌면 다시 확인할 수 있습니다.", do_en="It can be verified again once its figures change.")
