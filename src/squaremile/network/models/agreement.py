"""An agreement, who stands behind it, what was checked and written, and every step of its life."""

from django.contrib.postgres.fields import ArrayField
from django.db import models

from squaremile.kernel.models import Row, code_fits_addresses
from squaremile.kernel.words import pick
from squaremile.network.policies.agreements import CHECKS, ENDED, RELATIONS, RESULTS, ROLES, STATES, TYPES


class Agreement(Row):
    """What two or more bodies agreed. Seen by its parties' own people, liaison staff and auditors; what the cluster
    may know of it is its published summary.
    """

    code = models.CharField(max_length=20, unique=True)
    type = models.CharField(max_length=24, choices=[(t, t) for t in TYPES])
    title_ko = models.CharField(max_length=200, blank=True)
    title_en = models.CharField(max_length=200, blank=True)
    scope_ko = models.TextField(blank=True)
    scope_en = models.TextField(blank=True)
    governing = models.CharField(max_length=200, blank=True)
    """The law or text that governs it, as the agreement says it."""
    binding = models.BooleanField()
    """Any money or mutual obligation? Decides the regime: with it the reports, plans and reviews of the register."""
    state = models.CharField(max_length=12, choices=[(s, s) for s in STATES])
    moved_on = models.DateField()
    """The day of the latest step, as its papers say."""
    moved_at = models.DateTimeField()
    """When the latest step was recorded here."""
    moved_why = models.CharField(max_length=300, blank=True)
    lesson_ko = models.CharField(max_length=300, blank=True)
    lesson_en = models.CharField(max_length=300, blank=True)
    signed_on = models.DateField(null=True)
    effective_on = models.DateField(null=True)
    ends_on = models.DateField(null=True)
    """The last day of its term; empty for one without end."""
    auto_renews = models.BooleanField(default=False)
    renews_months = models.PositiveSmallIntegerField(null=True)
    """By how many months it renews itself, as its clause says; empty where nobody recorded it: then it is renewed by hand."""
    notice_days = models.PositiveSmallIntegerField(null=True)
    notice_given_on = models.DateField(null=True)
    """The day one party told the others that it ends with its term."""
    notice_given_by = models.CharField(max_length=200, blank=True)
    exclusive = models.BooleanField(default=False)
    """A licence to one alone: who granted it is bound for others of that field."""
    parent = models.ForeignKey("network.Agreement", on_delete=models.PROTECT, null=True, related_name="children")
    relation = models.CharField(max_length=12, blank=True, choices=[(r, r) for r in RELATIONS])
    officer = models.ForeignKey("core.User", on_delete=models.PROTECT, related_name="+")
    deputy = models.ForeignKey("core.User", on_delete=models.PROTECT, null=True, related_name="+")
    readers = ArrayField(models.UUIDField(), default=list)
    """Organisations of the cluster among its parties, whose people may read it. Kept by the database."""
    created_at = models.DateTimeField()

    class Meta:
        db_table = "network_agreement"
        constraints = (
            models.CheckConstraint(name="agreement_titled", condition=~models.Q(title_ko="", title_en="")),
            code_fits_addresses("agreement_code_fits"),
            models.CheckConstraint(name="agreement_type_known", condition=models.Q(type__in=TYPES)),
            models.CheckConstraint(name="agreement_state_known", condition=models.Q(state__in=STATES)),
            models.CheckConstraint(
                name="agreement_signed_dated",
                condition=models.Q(state__in=("draft", "review", "approved"), signed_on=None)
                | models.Q(state="withdrawn") | models.Q(signed_on__isnull=False),
            ),
            models.CheckConstraint(
                name="agreement_term_sound",
                condition=models.Q(ends_on=None) | models.Q(effective_on=None)
                | models.Q(ends_on__gte=models.F("effective_on")),
            ),
            models.CheckConstraint(
                name="agreement_notice_sound",
                condition=models.Q(notice_days=None) | models.Q(notice_days__lte=1095, ends_on__isnull=False),
            ),
            models.CheckConstraint(
                name="agreement_renewal_sound",
                condition=(models.Q(renews_months=None) | models.Q(renews_months__range=(1, 600)))
                & (models.Q(auto_renews=False) | models.Q(ends_on__isnull=False)),
            ),
            models.CheckConstraint(
                name="agreement_notice_paired",
                condition=models.Q(notice_given_on=None, notice_given_by="")
                | models.Q(notice_given_on__isnull=False) & ~models.Q(notice_given_by=""),
            ),
            models.CheckConstraint(
                name="agreement_exclusive_licence", condition=models.Q(exclusive=False) | models.Q(type="licence")
            ),
            models.CheckConstraint(
                name="agreement_family_sound",
                condition=models.Q(parent=None, relation="")
                | models.Q(parent__isnull=False, relation__in=RELATIONS) & ~models.Q(parent=models.F("id")),
            ),
        )
        indexes = (models.Index(fields=["state", "ends_on"], name="agreement_by_state"),)

    @property
    def title(self) -> str:
        return pick(self.title_ko, self.title_en)

    def __str__(self) -> str:
        return self.title


