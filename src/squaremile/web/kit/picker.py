"""A field in which one types a name and gets a code: the browser's own list of suggestions, filled as one types.

Native `list` and `datalist`: the arrow keys choose, screen readers announce it, and whoever knows the code types it.
"""

from typing import Any
from urllib.parse import urlencode

from django import forms
from django.urls import reverse_lazy
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy

HINT = gettext_lazy("Type a name and choose.")


class PickerInput(forms.TextInput):
    """A text input with suggestions from `address`, asked for `what`."""

    def __init__(self, address: Any, what: str) -> None:
        super().__init__()
        self.address, self.what = address, what

    def render(self, name: str, value: Any, attrs: dict[str, Any] | None = None, renderer: Any = None) -> SafeString:
        place = f"{(attrs or {}).get('id') or name}-options"
        asked = {
            "list": place, "autocomplete": "off", "hx-get": f"{self.address}?{urlencode({'what': self.what, 'of': name})}",
            "hx-trigger": "focus once, input changed delay:200ms", "hx-target": f"#{place}", "hx-swap": "innerHTML",
            "hx-sync": "this:replace", "hx-push-url": "false",
        }  # fmt: skip
        return format_html('{}<datalist id="{}"></datalist>', super().render(name, value, (attrs or {}) | asked, renderer), place)


class Picker(forms.CharField):
    """The code of something of one sort, picked by its name."""

    def __init__(self, *, what: str, label: Any, address: str, help_text: Any = HINT, **more: Any) -> None:
        more.setdefault("max_length", 20)
        super().__init__(
            label=label, help_text=help_text, widget=PickerInput(reverse_lazy(address), what), **more
        )
