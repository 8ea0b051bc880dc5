"""What imports say: the refusals of a whole file, Korean and English side by side."""

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
NOT_JSON = refusal(
    "imports.not_json",
    ko="{line}행 {column}열부터 JSON으로 읽을 수 없습니다.",
    en="This is not a JSON file (line {line}, column {column}).",
    do_ko="NEMO에서 다음으로 내보내십시오: {command}",
    do_en="Export from NEMO with: {command}",
)
TRUNCATED = refusal(
    "imports.truncated",
    ko="JSON이 {line}행에서 끊겨 있습니다. 파일이 끝까지 저장되지 않았습니다.",
    en="The JSON breaks off at line {line}: the file was not saved to its end.",
    do_ko="다시 내보내고(-o FILE 사용), 파일 크기를 원본과 비교하십시오.",
    do_en="Export again (with -o FILE) and compare the size with the original.",
)
NOT_A_LIST = refusal(
    "imports.not_a_list",
    ko="JSON의 맨 바깥이 목록이어야 하는데 {found}입니다.",
    en="The outermost JSON value must be a list, but it is {found}.",
    do_ko="Django의 dumpdata 형식으로 내보내십시오: {command}",
    do_en="Export in Django's dumpdata format: {command}",
)
NOT_NEMO = refusal(
    "imports.not_nemo",
    ko="NEMO에서 내보낸 파일이 아닙니다. {count}개 항목 가운데 NEMO 항목이 없습니다.",
    en="This was not exported from NEMO: none of its {count} records is a NEMO record.",
    do_ko="NEMO 서버에서 내보내십시오: {command}",
    do_en="Export it on the NEMO server: {command}",
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
NO_KIND = refusal(
    "imports.no_kind",
    ko="{given:은는} 가져올 수 없는 종류입니다. 가져올 수 있는 종류는 {known}입니다.",
    en="This kind cannot be imported: {given}. Kinds: {known}.",
    do_ko="위의 종류 가운데 하나를 쓰십시오.",
    do_en="Use one of these kinds.",
)
