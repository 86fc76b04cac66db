language-name = 中文

## 外壳
nav-mine = 我的
scope-all = 全部单位
scope-below = 本级及下级
scope-unit = 本单位
scope-none = 无数据范围

## 我的
mine-todos = 待办
mine-jobs = 后台任务
todo-kind = 事项
todo-title = 名称
todo-detail = 说明
todo-due = 期限
todo-overdue = 已超期
todo-today = 今天到期
todos-empty-title = 没有待办
todos-empty-text = 需要您反馈、核查或签收的事项会出现在这里，最近到期的排在最前。

## 长时间的任务
job-title = 任务
job-state = 状态
job-begun = 提交时间
job-waiting = 等待中
job-running = 进行中
job-done = 已完成
job-failed = 未完成
job-cancelled = 已取消
job-progress = 进度
job-waits = 正在排队，轮到后自动开始。
job-cancel = 取消任务
job-cancel-asked = 已取消，任务正在停止，不会留下做了一半的数据。
job-cancel-late = 取消来不及了：结果正在写入，马上完成。
job-open-result = 查看结果
job-failed-text = 任务多次重试仍未成功，没有留下做了一半的数据。请稍后重新提交，仍不成功请联系系统管理员。
job-cancelled-text = 任务已按您的要求停止，没有留下做了一半的数据。

## 搜索
search-title = 搜索
search-kind = 类别
search-hit = 名称
search-detail = 说明
search-empty = 没有结果
search-nothing-asked = 请在上方搜索框中输入单位、任务或数字的名称。
# $words (String) - what was searched for
search-nothing-found = 没有找到与“{ $words }”有关、且在您范围内的内容。请换用较短的词再试。

## 出错
problem-go-home = 回到“我的”
problem-go-to-log-in = 去登录
not-found-title = 没有这个页面
not-found-text = 地址有误，内容已移走，或者不在您的权限范围内。
not-found-remedy = 请核对地址；如果是从本系统的链接来到这里，请把操作编号告诉系统管理员。
log-in-first-title = 请先登录
log-in-first-text = 这个接口需要登录后使用。
log-in-first-remedy = 请登录后再发送请求。
foreign-page-title = 请求来自其他网站
foreign-page-text = 为防止他人冒用您的身份，本系统只接受从本系统页面提交的内容，本次没有任何改动。
foreign-page-remedy = 请打开本系统的页面，在其中重新提交。
id-reused-title = 这份表单已经用过
id-reused-text = 同一份表单已经提交过另外的内容，本次提交没有记录。
id-reused-remedy = 请返回列表核对已记录的内容，需要补充时重新打开表单填写。
too-large-title = 文件过大
# $megabytes (String) - the most megabytes
too-large-text = 提交的内容超过了 { $megabytes } MB 的上限，没有保存。
too-large-remedy = 请压缩或拆分文件后再提交。
unreadable-title = 无法识别提交的内容
unreadable-text = 地址或表单中有缺失或写法不对的内容，没有任何改动。
# $place (String) - the part that cannot be read
unreadable-place = 无法识别“{ $place }”，没有任何改动。
unreadable-remedy = 请返回上一页，从页面上的链接或按钮重新操作。日期请写成 2021-05-14 的样式。
too-many-title = 操作过于频繁
too-many-text = 短时间内的请求过多，本次没有处理。
# $seconds (String) - seconds to wait
too-many-remedy = 请在 { $seconds } 秒后再试。
period-closed-title = 账期已关闭，没有记录
# $day (String) - 填写的日期
# $through (String) - 关闭到哪一天
period-closed-text = { $day } 在已关闭的账期内：办公室已关闭截至 { $through } 的账期，这些日子的数字不再变动。
period-closed-remedy = 日期填错的，请改成以后的日期再提交；日期无误的，请办公室重开账期后再提交。
period-closed-kept = 您填写的内容都还在，可以从这里再次提交，只会记录一次。
# $count (Number) - 已经收下的附件
period-closed-files-kept = 已上传的 { $count } 个附件也已保留，会一并提交，不必重新选择。
period-closed-day = 日期
# $through (String) - 关闭到哪一天
period-closed-day-help = 截至 { $through } 的日期暂时不能记录。
period-closed-send = 再次提交
# $day (String) - 日期
# $through (String) - 关闭到哪一天
period-closed-job = 没有改动：{ $day } 在已关闭的账期内（截至 { $through }）。请改用以后的日期，或请办公室重开账期后重新办理。
busy-title = 系统繁忙
busy-text = 系统没有在规定时间内处理完，本次没有任何改动。
busy-remedy = 请稍候片刻再试。
failed-title = 系统出错了
failed-text = 这不是您的操作造成的。本次没有任何改动，问题已经记入日志。
failed-remedy = 请稍后再试；仍然出错时，请把操作编号告诉系统管理员。

