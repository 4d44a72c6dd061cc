"""The words of verifying a code or a file."""

HELP_VERIFY_WHAT = "mã kiểm tra số liệu, hoặc tệp cần kiểm tra"

VERIFY_PROVES = "Kết quả chỉ nói các bản có khớp nhau hay không, không chứng minh ai đã lập."
VERIFY_HEADS = {True: "Khớp", False: "KHÔNG KHỚP", None: ""}
VERIFY_AGREES = "Các bản khớp nhau."
VERIFY_DIFFERS = "Có chỗ không khớp, hoặc không có gì để đối chiếu."
