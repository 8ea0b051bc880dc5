"""Samples: looks that mean something."""

from squaremile.web.kit.sample import component

COMPONENTS = (
    component("badge-state", "A state: colour family, icon and words.", "상태: 색, 아이콘, 말을 함께 보입니다.",
        normal='<span class="row-of"><c-badge-state state="mine" /><c-badge-state state="company" /><c-badge-state state="other" /><c-badge-state state="pending" /><c-badge-state state="maintenance" /><c-badge-state state="locked" /><c-badge-state state="free" /><c-badge-state state="in_use" /><c-badge-state state="ok" /><c-badge-state state="warn" /></span>',
        empty='<c-badge-state />',
        error='<span class="row-of"><c-badge-state state="stop" label="[[3 days overdue||3일 지남]]" /><c-badge-state state="fault" /></span>',
        long='<c-badge-state state="pending" label="[[Waiting for the approval of the responsible scientist and of the safety officer||책임연구원과 안전관리자의 승인을 기다리는 중]]" />'),
    component("legend", "What the colours mean.", "색의 뜻입니다.",
        normal='<c-legend />', empty='<c-legend :looks="[]" />', error='<c-legend :looks="[\'fault\', \'maintenance\', \'locked\']" />',
        long='<c-legend :looks="[\'mine\', \'company\', \'other\', \'pending\', \'maintenance\', \'fault\', \'locked\', \'peak\', \'free\']" />'),
    component("meter", "Use against a limit, with figures, share and words.", "한도 대비 사용량을 수치, 비율, 말로 보입니다.",
        normal='<c-meter label="[[Flammable liquids, class 1||제4류 제1석유류]]" value="120" limit="400" unit="L" />',
        empty='<c-meter label="[[Flammable liquids||인화성 액체]]" limit="400" unit="L" />',
        error='<div class="stack"><c-meter label="[[Oxidisers||산화성 물질]]" value="188" limit="200" unit="kg" /><c-meter label="[[Compressed gas||고압가스]]" value="21" limit="20" unit="[[bottles||병]]" /></div>',
        long='<c-meter label="[[Budget of the project Correlative cryo-imaging of membrane proteins||막단백질 극저온 상관 이미징 과제 예산]]" value="1,204" limit="0" unit="[[thousand won without VAT||천원, 부가세 별도]]" />'),
    component("toast", "What just happened, with an undo.", "방금 일어난 일과 되돌리기입니다.",
        normal='<c-toast kind="ok" seconds="0" text="[[The booking was moved to 14:00.||예약을 14:00로 옮겼습니다.]]" undo="#" />',
        empty='<c-toast seconds="0" text="[[Nothing was changed.||바뀐 것이 없습니다.]]" />',
        error='<c-toast kind="stop" text="[[The server did not answer.||서버가 응답하지 않았습니다.]]" />',
        long='<c-toast kind="warn" seconds="0" text="[[Your booking of the field-emission electron microscope overlaps the planned maintenance on 3 March and was moved to the next free time.||전계방출 전자현미경 예약이 3월 3일 정기 유지보수와 겹쳐 다음 빈 시간으로 옮겼습니다.]]" />'),
    component("skeleton", "Stands where something is being fetched.", "불러오는 자리를 지킵니다.",
        normal='<c-skeleton />', empty='<c-skeleton lines="1" />', error='<c-skeleton lines="2" label="[[Trying again||다시 시도하는 중]]" />',
        long='<c-skeleton lines="8" label="[[Loading the bookings of this week||이번 주 예약을 불러오는 중]]" />'),
    component("avatar-initials", "Who, in two letters.", "사람과 기관을 두 글자로 보입니다.",
        normal='<span class="row-of"><c-avatar-initials name="[[Kim Seoyeon||김서연]]" /><c-avatar-initials kind="organisation" name="[[Hanbit Bio||한빛바이오]]" /></span>',
        empty='<c-avatar-initials />', error='<c-avatar-initials name="?" />',
        long='<c-avatar-initials name="[[Maria Alexandra van der Hoeven-Lindqvist||마리아 알렉산드라 판데르후번]]" />'),
    component("countdown", "Time left until a moment.", "어느 시각까지 남은 시간입니다.",
        normal='<c-countdown :to="sample.soon" />', empty='<c-countdown />', error='<c-countdown :to="sample.past" over="[[overdue||지남]]" />',
        long='<c-countdown :to="sample.far" />'),
    component("clock", "A moment in the site's zone.", "사이트 시간대의 시각입니다.",
        normal='<c-clock :at="sample.now" /> · <c-clock :at="sample.now" show="time" with_zone="1" />', empty='<c-clock />',
        error='<c-clock :at="sample.past" with_zone="1" />', long='<c-clock :at="sample.far" with_zone="1" zone="America/New_York" />'),
)
"""States: badges, meters, notices that come and go."""
