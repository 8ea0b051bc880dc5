"""Words of services, sterilisers, cycles, indicators and loads."""

from squaremile.kernel.words import Text, refusal

KINDS = {
    "autoclave": Text(ko="고압증기멸균", en="Autoclave"), "glass_wash": Text(ko="초자 세척", en="Glass-wash"),
    "media": Text(ko="배지 조제", en="Media"), "gas": Text(ko="가스 충전", en="Gas fill"),
    "nitrogen": Text(ko="액체질소 충전", en="Liquid nitrogen fill"),
}
UNITS = {"run": Text(ko="회", en="runs"), "L": Text(ko="L", en="L"), "piece": Text(ko="개", en="pieces")}
ORDER_STATES = {
    "asked": Text(ko="신청", en="Asked for"), "accepted": Text(ko="접수", en="Accepted"), "done": Text(ko="완료", en="Done"),
    "refused": Text(ko="거절", en="Refused"), "cancelled": Text(ko="취소", en="Cancelled"),
}
MACHINE_KINDS = {
    "autoclave": Text(ko="고압증기멸균기", en="Autoclave"), "dry_heat": Text(ko="건열멸균기", en="Dry heat steriliser"),
    "washer": Text(ko="초자 세척기", en="Glass washer"),
}
CYCLE_STATES = {
    "running": Text(ko="운전 중", en="Running"), "passed": Text(ko="적합", en="Passed"), "failed": Text(ko="부적합", en="Failed"),
}
CHEMICAL = {
    "changed": Text(ko="변색함", en="Changed colour"), "unchanged": Text(ko="변색하지 않음", en="Did not change"),
    "none": Text(ko="사용하지 않음", en="None used"), "": Text(ko="—", en="—"),
}
TEST_STATES = {
    "incubating": Text(ko="배양 중", en="Incubating"), "negative": Text(ko="음성", en="Negative"), "positive": Text(ko="양성", en="Positive"),
    "invalid": Text(ko="무효(양성 대조군이 자라지 않음)", en="Void (the positive control did not grow)"),
}
LOAD_STATES = {
    "loaded": Text(ko="결과 대기", en="Awaits its result"), "ready": Text(ko="수령 가능", en="Ready to collect"),
    "quarantined": Text(ko="격리", en="In quarantine"), "handed_out": Text(ko="전달함", en="Handed out"),
    "discarded": Text(ko="폐기", en="Discarded"),
}
CAUSES = {
    "failed": Text(ko="멸균 주기가 부적합했습니다.", en="Its cycle failed."),
    "indicator": Text(ko="멸균기의 생물학적 지시자가 양성이었습니다.", en="A biological indicator of its steriliser was positive."),
    "untested": Text(
        ko="멸균기의 마지막 시험이 양성이라, 음성 시험이 있기 전의 적재물입니다.",
        en="Its steriliser's newest test was positive, and no test has passed since."),
    "": Text(ko="", en=""),
}

STEPPED = Text(ko="서비스 신청 {order} ({service}): {state}", en="Service request {order} ({service}): {state}")
ASKED = Text(ko="{company}의 서비스 신청: {service}, {amount} {unit}", en="{company} asks for {service}, {amount} {unit}")
KEPT_BACK = Text(
    ko="적재물 {load:을를} 격리했습니다({what}). {why} 가지고 계시면 사용하지 말고 운영팀에 알려 주십시오.",
    en="Load {load} is in quarantine ({what}). {why} If you have it already, do not use it, and tell lab operations.")
LET_GO = Text(ko="적재물 {load}의 격리를 해제했습니다({what}).", en="Load {load} is released from quarantine ({what}).")
GREW = Text(
    ko="{machine}의 생물학적 지시자 {indicator:이가} 양성입니다. 적재물 {count}건을 격리했습니다.",
    en="Biological indicator {indicator} of {machine} is positive. Loads in quarantine: {count}.")
TEST_DUE = Text(
    ko="{machine}의 생물학적 지시자 시험 기한({day})이 지났습니다.", en="The biological indicator test of {machine} was due on {day}.")

SERVICE_UNKNOWN = refusal(
    "stores.service_unknown", ko="그런 서비스가 없습니다.", en="No such service.",
    do_ko="서비스 목록에서 다시 고르십시오.", do_en="Choose it again in the list.")
SERVICE_UNSOUND = refusal(
    "stores.service_unsound", ko="서비스에는 이름과 종류, 단위가 있어야 합니다.", en="A service has a name, a kind and a unit.",
    do_ko="다시 적으십시오.", do_en="Fill it in again.")
SERVICE_EXISTS = refusal(
    "stores.service_exists", ko="같은 코드의 서비스가 있습니다.", en="There is a service with this code.",
    do_ko="다른 코드를 쓰십시오.", do_en="Choose another code.")
SERVICE_WITHDRAWN = refusal(
    "stores.service_withdrawn", ko="지금은 제공하지 않는 서비스입니다.", en="The service is not offered at present.",
    do_ko="다른 서비스를 고르거나 운영팀에 문의하십시오.", do_en="Choose another, or ask lab operations.")
SERVICE_ORDER_UNKNOWN = refusal(
    "stores.service_order_unknown", ko="그런 서비스 신청이 없습니다.", en="No such service request.",
    do_ko="신청 목록에서 다시 고르십시오.", do_en="Choose it again in the list.")
SERVICE_ORDER_UNSOUND = refusal(
    "stores.service_order_unsound", ko="수량은 0보다 크고 100,000보다 작아야 하며, 필요한 날은 지난 날일 수 없습니다.",
    en="The amount is more than 0 and less than 100,000, and the day by which it is wanted is not over.",
    do_ko="수량과 날짜를 확인하십시오.", do_en="Look at the amount and the day.")
