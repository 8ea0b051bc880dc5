"""Words of the yearly survey."""

from squaremile.kernel.words import Text, refusal

SURVEY_UNKNOWN = refusal(
    "residency.survey_unknown", ko="그런 설문이 없습니다.", en="No such survey.",
    do_ko="받으신 링크를 다시 여십시오.", do_en="Open the link you were sent again.")
SURVEY_SHUT = refusal(
    "residency.survey_shut", ko="설문이 끝났습니다.", en="The survey has closed.",
    do_ko="고칠 것이 있으면 프로그램 담당자에게 알려 주십시오.", do_en="Tell the programme's staff if something is to change.")
SURVEY_ONCE = refusal(
    "residency.survey_once", ko="그 기준일의 설문이 이미 있습니다.", en="There is a survey of that day already.",
    do_ko="있는 설문을 쓰십시오.", do_en="Use the one that is there.")
SURVEY_ASKED = refusal(
    "residency.survey_asked", ko="이 기업은 이미 물었습니다.", en="This company has been asked already.",
    do_ko="답을 기다리십시오. 알림은 저절로 갑니다.", do_en="Wait for its answer; reminders go by themselves.")
SURVEY_CLOSES = refusal(
    "residency.survey_closes", ko="설문은 오늘보다 뒤에 끝나야 합니다.", en="A survey closes after today.",
    do_ko="마감일을 다시 고르십시오.", do_en="Choose another closing day.")
ANSWER_UNFIT = refusal(
    "residency.answer_unfit", ko="‘{question}’의 답을 읽을 수 없습니다.", en="The answer to “{question}” cannot be read.",
    do_ko="그 칸을 고치거나 비우십시오.", do_en="Correct it or leave it blank.")
NOBODY_TO_ASK = refusal(
    "residency.nobody_to_ask", ko="이 기업에는 계정 있는 관리자가 없어 물을 곳이 없습니다.",
    en="This company has no admin with an account: there is nobody to ask.",
    do_ko="받을 전자우편 주소를 적으십시오.", do_en="Give an e-mail address to write to.")

KEY_SUBJECT = Text(ko="{cluster} 연간 성과 설문", en="Yearly survey of outcomes, {cluster}")
KEY_LETTER = Text(
    ko="안녕하십니까.\n\n{company}의 올해 성과를 묻습니다. {closes}까지 아래 링크에서 답해 주십시오. 계정은 필요 없습니다.\n\n"
       "{url}?then=/door/surveys/{survey}/\n\n"
       "적으신 값은 3개 이상 기업의 합계로만 보고서에 쓰입니다.\n\n{cluster}",
    en="Hello,\n\nWe ask for this year's outcomes of {company}. Please answer by {closes} at the link below; no account is "
       "needed.\n\n{url}?then=/door/surveys/{survey}/\n\nWhat you tell is used in reports only as sums over three companies or more.\n\n{cluster}")
ASKED = Text(ko="올해 성과 설문에 답해 주십시오. 마감: {closes}", en="Please answer this year's survey of outcomes by {closes}.")
