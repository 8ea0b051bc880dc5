"""Whether a password will do, said in both languages at once."""

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.utils import translation

from squaremile.core import words
from squaremile.core.models import User
from squaremile.kernel.errors import Invalid
from squaremile.kernel.words import Text


def check_password(password: str, person: User) -> None:
    """Raises `access.weak_password`, with what is wrong beside the field, where a validator of the settings objects."""
    said = {language: _objections(password, person, language) for language in ("ko", "en")}
    if said["ko"]:
        raise Invalid(words.WEAK_PASSWORD, fields={"password": Text(**said)})


def _objections(password: str, person: User, language: str) -> str:
    """The validators speak as they judge, so each language is judged anew."""
    with translation.override(language):
        try:
            validate_password(password, person)
        except ValidationError as error:
            return " ".join(error.messages)
    return ""