SERVICE_ORDER_STEP = refusal(
    "stores.service_order_step", ko="이 신청은 지금 그렇게 될 수 없습니다.", en="The request cannot take that step.",
    do_ko="신청의 상태를 확인하십시오.", do_en="Look at the state of the request.")
ANSWERED_BY_STAFF = refusal(
    "stores.service_order_answered", ko="신청에는 운영팀이 답합니다.", en="Lab operations answer a request.",
    do_ko="운영팀의 답을 기다리거나 신청을 취소하십시오.", do_en="Wait for their answer, or cancel the request.")
LOADS_HERE = refusal(
    "stores.loads_here", ko="이 신청의 적재물이 아직 여기에 있습니다.", en="A load of this request is still here.",
    do_ko="적재물을 전달하거나 폐기한 뒤에 마치십시오.", do_en="Hand its loads out or discard them first.")
STERILISER_UNKNOWN = refusal(
    "stores.steriliser_unknown", ko="그런 멸균기가 없습니다.", en="No such steriliser.",
    do_ko="멸균기 목록에서 다시 고르십시오.", do_en="Choose it again in the list.")
STERILISER_UNSOUND = refusal(
    "stores.steriliser_unsound", ko="멸균기에는 이름과 종류가 있어야 하고, 시험 주기는 1~366일입니다.",
    en="A steriliser has a name and a kind; it is tested every 1 to 366 days, or not at all.",
    do_ko="다시 적으십시오.", do_en="Fill it in again.")
STERILISER_EXISTS = refusal(
    "stores.steriliser_exists", ko="같은 코드의 멸균기가 있습니다.", en="There is a steriliser with this code.",
    do_ko="다른 코드를 쓰십시오.", do_en="Choose another code.")
STERILISER_BUSY = refusal(
    "stores.steriliser_busy", ko="이 멸균기는 운전 중이거나 쓰지 않는 멸균기입니다.", en="The steriliser is running, or out of use.",
    do_ko="운전 중인 주기를 먼저 마치십시오.", do_en="End the cycle that runs first.")
CYCLE_UNKNOWN = refusal(
    "stores.cycle_unknown", ko="그런 멸균 주기가 없습니다.", en="No such cycle.",
    do_ko="멸균기 쪽에서 다시 고르십시오.", do_en="Choose it again at its steriliser.")
CYCLE_UNSOUND = refusal(
    "stores.cycle_unsound",
    ko="적합한 주기에는 측정한 온도와 유지 시간이 있고 화학적 지시자가 변색했거나 쓰이지 않아야 합니다. 부적합에는 이유가 있어야 합니다.",
    en="A cycle that passed has a measured temperature and minutes held, and a chemical indicator that changed or was not used."
    " One that failed says why.",
    do_ko="기록지를 보고 다시 적으십시오.", do_en="Look at the printout and fill it in again.")
CYCLE_OVER = refusal(
    "stores.cycle_over", ko="이미 끝난 주기입니다.", en="The cycle is over.",
    do_ko="새 주기를 시작하십시오.", do_en="Start another cycle.")
INDICATOR_UNKNOWN = refusal(
    "stores.indicator_unknown", ko="그런 생물학적 지시자가 없습니다.", en="No such biological indicator.",
    do_ko="주기 쪽에서 다시 고르십시오.", do_en="Choose it again at its cycle.")
INDICATOR_UNSOUND = refusal(
    "stores.indicator_unsound", ko="생물학적 지시자에는 로트 번호가 있어야 합니다.", en="A biological indicator has a lot number.",
    do_ko="포장의 로트 번호를 적으십시오.", do_en="Write the lot number on its package.")
INDICATOR_READ = refusal(
    "stores.indicator_read", ko="이미 판독한 지시자입니다.", en="The indicator has been read.",
    do_ko="잘못 읽었으면 새 지시자로 다시 시험하십시오.", do_en="If it was misread, test again with another one.")
LOAD_UNKNOWN = refusal(
    "stores.load_unknown", ko="그런 적재물이 없습니다.", en="No such load.",
    do_ko="목록에서 다시 고르십시오.", do_en="Choose it again in the list.")
LOAD_UNSOUND = refusal(
    "stores.load_unsound", ko="적재물에는 내용이 있어야 하고, 그 회사의 접수한 신청이어야 합니다.",
    en="A load says what it is, and is of a request that is accepted.",
    do_ko="신청을 접수한 뒤 적재물의 내용을 적으십시오.", do_en="Accept the request, and write what the load is.")
LOAD_STEP = refusal(
    "stores.load_step", ko="이 적재물은 지금 그렇게 될 수 없습니다.", en="The load cannot take that step.",
    do_ko="적재물의 상태를 확인하십시오. 격리 중인 적재물은 전달할 수 없습니다.",
    do_en="Look at its state: a load in quarantine cannot be handed out.")
MACHINE_UNLIKE = refusal(
    "stores.machine_unlike", ko="격리된 적재물은 같은 종류의 멸균기에서만 다시 멸균합니다.",
    en="What is in quarantine is run again in a machine of the same sort alone.",
    do_ko="같은 종류의 멸균기에서 도는 주기를 고르십시오.", do_en="Choose a cycle of such a machine.")
LOAD_UNPROVED = refusal(
    "stores.load_unproved", ko="이 적재물의 멸균을 증명하는 주기가 없습니다.", en="No cycle proves this load sterile.",
    do_ko="다시 멸균하거나, 책임자가 이유를 적어 해제해야 합니다.",
    do_en="Run it again, or have it released by the written decision of who answers for it.")
