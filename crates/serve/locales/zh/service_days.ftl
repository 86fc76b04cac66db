## 服务日

nav-service-days = 服务日
service-day = 服务日
service-days = 服务日
service-days-desk = 管理服务日
service-days-sub = 每月一天，各单位把能搭把手的事列出来，谁有空谁来；凭手机号报名，不用注册。
service-days-before = 以往的服务日
service-days-all = 各月服务日
# $day (Number) - 1 is Monday
service-day-weekday = { $day ->
    [1] 星期一
    [2] 星期二
    [3] 星期三
    [4] 星期四
    [5] 星期五
    [6] 星期六
   *[7] 星期日
}
# $from (String) - the regular day
# $to (String) - the day it is
service-day-moved = 原定 { $from }，改到 { $to }。
service-day-moved-short = 已改期
service-day-rest = 休息日
service-day-rest-undecided = 这一天是休息日，办公室还没有决定改不改期；不改期就按这一天。
service-day-no-projects = 还没有项目
service-day-no-projects-text = 各单位申报后会出现在这里，请过几天再来看看。
service-day-no-projects-desk = 写明做什么、在哪里、要几个人，群众和党员凭手机号就能报名。
service-project = 项目
service-projects = 项目数
service-projects-held = 开展项目
# $free (Number) - how many people are still wanted
service-project-free = 还需要 { $free } 人
service-project-full = 人数已满
service-project-full-text = 人数已满，谢谢大家。有人退出时这里会重新开放，也欢迎看看别的项目。
service-project-begun = 已开始
service-project-held = 已开展
service-project-cancelled = 已取消
# $reason (String) - why
service-project-cancelled-because = 这个项目已取消：{ $reason }
service-project-handle = 办理
service-project-about = 做什么
service-project-bring = 请带
service-project-wanted = 需要人数
service-project-signed = 已报名人数
service-project-came = 到场人数
service-project-hours = 总时长（小时）

## 报名

sign-up = 报名
sign-up-sort = 服务日报名
sign-up-stands = 已报名
sign-up-withdrawn = 已退出
sign-up-find = 凭报名码查看或退出报名
sign-up-code = 报名码
sign-up-code-help = 10 位字母和数字，报名成功时显示过。
sign-up-code-unknown = 没有找到这个报名码，请核对后再试。
sign-up-phone-help = 只用于这次活动的联系；一个号码在一个项目中只能报一次名。
# $max (String) - most people
sign-up-names-help = 每行一个人，可以替家人、同事一起报名，最多 { $max } 人。
sign-up-privacy = 姓名和号码加密保存，只有组织者看得到姓名；不统计任何人的个人时长。
sign-up-cancelled = 这个项目刚刚取消，请看看别的项目。
sign-up-begun = 这个项目已经开始，不能再网上报名；可以直接到现场问问组织者。
# $max (String) - most people
sign-up-too-many = 一次最多报 { $max } 人，请分两个号码报名。
sign-up-full = 人数刚好满了，没有报上。请看看别的项目。
# $left (Number) - how many places are left
sign-up-not-enough = 只差 { $left } 人了，请减少人数，或者看看别的项目。
sign-up-phone-has-one = 这个号码已经报了这个项目。可以凭报名码查看或退出后重新报名。
sign-up-yours = 我的报名
sign-up-is-made = 报名成功，请按时到场。
sign-up-is-withdrawn = 这个报名已经退出。
sign-up-is-over = 这个项目已经开始或结束，谢谢您来帮忙。
sign-up-keep-code = 请记下或截图保存报名码，改变主意时用它退出。
sign-up-withdraw = 退出报名
sign-up-withdraw-help = 来不了请退出，让别人补上。
sign-up-withdraw-done = 已退出，谢谢您告诉我们。
sign-up-withdraw-late = 这个项目已经开始，不能再退出。
sign-up-cleared = 姓名已按期清除

## 申报和办理

