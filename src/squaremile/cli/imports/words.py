"""What imports say: the refusals of a whole file, Korean and English side by side."""

from squaremile.kernel.words import refusal

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

NO_KIND = refusal(
    "imports.no_kind",
    ko="{given:은는} 가져올 수 없는 종류입니다. 가져올 수 있는 종류는 {known}입니다.",
    en="This kind cannot be imported: {given}. Kinds: {known}.",
    do_ko="위의 종류 가운데 하나를 쓰십시오.",
    do_en="Use one of these kinds.",
)
