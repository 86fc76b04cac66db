working-days-title = 工作日历
# $year (String) - 年份
working-days-of = { $year } 年工作日历
# $count (Number) - 工作日数
working-days-sum = 全年 { $count } 个工作日，含本单位的调整。
# $count (Number) - 工作日数
working-days-unknown = 这一年的节假日安排尚未公布，暂按周一至周五算，共 { $count } 个工作日。公布后请在下面逐日调整。
working-days-months = 各月工作日
working-days-unit = 天
working-days-exceptions = 与星期不同的日子
working-days-change = 调整某一天
working-days-day = 日期
working-days-weekday = 星期
working-days-kind = 性质
working-days-source = 依据
working-days-published = 国务院办公厅公布
# $reason (String) - 理由
working-days-changed-here = 本单位调整：{ $reason }
working-days-worked = 这一天
working-days-is-worked = 上班
working-days-is-rest = 休息
working-days-reason = 依据或理由
working-days-reason-help = 例如通知的文号。以后的排期和时限都按调整后的日历算。
working-days-save = 保存调整
# $day (String) - 日期
working-days-changed = 已调整 { $day }。
working-days-day-wrong = 日期看不懂。请按 2021-06-30 的样子填写。
working-days-worked-missing = 请选择这一天上班还是休息。
working-days-reason-wrong = 请写明依据或理由，不超过 2000 字。
day-work = 上班
day-make-up = 调休上班
day-weekend = 周末
holiday-new-year = 元旦放假
holiday-spring-festival = 春节放假
holiday-tomb-sweeping = 清明节放假
holiday-labour = 劳动节放假
holiday-dragon-boat = 端午节放假
holiday-mid-autumn = 中秋节放假
holiday-national = 国庆节放假
holiday-other = 休息
monday = 星期一
tuesday = 星期二
wednesday = 星期三
thursday = 星期四
friday = 星期五
saturday = 星期六
sunday = 星期日
