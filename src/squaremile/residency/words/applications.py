"""Words of calls, forms and applications."""

from squaremile.kernel.words import Text, refusal

CALL_KINDS = {"rolling": Text(ko="상시", en="Rolling"), "dated": Text(ko="기한", en="Until a date")}
CALL_STATES = {
    "draft": Text(ko="작성 중", en="Draft"), "open": Text(ko="접수 중", en="Open"), "closed": Text(ko="마감", en="Closed"),
}  # fmt: skip
STATES = {
    "draft": Text(ko="작성 중", en="Being written"),
    "submitted": Text(ko="제출", en="Handed in"),
    "returned": Text(ko="보완 요청", en="Returned for completion"),
    "screening": Text(ko="사전 검토", en="Pre-screen"),
    "review": Text(ko="심사", en="In review"),
    "accepted": Text(ko="선정", en="Accepted"),
    "wait_listed": Text(ko="대기", en="Wait-listed"),
    "declined": Text(ko="선정되지 않음", en="Declined"),
    "withdrawn": Text(ko="거둠", en="Withdrawn"),
}
VERDICTS = {
    "feasible": Text(ko="가능", en="Feasible"),
    "conditional": Text(ko="조건부 가능", en="Feasible on conditions"),
    "not_feasible": Text(ko="불가", en="Not feasible"),
}
CHECKS = {
    "complete": Text(ko="빠진 것이 없음", en="Nothing is missing"),
    "eligible": Text(ko="자격이 있음", en="Eligible"),
    "work_fits": Text(ko="이 센터에서 할 수 있는 연구", en="Work that this site can host"),
    "space_fits": Text(ko="맞는 공간이 있음", en="Space that fits"),
    "no_conflict": Text(ko="입주 기업과 다투지 않음", en="No open conflict with residents"),
}
OUTCOMES = {
    "open": Text(ko="확인할 것", en="To be settled"),
    "consented": Text(ko="입주 기업이 동의", en="Resident consents"),
    "refused": Text(ko="입주 기업이 거절", en="Resident refuses"),
    "no_conflict": Text(ko="겹치지 않음", en="No conflict"),
}
LETTER_SUBJECT = Text(ko="[{cluster}] ‘{call}’ 신청서를 여는 링크", en="[{cluster}] Your application to “{call}”")
LETTER = Text(
    ko="‘{call}’에 {company} 이름으로 신청서를 쓰실 수 있습니다. 아래 링크가 곧 열쇠이니 다른 사람에게 넘기지 마십시오.\n\n{url}\n\n"
    "쓰신 것은 바로 저장됩니다. 이 메일을 부탁하지 않으셨다면 무시하십시오. 아무 일도 일어나지 않습니다.\n\n{cluster}",
    en="You can write the application of {company} to “{call}”. The link below is the key: please do not pass it on.\n\n{url}\n\n"
    "What you write is saved at once. If you did not ask for this letter, ignore it, and nothing happens.\n\n{cluster}",
)
CO_EDITOR = Text(
    ko="{by} 님이 {company}의 신청서를 함께 쓰자고 합니다. 아래는 본인만의 링크입니다.\n\n{url}\n\n{cluster}",
    en="{by} invites you to write the application of {company} together. This link is yours alone.\n\n{url}\n\n{cluster}",
)
RETURNED_SUBJECT = Text(ko="[{cluster}] 신청서를 보완해 주십시오", en="[{cluster}] Please complete your application")
RETURNED = Text(
    ko="‘{call}’에 내신 {company}의 신청서에 보완할 것이 있습니다.\n\n{why}\n\n{until}까지 고쳐 다시 내 주십시오.\n\n{url}\n\n{cluster}",
    en="The application of {company} to “{call}” needs completion.\n\n{why}\n\nPlease hand it in again by {until}.\n\n{url}\n\n{cluster}",
)

STOP_UNSAFE = Text(ko="안전 판단: 불가 ({why})", en="Safety: not feasible ({why})")
STOP_RULE = Text(ko="자격 ‘{rule}’: {why}", en="Eligibility, {rule}: {why}")
STOP_CONFLICT = Text(ko="입주 기업 {company}: {outcome}", en="Resident {company}: {outcome}")
FORM_UNKNOWN = refusal(
    "residency.form_unknown", ko="그런 신청서 양식이 없습니다.", en="There is no such form.",
    do_ko="양식 목록에서 다시 고르십시오.", do_en="Choose it again in the list of forms.")
