"""What the store tells of the list of what was given away. ``{why}`` is a clause of ``system_words``."""

NOT_NOTED = "Tệp đã ghi xong; chưa ghi được vào lịch sử là đã xuất {name}: {why}."
NOT_READ = "Không đọc được danh sách các lần xuất tệp {year}: {why}. Không có gì bị thay đổi."
ERASURE_FIRST = "Tệp đã ghi xong; chưa ghi được vào lịch sử là đã xuất {name} vì việc xóa hẳn một hồ sơ chưa làm xong: mở lại hồ sơ để làm nốt."
