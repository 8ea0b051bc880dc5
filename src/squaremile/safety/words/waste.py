"""Words of waste."""

from squaremile.kernel.words import Text, refusal

REGIMES = {
    "us": Text(ko="미국(RCRA·매사추세츠)", en="US (RCRA, Massachusetts)"),
    "kr": Text(ko="한국 지정폐기물(45일)", en="Korea, designated waste (45 days)"),
    "kr-other": Text(ko="한국 지정폐기물(60일)", en="Korea, designated waste (60 days)"),
}
STREAMS = {
    "halogenated": Text(ko="할로겐 유기용제", en="Halogenated solvent"), "organic": Text(ko="비할로겐 유기용제", en="Other solvent"),
    "aqueous": Text(ko="수계 폐액", en="Aqueous"), "acid": Text(ko="폐산", en="Acid"), "base": Text(ko="폐알칼리", en="Base"),
    "solid": Text(ko="고상 폐기물", en="Solid"), "biological": Text(ko="의료·생물 폐기물", en="Biological"),
    "sharps": Text(ko="손상성 폐기물", en="Sharps"), "other": Text(ko="그 밖", en="Other"),
}
STATES = {
    "filling": Text(ko="모으는 중", en="Being filled"), "full": Text(ko="가득 참", en="Full"), "stored": Text(ko="보관소", en="In store"),
    "picked_up": Text(ko="반출", en="Collected"),
}
STANDING = {"overdue": Text(ko="기한 지남", en="Overdue"), "due": Text(ko="곧 기한", en="Due soon"), "later": Text(ko="여유 있음", en="In time")}
WASTE_DUE = Text(ko="폐기물 용기 {waste}: {clock} 기한은 {due}입니다.", en="Waste container {waste}: {clock} It is due on {due}.")

MANIFEST_WAITS = Text(ko="인계서 {manifest}({picked} 반출): {step}", en="Manifest {manifest}, collected on {picked}. {step}")

GENERATOR_UNSOUND = refusal(
    "safety.waste_generator_unsound", ko="배출자에는 이름과 적용 규정이 있어야 합니다.", en="A generator has a name and rules that apply.",
    do_ko="빠진 것을 적으십시오.", do_en="Fill in what is missing.")
GENERATOR_TAKEN = refusal(
    "safety.waste_generator_taken", ko="이미 쓰는 코드입니다.", en="This code is in use.",
    do_ko="다른 코드를 적으십시오.", do_en="Choose another one.")
GENERATOR_UNKNOWN = refusal(
    "safety.waste_generator_unknown", ko="이 회사가 쓸 수 있는 배출자가 아닙니다.", en="No such generator that this company's waste counts under.",
    do_ko="배출자를 다시 고르십시오.", do_en="Choose the generator again.")
WASTE_UNSOUND = refusal(
    "safety.waste_unsound", ko="무엇이 들었는지와 종류를 적고, 무게는 0보다 크고 100톤보다 작게 적으십시오.",
    en="Say what is in it and of which stream; it weighs more than nothing and less than 100 tonnes.",
    do_ko="다시 적으십시오.", do_en="Give them again.")
WASTE_UNKNOWN = refusal(
    "safety.waste_unknown", ko="그런 폐기물 용기가 없습니다.", en="No such waste container.",
    do_ko="폐기물 목록에서 다시 고르십시오.", do_en="Choose it again in the list.")
WASTE_STEP = refusal(
    "safety.waste_step", ko="지금 상태에서는 할 수 없는 일입니다. 반출하려면 먼저 무게를 적어야 합니다.",
    en="This cannot be done as the container stands; to be collected it has to be weighed first.",
    do_ko="용기의 상태를 확인하십시오.", do_en="See how the container stands.")
PICKUP_UNSOUND = refusal(
    "safety.waste_pickup_unsound", ko="반출에는 용기, 인계서 번호, 운반자가 있어야 하고 비용은 0 이상이어야 합니다.",
    en="A collection has containers, a manifest number and a carrier, and its cost is not below nothing.",
    do_ko="빠진 것을 적으십시오.", do_en="Fill in what is missing.")
PICKUP_UNKNOWN = refusal(
    "safety.waste_pickup_unknown", ko="그런 반출 기록이 없습니다.", en="No such collection.",
    do_ko="반출 목록에서 다시 고르십시오.", do_en="Choose it again in the list.")
