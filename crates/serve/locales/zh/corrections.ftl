## 更正
correction-sub = 原来的内容留在历史记录里，更正以后谁改的、改了什么、为什么改都看得到。
correction-reason = 更正原因
correction-submit = 提交更正
correction-done = 已更正，原来的内容仍在历史记录里。
correction-link = 更正
# $act (String) - what was done
correction-of = 更正：{ $act }
# $part (String) - what was changed
correction-part = { $part }：
# $part (String) - what was changed
correction-private = { $part }：已更正，内容加密，不在这里显示。
correction-empty = （空）
correction-sealed-help = 加密保存，不在这里显示；留空表示不改。
correction-day-missing = 请填写日期，写成 2021-05-14 的样式。
# $count (Number) - most characters
correction-reason-missing = 请说明为什么更正，不超过 { $count } 字。
correction-meanwhile = 在您填写期间，别人更正过这一条。请打开记录看看现在的内容，再决定是否更正。
correction-nothing = 没有改动任何内容。请改正写错的地方再提交；内容没有错就不用更正。
