"""How the sign-in library meets our people: accounts come from invitations, never from a public sign-up."""

from allauth.account.adapter import DefaultAccountAdapter
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from django.http import HttpRequest


class AccountAdapter(DefaultAccountAdapter):
    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False


class SocialAccountAdapter(DefaultSocialAccountAdapter):
    """A person of an identity provider is matched by her verified e-mail; unknown people need an invitation."""

    def is_open_for_signup(self, request: HttpRequest, sociallogin: object) -> bool:
        return False
