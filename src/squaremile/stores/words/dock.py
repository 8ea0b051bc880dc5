"""Words of the dock: parcels and gas cylinders."""

from squaremile.kernel.words import Text, refusal

TEMPERATURES = {
    "ambient": Text(ko="상온", en="Room temperature"), "chilled": Text(ko="냉장(2~8 °C)", en="Chilled (2 to 8 °C)"),
    "frozen": Text(ko="냉동(−20 °C 이하)", en="Frozen (−20 °C or colder)"), "dry_ice": Text(ko="드라이아이스", en="On dry ice"),
}
PARCEL_STATES = {
    "arrived": Text(ko="보관 중", en="Waiting"), "handed_over": Text(ko="전달함", en="Handed over"), "sent_back": Text(ko="반송", en="Sent back"),
}
CAME = Text(
    ko="택배가 도착했습니다: {sender} ({temperature}). {place}에서 받아 가십시오.",
    en="A parcel has come from {sender} ({temperature}). Collect it at {place}.")
COLD = Text(
    ko="보관 온도가 중요한 택배 {parcel:이가} {until}까지 냉장고에 들어가야 합니다.", en="Parcel {parcel} has to be in the cold by {until}.")
HANDED = Text(ko="택배 {parcel:을를} {name} 님이 받았습니다.", en="{name} has taken parcel {parcel}.")
UNKNOWN_SENDER = Text(ko="보낸 곳 모름", en="an unknown sender")

GASES = {
    "nitrogen": Text(ko="질소", en="Nitrogen"), "argon": Text(ko="아르곤", en="Argon"), "helium": Text(ko="헬륨", en="Helium"),
    "carbon_dioxide": Text(ko="이산화탄소", en="Carbon dioxide"), "oxygen": Text(ko="산소", en="Oxygen"),
    "air": Text(ko="압축 공기", en="Compressed air"), "hydrogen": Text(ko="수소", en="Hydrogen"),
    "acetylene": Text(ko="아세틸렌", en="Acetylene"), "methane": Text(ko="메탄", en="Methane"),
}
CYLINDER_STATES = {
    "stored": Text(ko="보관", en="Stored"), "connected": Text(ko="연결", en="Connected"), "empty": Text(ko="빈 용기", en="Empty"),
    "returned": Text(ko="반납", en="Returned"),
}
NO_AREA = Text(
    ko="방 넓이가 없어 산소 농도를 셈하지 못했습니다.", en="The room's area is not recorded, so its oxygen cannot be worked out.")
LOW_OXYGEN = Text(
    ko="모두 새면 산소가 {percent}%까지 내려갑니다({gas_m3} m³ ÷ 방 {room_m3} m³, 천장 2.7 m, 환기 없음). 산소 감지기와 환기를 확인하십시오.",
    en="If all of it leaks, oxygen falls to {percent} % ({gas_m3} m³ in a room of {room_m3} m³, ceiling 2.7 m, no ventilation)."
    " See to an oxygen monitor and to ventilation.")
MUCH_OXYGEN = Text(
    ko="모두 새면 산소가 {percent}%까지 올라갑니다({gas_m3} m³ ÷ 방 {room_m3} m³, 천장 2.7 m, 환기 없음). 불에 타기 쉬운 것을 치우십시오.",
    en="If all of it leaks, oxygen rises to {percent} % ({gas_m3} m³ in a room of {room_m3} m³, ceiling 2.7 m, no ventilation)."
    " Keep what burns away from it.")

PARCEL_UNKNOWN = refusal(
    "stores.parcel_unknown", ko="그런 택배가 없습니다.", en="No such parcel.",
    do_ko="택배 목록에서 다시 고르십시오.", do_en="Choose it again in the list.")
PARCEL_STEP = refusal(
    "stores.parcel_step", ko="이미 전달하거나 반송한 택배입니다.", en="The parcel is gone already.",
    do_ko="택배의 기록을 확인하십시오.", do_en="Look at its record.")
PARCEL_UNSOUND = refusal(
    "stores.parcel_unsound", ko="택배에는 1개 이상의 수량과 보관 온도가 있어야 합니다.", en="A parcel has one piece or more and a temperature.",
    do_ko="다시 적으십시오.", do_en="Fill it in again.")
NOBODYS = refusal(
    "stores.nobodys_parcel", ko="어느 회사의 택배인지 아직 모릅니다.", en="Nobody knows yet whose parcel this is.",
    do_ko="먼저 회사를 정하십시오.", do_en="Say first which company it is for.")
HANDED_TO_WHOM = refusal(
    "stores.handed_to_whom", ko="누가 받았는지 이름을 적어야 합니다.", en="Write the name of whoever takes it.",
    do_ko="받는 사람의 이름을 적고 서명을 받으십시오.", do_en="Write her name and let her sign.")
SIGNATURE_UNFIT = refusal(
    "stores.signature_unfit", ko="서명을 읽을 수 없습니다.", en="The signature cannot be read.",
    do_ko="서명란을 비우고 다시 서명하십시오.", do_en="Clear the field and sign again.")
CYLINDER_UNKNOWN = refusal(
    "stores.cylinder_unknown", ko="그런 가스 용기가 없습니다.", en="No such cylinder.",
    do_ko="가스 용기 목록에서 다시 고르십시오.", do_en="Choose it again in the list.")
CYLINDER_STEP = refusal(
    "stores.cylinder_step", ko="이 가스 용기는 지금 그렇게 될 수 없습니다.", en="The cylinder cannot take that step.",
    do_ko="연결된 용기는 먼저 분리하십시오.", do_en="One that is connected is disconnected first.")
CYLINDER_UNSOUND = refusal(
    "stores.cylinder_unsound", ko="가스 용기에는 가스와 일련번호, 용량, 충전 압력(1~1,000 bar), 소유자가 있어야 합니다.",
    en="A cylinder has a gas, a serial number, a capacity, a filling pressure of 1 to 1,000 bar, and an owner.",
    do_ko="용기의 각인을 확인하십시오.", do_en="Look at what is stamped on it.")
