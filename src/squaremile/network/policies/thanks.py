"""A letter of thanks to begin with: who, when, about what. Whoever sends it makes it her own."""

from datetime import date


def draft(*, host: str, delegation: str, subject: str, on: date, sender: str, language: str, inbound: bool) -> str:
    """The letter, in ko or en, as plain text of several lines. `inbound`: they came to us; an empty host is everyone."""
    if language == "ko":
        came = "찾아 주셔서" if inbound else f"저희 「{delegation}」 방문단을 맞아 주셔서"
        return (
            f"{host or '여러분'} 귀하\n\n{on.month}월 {on.day}일에 {came} 감사합니다.\n"
            f"「{subject}」 면담에서 나눈 말씀과 약속을 정리해 일주일 안에 보내 드리겠습니다.\n\n{sender} 드림"
        )
    came = "visiting us" if inbound else f"receiving the delegation {delegation}"
    return (
        f"Dear {host or 'all'},\n\nThank you for {came} on {on.day} {on:%B}.\n"
        f"Within a week we will send you what we noted and promised at “{subject}”.\n\nWith kind regards,\n{sender}"
    )