## 组件样张
gallery-title = 组件样张

## 减负承诺
rules-title = 不增加基层负担的承诺
rules-intro = 依据国家关于整治“指尖上的形式主义”的规定，逐条说明本系统目前怎样做到。
rules-number = 序号
rules-rule = 规定
rules-kept = 本系统怎样做到
rule-1 = 除安全生产需要外，不对个人设打卡、积分、排名、在线时长
rule-1-kept = 没有这些字段。参加情况由组织者一次录入，可以勾选名单、粘贴名单或只填人数。
rule-2 = 不以点赞、投票、转发、学习时长评价个人
rule-2-kept = 没有点赞、投票、转发功能，也不记录学习时长。
rule-3 = 不强制安装和登录，不通报使用率
rule-3-kept = 使用浏览器即可，无需安装；不提供未登录人员名单，也不统计个人登录次数。
rule-4 = 不强制以照片、视频、轨迹作为工作证明
rule-4-kept = 任何一项工作的记录和办结都不要求上传照片、视频，系统不采集位置。
rule-5 = 同一数据不重复索要
rule-5-kept = 一件事只在发生时录入一次，计划进度、工作清单和简报都由这条记录算出，没有“填报进度”的页面。
rule-6 = 不把应用程序作为考核手段
rule-6-kept = 进度灯用于发现需要帮助的任务，灯旁列出算法；不对个人排名，也不对单位排名。
rule-7 = 提供意见反馈渠道
rule-7-kept = 运行单位设置反馈渠道后，每个页面底部都有“给我们提意见”。
rule-8 = 依法备案，停用时妥善处置
rule-8-kept = 页面底部标明主办单位和备案号；列表和数字可以导出为通用格式的文件；全部数据可以一次导出为通用格式，并附每一列的说明（luodi export）。
rule-9 = 不打扰工作群
rule-9-kept = 系统目前不向任何工作群发送消息，也没有“收到请回复”。
rule-10 = 精简文件
rule-10-kept = 有字数限制的内容会在填写时提示还可输入多少字，由服务器核对。
rule-11 = 人人可用
rule-11-kept = 全部功能可以用键盘操作、在没有脚本的浏览器中使用；状态除颜色外还有文字和形状，可由读屏软件读出。

## 附件
files-label = 附件
# $count (String) - 一条记录最多几个文件
# $megabytes (String) - 单个文件上限，兆字节
files-help = 可以不传。最多 { $count } 个，每个不超过 { $megabytes } MB；图片、PDF、OFD、Word、Excel、PPT、纯文本。照片里的拍摄地点等信息会自动去掉。
# $kind (String) - 文件种类
# $size (String) - 大小
file-note = { $kind } · { $size }

## 公共服务
portal-title = 公共服务
portal-sub = 不用注册，不用登录，手机打开就能用。
portal-staff = 工作人员请从这里
## 待发箱
outbox-title = 待发箱
outbox-sub = 没有网络时填写的表单保存在本机，联网后自动发送，每份只记录一次。
outbox-needs-script = 待发箱需要浏览器允许运行脚本。没有脚本时，请在有网络的地方提交表单。
outbox-elsewhere = 没有网络，您要打开的页面没有保存在本机。联网后请重新打开。
outbox-foreign = 这台设备上还有他人填写、尚未发送的表单，由本人登录后发送。
outbox-empty = 没有待发送的表单。
outbox-send-now = 立即发送
outbox-usable = 没有网络也能打开
outbox-state-waiting = 待发送
outbox-state-log-in = 登录后发送
outbox-state-refused = 未被接受
outbox-open-form = 打开修改
outbox-discard = 放弃这份表单
outbox-discard-sure = 确认放弃，不可恢复
