"""Words of biological agents, their protocols, rooms and committee."""

from squaremile.kernel.words import Text, refusal

KINDS = {
    "bacterium": Text(ko="세균", en="Bacteria"), "fungus": Text(ko="진균", en="Fungi"), "virus": Text(ko="바이러스", en="Viruses"),
    "parasite": Text(ko="기생충", en="Parasites"), "cell_line": Text(ko="세포주", en="Cell lines"),
    "human_material": Text(ko="인체유래물", en="Human-derived material"), "animal": Text(ko="실험동물", en="Animals"),
    "plant": Text(ko="식물", en="Plants"), "nucleic_acid": Text(ko="핵산·벡터", en="Nucleic acids and vectors"),
    "toxin": Text(ko="생물 독소", en="Biological toxins"),
}
ACTS = {
    "bring": Text(ko="반입", en="Brought in"), "import": Text(ko="수입", en="Imported"), "grow": Text(ko="증식", en="Grown"),
    "use": Text(ko="사용", en="Used"), "move": Text(ko="이동", en="Moved"), "transfer": Text(ko="이관", en="Transferred"),
    "export": Text(ko="수출", en="Exported"), "dispose": Text(ko="폐기", en="Destroyed"),
}
STATES = {
    "draft": Text(ko="작성 중", en="Draft"), "submitted": Text(ko="심의 중", en="Under review"),
    "returned": Text(ko="보완 요청", en="Returned"), "approved": Text(ko="승인", en="Approved"),
    "replaced": Text(ko="변경되어 대체", en="Replaced"), "ended": Text(ko="종료", en="Ended"),
    "withdrawn": Text(ko="취하", en="Withdrawn"),
}
OPINIONS = {
    "for": Text(ko="찬성", en="For"), "against": Text(ko="반대", en="Against"), "abstain": Text(ko="기권", en="Abstains"),
}
MODIFIED = Text(ko="유전자변형생물체(LMO)", en="living modified organism (LMO)")
PROTOCOL_GATE = Text(ko="승인된 생물안전 계획서가 있습니다.", en="An approved biosafety protocol covers it.")
ROOM_GATE = Text(ko="방의 생물안전 등급과 수용 기준에 맞습니다.", en="The room's biosafety level and policy admit it.")
OBJECTIONS = {
    "no_level": Text(ko="{room}에는 생물안전 등급이 정해지지 않았습니다", en="no biosafety level is declared for {room}"),
    "level_low": Text(ko="{room:은는} BL{has}인데 BL{needs}가 필요합니다", en="{room} is at BSL-{has}, and BSL-{needs} is needed"),
    "kind_barred": Text(ko="{room:은는} {kind:을를} 받지 않습니다", en="{room} does not admit: {kind}"),
    "modified_barred": Text(ko="{room:은는} 유전자변형생물체를 받지 않습니다", en="{room} admits no living modified organisms"),
}
ENDS = Text(ko="생물안전 계획서 {protocol}의 승인이 {day}에 끝납니다.", en="The approval of biosafety protocol {protocol} ends on {day}.")
WAITS = Text(ko="생물안전 계획서 {protocol:이가} 심의를 기다립니다.", en="Biosafety protocol {protocol} waits for review.")

AGENT_UNKNOWN = refusal(
    "safety.agent_unknown", ko="그런 생물체가 없습니다.", en="No such agent.",
    do_ko="생물체 목록에서 고르거나 먼저 등록하십시오.", do_en="Choose it in the list, or register it first.")
AGENT_UNSOUND = refusal(
    "safety.agent_unsound", ko="이름, 종류, 위험군(1–4)과 그 출처가 있어야 하고, LMO는 숙주·벡터·삽입 유전자를 적어야 합니다.",
    en="An agent has a name, a kind, a risk group from 1 to 4 with its source; a modified one also its host, vector and insert.",
    do_ko="빠진 것을 적으십시오.", do_en="Fill in what is missing.")
ROOM_LEVEL_UNSOUND = refusal(
    "safety.room_level_unsound", ko="등급은 1에서 4까지이고, 받는 종류는 정해진 것 가운데 골라야 합니다.",
    en="A level is 1 to 4, and what is admitted is among the known kinds.",
    do_ko="등급과 종류를 다시 고르십시오.", do_en="Choose the level and the kinds again.")
SEAT_UNFIT = refusal(
    "safety.seat_unfit", ko="생물안전위원은 기업에 속하지 않은 운영 직원이어야 합니다.",
    en="Only staff who belong to no company sit on the committee.",
    do_ko="다른 사람을 고르십시오.", do_en="Choose somebody else.")
SEAT_TAKEN = refusal(
    "safety.on_committee", ko="이미 생물안전위원입니다.", en="She sits on the committee already.",
    do_ko="위원 명단을 확인하십시오.", do_en="Look at the list of members.")
SEAT_UNKNOWN = refusal(
    "safety.seat_unknown", ko="생물안전위원이 아닙니다.", en="She does not sit on the committee.",
    do_ko="위원 명단을 확인하십시오.", do_en="Look at the list of members.")
PROTOCOL_UNKNOWN = refusal(
    "safety.protocol_unknown", ko="그런 생물안전 계획서가 없습니다.", en="No such biosafety protocol.",
    do_ko="계획서 목록에서 다시 고르십시오.", do_en="Choose it again in the list.")
PROTOCOL_UNSOUND = refusal(
    "safety.protocol_unsound", ko="제목, 등급(1–4), 책임자와 다루는 생물체가 하나 이상 있어야 합니다.",
    en="A protocol has a title, a level from 1 to 4, an investigator of the company and at least one agent of its own.",
    do_ko="빠진 것을 적으십시오.", do_en="Fill in what is missing.")
