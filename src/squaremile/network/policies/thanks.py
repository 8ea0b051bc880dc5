"""A letter of thanks to begin with: who, when, about what. Whoever sends it makes it her own."""

from datetime import date


def draft(*, host: str, delegation: str, subject: str, on: date, sender: str, language: str) -> str:
    """The letter, in ko or en, as plain text of several lines."""
    if language == "ko":
        return (
            f"{host} 귀하\n\n{on.month}월 {on.day}일에 저희 「{delegation}」 방문단을 맞아 주셔서 감사합니다.\n"
            f"「{subject}」 면담에서 나눈 말씀과 약속을 정리해 일주일 안에 보내 드리겠습니다.\n\n{sender} 드림"
        )
    return (
        f"Dear {host},\n\nThank you for receiving the delegation {delegation} on {on.day} {on:%B}.\n"
        f"Within a week we will send you what we noted and promised at “{subject}”.\n\nWith kind regards,\n{sender}"
    )
