"""The six sets of rules that the instruments of the demonstration follow."""

from typing import Any

WEEKDAYS_9_20 = [(day, 540, 1200) for day in range(5)]
WEEKDAYS_9_18 = [(day, 540, 1080) for day in range(5)]

RULE_SETS: tuple[dict[str, Any], ...] = (
    {"code": "OPEN", "name_ko": "자유 이용", "name_en": "Open use", "step_minutes": 15, "min_minutes": 15,
     "max_minutes": 480, "horizon_days": 92, "cancel_free_minutes": 60},
    {"code": "SHARED", "name_ko": "공동 작업대", "name_en": "Shared bench equipment", "step_minutes": 15,
     "min_minutes": 15, "max_minutes": 240, "horizon_days": 92, "cancel_free_minutes": 30,
     "quotas": [{"per": "person", "span": "day", "minutes": 360, "prime_only": True}]},
    {"code": "WEEKDAY", "name_ko": "분석 장비(평일)", "name_en": "Analytical, weekdays", "step_minutes": 30,
     "min_minutes": 30, "max_minutes": 480, "lead_minutes": 60, "horizon_days": 92, "buffer_after_minutes": 15,
     "cancel_free_minutes": 720, "hours": WEEKDAYS_9_20,
     "quotas": [{"per": "person", "span": "day", "minutes": 480}, {"per": "company", "span": "week", "minutes": 1440}]},
    {"code": "NIGHT", "name_ko": "장시간·야간 측정", "name_en": "Long and overnight runs", "step_minutes": 60,
     "min_minutes": 120, "max_minutes": 2880, "horizon_days": 92, "buffer_after_minutes": 60,
     "cancel_free_minutes": 1440},
    {"code": "APPROVAL", "name_ko": "승인 필요", "name_en": "By approval", "step_minutes": 30, "min_minutes": 60,
     "max_minutes": 480, "lead_minutes": 1440, "horizon_days": 92, "cancel_free_minutes": 1440,
     "hours": WEEKDAYS_9_18, "needs_approval": True, "offers_assistance": True},
    {"code": "ASSISTED", "name_ko": "운영자 지원", "name_en": "With an operator", "step_minutes": 30,
     "min_minutes": 60, "max_minutes": 360, "lead_minutes": 2880, "horizon_days": 92, "buffer_before_minutes": 30,
     "buffer_after_minutes": 30, "cancel_free_minutes": 2880, "hours": WEEKDAYS_9_18, "offers_assistance": True},
)
