"""What the owner of a facility does: opens, types, takes back, closes, carries away, brings back, begins the next year."""

from __future__ import annotations

from random import Random

from forms.dossier.content import Content, Edit, apply, difference
from forms.dossier.dossier import Kind
from forms.dossier.roster import SchoolYear
from forms.model.errors import DossierInUse, NhomtreError, Refused
from forms.package.adopt import adopt
from forms.package.reader import read
from forms.package.writer import write
from forms.report.roll_forward import Roll
from forms.store.holding.holder import holder_at
from forms.store.holding.leave_request import LeaveRequest, make_request, withdraw
from forms.store.store import NoDossier, Session
from tests.builders import example
from tests.simulation.disk import NO_FAULT
from tests.simulation.ledger import LISTS, DraftOf, Outcome, demand, edited, flat, with_numbers_of
from tests.simulation.season import DIED, Facility, Season
from tui.jobs.export_kinds import ExportKind
from tui.jobs.exporting import NOWHERE_ELSE
from tui.jobs.exporting import export as make_files
from tui.jobs.intake.adopting import Adoption, carry_out, plan_adoption
from tui.jobs.keeping.taking_back_a_year import year_to_return_to
from tui.jobs.rolling import begin_year, next_year

WORDS = ("Nguyễn Thị Mẫu", "Trần Văn Mẫu", "12 tháng", "nhóm trẻ \\ \" '", "x" * 90)
LETTERS = {"children": "c", "staff": "s", "classes": "k"}
FIELDS: dict[str, tuple[str, ...]] = {
    "children": ("name", "mother_name"),
    "staff": ("name", "home_place"),
    "classes": ("name", "code"),
}


def edits(content: Content, random: Random) -> list[Edit]:
    """A change as it comes out of a page: a cell, a field, a new record, one that goes, several at once."""
    what = random.randrange(10)
    place = random.choice(LISTS)
    refs = list(content.records(place))
    if what < 3:
        cell = ("cells", "T4", random.choice(("199", "200", "203")), "TU_THUC.permanent")
        return [Edit(cell, content.value(cell), random.choice((None, random.randrange(9))))]
    if what == 3:
        path = ("facility", random.choice(("phone", "email", "head_phone")))
        return [Edit(path, content.value(path), f"09{random.randrange(10**8):08}")]
    if what < 6 and refs:
        chosen = random.sample(refs, random.randrange(1, min(len(refs), 4) + 1))
        paths = [(place, ref, random.choice(FIELDS[place])) for ref in chosen]
        return [Edit(path, content.value(path), random.choice(WORDS) or None) for path in paths]
    if what == 6 and len(refs) > 1:
        ref = random.choice(refs)
        return [Edit((place, ref), content.records(place)[ref], None, refs.index(ref))]
    if what == 7 and len(refs) > 1:
        records = content.records(place)
        shuffled = random.sample(refs, len(refs))
        return list(
            difference(content, Content({**content.tree, place: {ref: records[ref] for ref in shuffled}}))
        )
    if len(refs) > 12:
        return [
            Edit(("facility", "phone"), content.value(("facility", "phone")), str(random.randrange(10**9)))
        ]
    record = {field: random.choice(WORDS) for field in FIELDS[place]}
    last, letter = content.part("last_ref").get(LETTERS[place], 0), LETTERS[place]
    return [
        Edit((place, f"{letter}{last + 1:04}"), None, record, random.randrange(len(refs) + 1)),
        Edit(("last_ref", letter), last or None, last + 1),
    ]


def begin(season: Season, facility: Facility, session: Session, random: Random) -> None:
    """The first change of a dossier: the worked example under the code of the facility, or a name."""
    content = session.dossier.content
    if random.random() < 0.9:
        tree, own = example().tree, {"code": facility.code, "school_year": facility.year.start}
        wanted = Content({**tree, "school_year": str(facility.year), "facility": {**tree["facility"], **own}})
        change = difference(content, wanted)
    else:
        change = (Edit(("facility", "code"), None, facility.code),)
    commit(season, facility, session, list(change), Kind.FIRST, random)


def commit(
    season: Season, facility: Facility, session: Session, change: list[Edit], kind: Kind, random: Random
) -> None:
    ledger, fault = facility.ledger(), season.fault(random)
    outcome = Outcome(edited(ledger.state, change), kind.value, season.now())
    reason = random.choice(("", "vì sao"))
    result = season.act(facility, lambda: session.dossier.commit(change, reason, kind), fault)  # type: ignore[arg-type]
    if not ledger.is_editable and kind is Kind.EDIT:
        demand(
            result is DIED or isinstance(result, Refused) or outcome.state == ledger.state,
            "what is with the office stays as it is",
            result,
        )
        return
    season.settle(facility, session, outcome, result, fault)


def edit(season: Season, facility: Facility, random: Random) -> None:
    """One to four changes in a row."""
    for _ in range(random.randrange(1, 5)):
        session = season.writer(facility, random)
        if session is None:
            return
        if session.dossier.seq == 0:
            begin(season, facility, session, random)
        else:
            commit(season, facility, session, edits(session.dossier.content, random), Kind.EDIT, random)


