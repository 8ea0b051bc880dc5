"""The worker's rounds: mail does not wait behind facts."""

import threading

import pytest

from squaremile.core import worker


@pytest.fixture(autouse=True)
def no_tasks(monkeypatch):
    monkeypatch.setattr(worker, "_tasks", {})


def test_mail_goes_first_and_again_after_each_fact(monkeypatch):
    done, facts = [], iter([1, 1, 0])
    monkeypatch.setattr(worker.mailing, "send", lambda: done.append("mail") or 1)
    monkeypatch.setattr(worker.outbox, "deliver", lambda limit: done.append("fact" if (got := next(facts)) else "none") or got)
    assert worker.once() == 5
    assert done == ["mail", "fact", "mail", "fact", "mail", "none"]


def test_a_round_ends_though_facts_go_on(monkeypatch):
    monkeypatch.setattr(worker.mailing, "send", lambda: 0)
    monkeypatch.setattr(worker.outbox, "deliver", lambda limit: 1)
    assert worker.once() == worker.MOST_FACTS


def test_a_code_goes_out_while_a_handler_takes_long(monkeypatch):
    stop, begun, sent, in_time = threading.Event(), threading.Event(), threading.Event(), []

    def long_fact(limit):
        begun.set()
        in_time.append(sent.wait(20))
        stop.set()
        return 0

    def send():
        if begun.is_set():
            sent.set()
        return 0

    monkeypatch.setattr(worker.mailing, "send", send)
    monkeypatch.setattr(worker.outbox, "deliver", long_fact)
    run = threading.Thread(target=worker.loop, args=(stop,), kwargs={"poll": 0.01})
    run.start()
    run.join(timeout=40)
    assert in_time == [True]
    assert not run.is_alive()
