"""What imports into the atlas say: refusals of a whole file, errors of a row, findings."""

from squaremile.kernel.words import Text, refusal

NO_SOURCE_KIND = refusal(
    "imports.atlas_format", ko="{suffix} 파일은 {kind:으로} 읽을 수 없습니다.", en="A {suffix} file cannot be read as {kind}.",
    do_ko="쓸 수 있는 형식은 {known}입니다.", do_en="It can be: {known}.")
BAD_MAPPING = refusal(
    "imports.atlas_mapping", ko="대응표에서 {where:을를} 이해할 수 없습니다.", en="The mapping cannot be understood at {where}.",
    do_ko="columns, constants, activities 세 항목을 쓰십시오. 아는 이름은 {known}입니다.",
    do_en="It has columns, constants and activities. Names we know: {known}.")
NO_NAME_COLUMN = refusal(
    "imports.atlas_no_name", ko="기관의 이름이 있는 열을 찾지 못했습니다. 있는 열은 {found}입니다.",
    en="No column holds the organisation's name. Columns there: {found}.",
    do_ko="--mapping 으로 이름이 있는 열을 알려 주십시오.", do_en="Say which one does with --mapping.")
NO_SCHEME = refusal(
    "imports.atlas_no_scheme", ko="어느 지역 구분인지 알 수 없습니다.", en="Which scheme of regions this is has not been said.",
    do_ko="--scheme 코드를 주십시오.", do_en="Give --scheme CODE.")
NO_REGION_CODE = refusal(
    "imports.atlas_no_code", ko="경계의 속성에서 코드와 이름을 찾지 못했습니다. 있는 속성은 {found}입니다.",
    en="No property of the boundaries is a code and a name. Properties there: {found}.",
    do_ko="--mapping 으로 code와 name을 알려 주십시오.", do_en="Say which ones are with --mapping.")
BROKEN_TOPOLOGY = refusal(
    "imports.broken_topology", ko="TopoJSON의 호(arc)를 읽을 수 없습니다.", en="The arcs of this TopoJSON cannot be read.",
    do_ko="파일이 끝까지 저장되었는지 확인하십시오.", do_en="Check that it was saved to its end.")
NO_PARQUET = refusal(
    "imports.no_parquet", ko="Parquet 파일을 읽는 도구가 설치되어 있지 않거나 파일이 망가졌습니다.",
    en="The tool that reads Parquet is not installed, or the file is broken.",
    do_ko="squaremile[atlas]를 설치하거나 JSON Lines 파일을 쓰십시오.", do_en="Install squaremile[atlas], or use the JSON lines.")
NO_FIELDS = refusal(
    "imports.atlas_no_fields", ko="꼭 필요한 항목이 없습니다: {missing}. 있는 것은 {found}입니다.",
    en="What is needed is not there: {missing}. There are: {found}.",
    do_ko="원래 기관에서 내보낸 그대로 가져오십시오.", do_en="Import the file as it was published.")

