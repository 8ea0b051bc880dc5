"""Words of the way from a need to its meeting: long list, soft checks, agenda."""

from squaremile.kernel.words import Text, refusal

ANSWERS = {
    "": Text(ko="답을 기다림", en="Waiting"),
    "yes": Text(ko="가능함", en="Yes, in principle"),
    "maybe": Text(ko="조건에 따라", en="Maybe"),
    "no": Text(ko="어려움", en="No"),
    "no_answer": Text(ko="답이 없음", en="No answer"),
}
LOOKS = {"": "warn", "yes": "ok", "maybe": "info", "no": "neutral", "no_answer": "neutral"}
WAYS = {
    "phone": Text(ko="전화", en="By telephone"),
    "mail": Text(ko="메일", en="By mail"),
    "person": Text(ko="직접 만나서", en="In person"),
    "through": Text(ko="아는 사람을 통해", en="Through somebody known"),
}
SIDES = {
    "asker": Text(ko="수요 기관", en="The asking side"),
    "candidate": Text(ko="후보", en="Candidate"),
    "staff": Text(ko="연계 담당", en="Liaison staff"),
}

LONG_LIST_NEEDED = refusal(
    "network.long_list_needed", ko="긴 목록에 아무도 없습니다.", en="Nobody is on the long list yet.",
    do_ko="후보를 이유와 함께 긴 목록에 넣은 다음 의향을 물으십시오.",
    do_en="Put candidates on it, each with a reason, before anybody is asked.")
YES_NEEDED = refusal(
    "network.yes_needed", ko="가능하다고 답한 후보가 아직 없습니다.", en="No candidate has said yes yet.",
    do_ko="답을 기록하거나 다음 후보에게 의향을 물으십시오.", do_en="Record an answer, or ask the next of the list.")
AGENDA_NEEDED = refusal(
    "network.agenda_needed", ko="합의한 의제가 없습니다.", en="No agenda is agreed yet.",
    do_ko="주제와 참석자를 적고 의제를 확정하십시오.", do_en="Write down subjects and people, and agree the agenda.")
MINUTES_NEEDED = refusal(
    "network.meeting_minutes_needed", ko="만남의 기록이 없습니다.", en="There are no minutes of a meeting yet.",
    do_ko="회의나 방문의 기록을 남긴 다음 후속 조치로 옮기십시오.",
    do_en="Log the meeting or visit with its minutes before following up.")
ON_LONG_LIST = refusal(
    "network.on_long_list", ko="이미 긴 목록에 있습니다.", en="This candidate is on the long list already.",
    do_ko="목록에서 순서를 바꾸십시오.", do_en="Change its place on the list instead.")
NOT_ON_LONG_LIST = refusal(
    "network.not_on_long_list", ko="긴 목록에 없는 후보입니다.", en="This candidate is not on the long list.",
    do_ko="먼저 긴 목록에 넣으십시오.", do_en="Put it on the long list first.")
WHY_ON_LIST = refusal(
    "network.why_on_list", ko="긴 목록에 넣는 이유가 필요합니다.", en="Say why this candidate is on the list.",
    do_ko="한 문장으로 적으십시오.", do_en="One sentence is enough.")
WAS_ASKED = refusal(
    "network.was_asked", ko="의향을 물은 후보는 목록에서 뺄 수 없습니다.", en="A candidate who was asked stays on the list.",
    do_ko="답을 기록하십시오. 기록은 남아야 합니다.", do_en="Record the answer instead; the record must stay.")
ASKED_ALREADY = refusal(
    "network.candidate_asked_already", ko="이 후보의 답을 기다리고 있습니다.", en="This candidate has been asked and has not answered.",
    do_ko="먼저 답이나 무응답을 기록하십시오.", do_en="Record the answer, or that there was none, first.")
NOT_ASKED_NOW = refusal(
    "network.not_asked_now", ko="지금은 후보에게 의향을 묻는 단계가 아닙니다.", en="Candidates are not asked at this step.",
    do_ko="수요를 의향 확인 단계로 옮기십시오.", do_en="Move the need to the soft check first.")
QUESTION_TELLS = refusal(
    "network.question_tells", ko="질문에 누가 묻는지 드러납니다.", en="The question tells who asks.",
    do_ko="기관 이름과 비밀 부분의 개발 번호를 빼고 다시 적으십시오.",
    do_en="Leave out the organisation's name and the designations of the confidential part.")
QUESTION_NEEDED = refusal(
    "network.soft_question_needed", ko="후보에게 무엇을 물었는지 적어야 합니다.", en="Write down what the candidate was asked.",
    do_ko="한국어나 영어로 적으십시오.", do_en="In Korean or in English.")
CHECK_UNKNOWN = refusal(
    "network.soft_check_unknown", ko="그런 의향 확인이 없습니다.", en="No such soft check.",
    do_ko="수요 화면에서 다시 고르십시오.", do_en="Choose it again on the need's page.")
CHECK_ANSWERED = refusal(
    "network.soft_check_answered", ko="이미 답을 기록했습니다.", en="The answer is recorded already.",
    do_ko="생각이 바뀌었다면 의향을 다시 물으십시오.", do_en="If the candidate thinks otherwise now, ask again.")
AGENDA_UNKNOWN = refusal(
    "network.agenda_unknown", ko="그런 의제가 없습니다.", en="No such agenda.",
    do_ko="수요 화면에서 다시 고르십시오.", do_en="Choose it again on the need's page.")
AGENDA_STANDS = refusal(
    "network.agenda_stands", ko="확정한 의제는 고칠 수 없습니다.", en="An agreed agenda stands as it is.",
    do_ko="새 의제를 만드십시오.", do_en="Draft another one.")
AGENDA_INCOMPLETE = refusal(
    "network.agenda_incomplete", ko="의제에는 주제와 가능하다고 답한 후보가 있어야 합니다.",
    en="An agenda wants at least one subject and one candidate who said yes.",
    do_ko="빠진 것을 채운 다음 확정하십시오.", do_en="Add what is missing, then agree it.")
AGENDA_DRAFT = refusal(
    "network.agenda_draft", ko="아직 확정하지 않은 의제입니다.", en="This agenda is not agreed yet.",
    do_ko="의제를 확정한 다음 옮기십시오.", do_en="Agree it first.")
NOT_AGREED = refusal(
    "network.candidate_not_agreed", ko="가능하다고 답한 후보만 의제에 넣을 수 있습니다.",
    en="Only a candidate who said yes can be on an agenda.",
    do_ko="이 수요의 후보에게 답을 받아 기록하십시오.", do_en="Record a yes of a candidate of this need first.")
ON_AGENDA = refusal(
    "network.on_agenda", ko="이미 의제에 있습니다.", en="This candidate is on the agenda already.",
    do_ko="의제를 새로 고치십시오.", do_en="Load the agenda again.")
SUBJECT_NEEDED = refusal(
    "network.agenda_subject_needed", ko="주제를 적고 시간을 5분에서 600분 사이로 정하십시오.",
    en="A subject wants words, and 5 to 600 minutes.",
    do_ko="한국어나 영어로 적으십시오.", do_en="In Korean or in English.")
