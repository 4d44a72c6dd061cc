"""Table 5, Biểu ngân sách nhà nước: spending in million dong, typed by hand (form 01-MN-ĐN, mã số 15-71 of its own)."""

from functools import partial

from forms.model.table import Figure, PrintLayout, Row, SheetLayout, Table
from forms.sets.mn2019.tables.columns import column, heading_line

# fmt: off
heading = partial(heading_line, "T5")


def amount(
    ma_so: int, tt: str | None, level: int, label: str,
    sum_of: tuple[int, ...] = (), also_sum_of: tuple[tuple[int, ...], ...] = (),
    explanation: str = "Nhập tay, đơn vị triệu đồng; chỉ dành cho cơ sở có chi ngân sách nhà nước",
) -> Row:
    """A row of amounts in million dong."""
    return Row(f"T5.{ma_so:03}", ma_so, tt, level, label, "triệu đồng", None, sum_of, also_sum_of, explanation=explanation)


ROWS: tuple[Row, ...] = (
    amount(15, "II", 0, "Chi thường xuyên", sum_of=(16, 56, 64), explanation="Bằng mã 16 + 56 + 64"),
    amount(16, "1.", 1, "Giáo dục Mầm non", sum_of=(17, 18, 19), also_sum_of=((20, 21, 22, 23),), explanation="Bằng mã 17 + 18 + 19"),
    heading(6, "1.1", 2, "Chia theo nguồn:"),
    amount(17, "1.1.1", 3, "Nguồn NSNN"),
    amount(18, "1.1.2", 3, "Nguồn phí, lệ phí để lại"),
    amount(19, "1.1.3", 3, "Nguồn khác"),
    heading(10, "1.2", 2, "Chia theo nhóm chi:"),
    amount(20, "1.2.1", 3, "Chi thanh toán cá nhân"),
    amount(21, "1.2.2", 3, "Chi hàng hóa dịch vụ"),
    amount(22, "1.2.3", 3, "Chi hỗ trợ và bổ sung"),
    amount(23, "1.2.4", 3, "Các khoản chi khác"),
    amount(56, "6", 1, "Đào tạo khác trong nước", sum_of=(57, 58, 59), also_sum_of=((60, 61, 62, 63),), explanation="Bằng mã 57 + 58 + 59"),
    heading(16, "6.1", 2, "Chia theo nguồn:"),
    amount(57, "6.1.1", 3, "Nguồn NSNN"),
    amount(58, "6.1.2", 3, "Nguồn phí, lệ phí để lại"),
    amount(59, "6.1.3", 3, "Nguồn khác"),
    heading(20, "6.2", 2, "Chia theo nhóm chi:"),
    amount(60, "6.2.1", 3, "Chi thanh toán cá nhân"),
    amount(61, "6.2.2", 3, "Chi hàng hóa dịch vụ"),
    amount(62, "6.2.3", 3, "Chi hỗ trợ và bổ sung"),
    amount(63, "6.2.4", 3, "Các khoản chi khác"),
    amount(64, "7", 1, "Đào tạo lại, bồi dưỡng nghiệp vụ cho cán bộ, công chức, viên chức", sum_of=(65, 66, 67), also_sum_of=((68, 69, 70, 71),), explanation="Bằng mã 65 + 66 + 67"),
    heading(26, "7.1", 2, "Chia theo nguồn:"),
    amount(65, "7.1.1", 3, "Nguồn NSNN"),
    amount(66, "7.1.2", 3, "Nguồn phí, lệ phí để lại"),
    amount(67, "7.1.3", 3, "Nguồn khác"),
    heading(30, "7.2", 2, "Chia theo nhóm chi:"),
    amount(68, "7.2.1", 3, "Chi thanh toán cá nhân"),
    amount(69, "7.2.2", 3, "Chi hàng hóa dịch vụ"),
    amount(70, "7.2.3", 3, "Chi hỗ trợ và bổ sung"),
    amount(71, "7.2.4", 3, "Các khoản chi khác"),
)
# fmt: on

TABLE = Table(
    id="T5",
    number=5,
    tab_title="Biểu ngân sách nhà nước",
    figure=Figure.AMOUNT,
    derived=False,
    columns=(
        column(1, "settled", ("Quyết toán chi NSNN (năm tài chính n-1)",), None, "settled"),
        column(2, "planned", ("Chi NSNN (năm tài chính n)", "Dự toán"), None, "planned"),
        column(3, "estimated", ("Chi NSNN (năm tài chính n)", "Ước thực hiện"), None, "estimated"),
    ),
    rows=ROWS,
    sheet=SheetLayout(
        title="Ngân sách",
        lead=("", "Chỉ tiêu", "Đơn vị tính", "Mã số"),
        default_width=14.0,
        label_span=2,
        landscape=False,
    ),
    print=PrintLayout(font_size=10, tt_width=14, label_width=112, unit_width=24, code_width=16),
    optional_for=("03", "09"),
    years="Năm tài chính n là năm {year}, n-1 là năm {before}.",
)
