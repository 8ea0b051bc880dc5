"""Addresses of money: a table of contents."""

from django.urls import path

from squaremile.web.pages.billing import (
    accounts,
    bills,
    budgets,
    cards,
    closes,
    costs,
    downloads,
    home,
    invoices,
    overview,
    previews,
    simulator,
)
from squaremile.web.pages.billing.editor.urls import urlpatterns as drafts

urlpatterns = [
    path("", home.page, name="money"),
    path("closes/", closes.page, name="money_closes"),
    path("closes/preview/", previews.page, name="money_preview"),
    path("closes/<str:code>/", closes.close, name="money_close"),
    path("closes/<str:code>/show/", closes.show, name="money_close_show"),
    path("closes/<str:code>/issue/", closes.release, name="money_close_issue"),
    path("exceptions/<str:code>/clear/", closes.clear, name="money_exception_clear"),
    path("bills/<str:code>/", bills.page, name="money_bill"),
    path("bills/<str:code>/approve/", bills.approve, name="money_bill_approve"),
    path("bills/<str:code>/again/", bills.again, name="money_bill_again"),
    path("bills/<str:code>/accept/", bills.accept, name="money_bill_accept"),
    path("bills/<str:code>/lines/<int:line>/", bills.evidence, name="money_bill_line"),
    path("bills/<str:code>/lines/<int:line>/dispute/", bills.dispute, name="money_bill_dispute"),
    path("disputes/<str:code>/answer/", bills.settle, name="money_dispute_answer"),
    path("invoices/", invoices.page, name="money_invoices"),
    path("invoices/<str:code>/", invoices.invoice, name="money_invoice"),
    path("invoices/<str:code>/invoice.pdf", downloads.pdf, name="money_invoice_pdf"),
    path("invoices/<str:code>/lines.csv", downloads.lines, name="money_invoice_lines"),
    path("accounts/", accounts.page, name="money_accounts"),
    path("budgets/", budgets.page, name="money_budgets"),
    path("budgets/bind/", budgets.bind, name="money_budgets_bind"),
    path("budgets/<str:code>/", budgets.one, name="money_budget"),
    path("budgets/<str:code>/end/", budgets.end, name="money_budget_end"),
    path("costs/", costs.page, name="money_costs"),
    path("cards/", cards.page, name="money_cards"),
    path("cards/<str:code>/", cards.card, name="money_card"),
    path("simulator/", simulator.page, name="money_simulator"),
    path("overview/", overview.page, name="money_overview"),
    *drafts,
]
