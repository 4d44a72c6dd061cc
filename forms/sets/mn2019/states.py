"""States of a report and the moves between them, in the words of the national system's help pages (17/7/2019).

The names of the states and the exact moves are inferred. Nothing is sent over a network: the owner records
what was done in the national system, or reads the answer file that the office made.
"""

from __future__ import annotations

from forms.sets.workflow import Move, State

STATES: dict[str, State] = {
    state.id: state
    for state in (
        State("draft", "Nháp", editable=True),
        State("sent", "Đã gửi", editable=False),
        State("approved", "Đã duyệt", editable=False),
        State("rejected", "Bị từ chối", editable=True),
        State("locked", "Đã khóa", editable=False),
        State("unlock_requested", "Đã gửi yêu cầu mở khóa", editable=False),
        State("unlocked", "Đã mở khóa", editable=True),
    )
}


SEND = Move("send", ("draft", "rejected", "unlocked"), "sent", "facility", "Gửi báo cáo đầu năm")
ANSWERS: dict[str, Move] = {
    move.id: move
    for move in (
        Move("approve", ("sent",), "approved", "office", "Duyệt"),
        Move("reject", ("sent",), "rejected", "office", "Từ chối", needs_note=True),
        Move("lock", ("sent", "approved"), "locked", "office", "Khóa"),
        Move("unlock", ("locked", "unlock_requested"), "unlocked", "office", "Mở khóa"),
        Move(
            "request-unlock",
            ("locked",),
            "unlock_requested",
            "facility",
            "Gửi yêu cầu mở khóa",
            needs_note=True,
        ),
    )
}
"""The moves after a sending, by their id."""
