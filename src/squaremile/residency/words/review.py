"""Words of review: rounds, reviewers, conflicts, decisions and their letters."""

from squaremile.kernel.words import Text, refusal

STAGES = {
    "paper": Text(ko="서류 심사", en="Paper review"), "mentor": Text(ko="멘토 평가", en="Mentor score"),
    "pitch": Text(ko="발표 심사", en="Pitch"),
}  # fmt: skip
STATES = {
    "draft": Text(ko="준비 중", en="Draft"), "open": Text(ko="심사 중", en="Open"), "closed": Text(ko="마감", en="Closed"),
}  # fmt: skip
REVIEW_STATES = {
    "given": Text(ko="맡김", en="Assigned"), "submitted": Text(ko="제출", en="Handed in"),
    "barred": Text(ko="이해 충돌로 제외", en="Taken off for a conflict"),
}  # fmt: skip
KINDS = {
    "own_company": Text(ko="자기 회사", en="Own company"),
    "kin": Text(ko="친족", en="Kin"),
    "co_author": Text(ko="공동 저자", en="Co-author"),
    "investor": Text(ko="투자자", en="Investor"),
    "mentor": Text(ko="멘토", en="Mentor"),
    "competitor": Text(ko="경쟁사", en="Competitor"),
    "other": Text(ko="그 밖", en="Other"),
    "same_organisation": Text(ko="같은 조직", en="Same organisation"),
    "same_domain": Text(ko="같은 전자우편 도메인", en="Same e-mail domain"),
}
OUTCOMES = {
    "accept": Text(ko="선정", en="Accept"), "wait_list": Text(ko="대기", en="Wait-list"),
    "decline": Text(ko="선정하지 않음", en="Decline"), "none": Text(ko="아직 없음", en="Not yet"),
}  # fmt: skip
DECLARED = tuple(KINDS)[:7]
"""What people declare; the other two are found by the database."""
COMPANY_LABEL = Text(ko="기업", en="Company")
REDACTED = Text(ko="[가림]", en="[hidden]")

KEY_SUBJECT = Text(ko="[{cluster}] 심사를 부탁드립니다", en="[{cluster}] Your reviews")
KEY = Text(
    ko="{name} 님께 심사를 부탁드립니다. 아래 링크는 본인만의 열쇠이니 넘기지 마십시오.\n\n{url}\n\n"
    "이해 충돌이 있는 신청서는 화면에서 바로 알려 주시면 다른 분이 맡습니다.\n\n{cluster}",
    en="Dear {name}, we ask for your reviews. The link below is your own key: please do not pass it on.\n\n{url}\n\n"
    "Where you have a conflict of interest, say so on the page, and somebody else takes over.\n\n{cluster}",
)
LETTER_SUBJECT = Text(ko="[{cluster}] ‘{call}’ 심사 결과", en="[{cluster}] The outcome of “{call}”")
LETTERS = {
    "accept": Text(
        ko="{company:이가} ‘{call}’에 선정되었습니다. 축하드립니다.\n\n{reasons}{conditions}\n\n"
        "입주 조건은 담당자가 따로 알려 드립니다.\n\n{cluster}",
        en="{company} has been accepted in “{call}”. Congratulations.\n\n{reasons}{conditions}\n\n"
        "Our staff will write to you about the terms.\n\n{cluster}"),
    "wait_list": Text(
        ko="{company}의 ‘{call}’ 신청은 대기 명단에 올랐습니다. 자리가 나면 순서대로 연락드립니다.\n\n{reasons}{conditions}\n\n{cluster}",
        en="{company} is on the wait-list of “{call}”. We write to you in turn when a place comes free.\n\n{reasons}{conditions}\n\n{cluster}"),
    "decline": Text(
        ko="‘{call}’에 신청해 주셔서 고맙습니다. 아쉽게도 이번에는 {company:을를} 모시지 못합니다.\n\n{reasons}{conditions}\n\n"
        "다음 공고에 다시 신청하실 수 있습니다.\n\n{cluster}",
        en="Thank you for applying to “{call}”. We are sorry that we cannot take {company} this time.\n\n{reasons}{conditions}\n\n"
        "You are welcome to apply to a later call.\n\n{cluster}"),
}  # fmt: skip
CONDITIONS = Text(ko="\n\n조건: {said}", en="\n\nConditions: {said}")

