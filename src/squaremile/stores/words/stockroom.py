"""Words of the stockroom."""

from squaremile.kernel.words import Text, refusal

PACKAGES = {
    "piece": Text(ko="개", en="piece"), "bottle": Text(ko="병", en="bottle"), "box": Text(ko="상자", en="box"),
    "bag": Text(ko="봉지", en="bag"), "pack": Text(ko="묶음", en="pack"), "roll": Text(ko="롤", en="roll"),
    "tube": Text(ko="튜브", en="tube"), "kit": Text(ko="키트", en="kit"),
}
POINTS = {"stockroom": Text(ko="물품창고", en="Stockroom"), "minibar": Text(ko="미니바", en="Minibar")}
READERS = {"phone": Text(ko="휴대전화로 적기", en="The phone"), "rfid": Text(ko="RFID 판독기", en="An RFID reader")}
OVERRUN = Text(
    ko="‘{item}’ 한 개에 든 양을 고쳐, 이미 있는 재고만으로 한도를 넘은 구역이 있습니다: {areas}.",
    en="The content of “{item}” was corrected; by what stands there already these areas are over a limit: {areas}.")
COUNTED_MORE = Text(
    ko="‘{item}’ 재고를 실사해 보니 기록보다 많아, 한도를 넘은 구역이 있습니다: {areas}.",
    en="More of “{item}” was counted than was recorded; by it these areas are over a limit: {areas}.")
"""Both of what stands on shelves and cannot be refused."""
LOT_STATES = {"usable": Text(ko="사용 가능", en="Usable"), "recalled": Text(ko="회수 대상", en="Recalled")}
KINDS = {
    "receive": Text(ko="입고", en="Received"), "issue": Text(ko="불출", en="Issued"), "return": Text(ko="반품", en="Returned"),
    "count": Text(ko="실사 조정", en="Counted"), "write_off": Text(ko="폐기", en="Written off"), "move": Text(ko="이동", en="Moved"),
}

ITEM_UNKNOWN = refusal(
    "stores.item_unknown", ko="그런 물품이 없습니다.", en="No such item.",
    do_ko="물품 목록에서 코드나 바코드를 확인하십시오.", do_en="Look its code or barcode up in the catalogue.")
ITEM_EXISTS = refusal(
    "stores.item_exists", ko="같은 코드나 바코드의 물품이 이미 있습니다.", en="An item with this code or barcode exists.",
    do_ko="물품 목록에서 찾아 쓰십시오.", do_en="Find it in the catalogue.")
ITEM_UNSOUND = refusal(
    "stores.item_unsound", ko="물품에는 이름과 포장 단위가 있어야 하고, 주문 목표는 재주문점보다 커야 합니다.",
    en="An item has a name and a kind of package, and is ordered up to more than its reorder point.",
    do_ko="빠진 것을 적으십시오.", do_en="Fill in what is missing.")
ITEM_CONTENT = refusal(
    "stores.item_content", ko="화학물질은 한 개에 든 양이 있어야 그 구역의 합계에 넣을 수 있습니다.",
    en="A chemical says how much one package holds: so much of it counts in the sums of its control area.",
    do_ko="한 개에 든 양을 500 mL처럼 적으십시오.", do_en="Give what one package holds, such as 500 mL.")
PRICE_EXISTS = refusal(
    "stores.price_exists", ko="그날부터의 가격이 이미 있습니다.", en="There is a price from that day on already.",
    do_ko="다른 날부터 바꾸십시오.", do_en="Let the new price begin on another day.")
PRICE_UNSOUND = refusal(
    "stores.price_unsound", ko="가격은 0 이상이어야 하고 아는 통화여야 합니다.", en="A price is nothing or more, in a known currency.",
    do_ko="금액과 통화를 확인하십시오.", do_en="Look at the amount and the currency.")
PRICE_PAST = refusal(
    "stores.price_past", ko="지난날의 가격은 바꿀 수 없습니다.", en="The price of a past day stays.",
    do_ko="오늘이나 앞으로의 날짜를 고르십시오.", do_en="Choose today or a day to come.")
POINT_UNKNOWN = refusal(
    "stores.point_unknown", ko="그런 보관소가 없습니다.", en="No such stockroom or minibar.",
    do_ko="문에 붙은 코드를 다시 확인하십시오.", do_en="Look at the code on its door again.")
POINT_EXISTS = refusal(
    "stores.point_exists", ko="같은 코드의 보관소가 이미 있습니다.", en="A stockroom or minibar with this code exists.",
    do_ko="다른 코드를 고르십시오.", do_en="Choose another code.")
POINT_UNSOUND = refusal(
    "stores.point_unsound", ko="보관소에는 이름과 종류가 있어야 하고, 문이 열려 있는 시간은 1~60분입니다.",
    en="A stockroom or minibar has a name and a kind; its door stays open for 1 to 60 minutes.",
    do_ko="빠진 것을 적으십시오.", do_en="Fill in what is missing.")
LOT_UNKNOWN = refusal(
    "stores.lot_unknown", ko="그런 로트가 없습니다.", en="No such lot.",
    do_ko="물품 쪽에서 로트를 다시 고르십시오.", do_en="Choose it again on the item's page.")
LOT_UNSOUND = refusal(
    "stores.lot_unsound", ko="로트에는 번호와 1개 이상의 수량이 있어야 합니다.", en="A lot has a number and at least one package.",
    do_ko="상자의 라벨을 확인하십시오.", do_en="Look at the label of the box.")
LOT_RECALLED = refusal(
    "stores.lot_recalled", ko="회수 대상 로트라서 내줄 수 없습니다.", en="This lot is recalled and cannot be taken.",
    do_ko="같은 물품의 다른 로트를 쓰십시오.", do_en="Take another lot of the same item.")
LOT_EXPIRED = refusal(
    "stores.lot_expired", ko="사용 기한이 지난 로트입니다.", en="This lot has expired.",
    do_ko="같은 물품의 다른 로트를 쓰십시오.", do_en="Take another lot of the same item.")
NOT_ENOUGH = refusal(
    "stores.not_enough", ko="남은 수량이 모자랍니다. 방금 다른 사람이 가져갔을 수 있습니다.",
    en="Not so many are left; somebody may just have taken the last.",
    do_ko="수량을 줄이거나 다른 로트를 고르십시오.", do_en="Take fewer, or another lot.")
PIECES_UNSOUND = refusal(
    "stores.pieces_unsound", ko="수량은 1 이상 100,000 이하여야 합니다.", en="A quantity is between 1 and 100,000.",
    do_ko="수량을 다시 적으십시오.", do_en="Write the quantity again.")
REASON_NEEDED = refusal(
    "stores.reason_needed", ko="이유를 적어야 합니다.", en="Say why.", do_ko="한 문장으로 적으십시오.", do_en="A sentence is enough.")
DONE_ALREADY = refusal(
    "stores.done_already", ko="이미 처리한 일입니다.", en="This is done already.",
    do_ko="기록을 확인하십시오. 같은 일은 두 번 처리하지 않습니다.", do_en="Look at the record: the same thing is never done twice.")
NO_PRICE = refusal(
    "stores.no_price", ko="가격이 정해지지 않은 물품입니다.", en="This item has no price yet.",
    do_ko="랩 운영팀에 가격을 정해 달라고 하십시오.", do_en="Ask lab operations to set one.")
