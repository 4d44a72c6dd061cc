"""The rules on records, one a line: mandatory, types, lists, lengths, formats; then each record; then the cross checks X."""

from forms.model.condition import Present, one_of, yes
from forms.model.issue import Severity
from forms.model.rules.record_rule import (
    AgeInGroup,
    AllEmpty,
    AnyComplete,
    CatalogueMatch,
    CatalogueMember,
    ClassSize,
    Compare,
    FieldTypes,
    Identifiers,
    IdNumberPerson,
    IdNumberProvince,
    MaxLength,
    Never,
    Pair,
    Reference,
    RequiredFields,
    SchoolCodePlace,
    Unique,
)
from forms.model.rules.rule import (
    Rule,
    Where,
)
from forms.sets.mn2019.norms import CLASS_SIZE

ERROR, WARNING = Severity.ERROR, Severity.WARNING
ONE_AGE = one_of("mixed_ages", "0")
AGES = {"months": "age_months", "years": "age_years"}
"""The age by the unit of an age group."""
CENTURIES = {"0": ("01", 1900), "1": ("02", 1900), "2": ("01", 2000), "3": ("02", 2000)}
"""The fourth digit of a card number → code of the sex, century."""

# fmt: off
RECORD_RULES: tuple[Rule, ...] = (
    RequiredFields(id="E34", severity=ERROR, message="chưa có thông tin bắt buộc → nhập bổ sung rồi lấy lại dữ liệu."),
    Compare(id="E35", severity=ERROR, record="child", field="birth_date", when=yes("counted"), path="age_months", op=">=", limit=3, where=Where.BORN, message="chưa đủ 3 tháng tuổi vào 30/9 → kiểm tra ngày sinh, lớp; trẻ vẫn ở trong danh sách nhưng không có dòng trên biểu."),
    Pair(id="E40", severity=ERROR, record="class", field="age_group", by="division", allowed=(("16", ("01", "02", "03")), ("17", ("04", "05", "06"))), message="nhóm tuổi «{age_group}» không thuộc «{division}» → chọn nhóm tuổi tính theo tháng cho Nhóm trẻ, theo tuổi cho Lớp mẫu giáo."),
    Unique(id="E41", severity=ERROR, record="class", field="code", fields=("code",), message="mã lớp {code} trùng với lớp khác → đặt mã khác."),
    Reference(id="E42", severity=ERROR, record="child", field="class_code", target="class", key="code", message="mã lớp {class_code} không có trong danh sách lớp → chọn lại lớp."),
    Compare(id="E43", severity=ERROR, record="child", field="birth_date", path="birth_date", op="<=", limit="today", message="ngày sinh {birth_date} ở sau ngày hôm nay → nhập lại ngày/tháng/năm, ví dụ 05/09/2016."),
    Unique(id="E44", severity=ERROR, record="child", field="id", fields=("id",), message="mã học sinh {id} trùng với trẻ khác → xóa hồ sơ trùng hoặc để trống mã của trẻ mới."),
    Unique(id="E45", severity=ERROR, record="staff", field="id_number", fields=("id_number",), where=Where.FIELD, message="số {id_number} trùng với người khác → kiểm tra lại giấy tờ của từng người."),
    Unique(id="E46", severity=ERROR, record="staff", field="code", fields=("code",), message="mã cán bộ {code} trùng với người khác → đặt mã khác."),
    CatalogueMatch(id="E47", severity=ERROR, record="staff", field="role", when=Present("role"), catalogue="staff_roles", attribute="position", equals="position", message="nhóm chức vụ {role} không thuộc vị trí việc làm {position} → chọn lại nhóm chức vụ."),
    AnyComplete(id="E48", severity=ERROR, record="staff", field="language_level", when=Present("language"), groups=(("language_level",), ("language_certificate_group", "language_certificate", "language_framework")), message="đã chọn ngoại ngữ nhưng chưa có trình độ → chọn trình độ đào tạo, hoặc đủ nhóm, loại chứng chỉ và khung năng lực."),
    Identifiers(id="E49", severity=ERROR, message="giá trị «{value}» không đúng dạng → {repair}."),
    CatalogueMember(id="E50", severity=ERROR, message="«{value}» không có trong danh mục → chọn lại trong danh mục."),
    Compare(id="E51", severity=ERROR, record="facility", field="ownership", path="ownership", op="in", limit=("01", "03", "09"), where=Where.PROFILE_FIELD, message="«{value}» không có cột trên biểu → chọn Công lập, Dân lập hoặc Tư thục."),
    FieldTypes(id="E52", severity=ERROR, message="«{value}» không phải {type} → nhập lại, ví dụ {example}."),
    MaxLength(id="E53", severity=ERROR, message="có {value} ký tự, vượt mức {limit} ký tự → rút ngắn nội dung."),
    CatalogueMatch(id="E68", severity=ERROR, record="child", field="district", catalogue="districts", attribute="province", equals="province", message="quận, huyện {district} không thuộc {province} → chọn lại quận, huyện hoặc tỉnh."),
    CatalogueMatch(id="E69", severity=ERROR, record="child", field="ward", when=one_of("province", "79"), catalogue="wards", attribute="district", equals="district", message="{ward} không thuộc {district} → chọn lại phường, xã hoặc quận, huyện."),
    CatalogueMatch(id="E70", severity=ERROR, record="child", field="home_district", catalogue="districts", attribute="province", equals="home_province", message="quê quán: {home_district} không thuộc {home_province} → chọn lại quận, huyện hoặc tỉnh."),
    CatalogueMatch(id="E71", severity=ERROR, record="child", field="birth_district", catalogue="districts", attribute="province", equals="birth_province", message="nơi sinh: {birth_district} không thuộc {birth_province} → chọn lại quận, huyện hoặc tỉnh."),
    CatalogueMatch(id="E72", severity=ERROR, record="facility", field="district", catalogue="districts", attribute="province", equals="province", where=Where.PROFILE_FIELD, message="{district} không thuộc {province} → chọn lại quận, huyện hoặc tỉnh."),
    CatalogueMatch(id="E73", severity=ERROR, record="facility", field="ward", when=one_of("province", "79"), catalogue="wards", attribute="district", equals="district", where=Where.PROFILE_FIELD, message="{ward} không thuộc {district} → chọn lại phường, xã hoặc quận, huyện."),
    ClassSize(id="W01", severity=WARNING, record="class", when=ONE_AGE, group="age_group", size="size", norm=CLASS_SIZE, message="{value} trẻ, vượt mức tối đa {limit} trẻ của nhóm tuổi «{age_group}» theo {document} → kiểm tra danh sách trẻ hoặc tách nhóm, lớp."),
    Compare(id="W04", severity=WARNING, record="class", path="same_disability_max", op="<=", limit=2, message="có {value} trẻ cùng loại khuyết tật, vượt mức 2 trẻ → kiểm tra mục Loại khuyết tật của trẻ."),
    ClassSize(id="W05", severity=WARNING, record="class", when=ONE_AGE, group="age_group", size="size", norm=CLASS_SIZE, floor_ratio="0.5", enabled=False, message="{value} trẻ, dưới một nửa mức tối đa ({limit}) → có thể tổ chức nhóm, lớp ghép; nếu không thì bỏ qua."),
    AgeInGroup(id="W40", severity=WARNING, record="child", field="birth_date", group="class.age_group", ages=AGES, when=yes("counted") & one_of("class.mixed_ages", "0"), where=Where.AGED, message="không đúng nhóm tuổi «{age_group}» của lớp «{class_name}» → kiểm tra ngày sinh hoặc lớp."),
    Compare(id="W41", severity=WARNING, record="child", field="boarding", when=yes("boarding"), path="class.boarding", op="==", limit=True, message="ghi bán trú nhưng lớp «{class_name}» không bán trú → sửa hồ sơ trẻ hoặc hồ sơ lớp."),
    Unique(id="W42", severity=WARNING, record="child", field="name", fields=("name", "birth_date"), where=Where.BORN, message="trùng họ tên và ngày sinh với trẻ khác → kiểm tra, xóa bớt nếu nhập hai lần."),
    AllEmpty(id="W43", severity=WARNING, record="child", when=one_of("division", "16"), fields=("fee_support", "study_cost_support", "lunch_support"), message="miễn, giảm học phí và hỗ trợ chỉ tính cho trẻ mẫu giáo → kiểm tra lớp của trẻ hoặc bỏ chọn các mục này."),
    Unique(id="W44", severity=WARNING, record="class", field="name", fields=("name",), message="tên trùng với lớp khác → đặt tên khác để dễ phân biệt."),
    Compare(id="W45", severity=WARNING, record="staff", field="birth_date", path="age", op="between", limit=(18, 70), message="{value} tuổi vào ngày 30/9, ngoài khoảng 18–70 tuổi → kiểm tra ngày sinh."),
    Never(id="W46", severity=WARNING, record="class", field="mixed_ages", when=one_of("mixed_ages", "4"), message="ghép 4 độ tuổi không có dòng riêng trên biểu → vẫn tính vào tổng số; kiểm tra lại số độ tuổi ghép."),
    Compare(id="W47", severity=WARNING, record="class", path="disabled_children", op="<=", limit=2, message="có {value} trẻ khuyết tật, biểu chỉ có dòng 01 và 02 trẻ → kiểm tra mục Loại khuyết tật của trẻ."),
    Unique(id="W74", severity=WARNING, record="staff", field="name", fields=("name", "birth_date"), where=Where.BORN, message="trùng họ tên và ngày sinh với người khác → kiểm tra, xóa bớt nếu nhập hai lần."),
    Compare(id="W76", severity=WARNING, record="child", field="birth_date", when=one_of("has_left", False), path="age_years", op="<=", limit=7, where=Where.BORN, message="{value} tuổi trong năm học này, quá tuổi nhà trẻ, mẫu giáo → kiểm tra ngày sinh."),
    IdNumberPerson(id="X.cccd_sex_year", severity=WARNING, record="staff", field="id_number", sex="sex", born="birth_date", centuries=CENTURIES, where=Where.FIELD, message="số {value} không khớp giới tính hoặc năm sinh → kiểm tra lại số thẻ, giới tính và ngày sinh."),
    IdNumberProvince(id="X.cccd_province", severity=WARNING, record="staff", field="id_number", catalogue="provinces", where=Where.FIELD, message="ba chữ số đầu của {value} không phải mã tỉnh, thành phố → kiểm tra lại số thẻ."),
    SchoolCodePlace(id="X.school_code_place", severity=WARNING, record="facility", field="code", province="province", district="district", where=Where.PROFILE_FIELD, message="{value} không khớp tỉnh, quận đã chọn → kiểm tra lại mã, tỉnh và quận."),
    Unique(id="X.shared_email", severity=WARNING, record="staff", field="email", fields=("email",), fold=True, well_formed=True, where=Where.FIELD, message="trùng với người khác → nhập email riêng."),
)
# fmt: on
