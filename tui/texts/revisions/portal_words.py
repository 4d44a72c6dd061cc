"""The words of what is done on the national system after a report was sent."""

PORTAL_TITLE = "ĐƯA LÊN HỆ THỐNG: CÒN {left} VIỆC"
PORTAL_ALL_DONE = "ĐƯA LÊN HỆ THỐNG: ĐÃ XONG"
PORTAL_DRAFT = "Báo cáo chưa gửi, số còn có thể đổi: gửi báo cáo trước, rồi đưa lên Hệ thống."
PORTAL_HELP = "Phím cách: đánh dấu đã làm. F7: in danh sách này. F8: xuất các tệp để tải lên."
PORTAL_FIGURE = "Nhập số này trên Hệ thống rồi bấm phím cách. Enter: xem ô ấy ở biểu."
PORTAL_UPLOAD = "F8: xuất tệp. Tệp mẫu của Hệ thống: F10, Điền mẫu. Tệp tải về: F10, Đối chiếu."
PORTAL_TO_TICK = "Khi đã làm xong trên Hệ thống, bấm phím cách để đánh dấu."
PORTAL_COMPARED = "Enter: xem từng chỗ khác. Phím cách chỉ đánh dấu việc phải làm."
PORTAL_COMPARE_AGAIN = "Tệp «{file}» không còn mở: đối chiếu lại (F10, Đối chiếu) để xem từng chỗ."
TICKS = ("Phím cách", "đánh dấu đã làm, hoặc bỏ dấu")

TICKED = "Đã đánh dấu: xong. Còn {count} việc."
UNTICKED = "Đã bỏ dấu. Còn {count} việc."

HOME_PORTAL_STEP = "Đưa lên Hệ thống"
HOME_PORTAL_LEFT = "còn {count} việc"
HOME_PORTAL = "Tệp phải tải lên, số biểu {numbers} phải nhập trên Hệ thống; đánh dấu từng việc. Enter để mở."
