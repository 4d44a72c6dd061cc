"""What is said of sizes that stand out, and what the parts of the sum are called."""

MORE = "{title} gấp {times} lần năm trước ({now}, năm trước {before})"
LESS = "{title} chỉ bằng {percent}% năm trước ({now}, năm trước {before})"
NEW = "{title}: năm trước 0, năm nay {now}"
UNUSUAL = "{value} {size}, các nơi khác thường là {usual}"
NOBODY = "{value} {of} mà không có {by} nào"
UNTOLD = "(không ghi)"
