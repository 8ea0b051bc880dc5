"""Who works in a company, since when and until when; and whom to call in an emergency."""

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateRangeField, RangeOperators
from django.db import models

from squaremile.kernel.models import Row
from squaremile.residency.policies.checklists import KINDS

CURRENCIES = ("KRW", "USD", "EUR", "GBP", "JPY")


class PeopleTerms(Row):
    """What a company's licence says about people and leaving, from a day on. Never changed: newer terms follow older."""

    code = models.CharField(max_length=20, unique=True)
    company = models.ForeignKey("residency.Company", on_delete=models.PROTECT, related_name="people_terms")
    since = models.DateField()
    seats = models.PositiveIntegerField()
    """How many persons may belong to the company on any one day."""
    notice_months = models.PositiveSmallIntegerField()
    deposit_minor = models.PositiveBigIntegerField()
    currency = models.CharField(max_length=3, choices=[(c, c) for c in CURRENCIES])
    made_at = models.DateTimeField()

    class Meta:
        db_table = "residency_people_terms"
        constraints = (
            models.UniqueConstraint(name="people_terms_one_a_day", fields=["company", "since"]),
            models.CheckConstraint(name="people_terms_notice_sound", condition=models.Q(notice_months__lte=24)),
            models.CheckConstraint(name="people_terms_currency_known", condition=models.Q(currency__in=CURRENCIES)),
        )

    def __str__(self) -> str:
        return self.code


class Member(Row):
    """One person's time in a company: from `joined_on` to the day before `gone_on`. Seen by the company and by staff."""

    code = models.CharField(max_length=20, unique=True)
    company = models.ForeignKey("residency.Company", on_delete=models.PROTECT, related_name="members")
    person = models.ForeignKey("core.User", on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=12, choices=[(k, k) for k in KINDS])
    title = models.CharField(max_length=80, blank=True)
    employer = models.CharField(max_length=120, blank=True)
    """Who employs her, where it is not the company."""
    work = models.JSONField(default=list)
    minor = models.BooleanField(default=False)
    weekly_hours = models.PositiveSmallIntegerField(default=40)
    joined_on = models.DateField()
    gone_on = models.DateField(null=True)
    created_at = models.DateTimeField()

    class Meta:
        db_table = "residency_member"
        constraints = (
            models.CheckConstraint(
                name="member_stay_sound", condition=models.Q(gone_on=None) | models.Q(gone_on__gt=models.F("joined_on"))
            ),
            models.CheckConstraint(name="member_kind_known", condition=models.Q(kind__in=KINDS)),
            models.CheckConstraint(name="member_hours_sound", condition=models.Q(weekly_hours__gte=1, weekly_hours__lte=80)),
            ExclusionConstraint(
                name="member_once_at_a_time",
                expressions=[
                    ("company", RangeOperators.EQUAL), ("person", RangeOperators.EQUAL),
                    (models.Func("joined_on", "gone_on", function="daterange", output_field=DateRangeField()),
                     RangeOperators.OVERLAPS),
                ],
            ),
        )
        indexes = (models.Index(fields=["person"], name="member_of_person"),)

    def __str__(self) -> str:
        return self.code


class MemberContact(Row):
    """Whom to call when something happens to her. Seen by safety staff and herself, not by her company."""

    member = models.OneToOneField("residency.Member", on_delete=models.PROTECT, related_name="contact")
    person = models.ForeignKey("core.User", on_delete=models.PROTECT, related_name="+")
    name = models.CharField(max_length=80)
    phone = models.CharField(max_length=40)
    relation = models.CharField(max_length=40, blank=True)

    class Meta:
        db_table = "residency_member_contact"
        constraints = (models.CheckConstraint(name="contact_said", condition=~models.Q(name="") & ~models.Q(phone="")),)

    def __str__(self) -> str:
        return self.name
