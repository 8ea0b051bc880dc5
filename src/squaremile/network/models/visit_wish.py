"""Whom a delegation wants to meet, where and when that may be, and what is to be said there."""

from django.db import models

from squaremile.kernel.models import PeriodField, Row, both_names, code_fits_addresses, sound_period
from squaremile.kernel.words import pick


class VisitPlace(Row):
    """A place of a visit. `base` is where the days begin and end."""

    code = models.CharField(max_length=20, unique=True)
    delegation = models.ForeignKey("network.Delegation", on_delete=models.PROTECT, related_name="places")
    name_ko = models.CharField(max_length=200, blank=True)
    name_en = models.CharField(max_length=200, blank=True)
    address = models.CharField(max_length=300, blank=True)
    latitude = models.DecimalField(max_digits=8, decimal_places=5, null=True)
    longitude = models.DecimalField(max_digits=8, decimal_places=5, null=True)
    base = models.BooleanField(default=False)

    class Meta:
        db_table = "network_visit_place"
        constraints = (
            both_names("visit_place_named"),
            code_fits_addresses("visit_place_code_fits"),
            models.UniqueConstraint(
                name="visit_base_once", fields=["delegation"], condition=models.Q(base=True)
            ),
            models.CheckConstraint(
                name="visit_place_paired",
                condition=models.Q(latitude=None, longitude=None)
                | models.Q(latitude__range=(-90, 90), longitude__range=(-180, 180)),
            ),
        )

    @property
    def name(self) -> str:
        return pick(self.name_ko, self.name_en)

    def __str__(self) -> str:
        return self.name


class VisitWay(Row):
    """Minutes from one place to another, entered by hand."""

    origin = models.ForeignKey("network.VisitPlace", on_delete=models.PROTECT, related_name="ways_from")
    target = models.ForeignKey("network.VisitPlace", on_delete=models.PROTECT, related_name="ways_to")
    minutes = models.PositiveSmallIntegerField()

    class Meta:
        db_table = "network_visit_way"
        constraints = (
            models.UniqueConstraint(name="visit_way_once", fields=["origin", "target"]),
            models.CheckConstraint(
                name="visit_way_sound",
                condition=models.Q(minutes__lte=1440) & ~models.Q(origin=models.F("target")),
            ),
        )

    def __str__(self) -> str:
        return f"{self.minutes} min"


class VisitWish(Row):
    """A meeting that is wanted: with whom, how long, how much; and what its sheet says."""

    code = models.CharField(max_length=20, unique=True)
    delegation = models.ForeignKey("network.Delegation", on_delete=models.PROTECT, related_name="wishes")
    host = models.ForeignKey("network.Person", on_delete=models.PROTECT, null=True, related_name="+")
    partner = models.ForeignKey("network.Partner", on_delete=models.PROTECT, null=True, related_name="+")
    title_ko = models.CharField(max_length=200, blank=True)
    title_en = models.CharField(max_length=200, blank=True)
    place = models.ForeignKey("network.VisitPlace", on_delete=models.PROTECT, null=True, related_name="wishes")
    party = models.ForeignKey("network.VisitParty", on_delete=models.PROTECT, null=True, related_name="wishes")
    """Who is to be there; empty is everybody."""
    minutes = models.PositiveSmallIntegerField(default=60)
    priority = models.PositiveSmallIntegerField(default=3)
    """1 to 5; 5 is the most wanted."""
    equal_rank = models.BooleanField(default=False)
    """Protocol: one of us must be of the host's level, one more or one less."""
    asks_ko = models.TextField(blank=True)
    asks_en = models.TextField(blank=True)
    offers_ko = models.TextField(blank=True)
    offers_en = models.TextField(blank=True)
    talking_ko = models.TextField(blank=True)
    talking_en = models.TextField(blank=True)
    avoid_ko = models.TextField(blank=True)
    avoid_en = models.TextField(blank=True)
    """What is not to be raised."""

    class Meta:
        db_table = "network_visit_wish"
        constraints = (
            models.CheckConstraint(name="wish_titled", condition=~models.Q(title_ko="", title_en="")),
            code_fits_addresses("wish_code_fits"),
            models.CheckConstraint(
                name="wish_sound", condition=models.Q(minutes__range=(5, 600), priority__range=(1, 5))
            ),
        )

    @property
    def title(self) -> str:
        return pick(self.title_ko, self.title_en)

    def __str__(self) -> str:
        return self.title


class HostWindow(Row):
    """A span in which a wished-for host is free."""

    wish = models.ForeignKey("network.VisitWish", on_delete=models.PROTECT, related_name="windows")
    period = PeriodField()

    class Meta:
        db_table = "network_visit_window"
        constraints = (sound_period("period", "visit_window_sound"),)

    def __str__(self) -> str:
        return str(self.period)
