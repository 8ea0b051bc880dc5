"""A provider of electronic tax invoices that sends nothing: for demonstrations and tests.

It answers in the shape of the tax office's network: an approval number of 24 signs, which begins with the date written on
the invoice (작성일자), then eight of the system and eight of the invoice; or a reason why not. The same key gets the same answer.
"""

from collections.abc import Mapping
from hashlib import sha256
from typing import Any

from squaremile.billing.policies.exports.etax import Answer, registered
from squaremile.kernel.words import Text

SYSTEM = "41000000"
CLOSED = "1010000002"
"""A sound number that the sandbox knows as a business that was closed."""
_CLOSED = Text(ko="공급받는 자가 휴·폐업 사업자입니다.", en="The buyer's business is closed.")
_NUMBER = Text(ko="사업자등록번호가 올바르지 않습니다.", en="A registration number is not one.")
_NAMELESS = Text(ko="상호와 대표자 성명이 있어야 합니다.", en="Both sides need their name and their representative.")
_ORIGINAL = Text(ko="수정세금계산서에는 당초 승인번호가 있어야 합니다.", en="A correction needs the approval number of its original.")


class Sandbox:
    """`etax.Provider`, without anybody behind it."""

    def issue(self, key: str, message: Mapping[str, Any]) -> Answer:
        """What the network would look at first: who, whether they are in business, and what a correction corrects."""
        sides = (message["supplier"], message["buyer"])
        for wrong, says in (
            (not all(registered(side["registration"]) for side in sides), _NUMBER),
            (message["buyer"]["registration"] == CLOSED, _CLOSED),
            (not all(side["name"] and side["representative"] for side in sides), _NAMELESS),
            (bool(message["modification"]) and not message["original_approval"], _ORIGINAL),
        ):
            if wrong:
                return Answer("", says)
        return Answer(f"{message['written_on'].replace('-', '')}{SYSTEM}{sha256(key.encode()).hexdigest()[:8]}")
