"""How records come into the next school year. Rules: project choice, campaign page §5."""

from forms.model.condition import one_of, yes
from forms.sets.form_set import Rolling
from forms.sets.roll_words import RollWords

WORDS = RollWords(
    copied=("{classes} nhóm, lớp · {children} trẻ", "{staff} nhân sự · hồ sơ cơ sở"),
    emptied={
        "ở hồ sơ trẻ": "tuyển mới, ngày nhập trạng thái, khám sức khỏe, dinh dưỡng, miễn giảm học phí, hỗ trợ",
        "ở hồ sơ nhân sự": "tuyển mới, giáo viên giỏi, xếp loại, đánh giá",
    },
    to_look_at="{count} trẻ có dấu ?",
    to_look_at_key="F9: đến từng trẻ",
    nothing_to_look_at="Không có trẻ nào cần xem lại.",
    sections={
        "classes": "NHÓM, LỚP",
        "leaving": "TRẺ RA TRƯỜNG",
        "coming": "TRẺ LÊN LỚP",
        "gone": "KHÔNG CÒN Ở CƠ SỞ",
        "staff": "NHÂN SỰ LÀM TIẾP",
    },
    states={
        "leaving": ("giữ lại", "ra trường"),
        "coming": ("lên lớp", "không chuyển"),
        "gone": ("", "không chép"),
        "staff": ("làm tiếp", "không chuyển"),
    },
    helps={
        "classes": "Tên trong năm học mới: gõ để sửa. Home: về dòng đầu để lập hồ sơ.",
        "leaving": "Trẻ của lớp lớn nhất. Phím cách: giữ lại, hoặc cho ra trường. Home: dòng đầu.",
        "coming": "Trẻ theo lớp lên năm mới. Phím cách: không chuyển, hoặc chuyển. Home: dòng đầu.",
        "gone": "Đã ghi không còn ở cơ sở nên không chép sang; năm cũ vẫn giữ. Home: dòng đầu.",
        "staff": "Nhân sự làm tiếp. Phím cách: không chuyển, hoặc chuyển. Home: dòng đầu.",
    },
    names_done="Hết tên nhóm, lớp. Mũi tên xuống: xem trẻ; Home: về dòng đầu để lập hồ sơ.",
    name_only="Ở đây chỉ sửa được tên nhóm, lớp; trẻ và nhân sự: phím cách để đổi.",
    class_detail="{age} · {count} trẻ",
    no_class="chưa có lớp",
    oldest="Lớp 5–6 tuổi giữ nhóm tuổi, không còn trẻ cũ: dùng lại cho trẻ mới, hoặc xóa ở năm học mới.",
    mixed="Lớp ghép giữ nhóm tuổi; trẻ từ 5 tuổi ra trường.",
    no_head="Giáo viên chủ nhiệm không chuyển sang nên mục ấy để trống.",
    kept="Giữ đối tượng chính sách: {value}. Năm học mới cần xem lại còn đúng không.",
    nothing=(
        "Năm học {year} chưa có nhóm, lớp, trẻ hay nhân sự nào để chuyển. Không có gì thay đổi; "
        "hãy nhập hồ sơ của năm học này trước."
    ),
    told_leaving="  Ra trường (không chép sang): {count} trẻ",
    told_uncounted="  Không còn học, không còn làm (không chép sang): {count} người",
    told_misfits="  Tuổi chưa khớp nhóm tuổi mới của lớp, cần xem lại: {names}",
    told_kept="  Giữ đối tượng chính sách, cần xem lại: {names}",
    told_cleared="  Đã xóa để nhập lại: khám sức khỏe, dinh dưỡng, miễn giảm học phí, hỗ trợ, đánh giá của năm cũ.",
)

ROLLING = Rolling(
    classes="class",
    children="child",
    staff="staff",
    age_group="age_group",
    of_one_age=one_of("mixed_ages", "0"),
    mixed=yes("mixed"),
    next_age_group={"01": "02", "02": "03", "03": "04", "04": "05", "05": "06"},
    follow=("division",),
    oldest="06",
    age="age_years",
    leaving_age=5,
    status="status",
    kept="policy",
    told_by={"child": ("birth_date",), "staff": ("role", "position")},
    words=WORDS,
    cleared={
        "child": (
            "status_date",
            "leave_reason",
            "new_entry",
            "health_checked",
            "nutrition",
            "fee_support",
            "study_cost_support",
            "lunch_support",
        ),
        "staff": ("new_entry", "good_teacher", "civil_servant_rating"),
    },
    changed={"staff": {"status": "01", "training_result": "05", "professional_standard": "04"}},
    always={"child": {"status": "01"}},
)
