"""Words of training: courses, quizzes, records, hours, passports."""

from squaremile.kernel.words import Text, refusal

STATES = {
    "valid": Text(ko="유효", en="Valid"), "ending": Text(ko="곧 만료", en="Ends soon"), "expired": Text(ko="만료", en="Expired"),
    "outdated": Text(ko="새 과정 필요", en="Newer version due"), "revoked": Text(ko="취소됨", en="Revoked"),
    "missing": Text(ko="미이수", en="Not taken"),
}
GRADES = {
    "high": Text(ko="고위험연구실", en="High-risk laboratory"), "middle": Text(ko="중위험연구실", en="Middle-risk laboratory"),
    "low": Text(ko="저위험연구실", en="Low-risk laboratory"),
}
NEEDED_BY = {
    "role": Text(ko="역할", en="Role"), "place": Text(ko="장소 예약", en="Booking in a place"),
    "instrument": Text(ko="장비 예약", en="Booking an instrument"), "access": Text(ko="출입", en="Access to a place"),
    "class": Text(ko="물질 반입", en="Bringing in substances"),
}
HOURS = {
    "new": Text(ko="신규 교육", en="Training for newcomers"), "regular": Text(ko="정기 교육", en="Regular training"),
    "special": Text(ko="특별 교육", en="Special training"),
}
WAYS = {"quiz": Text(ko="평가 통과", en="Quiz passed"), "sign_off": Text(ko="담당자 확인", en="Signed off by a trainer")}
TRAINED = Text(ko="필요한 안전교육을 마침", en="The safety training that it needs is done")
ENDS = Text(ko="‘{course}’ 교육이 {until}에 만료됩니다. 다시 이수해 주십시오.", en="Your training “{course}” ends on {until}. Please take it again.")

COURSE_UNKNOWN = refusal(
    "safety.course_unknown", ko="그런 교육 과정이 없습니다.", en="No such course.",
    do_ko="과정 목록에서 다시 고르십시오.", do_en="Choose it again in the list of courses.")
COURSE_UNSOUND = refusal(
    "safety.course_unsound", ko="교육 과정의 이름, 시간, 합격선을 확인해 주십시오. 평가 문항이나 담당자 확인 가운데 하나는 있어야 합니다.",
    en="Check the course's name, minutes and pass mark. It needs questions, or a trainer who signs it off.",
    do_ko="이름을 적고, 합격선은 1~100%, 시간은 10,000분까지 적으십시오.", do_en="Give a name, a pass mark of 1 to 100 %, at most 10,000 minutes.")
QUIZ_UNSOUND = refusal(
    "safety.quiz_unsound", ko="다음 이유로 평가 문항을 쓸 수 없습니다: {why} 고쳐야 합니다.",
    en="The questions cannot be used: {why} This has to be mended.",
    do_ko="문항을 고쳐 다시 보내십시오.", do_en="Mend the question and send it again.")
NEED_UNSOUND = refusal(
    "safety.need_unsound", ko="역할, 장소, 장비, 출입, 물질 등급 가운데 하나만 고르십시오.",
    en="Choose one of role, place, instrument, access and class of substances.",
    do_ko="누가 또는 어디에서 이 교육이 필요한지 적으십시오.", do_en="Say who, or where, needs the course.")
NEED_ALREADY = refusal(
    "safety.need_already", ko="이미 필요한 교육으로 정해 두었습니다.", en="The course is needed there already.",
    do_ko="과정 화면에서 확인하십시오.", do_en="See the course's page.")
NEED_UNKNOWN = refusal(
    "safety.need_unknown", ko="필요 교육으로 정해 둔 적이 없습니다.", en="The course is not needed there.",
    do_ko="과정 화면에서 확인하십시오.", do_en="See the course's page.")
NO_QUIZ = refusal(
    "safety.no_quiz", ko="이 과정에는 평가가 없습니다.", en="This course has no quiz.",
    do_ko="안전 담당자에게 교육과 확인을 요청하십시오.", do_en="Ask the safety staff to train you and sign it off.")
ATTEMPTS_SPENT = refusal(
    "safety.attempts_spent", ko="오늘 응시할 수 있는 {limit}회를 모두 썼습니다.", en="You have used the {limit} attempts of today.",
    do_ko="교육 자료를 다시 보고 내일 응시하십시오.", do_en="Read the material again and try tomorrow.")
QUIZ_FIRST = refusal(
    "safety.quiz_first", ko="먼저 이 과정의 평가를 통과해야 합니다.", en="She has not passed the quiz of this version yet.",
    do_ko="평가를 통과한 뒤 확인하십시오.", do_en="Sign it off once she has passed.")
NOT_HER_OWN = refusal(
    "safety.not_her_own", ko="자신의 교육은 스스로 확인할 수 없습니다.", en="Nobody signs off her own training.",
    do_ko="다른 담당자에게 요청하십시오.", do_en="Ask another trainer.")
DONE_AHEAD = refusal(
    "safety.training_ahead", ko="이수한 날은 오늘이거나 그 전이어야 합니다.", en="It was completed today or before.",
    do_ko="날짜를 다시 적으십시오.", do_en="Give the day again.")
TRAINING_UNKNOWN = refusal(
    "safety.training_unknown", ko="그런 이수 기록이 없습니다.", en="No such training record.",
    do_ko="이수 기록에서 다시 고르십시오.", do_en="Choose it again among the records.")
TRAINING_NEEDED = refusal(
    "safety.training_needed", ko="이 장비나 방을 쓰려면 ‘{course}’ 교육이 유효해야 합니다. 지금 상태는 ‘{state}’입니다.",
    en="Using this instrument or room needs the training “{course}” to be valid then. As it stands: {state}.",
    do_ko="교육을 이수하십시오.", do_en="Take the course.")
JOINED_AHEAD = refusal(
    "safety.joined_ahead", ko="입사일은 오늘이거나 그 전이어야 하고, 위험 등급은 목록에 있어야 합니다.",
    en="She joined today or before, and the risk grade is one of the list.",
    do_ko="다시 적으십시오.", do_en="Give both again.")
PASSPORT_EMPTY = refusal(
    "safety.passport_empty", ko="지금 유효한 교육이 없어 교육 여권을 낼 수 없습니다.", en="No training of yours is valid today.",
    do_ko="먼저 교육을 이수하십시오.", do_en="Take a course first.")
PASSPORT_UNKNOWN = refusal(
    "safety.passport_unknown", ko="그런 교육 여권이 없습니다.", en="No such passport.",
    do_ko="교육 여권 목록에서 다시 고르십시오.", do_en="Choose it again in the list.")
REASON = refusal(
    "safety.training_reason", ko="취소하는 이유를 적어야 합니다.", en="Say why it is revoked.",
    do_ko="한 문장으로 적으십시오.", do_en="One sentence is enough.")