PROTOCOL_STEP = refusal(
    "safety.protocol_step", ko="이 계획서는 지금 상태에서 그렇게 할 수 없습니다.", en="The protocol cannot take that step now.",
    do_ko="계획서의 상태를 확인하십시오.", do_en="Look at its state.")
PROTOCOL_WAITS = refusal(
    "safety.protocol_waits", ko="이미 심의 중인 변경이 있습니다.", en="A version of it is under review already.",
    do_ko="심의가 끝난 뒤에 고치십시오.", do_en="Change it once the review is over.")
COMMITTEE_DISAGREES = refusal(
    "safety.committee_open", ko="등급 {level:은는} 위원 과반의 찬성이 있어야 합니다. 위원 {seated}명 가운데 {approving}명이 찬성했습니다.",
    en="At level {level} more than half of the committee has to agree: {approving} of {seated} members are for it.",
    do_ko="위원의 의견을 기다리십시오.", do_en="Wait for the members' opinions.")
COMMITTEE_SAYS_NO = refusal(
    "safety.committee_not_agreed", ko="위원 과반의 찬성이 없습니다.", en="The committee has not agreed.",
    do_ko="위원의 의견을 기다리십시오.", do_en="Wait for the members' opinions.")
TERM_UNSOUND = refusal(
    "safety.protocol_term_unsound", ko="승인 기간은 오늘부터 최대 5년이고 이유를 적어야 합니다.",
    en="An approval runs from today for five years at most, with a reason.",
    do_ko="마지막 날과 이유를 적으십시오.", do_en="Give its last day and the reason.")
OPINION_UNFIT = refusal(
    "safety.opinion_unfit", ko="찬성, 반대, 기권 가운데 하나와 이유를 적어야 합니다.", en="An opinion is for, against or abstain, with a reason.",
    do_ko="다시 적으십시오.", do_en="Say it again.")
OPINION_GIVEN = refusal(
    "safety.opinion_given", ko="이미 의견을 냈습니다.", en="You have given your opinion already.",
    do_ko="의견은 고치지 않고 남겨 둡니다. 안전관리자에게 말씀하십시오.", do_en="It stays as it was said; speak to the safety officer.")
NOT_SEATED = refusal(
    "safety.not_seated", ko="생물안전위원만 의견을 낼 수 있습니다.", en="Only members of the committee give opinions.",
    do_ko="안전관리자에게 문의하십시오.", do_en="Ask the safety officer.")
NO_PROTOCOL = refusal(
    "safety.no_protocol", ko="{agent:을를} 다루는 승인된 생물안전 계획서가 없습니다.", en="No approved biosafety protocol in force covers {agent}.",
    do_ko="계획서를 내어 승인을 받으십시오.", do_en="Hand in a protocol and have it approved.")
ROOM_REFUSES = refusal(
    "safety.room_refuses", ko="{why}. 그래서 이 방에 {agent:을를} 둘 수 없습니다.", en="{agent} cannot come into this room: {why}.",
    do_ko="등급과 수용 기준이 맞는 방을 고르십시오.", do_en="Choose a room whose level and policy admit it.")
AGENT_NOT_COVERED = refusal(
    "safety.agent_not_covered", ko="이 날 이 생물체를 다루는 승인된 계획서가 없습니다.", en="No approved protocol covers this agent on that day.",
    do_ko="계획서의 기간과 생물체를 확인하십시오.", do_en="Look at the term and the agents of the protocol.")
AGENT_ROOM_SHUT = refusal(
    "safety.agent_room_shut", ko="이 방의 등급이나 수용 기준이 이 생물체에 맞지 않습니다.",
    en="The level or policy of this room does not admit the agent.",
    do_ko="다른 방을 고르십시오.", do_en="Choose another room.")
UNNOTIFIED = refusal(
    "safety.lmo_unnotified", ko="LMO의 수입과 수출은 먼저 신고해야 합니다. 무상으로 받는 것도 같습니다.",
    en="The import or export of a living modified organism is notified first, even of a free gift.",
    do_ko="신고하고 받은 번호를 적으십시오.", do_en="Notify it, and give the number of the notice.")
HOLDING_UNKNOWN = refusal(
    "safety.holding_unknown", ko="그런 보유 시료가 없습니다.", en="No such material is held.",
    do_ko="보유 목록에서 다시 고르십시오.", do_en="Choose it again in the list.")
HOLDING_GONE = refusal(
    "safety.holding_gone", ko="이미 남지 않은 시료입니다.", en="Nothing of it is here any more.",
    do_ko="보유 목록을 확인하십시오.", do_en="Look at the list of what is held.")
BOOK_UNSOUND = refusal(
    "safety.book_unsound", ko="한 일과 수량이 맞지 않습니다. 남은 양보다 많거나, 날짜가 앞서거나, 빠진 것이 있습니다.",
    en="What was done does not add up: more than is left, a day to come, or something is missing.",
    do_ko="수량, 날짜, 보낸 곳이나 폐기 방법을 확인하십시오.", do_en="Look at the amount, the day, where it went or how it was destroyed.")
BOOK_RACED = refusal(
    "safety.book_raced", ko="다른 사람이 방금 같은 시료를 기록했습니다.", en="Somebody else has just written about the same material.",
    do_ko="화면을 새로 고치고 다시 적으십시오.", do_en="Load the page again and repeat it.")
