"""The two entrances to an application: by a key from the mail, and with an account of the company that applies."""

from collections.abc import Callable
from dataclasses import dataclass, field

from django.http import HttpResponse

from squaremile.residency import rules
from squaremile.web.shell.entry import by_key, only

View = Callable[..., HttpResponse]


@dataclass(frozen=True, slots=True)
class Ways:
    """One entrance: who comes in, the frame of its pages, and what each page is called among the addresses."""

    name: str
    frame: str
    begin: str
    """What the addresses of applications begin with; `files` likewise for files of answers."""
    files: str
    guard: Callable[[View], View]
    mine: str = field(init=False)
    write: str = field(init=False)
    read: str = field(init=False)
    answer: str = field(init=False)
    file_add: str = field(init=False)
    file: str = field(init=False)
    file_remove: str = field(init=False)
    hand_in: str = field(init=False)
    withdraw: str = field(init=False)
    editors: str = field(init=False)
    pitch_times: str = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "mine", {"door": "door_applicant"}.get(self.name, f"{self.name}_applications"))
        for page in ("write", "read", "answer", "file_add", "file", "file_remove", "hand_in", "withdraw", "editors", "pitch_times"):
            object.__setattr__(self, page, f"{self.name}_{page}")

    @property
    def own(self) -> bool:
        """With an account: there is a rail, and colleagues write without a link."""
        return self.name == "own"


DOOR = Ways("door", "shell/door.html", "door/applications/", "door/answer-files/", by_key("applicant"))
OWN = Ways(
    "own", "shell/base.html", "residency/applications/", "residency/answer-files/", only(rules.apply_from_inside),
)
