"""Metering's words."""

from squaremile.kernel.words import refusal

METER_UNKNOWN = refusal("metering.meter_unknown", ko="없는 계량기입니다.", en="There is no such meter.")
METER_EXISTS = refusal("metering.meter_exists", ko="이미 있는 계량기입니다.", en="This meter exists already.")
UNIT_UNKNOWN = refusal("metering.unit_unknown", ko="알 수 없는 단위입니다.", en="There is no such unit.")
ALREADY_RECORDED = refusal(
    "metering.already_recorded", ko="이미 기록된 사용량입니다.", en="This usage is already recorded.")
