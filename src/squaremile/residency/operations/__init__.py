"""What residency does. Importing this package registers every operation."""

from squaremile.residency.operations.companies import edit_company, edit_profile, open_record
from squaremile.residency.operations.forecast import begin_record, set_forecast_price
from squaremile.residency.operations.impact import freeze_impact_report, publish_impact_report
from squaremile.residency.operations.leads import enquire, follow_up_lead, record_lead
from squaremile.residency.operations.outcomes import correct_outcome, record_outcome, withdraw_outcome
from squaremile.residency.operations.reminders import remind_of_leads
from squaremile.residency.operations.surveys import (
    answer_outcome_survey,
    ask_outcome_survey,
    open_outcome_survey,
    remind_outcome_survey,
)
from squaremile.residency.operations.tours import (
    book_tour,
    cancel_tour,
    cancel_tour_by_letter,
    close_tour_slot,
    open_tour_slot,
    record_tour,
)

__all__ = [
    "answer_outcome_survey",
    "ask_outcome_survey",
    "begin_record",
    "book_tour",
    "cancel_tour",
    "cancel_tour_by_letter",
    "close_tour_slot",
    "correct_outcome",
    "edit_company",
    "edit_profile",
    "enquire",
    "follow_up_lead",
    "freeze_impact_report",
    "open_outcome_survey",
    "open_record",
    "open_tour_slot",
    "publish_impact_report",
    "record_lead",
    "record_outcome",
    "record_tour",
    "remind_of_leads",
    "remind_outcome_survey",
    "set_forecast_price",
    "withdraw_outcome",
]
