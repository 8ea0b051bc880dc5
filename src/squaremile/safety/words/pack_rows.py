"""How a row of a rule pack is read: what it is about, and what it says."""

from squaremile.kernel.words import Text

CONDITIONS = {
    "storage": Text(ko="저장 {n}", en="{n} in storage"), "closed": Text(ko="밀폐 사용 {n}", en="{n} in closed use"),
    "open": Text(ko="개방 사용 {n}", en="{n} in open use"),
}
NO_FIGURE = {
    "storage": Text(ko="저장 수치 없음", en="no figure for storage"), "closed": Text(ko="밀폐 사용 수치 없음", en="no figure for closed use"),
    "open": Text(ko="개방 사용 수치 없음", en="no figure for open use"),
}
STATES = {
    "liquid": Text(ko="액체", en="liquid"), "solid": Text(ko="고체", en="solid"), "gas": Text(ko="기체", en="gas"),
    "liquefied": Text(ko="액화 가스", en="liquefied gas"),
}
SPRINKLERS = {
    "double": Text(ko="스프링클러가 있으면 늘어남", en="more with sprinklers"),
    "unlimited": Text(ko="스프링클러가 있으면 제한 없음", en="not limited with sprinklers"),
    "required": Text(ko="스프링클러가 있어야 허용", en="allowed with sprinklers alone"),
}
CABINET = Text(ko="승인된 보관함이면 늘어남", en="more in an approved cabinet")
NO_CABINET = Text(ko="보관함으로 늘어나지 않음", en="no more in a cabinet")
TOGETHER = Text(ko="함께 세는 등급: {names}", en="adds up with {names}")
QUANTITY = Text(ko="지정수량 {n} {unit}", en="designated quantity {n} {unit}")
IN_STATE = Text(ko="{name}, {state}", en="{name}, {state}")
STOREYS = Text(ko="{first}~{last}", en="{first} to {last}")
STOREYS_UP = Text(ko="{first} 이상", en="{first} and above")
STOREYS_DOWN = Text(ko="{last} 이하", en="{last} and deeper")
FLOOR = Text(
    ko="한도의 {percent} %, 통제구역 최대 {areas}, 내화 벽 {hours}시간",
    en="{percent} % of the figures, control areas: {areas} at the most, walls: {hours} h")
NONE_OF_ITS_OWN = Text(ko="이 등급만의 수치 없음", en="no figure of its own")
SHARE = Text(ko="한도의 {percent} %", en="{percent} % of its figures")
TIMES = Text(ko="한도의 {n}배", en="{n} times the figure")
LIQUID = Text(ko="액체의 등급: {name}", en="Which liquids are: {name}")
SOLUBLE = Text(ko="물에 녹으면 {name}", en="where it mixes with water: {name}")
BOUNDS = {
    "flash": Text(ko="인화점", en="flash point"), "boil": Text(ko="끓는점", en="boiling point"),
    "autoignition": Text(ko="발화점", en="autoignition point"),
}
SIDES = {
    "below": Text(ko="{what} {n} {unit} 미만", en="{what} below {n} {unit}"), "to": Text(ko="{what} {n} {unit} 이하", en="{what} up to {n} {unit}"),
    "from": Text(ko="{what} {n} {unit} 이상", en="{what} from {n} {unit}"),
}
NAMED = Text(ko="{name} (CAS {cas})", en="{name} (CAS {cas})")
DENSITY = Text(ko="{n} kg/L", en="{n} kg/L")
THRESHOLD = Text(ko="지정수량의 {n}배부터", en="From {n} times the designated quantity")
UNIT_LIMIT = Text(ko="100 ft²마다 {each} {unit}, 최대 {most} {unit}", en="{each} {unit} for every 100 sq ft, {most} {unit} at the most")
FROM_PEOPLE = Text(ko="{n}명부터", en="from {n} people")
BELOW_PEOPLE = Text(ko="{n}명 미만", en="below {n} people")
PER_GALLON = Text(ko="밀도를 모를 때", en="Where nobody knows the density")
PER_GALLON_SAYS = Text(ko="갤런당 {n} lb", en="{n} lb a gallon")
TOTAL = Text(ko="합계", en="all of them")