LABELS = {
    "organisations": Text(ko="기관", en="organisations"), "regions": Text(ko="지역", en="regions"),
    "facts": Text(ko="지역의 수치", en="figures of regions"), "ties": Text(ko="기관 사이의 관계", en="ties"),
}  # fmt: skip
ROW = Text(ko="{row}번째 행의 {field} “{value}”: {what}. {todo}.", en="Row {row}, {field} “{value}”: {what}; {todo}.")
NO_NAME = Text(ko="이름이 없습니다", en="has no name")
NO_NAME_DO = Text(ko="이름을 적거나 행을 빼십시오", en="write the name or leave the row out")
BAD_NUMBER = Text(ko="수로 읽을 수 없습니다", en="cannot be read as a number")
BAD_NUMBER_DO = Text(ko="숫자만 적으십시오", en="write digits alone")
BAD_YEAR = Text(ko="연도로 읽을 수 없습니다", en="cannot be read as a year")
BAD_YEAR_DO = Text(ko="네 자리 연도를 적으십시오", en="write it with four digits")
BAD_DAY = Text(ko="날짜로 읽을 수 없습니다", en="cannot be read as a day")
BAD_DAY_DO = Text(ko="2026-03-01처럼 적으십시오", en="write it as 2026-03-01")
BAD_ID = Text(ko="번호의 모양이나 검사 숫자가 맞지 않습니다", en="is not the form of such a number, or its check digits are wrong")
BAD_ID_DO = Text(ko="번호를 다시 확인하십시오", en="check the number")
BAD_CHOICE = Text(ko="아는 값이 아닙니다", en="is not one of the values we know")
BAD_CHOICE_DO = Text(ko="{known} 가운데 하나를 쓰십시오", en="use one of {known}")
HALF_POINT = Text(ko="위도와 경도 가운데 하나만 있습니다", en="has a latitude or a longitude alone")
HALF_POINT_DO = Text(ko="둘 다 적거나 둘 다 비우십시오", en="give both or neither")
BAD_OUTLINE = Text(ko="{why} 경계입니다", en="its outline cannot be read ({why})")
BAD_OUTLINE_DO = Text(ko="경계를 다시 내보내십시오", en="export the outline again")
BAD_CELL = Text(ko="칸을 읽을 수 없습니다", en="the cell cannot be read")
BAD_CELL_DO = Text(ko="수식 대신 값을 적으십시오", en="write the value in place of a formula")
NOT_A_RECORD = Text(ko="항목의 모양이 아닙니다", en="is not in the form of a record")
NOT_A_RECORD_DO = Text(ko="원래 기관에서 내보낸 그대로 가져오십시오", en="import it as it was published")

DOUBTS = {
    "outside": Text(ko="지역 밖에 있어(가운데에서 {km}km) 위치를 쓰지 않았습니다. 주소를 확인하십시오.",
                    en="Its point lies outside the region ({km} km from the middle) and was not used. Check the address."),
    "swapped": Text(ko="위도와 경도가 바뀐 듯하여 위치를 쓰지 않았습니다. 두 값을 바꾸어 다시 가져오십시오.",
                    en="Latitude and longitude seem to be swapped; the point was not used. Swap them and import again."),
    "far": Text(ko="다른 곳들에서 {km}km 떨어져 있어 위치를 쓰지 않았습니다. 주소를 확인하십시오.",
                en="Its point is {km} km away from all the others and was not used. Check the address."),
    "no_point": Text(ko="지구 위의 점이 아니거나 0, 0이어서 위치를 쓰지 않았습니다.",
                     en="No point of the earth, or 0, 0; it was not used."),
    "pile_up": Text(ko="{count}곳이 한 점에 있습니다. 도시나 우편번호의 중심인 듯하여 밀도를 셀 때는 정밀도를 확인해야 합니다.",
                    en="{count} organisations share this point, likely the middle of a city: check its precision first."),
    "one_building": Text(ko="{count}곳이 같은 주소와 한 점에 있습니다.", en="{count} organisations share this address and point."),
}  # fmt: skip
CITY_LEVEL = Text(
    ko="이 파일의 위치는 도시 중심뿐입니다. 한 점에 다섯 곳보다 많은 점이 {points}개이고, 그 위에 {count}곳이 있습니다.",
    en="Points of this file are middles of cities: {points} points hold more than five organisations, {count} in all.")
UNKNOWN_REGION = Text(
    ko="여기에 없는 지역의 수치 {count}개를 남겨 두었습니다.", en="{count} figures are of regions that are not here, and were left out.")
UNKNOWN_END = Text(
    ko="여기에 없는 기관과의 관계 {count}개를 남겨 두었습니다.", en="{count} ties are with organisations that are not here, and were left out.")
LEFT_RELATIONS = Text(
    ko="상하 관계가 아닌 관계 {count}개(관련, 이전, 이후)를 남겨 두었습니다.",
    en="{count} relations that are not of parent and child (related, predecessor, successor) were left out.")
THIN_RING = Text(
    ko="점이 세 개보다 적은 고리 {count}개를 뺐습니다.", en="{count} rings with fewer than three points were left out.")
