"""The keys, once: help, menu, key line and README are made from this list.

A key has one meaning on every page, an action one key; some actions have none and are in the menu only. Moving and editing keys are fixed (``MOVES``); no key is
Alt, Ctrl+arrow or Shift+F, because terminals lose them.
"""

from __future__ import annotations

from typing import ClassVar

from forms.model.declared import Frozen, Names, StrEnum
from forms.model.issue import Repair


class Action(Names):
    """What a function key asks for."""

    HELP: ClassVar[Action]
    SAVE: ClassVar[Action]
    FIND: ClassVar[Action]
    NOTE: ClassVar[Action]
    TAKE: ClassVar[Action]
    COLUMNS: ClassVar[Action]
    ADD: ClassVar[Action]
    REMOVE: ClassVar[Action]
    REPEAT: ClassVar[Action]
    FILTER: ClassVar[Action]
    REVIEW: ClassVar[Action]
    PRINT: ClassVar[Action]
    EXCEL: ClassVar[Action]
    NEXT_ISSUE: ClassVar[Action]
    READ_ON: ClassVar[Action]
    MENU: ClassVar[Action]
    UNDO: ClassVar[Action]
    REDO: ClassVar[Action]
    BACK: ClassVar[Action]
    ISSUES: ClassVar[Action]
    MISSING: ClassVar[Action]
    IMPORT: ClassVar[Action]
    FILL: ClassVar[Action]
    COMPARE: ClassVar[Action]
    YEAR: ClassVar[Action]
    CAMPAIGN: ClassVar[Action]
    NEW_LETTER: ClassVar[Action]
    SEND: ClassVar[Action]
    ANSWER: ClassVar[Action]
    REPLIES: ClassVar[Action]
    PORTAL: ClassVar[Action]
    NEXT_REPORT: ClassVar[Action]
    REMIND: ClassVar[Action]
    REMARK: ClassVar[Action]
    DIFFERENCES: ClassVar[Action]
    HISTORY: ClassVar[Action]
    INPUT_METHOD: ClassVar[Action]
    TONE_STYLE: ClassVar[Action]
    LETTERS: ClassVar[Action]
    DROPPED: ClassVar[Action]
    BACK_UP: ClassVar[Action]
    RESTORE: ClassVar[Action]
    MARKS: ClassVar[Action]
    REPLACE: ClassVar[Action]
    CHILD_DATA: ClassVar[Action]
    PRIVACY: ClassVar[Action]
    ERASE: ClassVar[Action]
    SET_ASIDE: ClassVar[Action]
    SIDES: ClassVar[Action]
    MOVE_IN: ClassVar[Action]
    QUIT: ClassVar[Action]
    STAY: ClassVar[Action]
    ASK_TO_WRITE: ClassVar[Action]
    RESCUE: ClassVar[Action]
    LESSON: ClassVar[Action]
    RESET: ClassVar[Action]


class Key(Frozen):
    """A key as Textual names it, its name on screen, what it does, in short and in a sentence."""

    name: str
    label: str
    action: Action
    short: str
    long: str
    also: tuple[str, ...] = ()
    label_at_first: str = ""
    """Its name until a function key has come: some terminals keep this one for themselves."""
    formerly: str = ""
    """The key that did this until this one did: it names this one now."""


