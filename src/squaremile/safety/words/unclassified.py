"""Words of what no rule pack can count."""

from squaremile.kernel.words import Text

NO_DENSITY = Text(
    ko="미분류: 밀도가 없어 한도의 단위로 바꿀 수 없습니다",
    en="unclassified: without a density it cannot be turned into the limit's unit")
AT_LEAST = Text(
    ko="이 구역에 있는 미분류 물질 {n}가지({names})는 더하지 못했습니다. 합계는 ‘적어도 이만큼’입니다.",
    en="Substances without a class in this area, {n} of them ({names}), are not counted: the sum is an “at least”.")
YOURS = Text(
    ko="귀사와 공용 선반의 미분류 물질 {n}가지({names})는 더하지 못했습니다. 합계는 ‘적어도 이만큼’입니다.",
    en="Your own substances and those on shared shelves without a class here, {n} of them ({names}), are not counted: the sum is an “at least”.")
