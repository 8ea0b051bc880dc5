"""What is read from a label."""

import pytest

from squaremile.safety.policies.labels import code_on, codes_on


@pytest.mark.parametrize(("read", "code"), [
    (" ct-7k3m9qxa ", "CT-7K3M9QXA"), ("https://lab.example.org/safety/containers/CT-7K3M9QXA/", "CT-7K3M9QXA"),
    ("https://lab.example.org/safety/containers/CT-7K3M9QXA/?lang=en", "CT-7K3M9QXA"), ("https://lab.example.org", ""), ("", ""),
    ("(01)08806388123459(17)280301(10)LOT", "(01)0880638812345"[:20]),
])  # fmt: skip
def test_a_label_is_its_code(read, code):
    assert code_on(read).startswith(code)
    assert len(code_on(read)) <= 20


def test_each_code_once_and_in_order():
    assert codes_on(["CT-B", "ct-a", "", "CT-B"]) == ["CT-B", "CT-A"]