def undo(season: Season, facility: Facility, random: Random) -> None:
    """Takes changes back, or brings them again."""
    for _ in range(random.randrange(1, 4)):
        session = season.writer(facility, random)
        if session is None:
            return
        ledger, fault = facility.ledger(), season.fault(random, 0.2)
        is_undo = random.random() < 0.6
        act = session.dossier.undo if is_undo else session.dossier.redo
        stack = ledger.done if is_undo else ledger.undone
        if ledger.done is None or (not ledger.is_editable and stack):
            return  # what the history still gives is not known
        result = season.act(facility, act, fault)
        kind = "undo" if is_undo else "redo"
        if not stack:
            demand(result is None or fault.kind != "none", "there is nothing to take back", result)
        else:
            state = with_numbers_of(stack[-1].state, ledger.state)
            season.settle(facility, session, Outcome(state, kind, season.now()), result, fault)


def fold(season: Season, facility: Facility, random: Random) -> None:
    """The main file is brought up to the journal."""
    session = season.writer(facility, random)
    if session is None:
        return
    ledger, fault = facility.ledger(), season.fault(random)
    ledger.times.append(season.now())
    result = season.act(facility, session.fold, fault)
    if fault.kind == "none":
        demand(result is None, "a fold without a fault succeeds", result)
    ledger.note(is_sure=fault.kind == "none")


def close(season: Season, facility: Facility, random: Random) -> None:
    """The dossier is closed, or its window goes away."""
    if facility.session is not None and random.random() < 0.3:
        season.end(facility)
    else:
        season.close(facility, season.fault(random))


def reopen(season: Season, facility: Facility, random: Random) -> None:
    """The dossier is opened while things go wrong, perhaps several times in a row."""
    for _ in range(random.randrange(1, 4)):
        if facility.session is not None:
            season.end(facility) if random.random() < 0.5 else season.close(facility)
        season.writer(facility, random, season.fault(random, 0.7))


def typing(season: Season, facility: Facility, random: Random) -> None:
    """A text is being typed and kept as a draft, given up, or put away."""
    session = season.writer(facility, random)
    if session is None or session.draft_file is None:
        return
    ledger, fault, draft_file = facility.ledger(), season.fault(random), session.draft_file
    if fault.kind == "altered":
        fault = NO_FAULT  # a draft has no sum
    what = random.choice(("type", "type", "give up", "put away"))
    wanted: DraftOf = (("facility", "phone"), f"đang gõ {random.randrange(1000)}") if what == "type" else None
    if what == "give up" and (draft_file.offered is not None or not facility.is_announced):
        return  # what is offered, or could not be read, stays until somebody answers
    if what != "put away":
        draft_file.want(*wanted or (None, ""))
    result = season.act(facility, draft_file.set_aside if what == "put away" else draft_file.save, fault)
    demand(result is None or fault.kind != "none", "a draft without a fault is kept", result)
    is_known = ledger.draft is not None and not ledger.maybe_drafts
    if what == "put away" and fault.kind == "none" and is_known:
        ledger.put_away.append(ledger.draft)
    dropped = season.act(facility, draft_file.dropped)
    if isinstance(dropped, list):
        ledger.demand_put_away(dropped)
    if result is None and fault.kind in ("none", "short"):
        # that a draft is gone is not waited for
        gone = [*ledger.lingering_drafts, ledger.draft, *ledger.maybe_drafts]
        ledger.lingering_drafts = [] if wanted else gone
        ledger.draft, ledger.maybe_drafts = wanted, []
    else:
        ledger.lingering_drafts += [ledger.draft, *ledger.maybe_drafts]
        ledger.maybe_drafts += [wanted, None]


def export(season: Season, facility: Facility, random: Random) -> None:
    """The dossier is made a file and given away: it is whole, and a line of the history says so."""
    ledger, year = facility.ledger(), facility.year
    if not ledger.seq or ledger.maybe:
        return
    workspace, fault = season.workspace(facility, year), season.fault(random, 0.5)
    told: list[str] = []
    result = season.act(
        facility, lambda: list(make_files(workspace, ExportKind.JSON, NOWHERE_ELSE, told.append)), fault
    )
    if not isinstance(result, list):
        demand(fault.kind != "none", "a file without a fault is made", result)
        return
    (written,) = result
    wanted = write(season.present(facility, year)).encode()
    demand(written.path.read_bytes() == wanted, "a file holds what there is", written.path.name)
    ledger.exported[written.path] = wanted
    if not any(written.path.name in sentence for sentence in told):
        ledger.given.append(written.path.name)
    else:
        demand(fault.kind != "none", "what is given away is noted", told)


