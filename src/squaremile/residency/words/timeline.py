"""Words of a company's timeline."""

from squaremile.kernel.words import Text

KINDS = {
    "application": Text(ko="신청", en="Application"),
    "licence": Text(ko="입주 제안·계약", en="Offers and licences"),
    "space": Text(ko="공간·이동", en="Space and moves"),
    "life": Text(ko="입주·목표·평가", en="Stay, milestones, evaluations"),
    "notice": Text(ko="시정 통지", en="Notices"),
    "people": Text(ko="구성원", en="People"),
    "exit": Text(ko="퇴거", en="Exit"),
    "record": Text(ko="기업 기록", en="Company record"),
    "safety": Text(ko="안전", en="Safety"),
    "instruments": Text(ko="장비 이용", en="Instruments"),
    "money": Text(ko="사용료·보증금·청구", en="Fees, deposits and bills"),
    "outcomes": Text(ko="성과", en="Outcomes"),
}
BOOKED = Text(ko="{name} 예약 {count}건, {hours}시간", en="{name}: {count} booked, {hours} h")
USED = Text(ko="{name} 계량 {quantity}{unit}", en="{name}: {quantity} {unit} metered")
INVOICED = Text(ko="{kind} {code} 발행", en="{kind} {code} issued")
CAME_IN = Text(ko="납부", en="Payment came in")
PAID = Text(ko="보증금 입금", en="Deposit paid")
FEE = Text(ko="월 사용료 적용 시작", en="Monthly licence fee begins")
FEE_CHANGED = Text(ko="월 사용료 변경", en="Monthly licence fee changes")
DEDUCTED = Text(ko="보증금 공제", en="Deducted from the deposit")
REFUNDED = Text(ko="보증금 정산", en="Deposit settled")
