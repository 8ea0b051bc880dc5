"""Words of the minibar and of its charges."""

from squaremile.kernel.words import Text, refusal

STATES = {
    "open": Text(ko="열림", en="Open"), "closed": Text(ko="닫음", en="Closed"), "lapsed": Text(ko="저절로 닫힘", en="Closed by itself"),
}
CHARGE_STATES = {
    "charged": Text(ko="청구", en="Charged"), "disputed": Text(ko="이의 제기", en="Disputed"),
    "credited": Text(ko="취소", en="Credited"), "upheld": Text(ko="청구 유지", en="Upheld"),
}
DISPUTED = Text(
    ko="{company}에서 요금 {charge}에 이의를 제기했습니다: {reason}", en="{company} disputes charge {charge}: {reason}")
CREDITED = Text(ko="요금 {charge:이가} 취소되었습니다: {reason}", en="Charge {charge} is credited: {reason}")
UPHELD = Text(ko="요금 {charge:이가} 그대로 유지됩니다: {reason}", en="Charge {charge} stands: {reason}")
LAPSED = Text(
    ko="{door} 문을 닫지 않아 저절로 닫혔습니다. 적은 {count}개가 청구됩니다.",
    en="{door} was left open and has closed itself; the {count} on the list are charged.")

NOT_A_MINIBAR = refusal(
    "stores.not_a_minibar", ko="여기는 스스로 여는 미니바가 아닙니다.", en="This is not a minibar that you open yourself.",
    do_ko="물품창고에서는 랩 운영팀에 요청하십시오.", do_en="At the stockroom, ask lab operations.")
DOOR_OPEN = refusal(
    "stores.door_open", ko="지금 다른 사람이 열어 쓰고 있습니다.", en="Somebody has it open at the moment.",
    do_ko="몇 분 뒤에 다시 스캔하십시오.", do_en="Scan again in a few minutes.")
OPENING_UNKNOWN = refusal(
    "stores.opening_unknown", ko="그런 열림 기록이 없습니다.", en="No such opening.",
    do_ko="문의 QR 코드를 다시 스캔하십시오.", do_en="Scan the code on the door again.")
OPENING_OVER = refusal(
    "stores.opening_over", ko="이미 닫힌 문입니다.", en="The door is closed already.",
    do_ko="더 가져가려면 문의 QR 코드를 다시 스캔하십시오.", do_en="To take more, scan the code on the door again.")
NOT_INSIDE = refusal(
    "stores.not_inside", ko="이 미니바에 들어 있지 않은 물품입니다.", en="That is not in this minibar.",
    do_ko="바코드를 다시 스캔하거나 목록에서 고르십시오.", do_en="Scan the barcode again, or choose from the list.")
READER_SILENT = refusal(
    "stores.reader_silent", ko="판독기가 내용물을 알려 주지 않았습니다.", en="The reader has not said what is inside.",
    do_ko="문을 닫고 잠시 기다리십시오. 계속되면 랩 운영팀에 알리십시오.",
    do_en="Shut the door and wait a moment; if it goes on, tell lab operations.")
CHARGE_UNKNOWN = refusal(
    "stores.charge_unknown", ko="그런 요금이 없습니다.", en="No such charge.",
    do_ko="요금 목록에서 다시 고르십시오.", do_en="Choose it again in the list.")
CHARGE_STEP = refusal(
    "stores.charge_step", ko="이 요금은 지금 그렇게 바꿀 수 없습니다.", en="The charge cannot take that step.",
    do_ko="요금의 기록을 확인하십시오.", do_en="Look at its history.")
DISPUTE_LATE = refusal(
    "stores.dispute_late", ko="이의를 제기할 수 있는 기간이 지났습니다.", en="The time to dispute this charge is over.",
    do_ko="재무 담당자에게 문의하십시오.", do_en="Ask finance.")
SETTLED_BY_STAFF = refusal(
    "stores.settled_by_staff", ko="이의는 운영 기관이 처리합니다.", en="Disputes are settled by staff.",
    do_ko="답을 기다려 주십시오.", do_en="Please wait for the answer.")
