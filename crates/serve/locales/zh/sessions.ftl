## 服务场次

nav-sessions = 服务场次
sessions = 服务场次
sessions-empty = 还没有服务场次
sessions-empty-text = 发布一场服务，写明时间、地点和名额，群众凭手机号就能预约。
sessions-public = 便民服务预约
sessions-public-sub = 凭手机号预约，不用注册；也可以替别人预约。
sessions-public-look = 看看群众看到的页面
sessions-none = 现在没有可以预约的服务
sessions-none-text = 新的场次发布后会出现在这里。
session-find-booking = 凭预约码查看或取消预约
session-title = 服务
session-title-zh = 中文名称
session-title-en = 英文名称
session-unit = 主办单位
session-place = 地点
session-day = 日期
session-when = 时间
session-eligibility = 服务对象
session-eligibility-help = 用一两句话说明哪些人可以来；不要求填写健康情况。
session-capacity = 名额
session-booked = 已预约
session-waiting = 候补
session-served = 已服务
session-slots = 时段和名额
session-slots-help = 每行一个时段，写“18:00-18:30 60”，最后是人数。
session-opens-day = 开放预约日期
session-opens-time = 开放预约时间
session-new = 发布服务场次
session-offer-submit = 发布
session-offer-done = 已发布，群众现在可以看到这一场。
session-unit-missing = 请选择主办单位。
session-day-missing = 请填写日期，例如 2021-04-09。
# $line (String) - number of the line
session-slots-wrong = 第 { $line } 行看不懂，请写成“18:00-18:30 60”：起止时间、空格、人数。
session-opens-missing = 请填写开放预约的日期和时间，例如 2021-04-06 和 09:00。
session-unit-not-yours = 您没有为这个单位发布服务的权限，请选择权限内的单位。
# $max (String) - max
session-title-wrong = 请填写名称，不超过 { $max } 个字。
# $max (String) - max
session-place-wrong = 请填写地点，不超过 { $max } 个字。
# $max (String) - max
session-eligibility-long = 服务对象的说明太长，请控制在 { $max } 个字以内。
session-past = 时段已经过去，请填写以后的日期和时间。
session-opens-too-late = 开放预约的时间晚于服务结束，请提前。

## 预约

# $at (String) - day and time
session-opens-at = { $at } 开放预约
session-full = 已约满，可以候补
# $free (String) - how many
session-places-free = 余 { $free } 个名额
# $waiting (String) - how many
session-slot-waits = { $waiting } 个预约在候补，空出的名额先给他们
session-over = 这一场不再接受预约。
session-book = 预约
session-slot = 时段
session-phone = 手机号码
session-phone-help = 只用于这次服务的联系和核对；一个号码在一场服务中只能预约一次。
session-names = 姓名
# $max (String) - max
session-names-help = 每行一个人，可以替工友、家人一起预约，最多 { $max } 人。
session-privacy = 姓名和号码加密保存，只有现场工作人员能看到姓名；不收集健康信息。
session-book-submit = 预约
session-slot-missing = 请选择一个时段。
# $at (String) - day and time
session-not-open = 还没有开放预约，{ $at } 开始。
session-begun = 这个时段已经开始，请选择后面的时段。
session-phone-wrong = 这不像电话号码，请填写 11 位手机号，或者带区号的固定电话。
session-names-missing = 请填写来的人的姓名，每行一个。
# $max (String) - max
session-name-long = 姓名太长，请每行只写一个人，不超过 { $max } 个字。
# $max (String) - max
session-too-many = 一次最多预约 { $max } 人，请分两个号码预约。
# $places (String) - how many
session-never-fits = 这个时段一共只有 { $places } 个名额，请减少人数；其余的人可以用自己的手机号预约别的时段。
# $free (String) - how many
session-too-few = 这个时段只剩 { $free } 个名额，不够全部的人。请减少人数，其余的人用自己的手机号预约别的时段；或者勾选“全部一起候补”。
session-wait-together = 全部一起候补
session-wait-together-help = 凑够名额时一起递补；在那之前，排在后面的人也要等。
session-phone-has-one = 这个号码已经预约了这一场。可以凭预约码查看或取消后重新预约。
session-your-booking = 我的预约
session-code = 预约码
session-code-help = 10 位字母和数字，预约成功时显示过。
session-find-submit = 查看
session-code-unknown = 没有找到这个预约码，请核对后再试。
session-people = 人数
session-is-booked = 预约成功，请按时到场。
# $place (String) - place in the waiting list
session-is-waiting = 这个时段的名额不够了，您排在候补第 { $place } 位；有人取消时按先后顺序递补，请凭预约码随时查看。
session-is-cancelled = 这个预约已经取消。
session-keep-code = 请记下或截图保存预约码，到场核对、取消预约都用它。
session-cancel = 取消预约
session-cancel-help = 不能来请取消，名额会让给候补的人。
session-cancel-done = 已取消，谢谢您把名额让给别人。
session-cancel-late = 这个时段已经开始或已经服务，不能再取消。

## 现场