KEYS: tuple[Key, ...] = (
    Key(
        "f1",
        "F1",
        Action.HELP,
        "Trợ giúp",
        "Trợ giúp: ý nghĩa của ô, các phím ở trang này, người liên hệ",
        ("ctrl+g",),
    ),
    Key("f2", "F2", Action.SAVE, "Sửa, lưu", "Sửa chữ đang có; đang gõ: lưu và ở lại"),
    Key("f3", "F3", Action.FIND, "Tìm", "Tìm dòng theo chữ, có dấu hay không dấu"),
    Key("f4", "F4", Action.REPEAT, "Như trên", "Như trên: lặp lại giá trị của hồ sơ trước"),
    Key(
        "f5",
        "F5",
        Action.TAKE,
        "Lấy dữ liệu",
        "Lấy dữ liệu: tính lại từ hồ sơ; xem trước rồi mới nhận",
    ),
    Key("f6", "F6", Action.COLUMNS, "Đủ cột", "Xem đủ cột hoặc chỉ cột của cơ sở"),
    Key("f7", "F7", Action.PRINT, "In", "In ra tệp PDF"),
    Key("f8", "F8", Action.EXCEL, "Xuất", "Xuất Excel: báo cáo; ở danh sách là hồ sơ để tải lên"),
    Key("f9", "F9", Action.NEXT_ISSUE, "Lỗi kế tiếp", "Đến lỗi, cảnh báo kế tiếp; hết thì quay lại đầu"),
    Key(
        "ctrl+e",
        "Ctrl+E",
        Action.READ_ON,
        "Xem tiếp",
        "Xem tiếp lời nhắc dài ở cuối màn hình; hết thì quay lại đầu",
    ),
    Key("f10", "F10", Action.MENU, "Menu", "Menu đánh số: mọi việc trên màn hình này", ("ctrl+o",), "F10/^O"),
    Key(
        "f12",
        "F12",
        Action.INPUT_METHOD,
        "Gõ tiếng Việt",
        "Gõ tiếng Việt khi máy không có bộ gõ: Telex, VNI, rồi tắt",
    ),
    Key("insert", "Insert", Action.ADD, "Thêm", "Thêm hồ sơ mới", ("ctrl+n",), "Insert/^N", formerly="f5"),
    Key("ctrl+d", "Ctrl+D", Action.REMOVE, "Xóa", "Xóa hồ sơ: hỏi lại, hoàn tác được", formerly="f6"),
    Key("ctrl+t", "Ctrl+T", Action.NOTE, "Ghi chú", "Ghi chú cho ô", formerly="f4"),
    Key(
        "ctrl+f",
        "Ctrl+F",
        Action.FILTER,
        "Lọc, xếp",
        "Lọc, sắp xếp, xử lý hàng loạt",
        formerly="f4",
    ),
    Key("ctrl+z", "Ctrl+Z", Action.UNDO, "Hoàn tác", "Hoàn tác thay đổi vừa rồi"),
    Key("ctrl+y", "Ctrl+Y", Action.REDO, "Làm lại", "Làm lại thay đổi vừa hoàn tác"),
    Key("ctrl+r", "Ctrl+R", Action.RESET, "Từ đầu", "Làm lại bài học, bản tập huấn từ đầu: hỏi lại"),
    Key("escape", "Esc", Action.BACK, "Về", "Quay lại; đang gõ: trả lại giá trị cũ"),
)
FIRST_IN_MENU: tuple[Key, ...] = (
    Key(
        "",
        "",
        Action.SEND,
        "Gửi báo cáo",
        "Gửi báo cáo: xác nhận bằng họ tên rồi chốt thành một bản",
        formerly="f5",
    ),
    Key(
        "",
        "",
        Action.ANSWER,
        "Ghi trả lời",
        "Ghi trả lời nhận được, hoặc đọc tệp trả lời",
        formerly="f5",
    ),
    Key(
        "",
        "",
        Action.REVIEW,
        "Đã rà soát",
        "Đánh dấu mục đã rà soát (phím cách ở cột Rà soát)",
        formerly="f5",
    ),
    Key(
        "",
        "",
        Action.MOVE_IN,
        "Chuyển trẻ",
        "Chuyển trẻ vào nhóm, lớp chưa có trẻ: đánh dấu ở danh sách trẻ",
    ),
    Key(
        "",
        "",
        Action.SET_ASIDE,
        "Cất các thay đổi này",
        "Cất các thay đổi lấy lại sau khi ngắt; hoàn tác được",
    ),
    Key(
        "",
        "",
        Action.REPLACE,
        "Khôi phục từ bản này",
        "Khôi phục từ bản đang xem; nội dung đang có được giữ lại",
    ),
    Key("", "", Action.REMARK, "Nêu ý kiến", "Bàn nhận báo cáo: nêu ý kiến về ô, dòng, biểu, hồ sơ này"),
    Key("", "", Action.SIDES, "Chọn hai bản khác để so", "Chọn hai bản khác để so", formerly="f4"),
)
"""What a page is for, where that is no key of every page: a row of it as well, or a cell."""
IN_MENU_ONLY: tuple[Key, ...] = (
    *FIRST_IN_MENU,
    Key("", "", Action.ISSUES, "Danh sách lỗi", "Danh sách mọi lỗi và cảnh báo"),
    Key(
        "",
        "",
        Action.MISSING,
        "Còn thiếu",
        "Thông tin còn thiếu và lỗi: danh sách phải làm hết trước khi gửi",
    ),
    Key("", "", Action.IMPORT, "Nhập Excel", "Nhập hồ sơ từ tệp Excel; xem trước rồi mới nhận"),
    Key("", "", Action.FILL, "Điền mẫu", "Điền hồ sơ vào tệp mẫu tải từ Hệ thống"),
    Key("", "", Action.COMPARE, "Đối chiếu", "Đối chiếu tệp tải từ Hệ thống với hồ sơ, số liệu ở đây"),
    Key("", "", Action.YEAR, "Năm học", "Mở hồ sơ của năm học khác"),
    Key(
        "",
        "",
        Action.CAMPAIGN,
        "Công văn",
        "Công văn, hạn nộp, người liên hệ: xem, sửa cho công văn mới",
    ),
    Key("", "", Action.NEW_LETTER, "Nhận công văn", "Nhận công văn từ tệp; xem trước rồi mới nhận"),
    Key(
        "",
        "",
        Action.REPLIES,
        "Ý kiến nhận được",
        "Bản đã gửi, ý kiến nhận được, lỗi Hệ thống báo: đánh dấu đã sửa",
    ),
    Key("", "", Action.DIFFERENCES, "Thay đổi", "Thay đổi so với bản đã gửi"),
    Key("", "", Action.HISTORY, "Lịch sử", "Lịch sử của ô, hồ sơ này: ai sửa, lúc nào, trước và sau"),
    Key(
        "",
        "",
        Action.PORTAL,
        "Đưa lên Hệ thống",
        "Đưa lên Hệ thống: tệp, số phải nhập; đánh dấu việc đã làm",
    ),
    Key(
        "",
        "",
        Action.NEXT_REPORT,
        "Báo cáo kế tiếp",
        "Bàn nhận báo cáo: đến báo cáo kế tiếp chưa trả lời",
    ),
    Key("", "", Action.REMIND, "Ghi lời nhắc", "Bàn nhận báo cáo: lời nhắc, điện thoại các nơi chưa gửi"),
    Key("", "", Action.TONE_STYLE, "Đổi kiểu đặt dấu", "Đổi kiểu đặt dấu khi gõ tiếng Việt: hòa hoặc hoà"),
    Key(
        "", "", Action.LETTERS, "Hiển thị không dấu", "Hiển thị không dấu, hoặc có dấu lại: chỉ trên màn hình"
    ),
    Key("", "", Action.DROPPED, "Phần gõ dở", "Phần gõ dở đã bỏ trong 30 ngày qua: xem lại"),
    Key("", "", Action.BACK_UP, "Sao lưu ra USB", "Sao lưu ra USB: mọi năm học, đọc lại rồi mới báo xong"),
    Key(
        "",
        "",
        Action.RESTORE,
        "Khôi phục",
        "Khôi phục từ bản sao lưu, bản tự lưu: xem trước rồi mới thay",
    ),
    Key(
        "",
        "",
        Action.PRIVACY,
        "Dữ liệu cá nhân",
        "Dữ liệu cá nhân: giữ gì, ở đâu, bao lâu",
    ),
    Key("", "", Action.CHILD_DATA, "Xuất cho phụ huynh", "Xuất dữ liệu của hồ sơ này cho phụ huynh"),
    Key("", "", Action.ERASE, "Xóa hẳn", "Xóa hẳn hồ sơ này: xem trước thứ gì mất"),
    Key("", "", Action.MARKS, "Ghi chú, xem lại", "Ghi chú ở các ô, chỗ cần xem lại: danh sách"),
    Key("", "", Action.LESSON, "Bài học", "Bài học: các bài, bài nào đã xong, học bài khác"),
    Key("", "", Action.STAY, "Tôi còn làm", "Tôi còn làm: trả lời người xin sửa hồ sơ đang mở ở đây"),
    Key("", "", Action.ASK_TO_WRITE, "Xin sửa", "Xin sửa: nhờ nơi đang mở hồ sơ nhường cho ở đây"),
    Key("", "", Action.RESCUE, "Ghi ra tệp", "Ghi ra tệp: giữ nội dung khi hồ sơ bị xóa hay dời lúc đang mở"),
    Key("", "", Action.QUIT, "Thoát", "Thoát chương trình (hỏi trước)"),
)
ALL_KEYS = tuple(dict.fromkeys((*FIRST_IN_MENU, *KEYS, *IN_MENU_ONLY)))
"""In the order of the menu."""
ALWAYS = (
    Action.HELP,
    Action.READ_ON,
    Action.MENU,
    Action.QUIT,
    Action.ISSUES,
    Action.INPUT_METHOD,
    Action.TONE_STYLE,
    Action.BACK,
)
"""What can be done on every page that does not stand alone; the others belong to some pages."""
OF_OWN_REPORT = (Action.TAKE, Action.UNDO, Action.REDO, Action.MISSING)
"""The same of an owner's dossier; a report that is only looked at, or a sum, has none of them."""
OF_THE_OFFICE = (Action.NEXT_REPORT, Action.REMARK, Action.REMIND)
"""What only the office's desk knows: its officers have the menu, the sheet that is printed is the owners'."""
OF_LESSON = (Action.LESSON,)
"""The same of the copy of a lesson."""
REPAIRS: dict[Repair, Action] = {
    Repair.REMOVE: Action.REMOVE,
    Repair.MOVE_IN: Action.MOVE_IN,
    Repair.TAKE: Action.TAKE,
}
"""What an issue offers on the spot → the action that does it."""
CHANGING = frozenset(
    (
        Action.NOTE,
        Action.TAKE,
        Action.ADD,
        Action.REMOVE,
        Action.REPEAT,
        Action.REVIEW,
        Action.IMPORT,
    )
)
"""Those that change what the page is about: refused at once where that cannot be edited."""
BY_NAME: dict[str, Key] = {name: key for key in KEYS for name in (key.name, *key.also)}
"""What a key means, on every page that knows it."""
FORMERLY: dict[str, tuple[Key, ...]] = {
    name: tuple(key for key in ALL_KEYS if key.formerly == name)
    for name in sorted({key.formerly for key in ALL_KEYS} - {""})
}
"""What a key did until others did it."""
BY_ACTION: dict[Action, Key] = {key.action: key for key in ALL_KEYS}