REVIEWER_UNKNOWN = refusal(
    "residency.reviewer_unknown", ko="그런 심사위원이 없습니다.", en="There is no such reviewer.",
    do_ko="심사위원 목록에서 다시 고르십시오.", do_en="Choose again in the list of reviewers.")
REVIEWER_UNSOUND = refusal(
    "residency.reviewer_unsound", ko="심사위원의 이름이 필요하고, 맡을 수는 1건에서 500건까지입니다.",
    en="A reviewer needs a name and takes 1 to 500 applications.",
    do_ko="이름과 건수를 다시 적으십시오.", do_en="Give the name and the number again.")
ROUND_UNKNOWN = refusal(
    "residency.round_unknown", ko="그런 심사가 없습니다.", en="There is no such review round.",
    do_ko="심사 목록에서 다시 고르십시오.", do_en="Choose it again in the list of rounds.")
ROUND_THERE = refusal(
    "residency.round_there", ko="이 공고에는 그 단계의 심사가 이미 있습니다.", en="The call has a round of that stage already.",
    do_ko="있는 심사를 여십시오.", do_en="Open the one that is there.")
ROUND_UNSOUND = refusal(
    "residency.round_unsound", ko="{first} 그래서 심사의 설정이 맞지 않습니다.", en="{first} So the round is not sound.",
    do_ko="배점표와 정족수, 통과 점수를 고치십시오.", do_en="Mend the rubric, the quorum or the pass mark.")
ROUND_STEP = refusal(
    "residency.round_step", ko="지금 상태에서는 그렇게 할 수 없는 심사입니다.", en="The round cannot take that step from where it is.",
    do_ko="심사의 현재 상태를 확인하십시오.", do_en="Look at where the round stands now.")
ROUND_NOT_OPEN = refusal(
    "residency.round_not_open", ko="열려 있지 않은 심사입니다.", en="The round is not open.",
    do_ko="담당자에게 심사를 열어 달라고 하십시오.", do_en="Ask the programme staff to open it.")
NOT_IN_REVIEW = refusal(
    "residency.not_in_review", ko="이 심사에 있는 신청서가 아닙니다.", en="The application is not in this review.",
    do_ko="먼저 사전 검토를 마치고 심사로 넘기십시오.", do_en="Finish its pre-screen and pass it on to review first.")
REVIEW_UNKNOWN = refusal(
    "residency.review_unknown", ko="그런 심사가 맡겨져 있지 않습니다.", en="No such review is yours.",
    do_ko="맡은 목록에서 다시 고르십시오.", do_en="Choose it again in your list.")
REVIEW_THERE = refusal(
    "residency.review_there", ko="이 심사위원이 이미 맡은 신청서입니다.", en="The reviewer has that application already.",
    do_ko="다른 심사위원을 고르십시오.", do_en="Choose another reviewer.")
REVIEW_STANDS = refusal(
    "residency.review_stands", ko="제출한 심사는 고칠 수 없습니다.", en="A review that was handed in stays.",
    do_ko="고칠 까닭이 있으면 담당자에게 알리십시오.", do_en="Tell the programme staff if something is wrong.")
REVIEW_CHANGED = refusal(
    "residency.review_changed", ko="다른 창에서 이 심사를 고쳤습니다.", en="This review was changed in another window.",
    do_ko="페이지를 새로 고친 뒤 다시 적으십시오.", do_en="Load the page again, then write.")
POINTS_UNSOUND = refusal(
    "residency.points_unsound", ko="{keys}: 배점표에 없는 점수입니다.", en="{keys}: the rubric has no such points.",
    do_ko="항목마다 범위 안의 점수를 고르십시오.", do_en="Choose points on the scale of each criterion.")
