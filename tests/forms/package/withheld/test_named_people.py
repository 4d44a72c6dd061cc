"""Words that tell who somebody is, in all the ways in which people write them; and words that only look so."""

from __future__ import annotations

from unicodedata import normalize

import pytest

from forms.dossier.content import Content
from forms.dossier.mentions.person_facts import identifying_fields
from forms.package.withheld.named_people import NamedPeople
from forms.sets.mn2019.form import FORM
from tests.builders import example, facility, record, then, unread

SOME = then(
    facility(name="Nhóm trẻ Hoa Hồng", address="12 đường Tân Chánh Hiệp"),
    record(
        "children/c0001",
        name="Trần Thị Mẫu Hoa",
        birth_date="2016-09-01",
        phone="0901234567",
        personal_id="079316001234",
        id="1234567890",
        mother_name="Lê Mẫu Thảo",
    ),
    record("children/c0002", name="Đỗ Mẫu Đức", birth_date=unread("31/02/2016")),
    record("children/c0003", name="Bống"),
    record("children/c0004", name="Vũ Mẫu Thúy"),
    record(
        "staff/s0001", name="Nguyễn Văn An", code="GV01", email="an.mau@example.vn", birth_date="1990-12-24"
    ),
    record("staff/s0002", code="NUOI"),
)


def people() -> NamedPeople:
    return NamedPeople(SOME(example()))


@pytest.mark.parametrize(
    "text",
    [
        "Cháu Trần Thị Mẫu Hoa mới chuyển đến",
        "chau tran thi mau hoa moi chuyen den",
        "TRẦN THỊ MẪU HOA nghỉ ốm",
        "(Trần Thị Mẫu Hoa)",
        "Trần  Thị-Mẫu.Hoa",
        "TranThiMauHoa",
        normalize("NFD", "bé Mẫu Hoa ốm"),
        "Trần Thị Mẫu\u200b Hoa",
        "bé Hoa nghỉ ốm",
        "Be hoa nghi om",
        "cháu hoa chưa cân",
        "Hoa nghỉ ốm",
        "thêm cháu Bống",
        "cháu bống",
        "Duc moi vao",
        "mẹ là Lê Mẫu Thảo",
        "cô An nghỉ thai sản",
        "Thầy an nghỉ",
        "Nguyễn văn an",
        "sinh ngày 01/09/2016",
        "sinh 1-9-16",
        "sinh 1.9.2016",
        "sinh ngày 1 tháng 9 năm 2016",
        "sinh ngày 01, tháng 09, năm 2016",
        "2016-09-01",
        "NS 01092016",
        "sinh 31/02/2016",
        "gọi 0901234567",
        "gọi 090 123 4567",
        "gọi 090.123.4567",
        "gọi +84 901 234 567",
        "mã 079316001234",
        "mã 79316001234 (mất số 0)",
        "mã học sinh 1234567890",
        "GV01 nghỉ",
        "gv01 nghỉ",
        "NUOI nghỉ",
        "cháu Hoa2 ốm",
        "chị an nghỉ",
        "con bống ốm",
        "cháu Thuý chuyển đi",
        "chau thuy chuyen di",
        "Thúi",
        "CHÁU THÚY",
        "hỏi an.mau@example.vn",
        "hỏi AN.MAU@EXAMPLE.VN",
        "mẹ Thảo đã báo",
        "chi thao gap co giao",
        "chị thảo đón",
        "hỏi lại Thảo",
        "Cụ Thảo đón",
    ],
)
def test_it_tells_who_somebody_is(text: str) -> None:
    assert people().are_in(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Đã báo phòng",
        "Bé nghỉ ốm, cân lại sau",
        "vườn hoa đã trồng lại",
        "bảo đảm an toàn",
        "Nhóm trẻ Hoa Hồng sửa bếp",
        "bếp ở 12 đường Tân Chánh Hiệp",
        "có 46 trẻ, 25 gái",
        "khám ngày 02/09/2016",
        "năm học 2019-2020, mã 112",
        "trẻ nuôi tại nhà",
        "vườn có hoa",
        "bé thụy, bé thùy",
        "GV99 mới",
        "Thảo luận với phòng",
        "phòng thảo lại",
        "gọi thảo mộc",
    ],
)
def test_it_does_not(text: str) -> None:
    assert not people().are_in(text)


def test_nobody_is_named_where_nobody_is_known() -> None:
    content = Content({key: part for key, part in example().tree.items() if key not in FORM.list_places})
    assert not NamedPeople(content).are_in("Trần Thị Mẫu Hoa 0901234567 01/09/2016")


def test_a_class_has_nothing_that_tells_who_somebody_is() -> None:
    keys = {record.place: {field.key for field in identifying_fields(record)} for record in FORM.lists}
    assert keys["classes"] == set()
    assert keys["children"] >= {
        "name",
        "birth_date",
        "id",
        "personal_id",
        "phone",
        "mother_name",
        "guardian_name",
    }
    assert keys["staff"] >= {"name", "birth_date", "code", "id_number", "phone", "email", "social_insurance"}