MOVING_AND_EDITING = frozenset(
    (
        *("up", "down", "left", "right", "home", "end", "pageup", "pagedown", "tab", "shift+tab"),
        *("enter", "backspace", "delete"),
    )
)
"""What every page takes beside its actions and characters; any other key means nothing anywhere."""


class Habit(StrEnum):
    """What other programs have taught the fingers: no keys of ours, each gets an answer."""

    SAVE = "save"
    COPY = "copy"
    PASTE = "paste"
    SELECT = "select"
    LEAVE = "leave"


HABITS: dict[str, Habit] = {
    "ctrl+s": Habit.SAVE,
    "ctrl+c": Habit.COPY,
    "ctrl+x": Habit.COPY,
    "ctrl+v": Habit.PASTE,
    "ctrl+a": Habit.SELECT,
    "ctrl+q": Habit.LEAVE,
}

_HELD = {"ctrl": "Ctrl", "alt": "Alt", "shift": "Shift"}
_NAMES = {
    "escape": "Esc", "enter": "Enter", "tab": "Tab", "backspace": "Backspace", "delete": "Delete", "insert": "Insert",
    "home": "Home", "end": "End", "pageup": "PgUp", "pagedown": "PgDn", "left": "←", "right": "→", "up": "↑", "down": "↓",
    "space": "cách", "backslash": "\\", "right_square_bracket": "]", "circumflex_accent": "^", "underscore": "_",
}  # fmt: skip


