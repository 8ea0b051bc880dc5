"""A person who signs in."""

from typing import Any, ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models.functions import Lower

from squaremile.kernel.ids import uuid7
from squaremile.kernel.scope import require
from squaremile.kernel.words import pick


class UserManager(BaseUserManager["User"]):
    """People are found only inside a scope, like everything else."""

    def get_queryset(self) -> models.QuerySet["User"]:
        require()
        return super().get_queryset()

    def create_user(self, email: str, password: str | None = None, **fields: Any) -> "User":
        user = self.model(email=self.normalize_email(email), **fields)
        user.set_password(password)
        user.save(using=self._db)
        return user


class User(AbstractBaseUser):
    """A person. What she may do comes from the roles she holds, never from here."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    email = models.EmailField(unique=True)
    name_ko = models.CharField(max_length=80, blank=True)
    name_en = models.CharField(max_length=80, blank=True)
    language = models.CharField(max_length=2, default="ko", choices=[("ko", "한국어"), ("en", "English")])
    phone = models.CharField(max_length=40, blank=True)
    is_active = models.BooleanField(default=True)
    mail_bookings = models.BooleanField(default=True)
    created_at = models.DateTimeField(auto_now_add=True)

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = []

    objects = UserManager()

    class Meta:
        db_table = "core_user"
        constraints = (
            # Sign-in needs it. It reveals nothing across companies: invitations never say whether a person exists.
            models.UniqueConstraint(Lower("email"), name="user_email_unique"),
            models.CheckConstraint(name="user_named", condition=~models.Q(name_ko="", name_en="")),
        )

    @property
    def name(self) -> str:
        return pick(self.name_ko, self.name_en)

    # allauth's templates and adapters ask for these; there is no Django admin and no model permission here.
    is_staff = False
    is_superuser = False

    def __str__(self) -> str:
        return self.name or self.email
