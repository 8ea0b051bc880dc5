"""Words of regions."""

from squaremile.kernel.words import Text, refusal

REGION_UNKNOWN = refusal(
    "atlas.region_unknown", ko="그런 지역이 없습니다.", en="There is no such region.",
    do_ko="지역 목록에서 구분과 코드를 확인하십시오.", do_en="Check its scheme and code in the list of regions.")
SCHEME_UNKNOWN = refusal(
    "atlas.scheme_unknown", ko="그런 지역 구분이 없습니다.", en="There is no such scheme of regions.",
    do_ko="먼저 지역 구분을 올리십시오.", do_en="Enter the scheme first.")
REGION_TAKEN = refusal(
    "atlas.region_taken", ko="이 구분에 같은 코드의 지역이 있습니다.", en="This scheme has a region of that code already.",
    do_ko="다른 코드를 쓰거나 있는 지역을 고치십시오.", do_en="Use another code, or edit the region that is there.")
OUTLINE_UNSOUND = refusal(
    "atlas.outline_unsound", ko="{why} 경계는 읽을 수 없습니다.", en="The outline cannot be read: {why}.",
    do_ko="GeoJSON의 Polygon이나 MultiPolygon을 경도, 위도 순서로 쓰십시오.",
    do_en="Give a GeoJSON Polygon or MultiPolygon, longitude before latitude.")
OUTLINE_TOO_FINE = refusal(
    "atlas.outline_too_fine", ko="그리거나 API로 보내는 경계의 점은 {most}개까지입니다.",
    en="An outline that is drawn or sent has at most {most} points.",
    do_ko="경계를 단순하게 하거나, 운영자에게 파일로 들이도록 요청하십시오(squaremile import).",
    do_en="Simplify it, or ask the operator to bring it in from a file (squaremile import).")
AREA_UNSOUND = refusal(
    "atlas.area_unsound", ko="면적과 인구는 0 이상입니다.", en="Area and population are 0 or more.",
    do_ko="제곱킬로미터와 사람 수로 적으십시오.", do_en="Give square kilometres and people.")
WHY = {
    "kind": Text(ko="다각형이 아닌", en="it is no polygon"), "empty": Text(ko="점이 세 개보다 적은", en="it has fewer than three points"),
    "open": Text(ko="고리가 닫히지 않은", en="a ring is not closed"), "number": Text(ko="수가 아닌 좌표가 있는", en="a coordinate is no number"),
    "range": Text(ko="범위를 벗어난 경도나 위도가 있는", en="a longitude or latitude is out of range"),
    "too_many": Text(ko="점이 200,000개보다 많은", en="it has more than 200,000 points"),
}  # fmt: skip
