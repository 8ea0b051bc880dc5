"""How the sign-in library meets our people: accounts come from invitations, never from a public sign-up."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from django.http import HttpRequest, HttpResponse
from django.utils import translation

from squaremile.core.entering import account
from squaremile.core.notices import post
from squaremile.web.pages.accounts.signing_in import speak


class AccountAdapter(DefaultAccountAdapter):
    """Closed sign-up; mail through the queue, in the reader's language."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """Queued like all mail: a mail server that is away neither delays nor breaks signing in.

        Answers come equally fast for known and unknown addresses.
        """
        language = getattr(context.get("user"), "language", None) or translation.get_language()
        with translation.override(language):
            message = self.render_mail(template_prefix, email, {"request": self.request, "email": email, **context})
        post(to=email, subject=message.subject, body=str(message.body), secret=True)

    def post_login(self, request: HttpRequest, user: Any, **more: Any) -> HttpResponse:
        return speak(super().post_login(request, user, **more), user.language)


class SocialAccountAdapter(DefaultSocialAccountAdapter):
    """A person of an identity provider is matched by her verified e-mail; unknown people need an invitation."""

    def is_open_for_signup(self, request: HttpRequest, sociallogin: Any) -> bool:
        return False

    def pre_social_login(self, request: HttpRequest, sociallogin: Any) -> None:
        """The first time, connect the provider's account to the person with that address.

        Providers are named by whoever runs the site; what they call verified is believed, nothing else is.
        """
        if sociallogin.is_existing or request.user.is_authenticated:
            return
        for address in sociallogin.email_addresses:
            person = account(address.email) if address.verified else None
            if person is not None:
                sociallogin.connect(request, person)
                return