FORM_FAULTY = refusal(
    "residency.form_faulty", ko="양식의 {where}에서: {first} 고칠 것은 모두 {count}개입니다.",
    en="At {where} of the form: {first} There are {count} faults in all.",
    do_ko="squaremile residency form lint 로 모두 확인하십시오.", do_en="See them all with squaremile residency form lint.")
CALL_UNKNOWN = refusal(
    "residency.call_unknown", ko="그런 공고가 없습니다.", en="There is no such call.",
    do_ko="접수 중인 공고에서 다시 고르십시오.", do_en="Choose it again among the open calls.")
CALL_TITLE_NEEDED = refusal(
    "residency.call_title_needed", ko="공고의 제목이 필요합니다.", en="A call needs a title.",
    do_ko="한국어나 영어로 제목을 적으십시오.", do_en="Give one in Korean or in English.")
CALL_DATES = refusal(
    "residency.call_dates", ko="기한 공고에는 시작보다 뒤인 마감이 있고, 상시 공고에는 마감이 없습니다.",
    en="A call until a date ends after it opens; a rolling call has no end.",
    do_ko="마감 시각을 다시 적으십시오.", do_en="Set the end again.")
CALL_STEP = refusal(
    "residency.call_step", ko="지금 상태에서는 그렇게 할 수 없는 공고입니다.", en="The call cannot take that step from where it is.",
    do_ko="공고의 현재 상태를 확인하십시오.", do_en="Look at where the call stands now.")
RULES_FAULTY = refusal(
    "residency.rules_faulty", ko="{first} 그래서 자격 규칙을 저장하지 않았습니다.",
    en="{first} The rules of eligibility were not saved.",
    do_ko="규칙을 고쳐 다시 저장하십시오.", do_en="Mend the rule and save again.")
CALL_SHUT = refusal(
    "residency.call_shut", ko="이 공고는 지금 신청을 받지 않습니다.", en="This call takes no applications now.",
    do_ko="접수 중인 다른 공고를 보십시오.", do_en="Look at the other open calls.")
EMAIL_UNFIT = refusal(
    "residency.email_unfit", ko="전자우편 주소를 다시 확인하십시오.", en="Please check the e-mail address.",
    do_ko="name@company.kr 같은 주소를 적으십시오.", do_en="It looks like name@company.com.")
COMPANY_NAME_NEEDED = refusal(
    "residency.company_name_needed", ko="기업 이름이 필요합니다.", en="The name of the company is needed.",
    do_ko="한국어나 영어로 적으십시오.", do_en="Give it in Korean or in English.")
APPLICATION_UNKNOWN = refusal(
    "residency.application_unknown", ko="그런 신청서가 없습니다.", en="There is no such application.",
    do_ko="목록에서 다시 고르십시오.", do_en="Choose it again in the list.")
APPLICATION_STEP = refusal(
    "residency.application_step", ko="지금 상태에서는 그렇게 할 수 없는 신청서입니다.",
    en="The application cannot take that step from where it is.",
    do_ko="신청서의 현재 상태를 확인하십시오.", do_en="Look at where the application stands now.")
APPLICATION_SHUT = refusal(
    "residency.application_shut", ko="제출했거나 마감이 지나 더 고칠 수 없습니다.",
    en="It is handed in or past its date, and takes no more changes.",
    do_ko="담당자에게 보완 기회를 요청하십시오.", do_en="Ask the programme staff to return it to you for completion.")
QUESTION_UNKNOWN = refusal(
    "residency.question_unknown", ko="이 신청서에는 그런 질문이 없습니다.", en="This application asks no such question.",
    do_ko="페이지를 새로 고치십시오.", do_en="Load the page again.")
ANSWER_UNSOUND = refusal(
    "residency.answer_unsound", ko="{why} ‘{label}’의 답은 저장하지 않았습니다.",
    en="{why} The answer to “{label}” was not saved.",
    do_ko="답을 고쳐 다시 저장하십시오.", do_en="Mend the answer and save again.")
ANSWER_CHANGED = refusal(
    "residency.answer_changed", ko="그사이 {by} 님이 ‘{label}’에 다른 답을 저장했습니다.",
    en="{by} saved another answer to “{label}” meanwhile.",
    do_ko="두 답을 견주어 어느 것을 남길지 고르십시오.", do_en="Compare the two and choose which one stays.")
FILES_ENOUGH = refusal(
    "residency.files_enough", ko="이 질문에는 파일을 {most}개까지 올릴 수 있습니다.", en="This question takes up to {most} files.",
    do_ko="파일 하나를 먼저 빼십시오.", do_en="Take one out first.")
