"""People."""

from squaremile.core import rules, words
from squaremile.core.models import User
from squaremile.kernel.operation import note, operation


@operation(
    "core.add_person", ko="사람 추가", en="Add a person", may=rules.keep_people,
    constraints={"core_user_email_key": words.EMAIL_TAKEN, "user_email_unique": words.EMAIL_TAKEN,
                 "user_named": words.BAD_INPUT},
)
def add_person(
    *, email: str, name_ko: str = "", name_en: str = "", language: str = "ko", password: str | None = None
) -> User:
    """Enter a person without an invitation: imports and demonstration. Without a password she signs in by reset link."""
    made = User.objects.create_user(
        email.strip().lower(), password, name_ko=name_ko.strip(), name_en=name_en.strip(), language=language
    )
    note(subject=made)
    return made