def label_of(name: str) -> str:
    """What stands on a key that Textual calls *name*: «Ctrl+R», «Alt+S», «F12»."""
    held, names = [], name.split("+") if len(name) > 1 else [name]
    while len(names) > 1 and names[0] in _HELD:
        held.append(_HELD[names.pop(0)])
    rest = "+".join(names)
    return "+".join((*held, _NAMES.get(rest, rest.upper() if rest.isprintable() else "?")))


def labels_of(key: Key) -> str:
    """What stands on it, «Insert hoặc Ctrl+N»; the key of the menu for what has none."""
    return EITHER.join((key.label, *map(label_of, key.also))) or BY_ACTION[Action.MENU].label


EITHER = " hoặc "


def is_function_key(name: str) -> bool:
    """Whether it is F1, F2 and so on."""
    return name[:1] == "f" and name[1:].isdecimal()


PAINT_ANEW = "ctrl+l"
"""The key that paints all of the screen, as in most programs of terminals: it is about the terminal, no page hears of it."""
OF_THE_SCREEN: tuple[tuple[str, str], ...] = (
    (label_of(PAINT_ANEW), "vẽ lại màn hình khi chữ trên cửa sổ bị lẫn"),
)
"""What a key does whatever is on the screen."""
LIST_MOVES: tuple[tuple[str, str], ...] = (
    ("↑ ↓", "đi từng dòng; PgUp, PgDn đi từng trang; Home, End về dòng đầu, dòng cuối"),
    ("Enter", "mở dòng đang đứng, hoặc làm việc ghi ở đó"),
)
"""What they do in a list, where nothing is typed."""
SIDEWAYS = ("← →", "xem các cột bên trái, bên phải; tên đứng yên")
BY_NUMBER = ("Phím số", "đến dòng có số ấy")
BY_LETTERS = ("Phím chữ, số", "tìm trong danh sách; Backspace bỏ chữ cuối")
MARKING = ("Phím cách", "đánh dấu dòng")
ASKING = ("Phím cách", "đưa chỗ này vào lời từ chối; bấm lần nữa: bỏ ra")
ROW_MARK = "x"
"""Before a row that is marked."""
READING_MOVES: tuple[tuple[str, str], ...] = (
    ("← → ↑ ↓", "đi từng ô; PgUp, PgDn đi từng trang; Home, End về ô đầu, ô cuối dòng"),
    ("Enter", "mở: các hồ sơ được đếm, danh mục, hồ sơ của dòng; đang gõ: lưu và đi tiếp"),
)
"""What they do in a grid, also where nothing can be typed now."""
MOVES: tuple[tuple[str, str], ...] = (
    *READING_MOVES,
    ("Tab, Shift+Tab", "đến ô nhập được kế tiếp, trước đó"),
    (
        "Phím chữ, số",
        "gõ đè lên ô; Backspace sửa chữ đang có; Delete xóa ô (ô đã gõ đè: trả lại số của hồ sơ)",
    ),
    ("Phím cách", "đổi Có / Không; ở chỗ khác không gõ chữ: đánh dấu dòng"),
)
