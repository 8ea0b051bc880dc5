"""Review: a round with its rubric, what reviewers read, what each says, and who may not say anything of whom."""

from django.db import models

from squaremile.kernel.models import Row

STAGES = ("paper", "mentor", "pitch")
STATES = ("draft", "open", "closed")
MOVES = (("", "draft"), ("draft", "open"), ("open", "closed"), ("closed", "open"))
REVIEW_STATES = ("given", "submitted", "barred")
REVIEW_MOVES = (("", "given"), ("given", "submitted"), ("given", "barred"), ("submitted", "barred"))
KINDS = ("own_company", "kin", "co_author", "investor", "mentor", "competitor", "other", "same_organisation", "same_domain")


class ReviewRound(Row):
    """One stage of a call's review: what is judged, by how many, and from where on it passes. For staff."""

    code = models.CharField(max_length=20, unique=True)
    call = models.ForeignKey("residency.Call", on_delete=models.PROTECT, related_name="rounds")
    stage = models.CharField(max_length=8, choices=[(s, s) for s in STAGES])
    state = models.CharField(max_length=8, choices=[(s, s) for s in STATES])
    rubric = models.JSONField()
    each = models.PositiveSmallIntegerField(default=3)
    """Reviewers an application gets."""
    quorum = models.PositiveSmallIntegerField(default=2)
    pass_mark = models.DecimalField(max_digits=5, decimal_places=2, default=70)
    places = models.PositiveSmallIntegerField(default=10)
    blind = models.BooleanField(default=True)
    hidden = models.JSONField(default=list)
    """Keys of questions whose answers would say whose they are."""
    created_at = models.DateTimeField()

    class Meta:
        db_table = "residency_review_round"
        constraints = (
            models.UniqueConstraint(fields=["call", "stage"], name="review_round_once"),
            models.CheckConstraint(name="review_round_stage_known", condition=models.Q(stage__in=STAGES)),
            models.CheckConstraint(name="review_round_state_known", condition=models.Q(state__in=STATES)),
            models.CheckConstraint(
                name="review_round_sound",
                condition=models.Q(each__range=(1, 10), quorum__gte=1, quorum__lte=models.F("each"), pass_mark__range=(0, 100)),
            ),
        )

    def __str__(self) -> str:
        return self.code


class ReviewRoundTransition(Row):
    """One step of a round's life. Written by the database itself whenever the state changes."""

    review_round = models.ForeignKey("residency.ReviewRound", on_delete=models.PROTECT, related_name="transitions")
    before = models.CharField(max_length=8, blank=True)
    after = models.CharField(max_length=8)
    at = models.DateTimeField()
    actor = models.UUIDField(null=True)
    operator = models.UUIDField(null=True)

    class Meta:
        db_table = "residency_review_round_transition"

    def __str__(self) -> str:
        return f"{self.before} → {self.after}"


class ReviewPaper(Row):
    """One answer as reviewers read it: copied when the round opens, in a blind round without what says whose it is.

    Reviewers see these rows and never the application's own, so nothing that a page forgets to hide can be asked for.
    """

    round = models.ForeignKey("residency.ReviewRound", on_delete=models.PROTECT, related_name="papers")
    application = models.ForeignKey("residency.Application", on_delete=models.PROTECT, related_name="+")
    number = models.PositiveSmallIntegerField()
    section_ko = models.CharField(max_length=300, blank=True)
    section_en = models.CharField(max_length=300, blank=True)
    label_ko = models.CharField(max_length=1000, blank=True)
    label_en = models.CharField(max_length=1000, blank=True)
    says_ko = models.TextField(blank=True)
    says_en = models.TextField(blank=True)

    class Meta:
        db_table = "residency_review_paper"
        constraints = (models.UniqueConstraint(fields=["round", "application", "number"], name="review_paper_numbered"),)

    def __str__(self) -> str:
        return self.label_en


class Review(Row):
    """One application in the hands of one reviewer. Handed in, it stays; a conflict takes it away. Companies never see it."""

    code = models.CharField(max_length=20, unique=True)
    round = models.ForeignKey("residency.ReviewRound", on_delete=models.PROTECT, related_name="reviews")
    application = models.ForeignKey("residency.Application", on_delete=models.PROTECT, related_name="reviews")
    reviewer = models.ForeignKey("residency.Reviewer", on_delete=models.PROTECT, related_name="reviews")
    state = models.CharField(max_length=10, choices=[(s, s) for s in REVIEW_STATES])
    rubric = models.JSONField()
    """The round's, so that she needs no look at the round, which says which call it is."""
    blind = models.BooleanField()
    points = models.JSONField(default=dict)
    total = models.DecimalField(max_digits=7, decimal_places=4, null=True)
    comment = models.CharField(max_length=4000, blank=True)
    version = models.PositiveIntegerField(default=0)
    given_at = models.DateTimeField()
    submitted_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "residency_review"
        constraints = (
            models.UniqueConstraint(fields=["round", "application", "reviewer"], name="review_once"),
            models.CheckConstraint(name="review_state_known", condition=models.Q(state__in=REVIEW_STATES)),
            models.CheckConstraint(
                name="review_submitted_scored",
                condition=~models.Q(state="submitted") | models.Q(total__range=(0, 100), submitted_at__isnull=False),
            ),
        )

    def __str__(self) -> str:
        return self.code


class ReviewTransition(Row):
    """One step of a review's life. Written by the database itself whenever the state changes."""

    review = models.ForeignKey("residency.Review", on_delete=models.PROTECT, related_name="transitions")
    before = models.CharField(max_length=10, blank=True)
    after = models.CharField(max_length=10)
    at = models.DateTimeField()
    actor = models.UUIDField(null=True)
    operator = models.UUIDField(null=True)

    class Meta:
        db_table = "residency_review_transition"

    def __str__(self) -> str:
        return f"{self.before} → {self.after}"


class ReviewConflict(Row):
    """A reviewer and an application that must not meet. Rows are added and never changed; each ends what she had of it."""

    code = models.CharField(max_length=20, unique=True)
    application = models.ForeignKey("residency.Application", on_delete=models.PROTECT, related_name="conflicts")
    reviewer = models.ForeignKey("residency.Reviewer", on_delete=models.PROTECT, related_name="conflicts")
    kind = models.CharField(max_length=20, choices=[(k, k) for k in KINDS])
    why = models.CharField(max_length=1000, blank=True)
    at = models.DateTimeField()

    class Meta:
        db_table = "residency_review_conflict"
        constraints = (
            models.UniqueConstraint(fields=["application", "reviewer", "kind"], name="review_conflict_once"),
            models.CheckConstraint(name="review_conflict_kind_known", condition=models.Q(kind__in=KINDS)),
        )

    def __str__(self) -> str:
        return self.code
