"""What residency does. Importing this package registers every operation."""

from squaremile.residency.operations.companies import edit_company, edit_profile, open_record
from squaremile.residency.operations.forecast import begin_record, set_forecast_price
from squaremile.residency.operations.impact import freeze_impact_report, publish_impact_report
from squaremile.residency.operations.outcomes import correct_outcome, record_outcome, withdraw_outcome
from squaremile.residency.operations.surveys import (
    answer_outcome_survey,
    ask_outcome_survey,
    open_outcome_survey,
    remind_outcome_survey,
)

__all__ = [
    "answer_outcome_survey", "ask_outcome_survey", "begin_record", "correct_outcome", "edit_company", "edit_profile",
    "freeze_impact_report", "open_outcome_survey", "open_record", "publish_impact_report", "record_outcome",
    "remind_outcome_survey", "set_forecast_price", "withdraw_outcome",
]
