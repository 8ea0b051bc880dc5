"""What billing does."""

from squaremile.billing.operations.accounts import edit_account, open_account
from squaremile.billing.operations.answering import accept_bill, accept_silent, dispute_line, settle_dispute
from squaremile.billing.operations.budgets import add_budget, change_budget, end_budget, watch_budgets
from squaremile.billing.operations.card_drafts import discard_card_draft, publish_card_draft, save_card_draft
from squaremile.billing.operations.cards import publish_rate_card
from squaremile.billing.operations.closing import confirm_usage, draft_bill, rate_again, rate_bill
from squaremile.billing.operations.contracts import add_contract, change_contract, hear_of_licence
from squaremile.billing.operations.correcting import correct_invoice
from squaremile.billing.operations.credits import end_voucher, grant_voucher, open_wallet, top_up_wallet
from squaremile.billing.operations.dunning import run_dunning
from squaremile.billing.operations.issuers import add_issuer, edit_issuer
from squaremile.billing.operations.issuing import issue_bill, release_close
from squaremile.billing.operations.payments import match_payment, record_payment
from squaremile.billing.operations.reviewing import approve_bill, clear_exception, show_bills

__all__ = [
    "accept_bill",
    "accept_silent",
    "add_budget",
    "add_contract",
    "add_issuer",
    "approve_bill",
    "change_budget",
    "change_contract",
    "clear_exception",
    "confirm_usage",
    "correct_invoice",
    "discard_card_draft",
    "dispute_line",
    "draft_bill",
    "edit_account",
    "edit_issuer",
    "end_budget",
    "end_voucher",
    "grant_voucher",
    "hear_of_licence",
    "issue_bill",
    "match_payment",
    "open_account",
    "open_wallet",
    "publish_card_draft",
    "publish_rate_card",
    "rate_again",
    "rate_bill",
    "record_payment",
    "release_close",
    "run_dunning",
    "save_card_draft",
    "settle_dispute",
    "show_bills",
    "top_up_wallet",
    "watch_budgets",
]
