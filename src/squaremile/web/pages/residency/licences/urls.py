"""Addresses of licences, for staff and companies."""

from django.urls import path

from squaremile.web.pages.residency.licences import licence, licences

urlpatterns = [
    path("licences/", licences.page, name="residency_licences"),
    path("licences/prices/", licences.prices, name="residency_prices"),
    path("licences/offer/", licences.offer, name="residency_offer"),
    path("licences/<str:code>/", licence.page, name="residency_licence"),
    path("licences/<str:code>/documents/<int:number>/", licence.paper, name="residency_licence_paper"),
    path("licences/<str:code>/answer/", licence.answer, name="residency_licence_answer"),
    path("licences/<str:code>/sign/", licence.sign, name="residency_licence_sign"),
    path("licences/<str:code>/extend/", licence.extend, name="residency_licence_extend"),
    path("licences/<str:code>/withdraw/", licence.withdraw, name="residency_licence_withdraw"),
    path("licences/<str:code>/insurance/", licence.insurance, name="residency_licence_insurance"),
    path("licences/<str:code>/deposit/", licence.deposit, name="residency_licence_deposit"),
    path("licences/<str:code>/start/", licence.start, name="residency_licence_start"),
    path("licences/<str:code>/end/", licence.end, name="residency_licence_end"),
    path("licences/<str:code>/void/", licence.void, name="residency_licence_void"),
    path("licences/<str:code>/notice/", licence.notice, name="residency_licence_notice"),
    path("licences/<str:code>/amend/", licence.amend, name="residency_licence_amend"),
    path("amendments/<str:code>/withdraw/", licence.withdraw_amendment, name="residency_amendment_withdraw"),
]
