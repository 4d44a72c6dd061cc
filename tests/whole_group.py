"""The keys with which the small group of the worked example is entered, from an empty folder to the print.

⏎ ⇥ and the arrows are those keys, words in ‹› named ones. Codes are typed as codes or as names, as it comes.
"""

from __future__ import annotations

NEW_REPORT = "1⏎"
PROFILE = (
    "1⏎"
    "79761001⏎Nhóm trẻ, lớp mẫu giáo Hoa Hồng⏎⏎1⏎19⏎13⏎tu thuc⏎3⏎79⏎quan 12⏎26770⏎1⏎"
    "‹f3›khu vuc⏎2⏎"
    "‹f3›ten hieu⏎Trần Thị Lan⏎"
    "‹f3›dien thoai hieu⏎0901234567⏎"
    "‹f3›email⏎hoahong.q12@gmail.com⏎"
    "‹f3›dien thoai truong hoc⏎02838912345⏎"
    "‹f3›dien luoi⏎c⏎"
    "‹f3›nuoc sach⏎c⏎"
    "‹f3›cong trinh⏎c⏎"
    "‹f3›internet⏎c⏎"
    "‹f3›dang ky⏎k⏎"
    "‹f3›dien tich⏎60⏎"
    "‹home›→" + " " * 15 + "‹escape›"
)
CLASSES = "2⏎‹insert›NT1⏎Nhóm Thỏ Trắng⏎16⏎03⏎MG1⏎Lớp Lá⏎17⏎06⇥2⏎‹escape›‹escape›"
CHILDREN = (
    "3⏎‹insert›"
    "Nguyễn Minh An⏎150517⏎1⏎nt1⏎Lê Thị Hoa⏎1990⏎"
    "Trần Gia Bảo⏎300916⏎1⏎⏎‹f4›"
    "Lê Ngọc Châu⏎100117⏎2⏎⏎Lê Thị Hoa⏎1990⇥hoa⏎"
    "Phạm Thu Dung⏎200314⏎2⏎mg1⏎Lê Thị Hoa⏎1990⏎"
    "Thạch Minh Đức⏎021115⏎1⏎⏎Lê Thị Hoa⏎1990⇥05⏎"
    "Võ Thị Hạnh⏎080814⏎2⏎⏎Lê Thị Hoa⏎1990⏎"
    # health and nutrition from top to bottom
    "‹home›" + "↑" * 6 + "→" * 14 + "c↓" * 6 + "→" + "↑" * 6 + "00↓04↓00↓00↓00↓00↓"
    # what only some have, in their own forms
    "‹home›↑↑↑⏎‹f3›mien hoc phi⏎3⏎‹f3›ho tro an⏎c⏎‹escape›"
    "↓⏎‹f3›khuyet tat⏎02⏎‹escape›"
    "↓⏎‹f3›trang thai⏎11⏎20082019⏎‹escape›"
    "‹escape›‹escape›"
)
STAFF = (
    "4⏎‹insert›"
    "Trần Thị Lan⏎120280⏎2⏎079180001234⏎CB01⏎1⏎1⏎⏎3⏎17⏎140201⏎6⏎4⇥0901234567⏎"
    "Nguyễn Thị Mai⏎011089⏎2⏎024567890⏎GV01⏎3⏎⏎1⏎‹f4›18⏎‹f4›5⏎‹f4›"
    "Kim Thị Sa⏎050695⏎2⏎079195004321⏎GV02⏎3⏎⏎2⏎‹f4›17⏎‹f4›6⏎‹f4›"
    "↑⏎‹f3›dan toc⏎05⏎‹escape›"
    "‹escape›‹escape›"
)
TABLES = "‹f5›⏎9⏎‹f3›194⏎→1⏎‹f3›200⏎←1⏎‹f3›201⏎←1⏎‹f3›203⏎1⏎‹escape›"
PRINT = "‹f7›"
BEFORE_PRINT = (NEW_REPORT, PROFILE, CLASSES, CHILDREN, STAFF, TABLES)