service-project-new = 申报项目
service-project-submit = 申报
service-project-save = 保存
service-project-change = 修改项目
service-project-title = 做什么事
service-project-title-help = 例如“清理楼道堆物”“给独居老人理发”。
service-project-month-help = 日期由办公室统一确定。已经过去的也可以补报，补报后直接填到场人数。
service-project-starts = 开始时间
service-project-ends = 结束时间
service-project-wanted-help = 报名达到这个人数就不再接受。
service-project-bring-help = 例如“手套、遮阳帽”；不需要就留空。
service-project-time-wrong = 请填写时间，例如 09:00。
service-project-times-wrong = 结束时间早于开始时间，请改正。
# $max (String) - most people
service-project-wanted-wrong = 请填写 1 到 { $max } 之间的整数。
# $max (String) - most months
service-project-month-wrong = 请选择前后 { $max } 个月以内的服务日。
service-project-not-yours = 您没有为这个单位登记的权限，请选择权限内的单位。
# $max (String) - most characters
service-project-long = 说明太长，请控制在 { $max } 个字以内。
# $signed (Number) - how many have signed up
service-project-fewer-than-signed = 已有 { $signed } 人报名，需要人数不能比这更少。
service-project-over = 这个项目已取消或已登记到场，不能再修改。
service-project-done = 已申报，群众现在可以看到这个项目。
service-project-changed = 已保存。
service-project-cancel = 取消项目
service-project-cancel-reason = 取消原因
# $signed (Number) - how many have signed up
service-project-cancel-help = 原因会公开显示。已有 { $signed } 人报名，有短信网关时会逐一告知。
service-project-cancel-done = 项目已取消。
service-project-cancel-held = 已登记到场，不能取消；人数有误请更正。
# $max (String) - most characters
service-project-reason-wrong = 请写明原因，不超过 { $max } 个字。
# $people (Number) - how many
service-project-sign-ups = 报名 { $people } 人
service-project-nobody = 还没有人报名
service-project-nobody-text = 可以把项目网页发到群里，或者打印张贴。
service-project-list = 到场名单
# $people (Number) - how many
service-project-people-of = { $people } 人
# $came (Number) - how many people
# $hours (Number) - hours of all together
service-project-came-of = 到场 { $came } 人，共 { $hours } 小时
service-project-who-came = 到场情况
service-project-enter-came = 登记到场
service-project-enter-came-short = 登记
service-project-correct-came = 更正到场
service-project-has-come = 到场
service-project-ticked = 报名的人里，谁来了
service-project-more-names = 到场名单
service-project-more-names-help = 可以把整张名单粘贴进来，一行一个或用顿号隔开：报过名的自动勾上，没报名的另计；同名只计一次，重名请加字区分。
service-project-head-count = 另有没记名字的人数
service-project-head-count-help = 只数人头，不含上面勾选和列名的。
service-project-hours-field = 全部人合计的时长（小时）
service-project-hours-help = 只记项目的总数，取整数，例如 12 人各做 2 小时就填 24；不登记每个人的时长。
service-project-hours-whole = 合计时长请填整数，例如 24。
service-project-hours-nobody = 没有人到场时，时长请留空或填 0。
# $came (Number) - how many people came
service-project-hours-wrong = 到场 { $came } 人，请填写合计时长：至少 1 小时，每人不超过 24 小时。
# $max (String) - most people
service-project-came-wrong = 人数请填 0 到 { $max } 之间的整数。
service-project-reason = 更正原因
service-project-came-submit = 登记
service-project-came-meanwhile = 别人刚刚登记过，请刷新看看现在的人数再改。
service-project-came-cancelled = 这个项目已取消，不能登记到场。
# $day (String) - the day
service-project-day-to-come = 服务日是 { $day }，当天才能登记到场。
# $came (Number) - how many people
# $hours (Number) - hours of all together
service-project-came-done = 已登记：到场 { $came } 人，共 { $hours } 小时。
service-project-others = 没报名而到场的
# $people (Number) - how many
service-project-head-count-of = 没记名字的 { $people } 人
service-project-no-others = 没有
service-project-names-kept = 姓名到期自动清除，人数和总时长保留。

