"""What goes to the office and comes back: sendings, answers, the sum; and what is carried to the stick and brought back."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from random import Random

from forms.dossier.content import apply
from forms.dossier.dossier import Kind
from forms.model.errors import NhomtreError, Refused
from forms.package.answers import Answer, answering
from forms.package.writer import write
from forms.report.figures import FiguresOf, take
from forms.report.report import check_code
from forms.report.submission import can_send, sending, with_files
from forms.store.backups.backup_file import decode_backup
from tests.simulation.disk import NO_FAULT, Fault
from tests.simulation.ledger import Ledger, Outcome, Sent, demand, edited, flat
from tests.simulation.owner_steps import commit
from tests.simulation.season import DIED, Carried, Facility, Placed, Season
from tui.jobs.district.combining import combine
from tui.jobs.keeping.backing_up import back_up
from tui.jobs.keeping.restoring import Restoration, There, plan_restoration, restore

ACCOUNT = ("state", "revision", "sent", "answers", "complaints", "portal", "last_ref")
"""Parts that a restored dossier keeps of its own."""
PACKAGE = "goi.json"


def send(season: Season, facility: Facility, random: Random) -> None:
    """The report is sent: files, frozen content and the line of the journal, all or nothing."""
    session = season.writer(facility, random)
    if session is None or not session.dossier.seq or not can_send(session.dossier.content):
        return
    if session.dossier.content.taken_at is None:
        commit(
            season, facility, session, list(take(session.dossier.content, season.now())), Kind.EDIT, random
        )
        return
    ledger, fault, content = facility.ledger(), season.fault(random, 0.5), session.dossier.content
    number = content.revision
    change = sending(content, FiguresOf()(content), "Người Mẫu", season.now(), str(session.head))
    files = {
        PACKAGE: write(apply(content, change)).encode(),
        "bieu.pdf": random.randbytes(random.randrange(1, 3000)),
    }
    change = with_files(
        content, change, {name: hashlib.sha256(data).hexdigest() for name, data in files.items()}
    )
    after = apply(content, change)
    outcome = Outcome(edited(ledger.state, change), Kind.MOVE.value, season.now())
    revision = Sent(outcome.state, files, check_code(after, FiguresOf()(after)))
    result = season.act(facility, lambda: session.send(change, files), fault)
    is_sent = season.settle(facility, session, outcome, result, fault)
    if is_sent:
        ledger.sent[number] = revision
    else:
        ledger.maybe_sent[number] = revision
    if not isinstance(result, NhomtreError) and result is not DIED:
        demand(is_sent, "what was told as sent is sent", number)


def answer(season: Season, facility: Facility, random: Random) -> None:
    """The office answers."""
    session = season.writer(facility, random)
    if session is None or not session.dossier.content.is_frozen:
        return
    content, fault, ledger = session.dossier.content, season.fault(random), facility.ledger()
    moves = [move for move in content.form.answers.values() if content.state in move.sources]
    move = random.choice([move for move in moves if move.id in ("reject", "unlock")] or moves)
    change = answering(content, Answer(move, season.now(), "Phòng Mẫu", "Sửa lại", content.last_sent))
    outcome = Outcome(edited(ledger.state, change), Kind.MOVE.value, season.now())
    result = season.act(facility, lambda: session.dossier.commit(change, kind=Kind.MOVE), fault)
    season.settle(facility, session, outcome, result, fault)


def hand_in(season: Season, facility: Facility, random: Random) -> None:
    """The package of the revision sent last lies in the folder of the office, and all of them are added up."""
    year = facility.year
    ledger = facility.ledger()
    if not ledger.sent or not ledger.is_clean or ledger.maybe or ledger.is_wounded:
        return
    number = max(ledger.sent)
    if PACKAGE not in ledger.sent[number].files:
        return
    path = facility.folder / "exports" / str(year) / f"ban-{number}" / PACKAGE
    season.disk.put(season.office / f"{facility.code}-{year}.json", path.read_bytes())
    season.handed_in[facility.code, year] = ledger.sent[number]
    wanted = [revision for (_, of), revision in season.handed_in.items() if of == year]
    workspace = season.workspace(facility, year)
    collection = season.act(facility, lambda: combine(workspace, [season.office], year))
    if isinstance(collection, NhomtreError) or collection is DIED:
        demand(False, "what was handed in is added up", collection)
        return
    codes = sorted(str(arrival.check_code) for arrival in collection.summands)  # type: ignore[union-attr]
    demand(
        codes == sorted(revision.code for revision in wanted),
        "the sum is of what was sent",
        codes,
        [str(exclusion) for exclusion in collection.exclusions],  # type: ignore[union-attr]
    )


def carry(season: Season, facility: Facility, random: Random) -> None:
    """A backup to the stick: once it is told as read back, it is one, whatever happens."""
    ledger = facility.ledger()
    if ledger.seq and not ledger.maybe:
        carry_one(season, facility, season.fault(random))


def carry_one(season: Season, facility: Facility, fault: Fault = NO_FAULT) -> Carried | None:
    """One backup; None when a fault prevented it."""
    ledger, year = facility.ledger(), facility.year
    workspace = season.workspace(facility, year)
    told: list[str] = []
    result = season.act(facility, lambda: list(back_up(workspace, season.stick, told.append)), fault)
    if not isinstance(result, list):
        demand(fault.kind != "none", "a backup without a fault is made", result)
        return None
    (kept,) = result
    demand(kept.seq == ledger.seq, "a backup is of now", kept.seq, ledger.seq)
    season.carried.append(Carried(kept.path, facility.code, year, ledger.copy()))
    _looked_through(season.carried[-1], told, is_faultless=fault.kind == "none")
    return season.carried[-1]


def _looked_through(carried: Carried, told: Sequence[str], *, is_faultless: bool) -> None:
    """All of the dossier is in a backup; what a fault, or damage, left behind is told, and is not known of there."""
    ledger = carried.ledger
    files = decode_backup(carried.path.read_bytes(), carried.path.name).files
    has_history = any(name.endswith(".journal") for name in files)
    if not has_history and ledger.done is not None:
        demand(
            any("không kèm lịch sử" in line for line in told), "that the history stays behind is told", told
        )
        demand(not is_faultless, "a backup without a fault has the history", sorted(files))
        ledger.done = None
    noted = files.get(f"{carried.year}.handovers", b"")
    given = [name for name in ledger.given if f'"name":"{name}"'.encode() in noted]
    demand(given == ledger.given or not is_faultless, "a backup holds the list of what was given away", given)
    ledger.given = given
    if ledger.is_wounded:
        return
    for number, revision in ledger.sent.items():
        pin = f"{carried.year}.ban-{number}.json"
        lacking = {
            name for name in revision.files if f"exports/{carried.year}/ban-{number}/{name}" not in files
        }
        if f"backups/{pin}" not in files:
            lacking.add(pin)
        for name in lacking:
            is_told = any(
                f"số {number}: " in line and (name in line or f" ban-{number} " in line) for line in told
            )
            demand(is_told or name in ledger.spoilt, "what a backup lacks is told", name, told)
            demand(not is_faultless or name in ledger.spoilt, "a backup without a fault lacks nothing", name)
        ledger.spoilt |= lacking & {pin}
        kept = {name: data for name, data in revision.files.items() if name not in lacking}
        ledger.sent[number] = revision._replace(files=kept)


def bring_back(season: Season, facility: Facility, random: Random) -> None:
    """A backup is brought back: the right one, another facility's, half of one, one that was damaged."""
    if not season.carried:
        return
    carried = random.choice(season.carried)
    season.close(facility)
    path, raw = carried.path, carried.path.read_bytes()
    what = random.choice(("whole", "whole", "whole", "half", "damaged"))
    if what != "whole":
        path = season.stick / "ban-chep.zip"
        at = random.randrange(len(raw))
        half = raw[:at]
        season.disk.put(
            path,
            half if what == "half" else half + bytes([raw[at] ^ 1 << random.randrange(8)]) + raw[at + 1 :],
        )
    workspace = season.workspace(facility)
    planned = season.act(facility, lambda: plan_restoration(workspace, path))
    others = carried.code != facility.code and any(ledger.seq for ledger in facility.ledgers.values())
    if what != "whole" or (others and not _is_nameless(facility)):
        demand(isinstance(planned, Refused), "a wrong backup is named and refused", what, planned)
        return
    if others or carried.code != facility.code:
        return
    facility.year = carried.year
    ledger = facility.ledger()
    if ledger.maybe:
        return
    if isinstance(planned, NhomtreError):
        demand(
            ledger.sent.keys() != carried.ledger.sent.keys() or not _same_codes(ledger, carried.ledger),
            "a right backup is not refused",
            planned,
        )
        return
    if not isinstance(planned, Restoration):
        return
    _restore(season, facility, carried, planned, random)