session-door = 现场签到
session-door-q = 姓名或预约码
session-door-show = 到场
session-door-served = 已到
session-door-missing = 未到
session-door-came = 到场人数
session-door-empty = 没有符合条件的预约
session-door-empty-text = 换一个姓名或预约码试试，或者在下面登记现场来的人。
session-door-reason = 现场更正到场人数
session-door-day-to-come = 服务日期还没有到，当天才能签到。
session-door-not-booked = 这个预约在候补或已取消，不能签到；有名额时请按现场登记。
# $people (String) - how many
session-door-more = 这个预约一共 { $people } 人，到场人数请填 0 到 { $people }。
session-door-full = 这个时段没有这么多名额了，请换一个时段，或者先释放未到的预约。
session-door-meanwhile = 别人刚刚给这个预约签过到，请看看现在的人数再改。
session-state-waiting = 候补
session-state-walk-in = 现场登记
# $names (String) - names
session-served-of = { $names } 到场人数
session-served-number = 到场人数请填数字，例如 1。
session-tick = 签到
session-tick-again = 更正
# $served (String) - how many
session-ticked = 已签到 { $served } 人。
# $served (String) - how many
session-came = 已到 { $served } 人
session-release = 释放
session-released = 已释放，名额让给候补的人。
session-release-served = 这个预约已有人到场，不能释放；人数有误请更正。
session-walk-in = 现场登记
session-walk-in-help = 没有预约的人，每行一个姓名；登记即签到。
session-walk-in-submit = 登记
session-walked-in = 已登记。

# $title (String) - service
# $when (String) - when
# $place (String) - place
# $code (String) - code
session-sms-booked = 您已预约“{ $title }”，时间 { $when }，地点 { $place }，预约码 { $code }。不能来请凭预约码取消。
# $title (String) - service
# $when (String) - when
# $code (String) - code
session-sms-waiting = 您已候补“{ $title }”，时间 { $when }，预约码 { $code }。有名额时会短信告诉您。
# $title (String) - service
# $when (String) - when
# $place (String) - place
# $code (String) - code
session-sms-moved-up = 您候补的“{ $title }”有名额了，时间 { $when }，地点 { $place }，预约码 { $code }。不能来请凭预约码取消。
# $title (String) - service
# $when (String) - when
# $place (String) - place
# $code (String) - code
session-sms-reminder = 提醒：您预约的“{ $title }”时间 { $when }，地点 { $place }，预约码 { $code }。不能来请凭预约码取消。
# $when (String) - when
# $place (String) - place
session-soon = 快到时间了：{ $when }，{ $place }。请带上预约码。
session-code-picture = 预约码的二维码，到场时出示
session-employer = 用工单位
session-employer-help = 替工友预约时请填写，例如“云渡建设二期项目部”；方便按单位安排。
# $max (String) - how many
session-employer-long = 用工单位太长，请不超过 { $max } 个字。
session-by-employer = 按用工单位
session-door-list = 打印名单
session-door-list-title = 签到名单
session-door-list-help = 用浏览器的“打印”功能打印；没有网络时凭这张名单核对。用完请妥善销毁。
session-door-list-empty = 这个时段还没有预约。
session-door-box = 签到
session-code-end = 预约码末 4 位
session-tick-title = 签到
session-scan = 扫预约码
session-scan-stop = 关闭摄像头
# $names (String) - names
session-scan-found = 找到了：{ $names }，请核对人数后签到。
session-scan-unknown = 这个码不在本场名单里，请对方出示预约页面，或者按现场登记。
session-scan-no-camera = 打不开摄像头，请允许使用摄像头，或者输入姓名、预约码查找。

## 取消场次

session-call-off = 取消这一场
session-call-off-reason = 取消原因
# $booked (Number) - how many people have booked
session-call-off-help = 原因会公开显示。已预约 { $booked } 人，有短信网关时会逐一告知；没有网关请电话联系。
session-call-off-done = 这一场已取消。
session-call-off-served = 已有人接受服务，不能取消整场；没有用完的名额不影响统计。
# $max (String) - most characters
session-call-off-reason-wrong = 请写明原因，不超过 { $max } 个字。
session-called-off = 这一场已取消。
session-called-off-short = 已取消
# $title (String) - service
# $when (String) - when
# $reason (String) - why
session-sms-called-off = 您预约的“{ $title }”（{ $when }）取消了：{ $reason } 给您添麻烦了。
session-correct = 更正服务场次
# $count (Number) - how many slots there are
session-slot-count = 这个场次有 { $count } 个时段，更正时个数不能变。要增减时段，请另发一个场次。
# $slot (String) - 18:00–18:30
# $booked (Number) - places booked
session-fewer-than-booked = { $slot } 已有 { $booked } 人预约，名额不能比这更少。
session-day-has-bookings = 已经有人预约了这一天，不能改期。请取消这个场次并说明原因，再发布新的场次。
# $title (String) - the service
# $when (String) - day and time
# $place (String) - where
# $code (String) - the code of the booking
session-sms-changed = “{ $title }”的时间或地点有更正，以这条为准：{ $when }，{ $place }。预约码 { $code }。
