"""Form 01-MN-ĐN as one object."""

from datetime import date

from forms.sets.form_set import FormSet, Training
from forms.sets.mn2019.catalogues import catalogue
from forms.sets.mn2019.letters import LETTERS, PROFILES
from forms.sets.mn2019.norms import NORMS
from forms.sets.mn2019.origins import ORIGINS
from forms.sets.mn2019.portal_facts import PORTAL
from forms.sets.mn2019.records import CAMPAIGN, FACILITY, LISTS
from forms.sets.mn2019.records.computed import BEYOND, COMPUTED, MEMBERSHIP, WORKED_OUT_OF
from forms.sets.mn2019.roll_facts import (
    ROLLING,
)
from forms.sets.mn2019.rules.book import RULES
from forms.sets.mn2019.states import ANSWERS, SEND, STATES
from forms.sets.mn2019.tables import TABLES
from forms.sets.mn2019.tables.columns import BLOCKS
from forms.sets.mn2019.total_facts import SIZES, TOTALS
from forms.sets.packaged_file import PackagedFile

FORM = FormSet(
    id="mn2019",
    version=1,
    code="01-MN-ĐN",
    title="BÁO CÁO THỐNG KÊ GIÁO DỤC MẦM NON",
    period="Kỳ đầu năm học",
    as_of="(có đến 30 tháng 9 năm báo cáo)",
    tables=TABLES,
    blocks=BLOCKS,
    facility=FACILITY,
    lists=LISTS,
    letter=CAMPAIGN,
    letters=LETTERS,
    rules=RULES,
    catalogue=catalogue,
    states=STATES,
    send=SEND,
    answers=ANSWERS,
    computed=COMPUTED,
    computed_beyond=BEYOND,
    membership=MEMBERSHIP,
    training=Training(
        2019,
        PackagedFile(__package__, "training.json").read_bytes,
        "DỮ LIỆU TẬP HUẤN",
        PackagedFile(__package__, "lesson.json").read_bytes,
        date.fromisoformat(str(LETTERS[2019]["training"])),
    ),
    rolling=ROLLING,
    reference_day=(9, 30),
    new_year_month=6,
    totals=TOTALS,
    sizes=SIZES,
    portal=PORTAL,
    qr_mark="BC1MN",
    profiles=PROFILES,
    norms=NORMS,
    worked_out_of=WORKED_OUT_OF,
    origins=ORIGINS,
    reasons=PackagedFile(__package__, "reasons.json").read_bytes,
    report_name="báo cáo thống kê đầu năm học",
    report_in_full="báo cáo thống kê giáo dục mầm non đầu năm học",
)