class AgreementTransition(Row):
    """One step of an agreement's life, with its day and reason. Written by the database whenever the state changes."""

    agreement = models.ForeignKey("network.Agreement", on_delete=models.PROTECT, related_name="transitions")
    before = models.CharField(max_length=12, blank=True)
    after = models.CharField(max_length=12)
    at = models.DateTimeField()
    happened_on = models.DateField()
    reason = models.CharField(max_length=300, blank=True)
    lesson_ko = models.CharField(max_length=300, blank=True)
    lesson_en = models.CharField(max_length=300, blank=True)
    actor = models.UUIDField(null=True)
    operator = models.UUIDField(null=True)

    class Meta:
        db_table = "network_agreement_transition"
        constraints = (
            models.CheckConstraint(
                name="agreement_end_explained",
                condition=~models.Q(after__in=[s for s in ENDED if s != "completed"]) | ~models.Q(reason=""),
            ),
        )

    def __str__(self) -> str:
        return f"{self.before} → {self.after}"


class AgreementTerm(Row):
    """One term of an agreement: the first, and one for each renewal. What was written stays."""

    agreement = models.ForeignKey("network.Agreement", on_delete=models.PROTECT, related_name="terms")
    number = models.PositiveSmallIntegerField()
    starts_on = models.DateField()
    ends_on = models.DateField()
    by_clause = models.BooleanField(default=False)
    """It renewed itself: nobody gave notice in time."""
    recorded_at = models.DateTimeField()

    class Meta:
        db_table = "network_agreement_term"
        constraints = (
            models.UniqueConstraint(fields=["agreement", "number"], name="agreement_term_numbered"),
            models.UniqueConstraint(fields=["agreement", "ends_on"], name="agreement_term_once"),
            models.CheckConstraint(name="agreement_term_dated", condition=models.Q(ends_on__gte=models.F("starts_on"))),
        )

    def __str__(self) -> str:
        return f"{self.starts_on} – {self.ends_on}"


class AgreementParty(Row):
    """One body that stands behind an agreement: of the directory, of the cluster, or both."""

    code = models.CharField(max_length=20, unique=True)
    agreement = models.ForeignKey("network.Agreement", on_delete=models.PROTECT, related_name="parties")
    partner = models.ForeignKey("network.Partner", on_delete=models.PROTECT, null=True, related_name="+")
    organisation = models.ForeignKey("core.Organisation", on_delete=models.PROTECT, null=True, related_name="+")
    name_ko = models.CharField(max_length=200, blank=True)
    name_en = models.CharField(max_length=200, blank=True)
    """As it is called in the agreement: the names stay what they were at signing."""
    role = models.CharField(max_length=12, choices=[(r, r) for r in ROLES])

    class Meta:
        db_table = "network_agreement_party"
        constraints = (
            models.CheckConstraint(
                name="party_is_somebody",
                condition=models.Q(partner__isnull=False) | models.Q(organisation__isnull=False),
            ),
            models.CheckConstraint(name="party_role_known", condition=models.Q(role__in=ROLES)),
            models.UniqueConstraint(name="party_once_as_partner", fields=["agreement", "partner"]),
            models.UniqueConstraint(name="party_once_as_organisation", fields=["agreement", "organisation"]),
        )

    @property
    def name(self) -> str:
        return pick(self.name_ko, self.name_en)

    def __str__(self) -> str:
        return self.name


