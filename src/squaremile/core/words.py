"""Core's words: its refusals and labels."""

from squaremile.kernel.words import Text, refusal

SIGN_IN = refusal(
    "access.sign_in", ko="로그인이 필요합니다.", en="Please sign in first.",
    do_ko="로그인", do_en="Sign in")
DOOR_SHUT = refusal(
    "access.door_shut", ko="이 링크는 끝났거나 이 페이지를 여는 것이 아닙니다.",
    en="This link has ended, or it opens another page.",
    do_ko="메일로 받은 가장 최근 링크를 다시 여십시오. 없으면 담당자에게 새 링크를 요청하십시오.",
    do_en="Open the newest link in your mail again, or ask whoever sent it for a new one.")
TOKEN_INVALID = refusal(
    "access.token_invalid", ko="토큰이 없거나, 만료되었거나, 취소되었습니다.",
    en="The token is missing, expired or revoked.",
    do_ko="내 설정에서 새 토큰을 만드십시오.", do_en="Create a new token under My settings.")
NOT_FOUND = refusal(
    "core.not_found", ko="찾는 것이 없거나 볼 수 있는 것이 아닙니다.", en="It is not there, or it is not yours to see.")
BAD_INPUT = refusal(
    "core.bad_input", ko="입력을 확인해 주십시오.", en="Please check what you entered.")
CONFLICT = refusal(
    "core.conflict", ko="이미 있거나 다른 것과 맞지 않습니다.",
    en="It exists already, or does not fit with what exists.")
BUSY = refusal(
    "core.busy", ko="지금은 처리할 수 없습니다.", en="This cannot be done right now.",
    do_ko="잠시 뒤에 다시 시도하십시오.", do_en="Try again in a moment.")
KEY_REUSED = refusal(
    "core.idempotency_key_reused", ko="같은 멱등 키로 다른 내용을 보냈습니다.",
    en="This idempotency key was used before with different content.",
    do_ko="새 키를 쓰십시오.", do_en="Use a new key.")
GRANT_OVERLAPS = refusal(
    "access.grant_overlaps", ko="같은 역할을 이미 그 기간에 가지고 있습니다.",
    en="This person already holds that role in that period.",
    do_ko="기존 기간을 바꾸십시오.", do_en="Change the existing period instead.")
ROLE_UNKNOWN = refusal("access.role_unknown", ko="알 수 없는 역할입니다.", en="There is no such role.")
ROLE_NOT_YOURS = refusal(
    "access.role_not_yours_to_give", ko="이 역할은 줄 수 없습니다.", en="This role is not yours to give.",
    do_ko="센터장에게 요청하십시오.", do_en="Ask the site director.")
REASON_NEEDED = refusal(
    "access.reason_needed", ko="대신 작업하려면 이유를 적어야 합니다.",
    en="Acting for somebody else needs a reason.",
    do_ko="왜 대신하는지 한 문장으로 적으십시오.", do_en="Say in one sentence why.")
ACT_FOR_STAFF = refusal(
    "access.act_for_staff", ko="직원을 대신해서 작업할 수 없습니다.", en="Nobody can act for a member of staff.")
INVITATION_SPENT = refusal(
    "access.invitation_spent", ko="이 초대는 이미 쓰였거나, 취소되었거나, 기한이 지났습니다.",
    en="This invitation was used, withdrawn or has expired.",
    do_ko="초대한 분에게 다시 보내 달라고 하십시오.", do_en="Ask whoever invited you to send it again.")
EMAIL_TAKEN = refusal(
    "access.email_taken", ko="이 주소로 이미 가입한 분이 있습니다.",
    en="Someone has already signed up with this address.",
    do_ko="그 주소로 로그인한 다음 초대를 여십시오.", do_en="Sign in with it and open the invitation again.")
WEAK_PASSWORD = refusal(
    "access.weak_password", ko="암호가 너무 짧거나 흔합니다.", en="The password is too short or too common.",
    do_ko="열 글자 이상으로 다시 정하십시오.", do_en="Choose one of ten characters or more.")
FAULT = refusal(
    "core.fault", ko="요청 {request}: 서버에 문제가 생겼습니다.", en="Request {request}: something went wrong here.",
    do_ko="요청 번호와 함께 운영팀에 알려 주십시오.", do_en="Tell lab operations, with the request's number.")
METHOD_NOT_ALLOWED = refusal(
    "core.method_not_allowed", ko="이 주소에서는 할 수 없는 방법입니다.", en="This address does not take that method.",
    do_ko="API 설명을 보십시오.", do_en="See the description of the API.")
