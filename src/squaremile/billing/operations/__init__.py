"""What billing does."""

from squaremile.billing.operations.accounts import edit_account, open_account
from squaremile.billing.operations.answering import (
    accept_bill,
    accept_silent,
    accept_unanswered,
    dispute_line,
    settle_dispute,
    withdraw_dispute,
)
from squaremile.billing.operations.budgets import add_budget, change_budget, end_budget, watch_budgets
from squaremile.billing.operations.card_drafts import discard_card_draft, publish_card_draft, save_card_draft
from squaremile.billing.operations.cards import publish_rate_card
from squaremile.billing.operations.checkout import ask_payment, hear_of_payment
from squaremile.billing.operations.closing import confirm_usage, draft_bill, rate_again, rate_bill
from squaremile.billing.operations.contracts import add_contract, change_contract, hear_of_licence
from squaremile.billing.operations.correcting import correct_invoice
from squaremile.billing.operations.credits import end_voucher, grant_voucher, open_wallet, top_up_wallet
from squaremile.billing.operations.dunning import run_dunning
from squaremile.billing.operations.filings import (
    enter_tax_approval,
    hear_tax_office,
    prepare_tax_invoices,
    send_tax_invoice,
)
from squaremile.billing.operations.head_counts import hear_of_heads
from squaremile.billing.operations.identities import identify_account, identify_issuer
from squaremile.billing.operations.issuers import add_issuer, edit_issuer
from squaremile.billing.operations.issuing import issue_bill, release_close
from squaremile.billing.operations.journals import export_journal, name_book
from squaremile.billing.operations.papers import make_ubl
from squaremile.billing.operations.payments import match_payment, record_payment
from squaremile.billing.operations.refunds import hear_of_settlement, refund
from squaremile.billing.operations.reviewing import approve_bill, clear_exception, show_bills

__all__ = [
    "accept_bill",
    "accept_silent",
    "accept_unanswered",
    "add_budget",
    "add_contract",
    "add_issuer",
    "approve_bill",
    "ask_payment",
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
    "enter_tax_approval",
    "export_journal",
    "grant_voucher",
    "hear_of_heads",
    "hear_of_licence",
    "hear_of_payment",
    "hear_of_settlement",
    "hear_tax_office",
    "identify_account",
    "identify_issuer",
    "issue_bill",
    "make_ubl",
    "match_payment",
    "name_book",
    "open_account",
    "open_wallet",
    "prepare_tax_invoices",
    "publish_card_draft",
    "publish_rate_card",
    "rate_again",
    "rate_bill",
    "record_payment",
    "refund",
    "release_close",
    "run_dunning",
    "save_card_draft",
    "send_tax_invoice",
    "settle_dispute",
    "show_bills",
    "top_up_wallet",
    "watch_budgets",
    "withdraw_dispute",
]