class Signatory(Row):
    """Who signs for a party, as what, and when she did."""

    party = models.ForeignKey("network.AgreementParty", on_delete=models.PROTECT, related_name="signatories")
    name_ko = models.CharField(max_length=120, blank=True)
    name_en = models.CharField(max_length=120, blank=True)
    role_ko = models.CharField(max_length=120, blank=True)
    role_en = models.CharField(max_length=120, blank=True)
    signed_on = models.DateField(null=True)

    class Meta:
        db_table = "network_agreement_signatory"
        constraints = (
            models.CheckConstraint(name="signatory_named", condition=~models.Q(name_ko="", name_en="")),
        )

    def __str__(self) -> str:
        return pick(self.name_ko, self.name_en)


class AgreementPaper(Row):
    """A file of an agreement: a language version of its text, or evidence of what came of it. Known by its hash."""

    code = models.CharField(max_length=20, unique=True)
    agreement = models.ForeignKey("network.Agreement", on_delete=models.PROTECT, related_name="papers")
    language = models.CharField(max_length=2, blank=True)
    """ISO 639-1 for a version of the text; empty for evidence."""
    prevails = models.BooleanField(default=False)
    """The version that counts where the languages differ."""
    name = models.CharField(max_length=200)
    media_type = models.CharField(max_length=100)
    size = models.PositiveIntegerField()
    sha256 = models.CharField(max_length=64)
    at = models.DateTimeField()
    added_by = models.ForeignKey("core.User", on_delete=models.PROTECT, related_name="+")

    class Meta:
        db_table = "network_agreement_paper"
        constraints = (
            models.CheckConstraint(name="paper_hash_formed", condition=models.Q(sha256__regex=r"^[0-9a-f]{64}$")),
            models.CheckConstraint(name="paper_language_formed", condition=models.Q(language__regex=r"^([a-z]{2})?$")),
            models.UniqueConstraint(
                name="paper_one_prevails", fields=["agreement"], condition=models.Q(prevails=True)
            ),
        )

    def __str__(self) -> str:
        return self.name


class AgreementCheck(Row):
    """What looking into a partner found: capacity, sanctions and export control, conflicts. The latest counts."""

    agreement = models.ForeignKey("network.Agreement", on_delete=models.PROTECT, related_name="checks")
    item = models.CharField(max_length=12, choices=[(c, c) for c in CHECKS])
    result = models.CharField(max_length=12, choices=[(r, r) for r in RESULTS])
    says = models.CharField(max_length=300, blank=True)
    checked_on = models.DateField()
    at = models.DateTimeField()
    checked_by = models.ForeignKey("core.User", on_delete=models.PROTECT, related_name="+")

    class Meta:
        db_table = "network_agreement_check"
        constraints = (
            models.CheckConstraint(name="check_known", condition=models.Q(item__in=CHECKS, result__in=RESULTS)),
        )

    def __str__(self) -> str:
        return f"{self.item}: {self.result}"


class AgreementSummary(Row):
    """What everybody in the cluster may know of a signed agreement, once it is published."""

    agreement = models.OneToOneField("network.Agreement", on_delete=models.PROTECT, related_name="summary")
    code = models.CharField(max_length=20, unique=True)
    """The agreement's own: its row is not there for those who read this."""
    type = models.CharField(max_length=24)
    title_ko = models.CharField(max_length=200, blank=True)
    title_en = models.CharField(max_length=200, blank=True)
    says_ko = models.TextField(blank=True)
    says_en = models.TextField(blank=True)
    parties_ko = models.CharField(max_length=500, blank=True)
    parties_en = models.CharField(max_length=500, blank=True)
    signed_on = models.DateField()
    listed = models.BooleanField(default=True)
    published_at = models.DateTimeField()
    published_by = models.ForeignKey("core.User", on_delete=models.PROTECT, related_name="+")

    class Meta:
        db_table = "network_agreement_summary"
        constraints = (
            models.CheckConstraint(name="summary_titled", condition=~models.Q(title_ko="", title_en="")),
        )

    def __str__(self) -> str:
        return pick(self.title_ko, self.title_en)
