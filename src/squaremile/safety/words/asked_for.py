"""Words of what an inspector would ask for today."""

from squaremile.kernel.words import Text

UNHELD = Text(ko="필요하다고 정했으나 아무도 갖지 않은 허가", en="Permits that are needed and that nobody holds")
UNHELD_CLASSES = Text(ko="특정 물질을 들여올 때 필요하나 아무도 갖지 않은 허가", en="Permits needed to bring some materials in, which nobody holds")
PERMITS = {
    "expired": Text(ko="만료된 허가", en="Expired permits"), "soon": Text(ko="곧 만료될 허가", en="Permits that end soon"),
    "recorded": Text(ko="확인을 기다리는 허가", en="Permits that wait for confirmation"),
}
ANALYSES = {
    "out_of_date": Text(ko="바뀐 것이 있어 다시 해야 할 위험분석", en="Hazard analyses that are out of date"),
    "lapsed": Text(ko="1년이 지난 위험분석", en="Hazard analyses whose year is over"),
    "signed": Text(ko="승인을 기다리는 위험분석", en="Hazard analyses that wait for approval"),
    "ending": Text(ko="곧 1년이 되는 위험분석", en="Hazard analyses whose year ends soon"),
}
AGENTS = Text(ko="유효한 계획서 없이 보관 중인 생물체", en="Agents held without a protocol in force")
INSPECTIONS = {
    "overdue": Text(ko="{list}: 기한이 지난 방", en="{list}: rooms that are overdue"),
    "due": Text(ko="{list}: 곧 해야 할 방", en="{list}: rooms where it is due"),
}
SIGNS_OLD = Text(ko="지금과 다르거나 기한이 지난 문 표지", en="Door signs that are out of date")
SIGNS_NEVER = Text(ko="위험물이 있으나 문 표지가 없는 방", en="Rooms with hazards and no door sign")
HOURS_LATE = Text(ko="교육 시간 기한을 넘긴 사람", en="People whose training hours are late")
HOURS_OWED = Text(ko="교육 시간이 남은 사람", en="People who still owe training hours")
FINDINGS_LATE = Text(ko="기한이 지난 지적 사항", en="Overdue findings")
NOTICES = {
    "overdue": Text(ko="기한이 지난 기관 통보", en="Notices to authorities that are overdue"),
    "running": Text(ko="기한이 가고 있는 기관 통보", en="Notices to authorities that are still to be given"),
}