CODE_UNFIT = refusal(
    "core.code_unfit", ko="코드에 공백이나 / \\ ? # % & + 기호를 쓸 수 없습니다.",
    en="A code holds no space and none of / \\ ? # % & +.",
    do_ko="글자, 숫자, 붙임표로 지으십시오.", do_en="Use letters, digits and hyphens.")
CODE_TAKEN = refusal("core.code_taken", ko="이미 쓰는 코드입니다.", en="This code is already in use.")
FILE_EMPTY = refusal("core.file_empty", ko="파일이 비어 있습니다.", en="The file is empty.")
FILE_TOO_LARGE = refusal(
    "core.file_too_large", ko="파일이 {limit}MB보다 큽니다.", en="The file is larger than {limit} MB.",
    do_ko="나누거나 줄여서 올리십시오.", do_en="Split or shrink it.")
FILE_KIND = refusal(
    "core.file_kind", ko="이 종류의 파일은 올릴 수 없습니다.", en="Files of this kind are not accepted.",
    do_ko="PDF, PNG, JPEG, WebP로 바꾸십시오.", do_en="Use PDF, PNG, JPEG or WebP.")
NO_ORGANISATION = refusal(
    "access.no_organisation", ko="어느 회사의 예약인지 고르십시오.", en="Say which company the booking is for.")
PERSON_UNKNOWN = refusal(
    "access.person_unknown", ko="그 회사에 그런 사람이 없습니다.", en="There is no such person in that company.")
PROJECT_UNKNOWN = refusal(
    "core.project_unknown", ko="그 회사에 그런 과제가 없습니다.", en="That company has no such project.")
REASON_SHORT = refusal(
    "access.reason_short", ko="이유가 너무 짧습니다. {least}자 이상 적어야 합니다.",
    en="The reason is too short: write at least {least} characters.",
    do_ko="누구의 부탁으로 무엇을 대신하는지 적으십시오.", do_en="Say at whose request you act, and for what.")
ACT_FOR_NOBODY = refusal(
    "access.act_for_nobody", ko="지금 역할이 없는 분을 대신할 수 없습니다.",
    en="Nobody can act for a person who holds no role now.")
ACTING = refusal(
    "access.acting", ko="다른 분을 대신하는 동안에는 할 수 없습니다.",
    en="This cannot be done while acting for somebody else.",
    do_ko="대신하기를 먼저 끝내십시오.", do_en="Stop acting first.")
NOT_YOURSELF = refusal(
    "access.not_yourself", ko="자기 자신에게는 할 수 없습니다.", en="You cannot do this to yourself.",
    do_ko="다른 관리자에게 요청하십시오.", do_en="Ask another admin.")
INVITATION_OTHER_ADDRESS = refusal(
    "access.invitation_other_address", ko="이 초대는 지금 로그인한 계정과 다른 주소로 보낸 것입니다.",
    en="This invitation was sent to another address than the one you are signed in with.",
    do_ko="로그아웃한 다음 초대를 다시 여십시오.", do_en="Sign out and open the invitation again.")
NAME_NEEDED = refusal(
    "core.name_needed", ko="한국어나 영어 이름 가운데 하나는 적어야 합니다.",
    en="Write the name in Korean, in English, or both.")
TOKEN_TOO_LONG = refusal(
    "access.token_too_long", ko="토큰 기한은 {most}일까지입니다.", en="A token lasts {most} days at most.",
    do_ko="기한을 줄이십시오.", do_en="Choose a shorter time.")
PROJECT_CLOSED = refusal("core.project_closed", ko="이미 닫힌 과제입니다.", en="This project is already closed.")

STAFF_UNNAMED = Text(ko="운영팀", en="site staff")
"""How a member of staff appears to those who may not see her row."""
SYSTEM_NAMES = {
    "worker": Text(ko="자동 처리", en="the system"),
    "auth": Text(ko="로그인 처리", en="sign-in"),
    "setup": Text(ko="처음 설정", en="set-up"),
    "import": Text(ko="가져오기", en="import"),
}
ORGANISATION_KINDS = {
    "startup": Text(ko="창업기업", en="start-up"),
    "company": Text(ko="기업", en="company"),
    "university": Text(ko="대학", en="university"),
    "institute": Text(ko="연구소", en="institute"),
    "hospital": Text(ko="병원", en="hospital"),
    "public": Text(ko="공공기관", en="public body"),
    "operator": Text(ko="운영기관", en="operator"),
    "other": Text(ko="기타", en="other"),
}
ABILITIES = {
    "read": Text(ko="읽기", en="read"),
    "write": Text(ko="읽기와 쓰기", en="read and write"),
}
