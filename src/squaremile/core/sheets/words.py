"""What is said of a whole file that cannot be taken in, Korean and English side by side."""

from squaremile.kernel.words import refusal

NOT_TEXT = refusal(
    "imports.not_text",
    ko="파일의 글자를 읽을 수 없습니다({place}번째 바이트). 쓸 수 있는 인코딩은 {encodings}입니다.",
    en="The letters of this file cannot be read (byte {place}). Encodings we read: {encodings}.",
    do_ko="파일을 UTF-8로 다시 저장하거나 다시 내보낸 뒤 가져오십시오.",
    do_en="Save or export the file again as UTF-8, then import it.",
)

EMPTY = refusal(
    "imports.empty",
    ko="파일이 비어 있습니다.",
    en="The file is empty.",
    do_ko="내보내기가 끝까지 실행되었는지 확인하십시오.",
    do_en="Check that the export ran to its end.",
)

TOO_LARGE = refusal(
    "imports.too_large",
    ko="파일이 풀면 {size}바이트로, 한도 {limit}바이트를 넘습니다.",
    en="The file unpacks to {size} bytes, over the limit of {limit} bytes.",
    do_ko="파일을 나누어 가져오십시오.",
    do_en="Split the file and import the parts.",
)

NOT_XLSX = refusal(
    "imports.not_xlsx",
    ko="엑셀(.xlsx) 파일로 열 수 없습니다.",
    en="This cannot be opened as an Excel (.xlsx) workbook.",
    do_ko="엑셀에서 .xlsx 또는 CSV UTF-8로 다시 저장하십시오(.xls와 암호가 걸린 파일은 읽지 않습니다).",
    do_en="Save it again from Excel as .xlsx or CSV UTF-8 (.xls and encrypted files are not read).",
)

NO_HEADER = refusal(
    "imports.no_header",
    ko="첫 행에서 알아볼 수 있는 열 이름을 찾지 못했습니다. 있는 열은 {found}입니다.",
    en="The first row holds no column name that we know. Columns there: {found}.",
    do_ko="첫 행에 열 이름을 쓰거나 --map 으로 지정하십시오. 쓸 수 있는 이름: {known}.",
    do_en="Put column names in the first row or give --map. Names we know: {known}.",
)

MISSING_COLUMNS = refusal(
    "imports.missing_columns",
    ko="꼭 필요한 열이 없습니다: {missing}. 있는 열은 {found}입니다.",
    en="Required columns are missing: {missing}. Columns there: {found}.",
    do_ko="열을 더하거나 이름이 다르면 --map 그쪽이름=우리이름 으로 알려 주십시오.",
    do_en="Add the columns or, where they have other names, say --map theirs=ours.",
)

AMBIGUOUS_COLUMNS = refusal(
    "imports.ambiguous_columns",
    ko="{columns} 열이 모두 {ours:으로} 읽힙니다.",
    en="Two columns read as the same thing: {columns} → {ours}.",
    do_ko="하나를 지우거나 --map 으로 어느 쪽인지 정하십시오.",
    do_en="Remove one, or say which with --map.",
)

BAD_MAP = refusal(
    "imports.bad_map",
    ko="--map 을 이해할 수 없습니다: {given}. 아는 이름은 {known}입니다.",
    en="This --map cannot be understood: {given}. Names we know: {known}.",
    do_ko="--map 그쪽열=우리열 형식으로 쓰십시오.",
    do_en="Write it as --map theirs=ours.",
)