def _restore(
    season: Season, facility: Facility, carried: Carried, planned: Restoration, random: Random
) -> None:
    ledger, wanted = facility.ledger(), flat(planned.wanted.tree)
    own = {key: value for key, value in carried.ledger.state.items() if key[0] not in ACCOUNT}
    demand(
        {key: value for key, value in wanted.items() if key[0] not in ACCOUNT} == own,
        "a backup gives what it held",
    )
    fault, workspace = season.fault(random), season.workspace(facility)
    if planned.there is There.NOTHING:
        demand(ledger.seq == 0, "a dossier that is there is seen", ledger.seq)
        result = season.act(facility, lambda: restore(workspace, planned, season.ignore), fault)
        is_done = not isinstance(result, NhomtreError) and result is not DIED
        if season.placed(facility, carried, fault, is_sure=is_done) is Placed.IN_PART:
            brought = bring_to_another(season, facility, carried, NO_FAULT)
            demand(brought is Placed.WHOLE, "a backup is brought back in the end", carried.path.name)
        return
    demand(planned.there is There.DOSSIER, "a dossier that opens is seen", planned.there)
    before = ledger.state
    moves = not ledger.is_editable or any(
        wanted.get(key) != before.get(key)
        for key in {**wanted, **before}
        if key[0] in ("state", "revision", "sent")
    )
    outcome = Outcome(wanted, Kind.MOVE.value if moves else Kind.EDIT.value, season.now())
    season.job(facility, lambda: restore(workspace, planned, season.ignore), outcome, fault)


def bring_to_another(season: Season, facility: Facility, carried: Carried, fault: Fault) -> Placed:
    """A backup becomes the dossier of a folder in which there is none, or what an earlier try left."""
    workspace = season.workspace(facility)

    def work() -> None:
        planned = plan_restoration(workspace, carried.path)
        if planned.is_needed:
            restore(workspace, planned, season.ignore)

    result = season.act(facility, work, fault)
    is_done = not isinstance(result, NhomtreError) and result is not DIED
    return season.placed(facility, carried, fault, is_sure=is_done)


def _is_nameless(facility: Facility) -> bool:
    return not any(("facility", "code") in ledger.state for ledger in facility.ledgers.values())


def _same_codes(ledger: Ledger, other: Ledger) -> bool:
    return all(ledger.sent[number].code == other.sent[number].code for number in ledger.sent)
