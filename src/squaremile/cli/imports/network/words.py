"""What can be wrong with a file of profiles or publications, Korean and English side by side."""

from squaremile.kernel.words import Text, refusal

BROKEN_XML = refusal(
    "imports.broken_xml", ko="XML이 {line}번째 줄에서 깨져 있어({why}) 더 읽을 수 없습니다.",
    en="The XML cannot be read past line {line} ({why}).",
    do_ko="파일을 다시 내려받고 끝까지 저장되었는지 확인하십시오.", do_en="Download it again and check that it was saved to its end.")
ENTITIES = refusal(
    "imports.entities", ko="XML이 자기 개체(ENTITY)를 선언합니다. 그런 파일은 열지 않습니다.",
    en="The XML declares entities of its own. Such a file is not opened.",
    do_ko="원래 기관에서 다시 내려받으십시오.", do_en="Download it again from where it comes from.")
OTHER_XML = refusal(
    "imports.other_xml", ko="{wanted} 파일이 아니라 <{found}> 파일입니다.", en="This is a file of <{found}>, not of {wanted}.",
    do_ko="가져오기 종류를 확인하십시오.", do_en="Check the kind of import.")
BROKEN_JSON = refusal(
    "imports.broken_json", ko="{line}번째 줄에서 JSON을 더 읽을 수 없습니다.", en="The JSON cannot be read past line {line}.",
    do_ko="파일이 끝까지 저장되었는지 확인하고 다시 내려받으십시오.",
    do_en="Check that it was saved to its end, and download it again.")
NOTHING_HERE = refusal(
    "imports.nothing_here", ko="이 파일에는 {wanted} 항목이 하나도 없습니다.", en="There is no record of {wanted} in this file.",
    do_ko="가져오기 종류와 파일을 확인하십시오.", do_en="Check the kind of import and the file.")
BROKEN_BIBTEX = refusal(
    "imports.broken_bibtex", ko="{line}번째 줄에서 시작한 BibTeX 항목이 닫히지 않았습니다.",
    en="The BibTeX entry that begins at line {line} is never closed.",
    do_ko="중괄호와 따옴표의 짝을 맞추십시오.", do_en="Match its braces and quotation marks.")
BROKEN_RIS = refusal(
    "imports.broken_ris", ko="{line}번째 줄에서 시작한 RIS 항목이 ER로 끝나지 않았습니다.",
    en="The RIS record that begins at line {line} does not end with ER.",
    do_ko="파일을 다시 내보내십시오.", do_en="Export it again.")

LABELS = {
    "partners": Text(ko="기관", en="organisations"),
    "experts": Text(ko="사람", en="people"),
    "publications": Text(ko="출판물", en="publications"),
}
ERROR_LINE = Text(ko="{row}번째 항목 {field} “{value}”: {what}. {todo}.", en="Record {row}, {field} “{value}”: {what}; {todo}.")
BAD_ORCID = Text(ko="ORCID의 검사 숫자가 맞지 않습니다", en="the check digit of this ORCID iD is wrong")
BAD_ORCID_DO = Text(ko="16자리를 다시 확인하십시오", en="check its sixteen digits")
BAD_ROR = Text(ko="ROR 번호의 검사 숫자가 맞지 않습니다", en="the check digits of this ROR id are wrong")
BAD_ROR_DO = Text(ko="https://ror.org/ 뒤의 아홉 글자를 확인하십시오", en="check the nine characters after https://ror.org/")
ORCID_TWICE = Text(ko="{row}번째 항목과 ORCID가 같습니다", en="has the ORCID iD of record {row}")
ORCID_TWICE_DO = Text(ko="한 항목만 남기십시오", en="keep one of the two")
SAME_TWICE = Text(ko="{row}번째 항목과 번호가 같은데 제목이 다릅니다", en="has the identifier of record {row} but another title")
SAME_TWICE_DO = Text(ko="번호를 확인하고 한 항목만 남기십시오", en="check the identifier and keep one of the two")
NO_TITLE = Text(ko="제목이 없습니다", en="has no title")
NO_TITLE_DO = Text(ko="제목을 적거나 항목을 빼십시오", en="write its title or leave it out")
NO_NAME = Text(ko="이름이 없습니다", en="has no name")
NO_NAME_DO = Text(ko="이름을 적거나 항목을 빼십시오", en="write the name or leave it out")
BAD_YEAR = Text(ko="연도로 읽을 수 없습니다", en="cannot be read as a year")
BAD_YEAR_DO = Text(ko="네 자리 연도를 적으십시오", en="write it with four digits")
BAD_DOI = Text(ko="DOI의 모양이 아닙니다", en="is not the form of a DOI")
BAD_DOI_DO = Text(ko="10.으로 시작하는 번호를 적으십시오", en="give the number that begins with 10.")
NOT_A_RECORD = Text(ko="항목의 모양이 아닙니다", en="is not in the form of a record")
NOT_A_RECORD_DO = Text(ko="원래 기관에서 내보낸 그대로 가져오십시오", en="import it as it was exported")
LINKED_BY_NAME = Text(
    ko="“{name}”을 이름이 같은 {code} 한 사람과 이었습니다. 다른 사람이면 출판물 화면에서 고치십시오.",
    en="“{name}” was taken for {code}, the only person of that name. Correct it on the publication's page if it is another.")
HERS = Text(
    ko="{code}의 항목은 본인이 돌보거나 숨겨져 있어 그대로 두었습니다.",
    en="The profile {code} is kept by the person herself or hidden, and was left as it is.")
READ_AS = Text(ko="글자를 {encoding}로 읽었습니다.", en="The letters were read as {encoding}.")
