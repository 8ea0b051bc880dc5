"""What can be wrong with a cell or a row, and what to do about it, Korean and English side by side."""

from squaremile.kernel.words import Text, refusal

BROKEN_CSV = refusal(
    "imports.broken_csv",
    ko="{line}번째 줄에서 CSV를 더 읽을 수 없습니다. 닫히지 않은 따옴표일 수 있습니다.",
    en="The CSV cannot be read past line {line} (perhaps a quotation mark that is never closed).",
    do_ko="엑셀에서 열어 “CSV UTF-8”로 다시 저장하십시오.",
    do_en="Open it in Excel and save it again as “CSV UTF-8”.",
)

REQUIRED = Text(ko="비어 있습니다", en="is empty")
REQUIRED_DO = Text(ko="값을 적으십시오", en="fill it in")
FORMULA = Text(ko="수식입니다", en="is a formula")
FORMULA_DO = Text(
    ko="값만 붙여 넣으십시오. 글자라면 앞에 작은따옴표(')를 붙이십시오",
    en="paste the value instead; if it is plain text, put an apostrophe (') before it",
)
CELL_ERROR = Text(ko="엑셀 오류 값입니다", en="is an Excel error value")
CELL_ERROR_DO = Text(ko="올바른 값으로 바꾸십시오", en="replace it with the right value")
TOO_LONG = Text(ko="{limit}자를 넘습니다", en="is longer than {limit} characters")
TOO_LONG_DO = Text(ko="줄여 적으십시오", en="shorten it")
NOT_EMAIL = Text(ko="전자우편 주소가 아닙니다", en="is not an e-mail address")
NOT_EMAIL_DO = Text(ko="name@example.org 처럼 적으십시오", en="write it like name@example.org")
NOT_WHOLE = Text(ko="0 이상의 정수가 아닙니다", en="is not a whole number of 0 or more")
NOT_WHOLE_DO = Text(ko="숫자만 적으십시오", en="write digits only")
NOT_FLAG = Text(ko="예/아니오로 읽을 수 없습니다", en="cannot be read as yes or no")
NOT_FLAG_DO = Text(ko="예 또는 아니오로 적으십시오", en="write yes or no")
NOT_BUSINESS_NUMBER = Text(
    ko="사업자등록번호의 검증 번호가 맞지 않습니다", en="is not a Korean business number: its check digit is wrong"
)
NOT_BUSINESS_NUMBER_DO = Text(
    ko="숫자 10자리를 다시 확인하십시오(국외 기관은 비워 두십시오)",
    en="check the ten digits (leave it empty for organisations abroad)",
)
NOT_DAY = Text(ko="날짜로 읽을 수 없습니다", en="cannot be read as a date")
NOT_DAY_DO = Text(ko="2026-03-02 처럼 적으십시오", en="write it like 2026-03-02")
UNCLEAR_DAY = Text(ko="월과 일의 순서를 알 수 없습니다", en="leaves open which is the month and which the day")
NOT_MOMENT = Text(ko="날짜와 시각으로 읽을 수 없습니다", en="cannot be read as a date and time")
NOT_MOMENT_DO = Text(ko="2026-03-02 09:30 처럼 적으십시오", en="write it like 2026-03-02 09:30")
NO_DATE = Text(ko="시각만 있고 날짜가 없습니다", en="has a time but no date")
NO_DATE_DO = Text(ko="날짜를 함께 적거나 날짜 열을 더하십시오", en="write the date too, or add a date column")
SKIPPED_HOUR = Text(
    ko="시계를 앞당기는 날에 없는 시각입니다({zone})", en="does not exist on the day clocks go forward ({zone})"
)
DOUBLE_HOUR = Text(
    ko="시계를 늦추는 날에 두 번 있는 시각입니다({zone})", en="happens twice on the day clocks go back ({zone})"
)
OFFSET_DO = Text(ko="2026-03-02T09:30+09:00 처럼 시차를 적으십시오", en="write the offset: 2026-03-02T09:30+09:00")
ENDS_FIRST = Text(ko="끝이 시작보다 늦지 않습니다", en="is not after the start")
ENDS_FIRST_DO = Text(
    ko="시각을 바로잡으십시오. 자정을 넘으면 끝나는 날짜도 적으십시오",
    en="correct the time; past midnight, write the date it ends on",
)
MIN_ABOVE_MAX = Text(ko="최소 시간({low}분)보다 짧습니다", en="is below the minimum of {low} minutes")
MIN_ABOVE_MAX_DO = Text(ko="최소와 최대를 바꾸어 적지 않았는지 확인하십시오", en="check whether the two were swapped")
EXTRA_CELLS = Text(ko="열 이름보다 칸이 많습니다", en="there are more cells than column names")
EXTRA_CELLS_DO = Text(ko="쉼표가 든 값은 큰따옴표로 감싸십시오", en="put values that hold a comma in quotation marks")
SAME_KEY = Text(
    ko="{row}행에 같은 것이 다른 내용으로 있습니다", en="is the same one as row {row}, with other values there"
)
SAME_KEY_DO = Text(ko="한 행만 남기십시오", en="keep one of the two rows")
TWICE = Text(ko="{row}행과 똑같은 행이 또 있습니다", en="stands more than once, letter for letter as in row {row}")
TWICE_DO = Text(ko="하나하나에 번호를 적으십시오", en="give each a number of its own")

DUPLICATE = Text(ko="{row}행: {first}행과 똑같아 한 번만 가져옵니다.", en="Row {row}: same as row {first}; taken once.")
DISPLACED = Text(
    ko="{row}행의 예약은 {others}행의 예약과 겹쳐 가져오지 않습니다. 먼저 적힌 예약이 우선합니다.",
    en="Row {row}: overlaps the booking in row {others} and is not imported. The one written first goes first.",
)
IGNORED_COLUMN = Text(ko="쓰지 않는 열입니다: {column}", en="Column not used: {column}")
OTHER_SHEETS = Text(
    ko="첫 시트만 읽었습니다. 읽지 않은 시트: {sheets}", en="Only the first sheet was read. Not read: {sheets}"
)
ERROR_LINE = Text(ko="{row}행 {column} “{value}”: {what}. {todo}.", en="Row {row}, {column} “{value}”: {what}; {todo}.")
HEADINGS = Text(ko="행,열,값,무엇이 잘못되었나,어떻게 하나", en="row,column,value,what is wrong,what to do")