## 定日期

service-day-rule = 服务日规则
service-day-rule-sub = 规则从某个月起执行；已经确定的月份不变。遇到休息日，办公室也可以逐月决定。
service-day-rule-change = 调整规则
service-day-rule-from = 从哪个月起
service-day-rule-from-help = 下个月或以后，例如 2021-06。
service-day-rule-done = 规则已保存。
service-day-month-day = 每月几日
service-day-on-rest = 遇到休息日
service-day-stays = 不改期
service-day-before = 提前到前一个工作日
service-day-after = 推后到后一个工作日
service-day-from-wrong = 请填写下个月或以后的月份，例如 2021-06。
# $max (String) - the last
service-day-month-day-wrong = 请填写 1 到 { $max } 之间的整数，每个月都有这一天。
service-day-on-rest-missing = 请选择遇到休息日怎么办。
service-day-decide = 确定日期
service-day-reason = 理由
service-day-reason-help = 会公开显示，例如“28 日是周日，提前到周五，方便单位组织”。
# $people (Number) - how many have signed up
service-day-told = 改期时，已报名的 { $people } 人会看到新日期；有短信网关时逐一告知。
# $day (String) - the regular day
service-day-is-working = 按规则是 { $day }，工作日。
# $day (String) - the regular day
# $before (String) - the working day before
# $after (String) - the working day after
service-day-is-rest = 按规则是 { $day }，休息日；前一个工作日是 { $before }，后一个是 { $after }。
# $day (String) - the day
service-day-decided = 服务日定为 { $day }。
# $regular (String) - the regular day
# $max (Number) - days
service-day-too-far = 离规则的日期 { $regular } 太远，请在前后 { $max } 天以内选择。
service-day-past = 日期已经过去，请选择今天或以后。
# $day (String) - the day
service-day-over = 这个月的服务日（{ $day }）已经过去或已登记到场，不能再改。
todo-service-day-came = 登记到场
# $day (String) - the regular day
todo-service-day-rest = { $day } 是休息日，服务日改不改期
# $projects (Number) - how many projects
service-day-marked = 服务日（{ $projects } 个项目）
# $day (String) - the day
portal-service-day-next = 下一个服务日：{ $day }。凭手机号报名，不用注册。
portal-service-days-all = 查看服务日项目

# $title (String) - project
# $when (String) - when
# $place (String) - place
# $code (String) - code
service-day-sms-signed-up = 您已报名“{ $title }”，时间 { $when }，地点 { $place }，报名码 { $code }。来不了请凭报名码退出。
# $title (String) - project
# $when (String) - when
# $place (String) - place
# $code (String) - code
service-day-sms-moved = 您报名的“{ $title }”改期了，新时间 { $when }，地点 { $place }，报名码 { $code }。来不了请凭报名码退出。
# $title (String) - project
# $when (String) - when
# $place (String) - place
# $code (String) - code
service-day-sms-reminder = 提醒：您报名的“{ $title }”时间 { $when }，地点 { $place }，报名码 { $code }。来不了请凭报名码退出。
# $title (String) - project
# $reason (String) - why
service-day-sms-cancelled = 您报名的“{ $title }”取消了：{ $reason } 给您添麻烦了。
retention-sign-ups = 服务日报名和到场名单中的姓名、电话
service-project-correct = 更正项目
service-board = 打印张贴的项目卡
# $day (String) - the day in words
service-board-title = 服务日项目：{ $day }
service-board-sub = 扫码就能报名，不用注册。
service-board-none = 这一天还没有可以报名的项目，或者都已经开始。
service-board-scan = 扫码报名
# $title (String) - what is done
service-board-code = “{ $title }”报名网页的二维码
