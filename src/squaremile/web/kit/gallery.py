"""The component gallery's register: what each component is for. Its samples are in `samples/<name>.html`."""

from squaremile.web.kit.sample import Component

COMPONENTS: tuple[Component, ...] = (
    Component("page-header", "One title, one lead, one primary action.", "제목 하나, 설명 하나, 주된 동작 하나입니다."),
    Component("breadcrumbs", "Where a deep page stands.", "깊은 화면의 위치를 보여 줍니다."),
    Component("panel", "A region of a page, in order of urgency.", "화면의 한 구역으로, 급한 순서로 놓습니다."),
    Component("tabs", "Views of one thing, as links.", "한 대상을 보는 여러 화면입니다."),
    Component("steps", "A process and where it stands.", "절차와 현재 단계입니다."),
    Component("dialog", "A question that must be answered first.", "먼저 답해야 하는 물음입니다."),
    Component("drawer-head", "Title and way out of the side drawer.", "옆 서랍의 제목과 닫기입니다."),
    Component("menu", "A button that shows links.", "누르면 목록이 나오는 단추입니다."),
    Component(
        "mark",
        "The square mile: a square with one side ticked like a ruler.",
        "한 변에 자 눈금이 있는 정사각형 표식입니다.",
    ),
    Component(
        "button",
        "A verb. One primary a page; what cannot be done says why.",
        "동작 단추입니다. 누를 수 없으면 까닭을 말합니다.",
    ),
    Component(
        "icon",
        "An icon of the sprite; labelled only where it stands alone.",
        "아이콘입니다. 혼자 쓰일 때만 이름을 붙입니다.",
    ),
    Component("field", "Label, input, help and errors of one form field.", "입력 하나의 이름, 칸, 도움말, 오류입니다."),
    Component("field-errors", "What is wrong with one field.", "입력 하나의 오류입니다."),
    Component(
        "form-errors",
        "What is wrong with a form, leading to each field.",
        "양식 전체의 오류와 해당 칸으로 가는 길입니다.",
    ),
    Component("filterbar", "Filters of a list; sends itself.", "목록의 거르개입니다. 바뀌면 바로 적용합니다."),
    Component("pagination", "Where we are in a long list.", "긴 목록에서의 위치입니다."),
    Component("copy", "A code to read and to copy.", "읽고 복사하는 코드입니다."),
    Component("sort", "A header cell that sorts.", "정렬하는 머리 칸입니다."),
    Component("badge-state", "A state: colour family, icon and words.", "상태: 색, 아이콘, 말을 함께 보입니다."),
    Component("legend", "What the colours mean.", "색의 뜻입니다."),
    Component(
        "meter",
        "Use against a limit, with figures, share and words.",
        "한도 대비 사용량을 수치, 비율, 말로 보입니다.",
    ),
    Component("toast", "What just happened, with an undo.", "방금 일어난 일과 되돌리기입니다."),
    Component("skeleton", "Stands where something is being fetched.", "불러오는 자리를 지킵니다."),
    Component("avatar-initials", "Who, in two letters.", "사람과 기관을 두 글자로 보입니다."),
    Component("countdown", "Time left until a moment.", "어느 시각까지 남은 시간입니다."),
    Component("clock", "A moment in the site's zone.", "사이트 시간대의 시각입니다."),
    Component("money", "An amount with its unit and basis; missing is not zero.", "금액과 단위, 기준을 함께 보입니다."),
    Component("stat", "One figure with unit, change and source.", "수치 하나를 단위, 변화, 출처와 함께 보입니다."),
    Component("arithmetic", "How an amount comes about, line by line.", "금액이 나온 계산을 줄마다 보입니다."),
    Component("facts", "Names and values of one thing.", "한 대상의 항목과 값입니다."),
    Component(
        "figure",
        "A chart with title, source and a table beside it.",
        "도표와 제목, 출처, 같은 내용의 표입니다.",
    ),
    Component("history", "What happened, newest first.", "일어난 일을 최근 순으로 보입니다."),
    Component("empty", "An empty state that teaches the next step.", "빈 화면에서 다음 할 일을 알려 줍니다."),
    Component(
        "refusal",
        "A rule said no: sentence, arithmetic, way out, code.",
        "거절: 까닭, 계산, 해결 방법, 코드를 보입니다.",
    ),
    Component(
        "gate-checklist",
        "Each condition: does it hold, and where to mend it.",
        "조건마다 충족 여부와 해결 방법을 보입니다.",
    ),
    Component("named", "A name in both languages, side by side.", "두 언어의 이름을 나란히 적습니다."),
    Component("note", "A remark in the page's flow.", "화면 안의 알림입니다."),
    Component("table", "A list; header and first column stay in sight.", "목록입니다. 머리줄과 첫 열이 늘 보입니다."),
    Component(
        "timeline",
        "Instruments by room, bookings by time; drag, keys or list.",
        "실별 장비와 시간별 예약입니다. 끌기, 자판, 목록으로 씁니다.",
    ),
    Component(
        "chart",
        "A chart from plain data, with axes, units and the same as a table.",
        "축과 단위를 갖춘 도표와 같은 내용의 표입니다.",
    ),
    Component(
        "map",
        "Sites on the ground; drawn by the server where there is no map.",
        "사업장을 땅 위에 보입니다. 지도를 그릴 수 없으면 그림으로 보입니다.",
    ),
    Component("evidence", "Where a figure comes from: measure, source, day.", "수치의 정의, 출처, 기준일입니다."),
    Component("floorplan", "A plan to pan, zoom and walk through.", "움직이고 확대하며 방을 살피는 평면도입니다."),
)
"""Each file of `templates/cotton` has exactly one entry here; a test compares the two."""
