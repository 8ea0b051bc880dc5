"""Every form of safety that is sent rests its buttons until the answer is there: a second click makes no second container."""

import re
from pathlib import Path

import pytest

from squaremile.web import pages, shell

SAFETY = Path(pages.__file__).parent / "safety" / "templates"
TEMPLATES = [*SAFETY.rglob("*.html"), Path(shell.__file__).parent / "templates" / "shell" / "form.html"]
FORM = re.compile(r'<form [^>]*?(?:"[^"]*"[^>]*?)*>')
MANY_TIMES = ("safety_print_signs", "safety_count_scans")
"""Those that may be sent as often as one likes: the answer is a paper, which leaves the page as it was; and labels, which count once."""


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: path.name)
def test_a_form_is_sent_once(template):
    for tag in FORM.findall(template.read_text(encoding="utf-8")):
        if 'method="post"' in tag and not any(each in tag for each in MANY_TIMES):
            assert re.search(r'data-controller="[a-z ]*\bonce\b', tag), tag
            assert "submit->once#send" in tag, tag
