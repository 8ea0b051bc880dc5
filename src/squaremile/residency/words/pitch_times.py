"""Words of the times at which an applicant cannot pitch."""

from squaremile.kernel.words import refusal

TIMES_UNSOUND = refusal(
    "residency.pitch_times_unsound",
    ko="발표할 수 없는 시간은 {most}개까지이며, 앞으로 1년 안에서 시작이 끝보다 앞서고 한 번에 {days}일을 넘지 않습니다.",
    en="Up to {most} times within the next year, each with its beginning before its end and no longer than {days} days.",
    do_ko="날짜와 시각을 확인하십시오.", do_en="Look at the days and hours.")
TIMES_SHUT = refusal(
    "residency.pitch_times_shut", ko="제출하고 심사하는 동안에만 알릴 수 있습니다.", en="This can be said from handing in until the decision.",
    do_ko="달리 알릴 일이 있으면 담당자에게 연락하십시오.", do_en="Write to our staff about anything else.")
