import-nav = 导入名册
import-title = 导入名册
import-about = 分两步：先看清会有哪些变化，再确认导入。同一份工作簿再导入一次，不会有任何变化。
import-step-prepare = 一、准备工作簿
import-step-prepare-text = 手头的花名册可以直接用：列名、格式不必改。没有的话，请下载模板填写。单位和人员可以放在同一个文件的两张工作表里，也可以分两次导入，先单位后人员。
import-units-template = 下载单位模板
import-people-template = 下载人员模板
import-units-template-other = 英文单位模板
import-people-template-other = 英文人员模板
import-units-template-file = 单位名册模板.xlsx
import-people-template-file = 人员名册模板.xlsx
import-step-send = 二、上传并预览
import-file = 工作簿
# $max (Number) - 兆字节
# $days (Number) - 天数
import-file-help = 一个 .xlsx、.xls、.ods 或 .csv 文件，不超过 { $max } MB。文件导入后立即删除，没有导入的保留 { $days } 天。
import-since = 起算日期
import-since-help = 表里没有写成立日期、加入日期的，从这一天算起。
import-effective = 变动生效日期
import-effective-help = 变动从这一天起算，此前的数不变。
import-send = 上传并预览
import-no-file = 还没有选择文件。请选择要导入的工作簿。
# $name (String) - 文件名
import-empty-file = 文件“{ $name }”是空的。请在电脑上打开确认有内容，再重新选择。
import-no-day = 没有填写日期，或者日期不对。请按“2021-03-01”的样子填写。
import-day-ahead = 这一天还没有到。请填写今天或以前的日期。
import-form-spoilt = 页面不完整，文件没有收下。请重新打开本页，再选择文件。
import-recent = 我的导入
import-recent-empty = 还没有导入过
import-recent-empty-text = 上传的工作簿会列在这里，可以随时回来查看。
import-state = 状态
import-made-at = 上传时间
import-state-reading = 读取中
import-state-unreadable = 无法读取
import-state-previewed = 待确认
import-state-errors = 有错误
import-state-applied = 已导入

# 待办
import-todo-kind = 待确认
# $name (String) - 文件名
import-todo = 名册导入：{ $name }
# $errors (Number) - 错误数
# $changes (Number) - 变更数
import-todo-detail = { $errors ->
    [0] { $changes } 项变更，确认后导入
   *[other] 有 { $errors } 处错误要改正
}

# 后台任务
import-stage-reading = 正在读取工作簿
import-stage-comparing = 正在与现有名册比对
import-stage-writing = 正在写入单位和人员
import-read-done = 工作簿已读完，请查看会有哪些变化。
import-refused = 没有导入，名册没有任何变化。请查看原因和最新的预览。
# $units-added (Number) - 新增单位
# $units-changed (Number) - 变更单位
# $people-added (Number) - 新增人员
# $people-changed (Number) - 变更人员
import-applied = 单位新增 { $units-added } 个、变更 { $units-changed } 个；人员新增 { $people-added } 名、变更 { $people-changed } 名。

# 预览
# $at (String) - 时间
import-sent = { $at } 上传
import-again = 重新上传
import-to-units = 查看组织
import-stopped = 读取中断了
import-stopped-text = 名册没有任何变化。请重新上传工作簿。
import-unreadable = 这个文件无法读取
# $count (Number) - 变更数
import-apply = 导入 { $count } 项变更
import-roster-changed = 名册在您预览之后有了变化，没有导入
import-roster-changed-text = 下面是按最新名册重新比对的结果，请再看一遍。
import-broken-off = 上一次导入没有完成
import-broken-off-text = 名册没有任何变化，可以再次导入。
import-file-gone = 工作簿已经删除
# $days (Number) - 天数
import-file-gone-text = 没有导入的工作簿只保留 { $days } 天。需要时请重新上传。
# $count (Number) - 错误数
import-has-errors = 有 { $count } 处错误，改正前不能导入
import-has-errors-text = 请下载标注了错误的工作簿，改正后重新上传。现在名册没有任何变化。
import-no-changes = 没有变化
import-no-changes-text = 工作簿里的内容名册里都有了，不需要导入。
# $count (Number) - 变更数
import-ready = 可以导入 { $count } 项变更
import-ready-text = 全部导入，或者全部不导入：途中出错时名册保持原样。
import-sum = 会有哪些变化
import-what = 名册
import-units = 单位
import-people = 人员
import-added = 新增
import-changed = 变更
import-unchanged = 不变
import-unmentioned = 表中没有
import-units-added = 新增的单位
import-units-changed = 变更的单位
import-people-added = 新增的人员
import-people-changed = 变更的人员
import-kept = 不变的和表中没有的
import-kept-text = “不变”是表中内容与名册一致的；“表中没有”是名册里有、这份表里没有写的。两者都保持原样，不会撤销或删除。
import-asides = 没有用到的列和行
import-problems = 要看的地方
import-problems-text = 下载的工作簿里多一列“问题”，写明每一行的问题和改法；改正后可以直接上传。
import-problems-download = 下载标注问题的工作簿
# $stem (String) - 文件名
import-problems-file = { $stem }-问题.xlsx
import-cell = 位置
import-severity = 程度
import-severity-error = 错误
import-severity-warning = 提醒
import-problem = 问题
import-remedy = 怎样改
# $row (String) - 行号
import-row = 第 { $row } 行
import-row-number = 行
import-name = 名称
import-detail = 内容
# $all (Number) - 总数
# $shown (Number) - 列出的项数
import-listed = 共 { $all } 项，这里列出前 { $shown } 项。
import-unread-sheets = 有工作表没有读入
# $unread (String) - names of sheets
# $read (String) - names of sheets
import-unread-sheets-text = 工作表“{ $unread }”里也像有同样的表，这次只读了“{ $read }”。请把它们合并到一张工作表，或者各存为一个文件分别导入。
# $units (Number) - units
# $people (Number) - people
# $through (String) - last closed day
# $from (String) - first open day
import-counted-later = { $units } 个单位、{ $people } 名人员的日期在已关闭的账期内（截至 { $through }），从 { $from } 起计入，以前公布的数字不变。确需从原日期计入的，请先由办公室重开账期再导入。
