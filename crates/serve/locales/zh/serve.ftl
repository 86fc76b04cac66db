# 办事：为群众和企业办的实事。
nav-serve = 办事

## 公共服务
portal-tell-us = 反映问题
portal-tell-us-text = 遇到难事、发现问题，或有建议，都可以在这里告诉我们；凭查询码看得到办理进度。
portal-sessions-all = 查看全部场次

## 我的信息
own-data = 我留下的信息
own-data-sub = 查看本系统保存的、与您手机号有关的内容，并可下载。
own-data-open = 查看我的信息
portal = 公共服务
own-data-code = 查询码、预约码或报名码
own-data-code-help = 任意一个：反映问题、预约、报名或许心愿时得到的码。用它确认号码是您的。
own-data-wrong = 号码和查询码对不上，请核对后再试。
own-data-lost = 查询码丢了？请带上本人手机到受理单位，由工作人员当面核对后查询。
# $count (Number) - how many records
own-data-count = 共 { $count } 条记录与这个号码有关。
own-data-download = 下载
own-data-day = 日期
own-data-until = 保存到
own-data-open-still = 办结后按规定的期限保存
own-data-kept = 到期后，姓名、电话和所写内容会自动清除，只留下编号和计数。
case-sort = 诉求
booking-sort = 服务预约
booking-state = 状态
booking-booked = 已预约
booking-waiting = 候补中
booking-cancelled = 已取消

## 保存期限
nav-retention = 保存期限
retention = 个人信息保存期限
retention-sub = 到期后每天夜里自动清除姓名、电话和所写内容；编号、日期、计数和登记留存不变。
retention-thing = 内容
retention-from-when = 起算
retention-how-long = 保存多久
retention-later = 以后的规定
retention-change = 调整
# $months (Number) - how many
retention-months = { $months } 个月
# $day (String) - from when
# $months (Number) - how many
retention-next = { $day } 起 { $months } 个月
retention-cases = 群众诉求中的姓名、电话和内容
retention-bookings = 服务预约中的姓名和电话
retention-from-closing = 从办结之日起
retention-from-day = 从服务当天起
retention-months-field = 保存多少个月
retention-cleared-help = 缩短期限后，已经到期的在当天夜里清除，清除后不能恢复。
retention-from-field = 从哪天起执行
retention-from-help = 今天或以后。
# $max (String) - most months
retention-months-wrong = 请填写 1 到 { $max } 之间的整数。
retention-from-wrong = 请填写今天或以后的日期，例如 2021-06-01；过去的规定不能改。
retention-save = 保存
retention-done = 保存期限已调整。
portal-wishes-wall = 看心愿墙
retention-wishes = 心愿中的姓名、电话和原话
retention-from-delivery = 从送达之日起

# 单位撤销或并入之前
# $count (Number) - 诉求数
unit-has-open-cases = 有 { $count } 件未办结的诉求在这个单位受理，不会自动转走。请先转办。
retention-pairings = 结对中困难家庭的姓名、电话、困难情况和联系记录
retention-visits = 入户走访的住户和所反映的内容
retention-from-end = 从结束结对之日起
retention-from-visit = 从走访当天起
# $max (Number) - rows of one export
export-cut = 本文件只含前 { $max } 条，列表里还有更多。请缩小条件，分次导出。
# $total (Number) - rows of the list
# $max (Number) - rows of one export
export-will-be-cut = 共 { $total } 条，一次最多导出前 { $max } 条。请缩小条件，分次导出。
