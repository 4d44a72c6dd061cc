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
HELP_FILE = "bài học của người tập huấn (tệp .json), thay cho bài học của phần mềm"
TASK_DONE, TASK_OPEN = "xong", "chưa"
TASK_LINE = "{number:>3}  {state:<5} {title}"
TASKS_DONE = "Bài học: đã xong {done} trong {total} bài."

STEP = "Bài học"
STEP_WHAT = "14 bài tự kiểm tra"
HOME_LESSON = "Tự học trên một hồ sơ bịa chưa xong; hồ sơ của cơ sở để yên. Enter để mở."
HOME_TASKS = "Các bài học, bài nào đã xong. Enter để mở."
STEP_LEAVE = "Về hồ sơ của cơ sở"
HOME_LEAVE = "Thôi tập, về hồ sơ của cơ sở; chỗ đang tập được giữ. Enter để về."

TASK = "Bài {number}/{total}: {words}"
JUST_DONE = "Đúng rồi, xong bài {number}. "
LEFT = "Còn: {left}."
HINT = "Gợi ý: {hint}"
HOW_TO_HINT = "{key}: gợi ý"
ALL_DONE = "Đã xong cả {total} bài. Bạn làm được báo cáo thật rồi: ở trang đầu, chọn «{leave}»."

TITLE = "BÀI HỌC"
NUMBER, NAME, STATE = "Bài", "Tên bài", "Trạng thái"
IN_HAND = "đang học"
PAGE_HELP = "Enter để học bài ở dòng này, Esc để quay lại."
SHEET = "Giấy tờ của bài {number}"
SHEET_HELP = "Chép các dòng này nếu bài cần dán."
GONE_TO = "Đang học bài {number}."

ASK_RESET = {
    "lesson": "Học lại từ đầu? Hồ sơ bài học được làm mới. Gõ c rồi Enter:",
    "training": "Làm lại bản tập huấn từ đầu? Gõ c rồi Enter:",
}
RESET = {"lesson": "Đã làm mới: học từ bài 1.", "training": "Đã làm lại bản tập huấn."}
ONLY_MADE_UP = "Chỉ làm lại được bài học và bản tập huấn."
PRESSED = "Phím: {keys}"
NO_LESSON = "Biểu {form} chưa có bài học. Chưa ghi gì; bài học của người hướng dẫn mở bằng tệp."