FILE_GONE = refusal(
    "residency.file_gone", ko="그런 파일이 없습니다.", en="There is no such file.",
    do_ko="페이지를 새로 고치십시오.", do_en="Load the page again.")
INCOMPLETE = refusal(
    "residency.incomplete", ko="아직 {count}가지가 남아 있어 제출할 수 없습니다.", en="{count} things are left before it can be handed in.",
    do_ko="아래의 질문마다 답을 채우십시오.", do_en="Complete each question below.")
LAST_EDITOR = refusal(
    "residency.last_editor", ko="마지막 한 사람은 뺄 수 없습니다.", en="The last editor cannot be taken off.",
    do_ko="다른 사람을 먼저 초대하십시오.", do_en="Invite somebody else first.")
EDITORS_ENOUGH = refusal(
    "residency.editors_enough", ko="함께 쓰는 사람은 {most}명까지입니다.", en="Up to {most} people write together.",
    do_ko="더 쓰지 않는 사람을 먼저 빼십시오.", do_en="Take off somebody who no longer writes.")
LETTERS_ENOUGH = refusal(
    "residency.letters_enough", ko="이 주소로는 하루에 링크를 {most}번까지 보냅니다.",
    en="An address is sent up to {most} links a day.",
    do_ko="이미 보낸 메일에서 링크를 찾거나 내일 다시 보내십시오.", do_en="Look for the link in the mail sent already, or send it tomorrow.")
REASON_NEEDED = refusal(
    "residency.reason_needed", ko="까닭을 적어야 합니다.", en="Say why.",
    do_ko="받는 사람이 무엇을 해야 하는지 알 수 있게 적으십시오.", do_en="Write it so that whoever reads it knows what to do.")
RETURN_DATE = refusal(
    "residency.return_date", ko="보완 기한은 지금보다 뒤여야 합니다.", en="The date for completion lies ahead.",
    do_ko="며칠의 여유를 주십시오.", do_en="Give a few days.")
CHECKS_OPEN = refusal(
    "residency.checks_open", ko="{left} 항목을 사전 검토에서 아직 확인하지 않았습니다.",
    en="{left}: not checked yet in the pre-screen.",
    do_ko="모두 확인하거나 보완을 요청하십시오.", do_en="Check them all, or return the application for completion.")
STOPPED = refusal(
    "residency.application_stopped", ko="막는 것이 있어({stops}) 이대로는 넘기거나 선정할 수 없습니다.",
    en="Something stands against it ({stops}), so it cannot pass as it stands.",
    do_ko="막는 것을 해결하거나, 까닭을 알려 선정하지 않거나, 센터장이 예외로 두는 까닭을 적으십시오.",
    do_en="Settle what stands against it, decline it with the reasons, or let the site director give the reason of an exception.")
STILL_WRITING = refusal(
    "residency.still_completing", ko="기업이 {until}까지 보완할 수 있는 신청서입니다.", en="The company may complete it until {until}.",
    do_ko="기한이 지나거나 다시 제출된 뒤에 결정하십시오.", do_en="Decide once that has passed, or once it is handed in again.")
DECLARATION_UNKNOWN = refusal(
    "residency.declaration_unknown", ko="아직 신고된 것이 없는 신청서입니다.", en="Nothing is declared in this application yet.",
    do_ko="제출된 뒤에 판단하십시오.", do_en="Judge it once it is handed in.")
VERDICT_UNKNOWN = refusal(
    "residency.verdict_unknown", ko="알 수 없는 판단입니다.", en="There is no such verdict.",
    do_ko="목록에서 고르십시오.", do_en="Choose one of the list.")
CONDITIONS_NEEDED = refusal(
    "residency.conditions_needed", ko="조건부라면 조건을 적어야 합니다.", en="A conditional verdict says its conditions.",
    do_ko="조건을 적으십시오.", do_en="Write the conditions.")
FINDING_UNKNOWN = refusal(
    "residency.finding_unknown", ko="그런 경쟁 확인이 없습니다.", en="There is no such competition finding.",
    do_ko="신청서 화면에서 다시 고르십시오.", do_en="Choose it again on the application.")
SAME_COMPANY = refusal(
    "residency.same_company", ko="기업은 스스로와 경쟁하지 않습니다.", en="A company does not compete with itself.",
    do_ko="입주 기업을 고르십시오.", do_en="Choose a resident.")
