"""A job away from the keys: what is heard of it, and that only its own process is ended."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from threading import Event, Thread
from typing import Any

import pytest

from forms.model.errors import NhomtreError, Refused
from tui.jobs.background import Job


class Desk:
    """The side of the keys: carries out what it is told when it comes to it."""

    def __init__(self) -> None:
        self.calls: list[Callable[[], None]] = []
        self.outcomes: list[int | NhomtreError] = []
        self.steps: list[tuple[int, int]] = []

    def job(self, work: Callable[[Job[Any]], int]) -> Job[int]:
        return Job(work, self.outcomes.append, lambda done, total: self.steps.append((done, total)))

    def carry_out(self) -> None:
        while self.calls:
            self.calls.pop(0)()


@pytest.fixture
def desk() -> Desk:
    return Desk()


def test_progress_and_the_result_come_in_order_on_the_side_of_the_keys(desk: Desk) -> None:
    def work(job: Job[Any]) -> int:
        job.progress(1, 2)
        job.progress(2, 2)
        return 7

    thread = Thread(target=desk.job(work).carry_out, args=(desk.calls.append,))
    thread.start()
    thread.join(30)
    assert (desk.steps, desk.outcomes) == ([], []), "nothing is carried out in the thread"
    desk.calls.pop(0)()
    assert (desk.steps, desk.outcomes) == ([(1, 2)], [])
    desk.carry_out()
    assert (desk.steps, desk.outcomes) == ([(1, 2), (2, 2)], [7])


def test_a_refusal_is_an_outcome(desk: Desk) -> None:
    refusal = Refused("Không được.")

    def work(_: Job[Any]) -> int:
        raise refusal

    desk.job(work).carry_out(desk.calls.append)
    desk.carry_out()
    assert desk.outcomes == [refusal]


def test_a_bug_in_the_thread_is_raised_on_the_side_of_the_keys(desk: Desk) -> None:
    desk.job(lambda _: 1 // 0).carry_out(desk.calls.append)
    with pytest.raises(ZeroDivisionError):
        desk.carry_out()
    assert desk.outcomes == []


@pytest.mark.parametrize("is_late", [True, False])
def test_nothing_is_heard_once_it_is_stopped(desk: Desk, is_late: bool) -> None:
    """Stopped before the work ends, or between its end and the moment when the keys come to it."""
    started, go = Event(), Event()

    def work(job: Job[Any]) -> int:
        job.progress(1, 2)
        started.set()
        assert go.wait(30)
        assert job.is_stopped is not is_late
        return 7

    job = desk.job(work)
    thread = Thread(target=job.carry_out, args=(desk.calls.append,))
    thread.start()
    assert started.wait(30)
    if not is_late:
        job.stop()
    go.set()
    thread.join(30)
    job.stop()
    desk.carry_out()
    assert (desk.steps, desk.outcomes) == ([], [])


def wait_for_input(statuses: list[int], begun: Callable[[Job[Any]], None]) -> Callable[[Job[Any]], int]:
    """Waits for a process that does not end by itself."""

    def work(job: Job[Any]) -> int:
        with subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE) as process:
            job.watch(process)
            begun(job)
            statuses.append(process.wait(30))
        return statuses[-1]

    return work


def test_only_the_process_that_is_waited_for_is_ended(desk: Desk) -> None:
    statuses: list[int] = []
    with subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE) as other:
        desk.job(wait_for_input(statuses, lambda job: job.stop())).carry_out(desk.calls.append)
        assert statuses != [0]
        assert other.poll() is None
        other.communicate(b"\n", 30)
        assert other.returncode == 0
    desk.carry_out()
    assert desk.outcomes == []


def test_work_stopped_before_its_process_began_ends_at_once(desk: Desk) -> None:
    statuses: list[int] = []
    job = desk.job(wait_for_input(statuses, lambda _: None))
    job.stop()
    job.carry_out(desk.calls.append)
    assert statuses != [0]
    desk.carry_out()
    assert desk.outcomes == []