def another(season: Season, facility: Facility, random: Random) -> None:
    """A second session: it may look, not write; it asks to write, and is refused or let in."""
    session = season.writer(facility, random)
    if session is None or session.dossier.seq == 0:
        return
    ledger, year, store = facility.ledger(), facility.year, season.store(facility)
    first, second = facility.process, season.disk.new_process()
    facility.process = second
    refused = season.act(facility, lambda: store.open(year, write=True))
    demand(isinstance(refused, DossierInUse), "one writes at a time", refused)
    demand(
        str(first.pid) in str(refused) or not facility.is_announced, "the second is told who writes", refused
    )
    reader = season.act(facility, lambda: store.open(year, write=False))
    demand(isinstance(reader, Session), "a second session may look", reader)
    assert isinstance(reader, Session)
    _looks(season, facility, reader)
    paths = facility.paths()
    request = season.act(facility, lambda: make_request(paths.request))
    assert isinstance(request, LeaveRequest)
    facility.process = first
    writer = session.writer
    assert writer is not None
    asked = season.act(facility, writer.request)
    demand(asked == request, "who writes sees who asks", asked)
    if random.random() < 0.5:
        season.act(facility, lambda: writer.refuse(request))
        holder = holder_at(paths.holder, paths.lock)
        demand(holder is not None and holder.refused == request.token, "a refusal is told", holder)
        facility.process = second
        season.act(facility, lambda: withdraw(paths.request, request))
        facility.process = first
        demand(season.act(facility, writer.request) is None, "a request is taken back")
    else:
        season.close(facility)
        facility.process = second
        season.writer(facility, random)
    demand(ledger.seq == session.dossier.seq, "looking changes nothing", ledger.seq)


def _looks(season: Season, facility: Facility, reader: Session) -> None:
    ledger = facility.ledger()
    states = [ledger.state, *(maybe.state for maybe in ledger.maybe)]
    demand(flat(reader.dossier.content.tree) in states, "who looks sees what was acknowledged", ledger.seq)
    demand(not reader.is_writable, "who looks does not write", ledger.seq)
    result = season.act(facility, lambda: reader.dossier.set(("facility", "phone"), "1"))
    demand(isinstance(result, NhomtreError), "who looks changes nothing", result)


def bring_in(season: Season, facility: Facility, random: Random) -> None:
    """A package is taken in: the dossier becomes what it holds, as one change."""
    session = season.writer(facility, random)
    if session is None or not session.dossier.seq or not facility.ledger().is_editable:
        return
    ledger, year, changed = facility.ledger(), facility.year, session.dossier.content
    for _ in range(3):
        changed = apply(changed, edits(changed, random))
    path = season.stick / "goi.json"
    season.disk.put(path, write(changed).encode())
    season.close(facility)
    if ledger.maybe:
        return
    workspace = season.workspace(facility, year)
    planned = season.act(facility, lambda: plan_adoption(workspace, path, replacing=False))
    if not isinstance(planned, Adoption):
        return
    before = season.present(facility, year)
    demand(flat(before.tree) == ledger.state, "looking at a package changes nothing", ledger.seq)
    demand(
        planned.content == adopt(read(path.read_bytes()), before, season.now()), "a package is what it holds"
    )
    outcome = Outcome(flat(planned.content.tree), "edit", season.now())
    season.job(facility, lambda: carry_out(workspace, planned, season.ignore), outcome, season.fault(random))


def begin_next(season: Season, facility: Facility, random: Random) -> None:
    """The next school year is begun out of the newest one, which stays as it is."""
    season.close(facility)
    years = sorted(facility.ledgers, key=lambda year: year.start)
    if not years or not facility.ledgers[years[-1]].seq or len(years) > 3:
        return
    old, new = years[-1], SchoolYear(years[-1].start + 1)
    content = season.present(facility, old)
    workspace = season.workspace(facility)
    wrong = season.act(facility, lambda: next_year(workspace, content, SchoolYear(new.start + 1)))
    demand(isinstance(wrong, Refused), "no year is left out", wrong)
    rolled = season.act(facility, lambda: next_year(workspace, content, new))
    if not isinstance(rolled, Roll):
        return
    facility.year = new
    outcome = Outcome(flat(rolled.content.tree), "first", season.now())
    ledger = facility.ledger()
    season.job(facility, lambda: begin_year(workspace, rolled.content), outcome, season.fault(random))
    if not ledger.seq and not ledger.maybe:
        del facility.ledgers[new]
    elif ledger.is_clean and random.random() < 0.4:
        _take_back(season, facility, old, random)


def _take_back(season: Season, facility: Facility, old: SchoolYear, random: Random) -> None:
    """The year that was begun is taken back, or stays as it was begun."""
    new, ledger, fault = facility.year, facility.ledger(), season.fault(random)
    workspace, store = season.workspace(facility, new), season.store(facility)

    def work() -> None:
        with store.open(new, write=True) as session:
            demand(year_to_return_to(workspace, session) == old, "a year goes back to the one before", new)
            session.withdraw()

    result = season.act(facility, work, fault)
    demand(result is None or fault.kind != "none", "a year that was only begun is taken back", result)
    try:
        content = season.present(facility, new)
    except NoDossier:
        del facility.ledgers[new]
        facility.year = old
        return
    demand(result is not None, "a year that was taken back is gone", new)
    demand(flat(content.tree) == ledger.state, "a year is taken back or stays as it was", new)
    ledger.note(is_sure=False)
    ledger.forget_generations()
    ledger.is_clean = ledger.was_closed = False
    ledger.done, ledger.checked = None, ""
