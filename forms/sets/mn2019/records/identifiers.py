"""Formats of identifiers, phones, e-mail and the names of people (rule E49)."""

from forms.model.issue import Severity
from forms.model.value_format import Format

ERROR, WARNING = Severity.ERROR, Severity.WARNING

ID_NUMBER = Format(
    "cmnd_cccd",
    ERROR,
    regex=(r"\d{9}", r"\d{12}"),
    repair="nhập 9 chữ số (chứng minh nhân dân) hoặc 12 chữ số (thẻ căn cước công dân)",
    normalise=((r"[\s.\-]", ""),),
    lost_zeros=("0", "00"),
)
PERSONAL_ID = Format(
    "personal_id",
    ERROR,
    regex=(r"\d{12}",),
    repair="nhập đủ 12 chữ số ghi trên giấy khai sinh hoặc để trống",
    normalise=((r"[\s.\-]", ""),),
    lost_zeros=("0",),  # never two: ten digits are the code of the Ministry
)
MINISTRY_ID = Format(
    "ministry_id",
    WARNING,
    regex=(r"\d{10}",),
    repair="để trống nếu là trẻ mới, hoặc chép đúng mã 10 chữ số trên Hệ thống CSDL toàn ngành",
    normalise=((r"[\s.\-]", ""),),
)
SCHOOL_CODE = Format(
    "school_code",
    WARNING,
    regex=(r"\d{8}",),
    repair="chép đúng mã 8 chữ số mà Hệ thống CSDL toàn ngành cấp cho cơ sở",
    normalise=((r"[\s.\-]", ""),),
)
PHONE = Format(
    "phone",
    WARNING,
    regex=(
        r"0(3[2-9]|5[2689]|7[06-9]|8[1-9]|9[0-9])\d{7}",
        r"02[48]\d{8}",
        r"02(?![48])\d{9}",
    ),
    repair="nhập số di động 10 chữ số (đầu 03, 05, 07, 08, 09) hoặc số cố định 11 chữ số (đầu 02)",
    normalise=(
        (r"[\s.()\-]", ""),
        (r"^(?:\+84|0084)0?", "0"),
        (r"^84(?=\d{9,10}$)", "0"),
    ),
    loose_regex=r"0\d{8,10}",
    loose_severity=ERROR,
    lost_zeros=("0",),
)
EMAIL = Format(
    "email",
    ERROR,
    regex=(r"[A-Za-z0-9][A-Za-z0-9._%+-]*@(?:[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?\.)+[A-Za-z]{2,}",),
    repair="nhập đúng dạng, ví dụ nhomtre@gmail.com, không dấu, không khoảng trắng",
    warn_regex=r".*\.[A-Za-z]{4,}",
)
YEAR = Format(
    "year",
    ERROR,
    regex=(r"(19|20)\d\d",),
    repair="nhập năm gồm 4 chữ số",
    is_year=True,
)
PERSON_NAME = Format(
    "person_name",
    ERROR,
    regex=(".*[A-Za-zÀ-ɏḀ-ỹ].*",),
    repair="nhập họ tên bằng chữ",
    in_words=True,
)
SOCIAL_INSURANCE = Format(
    "social_insurance",
    WARNING,
    regex=(r"\d{10}",),
    repair="nhập 10 chữ số trên sổ BHXH",
    normalise=((r"[\s.\-]", ""),),
)