POINTS_MISSING = refusal(
    "residency.points_missing", ko="{left}: 아직 점수를 주지 않은 항목입니다.", en="{left}: no points yet.",
    do_ko="모든 항목에 점수를 주십시오.", do_en="Give points to every criterion.")
CONFLICT = refusal(
    "residency.conflict", ko="이해 충돌이 있어 이 심사위원에게 맡길 수 없습니다.",
    en="The reviewer has a conflict of interest with this application.",
    do_ko="다른 심사위원을 고르십시오.", do_en="Choose another reviewer.")
CONFLICT_KIND = refusal(
    "residency.conflict_kind", ko="알 수 없는 이해 충돌입니다.", en="There is no such kind of conflict.",
    do_ko="목록에 있는 것을 고르십시오.", do_en="Choose one of the list.")
CONFLICT_THERE = refusal(
    "residency.conflict_there", ko="이미 알린 이해 충돌입니다.", en="That conflict has been declared already.",
    do_ko="더 하실 일은 없습니다.", do_en="There is nothing left to do.")
OUTCOME_UNKNOWN = refusal(
    "residency.decision_outcome_unknown", ko="알 수 없는 결정입니다.", en="There is no such outcome.",
    do_ko="선정, 대기, 선정하지 않음 가운데 고르십시오.", do_en="Choose accept, wait-list or decline.")
DECISION_REASON = refusal(
    "residency.decision_reason", ko="결정에는 까닭이 필요합니다. 편지에 그대로 적힙니다.", en="A decision needs its reasons; the letter says them.",
    do_ko="신청 기업에 보일 까닭을 적으십시오.", do_en="Write what the applicant may read.")
EXCEPTION_NEEDED = refusal(
    "residency.exception_needed",
    ko="심사 {reviews}건에 {score}점입니다. 정족수는 {quorum}건, 통과 점수는 {mark}점이어서 그대로는 선정할 수 없습니다.",
    en="It stands at {reviews} reviews and {score} points; the quorum is {quorum} and the pass mark {mark}, so it cannot simply be accepted.",
    do_ko="심사를 더 받거나, 센터장이 예외로 두는 까닭을 적어 선정하십시오.",
    do_en="Have it reviewed further, or let the site director accept it with the reason of the exception.")
EXCEPTION_BY_DIRECTOR = refusal(
    "residency.exception_by_director", ko="기준에 못 미치는 신청서를 예외로 선정하는 일은 센터장이 합니다.",
    en="Accepting an application that does not pass is the site director's.",
    do_ko="까닭을 센터장에게 알려 결정을 부탁하십시오.", do_en="Tell the site director why, and ask for the decision.")
NOTHING_TO_TELL = refusal(
    "residency.nothing_to_tell", ko="알릴 결정이 없습니다.", en="There is no decision that was not told yet.",
    do_ko="먼저 결정하십시오.", do_en="Decide first.")
NOT_DECIDABLE = refusal(
    "residency.not_decidable", ko="선정과 대기는 심사 중이거나 대기 중인 신청서에, 선정하지 않음은 아직 결과가 없는 신청서에 정할 수 있습니다.",
    en="Accepting and wait-listing are for applications in review or on the wait-list; declining is for any without an outcome.",
    do_ko="신청서의 현재 상태를 확인하십시오.", do_en="Look at where the application stands now.")
DECISION_RACED = refusal(
    "residency.decision_raced", ko="방금 다른 사람이 이 신청서를 결정했습니다.", en="Somebody else has just decided on this application.",
    do_ko="그 결정을 먼저 읽으십시오.", do_en="Read that decision first.")
NOT_WAITING = refusal(
    "residency.not_waiting", ko="대기 명단에 없는 신청서입니다.", en="The application is not on the wait-list.",
    do_ko="대기 명단에서 다시 고르십시오.", do_en="Choose it again on the wait-list.")
