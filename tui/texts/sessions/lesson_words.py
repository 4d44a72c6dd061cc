"""The words of the lesson: its line, its page, its command, its folder."""

ANSWER_FILE = "tra-loi-{number}.json"
"""How the answer of the office of the lesson is called."""
LESSON_NOT_READ = "Không đọc được bài học ở {path}: {why}."
FILE_REFUSED = "Không mở được bài học «{name}»; chưa có gì thay đổi. Sửa các chỗ sau trong tệp:\n{offences}"
ANOTHER_LESSON = "Đang học dở một bài học khác với «{name}». Chưa có gì thay đổi; muốn bỏ bài cũ, bắt đầu bài này: thêm --reset."
NOT_BEGUN = "Không ghi được bài học vào {folder}: {why}."
ANSWER_NOT_LAID = "Không ghi được tệp trả lời {name} của bài học: {why}."
PROGRESS_NOT_KEPT = "Không ghi được bài học đã đến đâu: {why}. Hồ sơ bài học vẫn nguyên."

HELP_LESSON = "bài học: tự học trên một hồ sơ bịa chưa xong, mỗi bài tự kiểm tra"
HELP_PRESENT = "trình chiếu: phím vừa bấm hiện trên dòng tiêu đề, lời giải thích đủ câu; mở bài học, hoặc bản tập huấn cùng với --demo"
PRESENT_ON_SCREENS = "--present là của màn hình, không dùng cùng với --linear hay --office"
HELP_FILE = "bài học của người tập huấn (tệp .json), thay cho bài học của phần mềm"
TASK_DONE, TASK_OPEN = "xong", "chưa"
TASK_LINE = "{number:>3}  {state:<5} {title}"
TASKS_DONE = "Bài học: đã xong {done} trong {total} bài."

STEP = "Bài học"
STEP_WHAT = "{done}/{total} bài"
HOME_LESSON = "Tự học trên một hồ sơ bịa chưa xong; hồ sơ của cơ sở để yên. Enter để mở."
HOME_TASKS = "Các bài học, bài nào đã xong. Enter để mở."
STEP_LEAVE = "Về hồ sơ của cơ sở"
HOME_LEAVE = "Thôi tập, về hồ sơ của cơ sở; chỗ đang tập được giữ. Enter để về."

TASK = "Bài {number}/{total}: {words}"
JUST_DONE = "Đúng rồi, xong bài {number}. "
LEFT = "Còn: {left} · {key}: gợi ý"
HINT = "Gợi ý: {hint}"
ALL_DONE = "Đã xong cả {total} bài. Bạn làm được báo cáo thật rồi: ở trang đầu, chọn «{leave}»."

BY_MENU = "{menu}, «{what}»"
"""How an action is called that has no key."""
KEYS_REFUSED = "Bài học gọi tên phím không có; chưa có gì thay đổi. Sửa các chỗ sau trong tệp:\n{offences}"

TITLE = "BÀI HỌC"
TASK_IN_A_LINE = "{number}  {state:<10} {title}"
IN_HAND = "đang học"
PAGE_HELP = "Enter để học bài ở dòng này, Esc để quay lại."
SHEET = "Giấy tờ của bài {number}"
GONE_TO = "Đang học bài {number}."

ASK_RESET = {
    True: "Học lại từ đầu? Bài học được làm mới, bản cũ còn ở thư mục bai-hoc.cu. Gõ c rồi Enter:",
    False: "Làm lại bản tập huấn? Bản cũ còn ở thư mục tap-huan.cu. Gõ c rồi Enter:",
}
"""By whether it is the copy of the lesson."""
RESET = {True: "Đã làm mới bài học: học từ bài 1.", False: "Đã làm lại bản tập huấn từ đầu."}
"""As well."""
ONLY_MADE_UP = "Chỉ làm lại được bài học và bản tập huấn."
PRESSED = "Phím: {keys}"
NO_LESSON = "Biểu {form} chưa có bài học. Chưa ghi gì; bài học của người hướng dẫn mở bằng tệp."
