language-name = 中文

## 外壳
brand = 落地
# $title (String) - the page's title
page-title = { $title } · 落地
skip-to-main = 跳到正文
nav-main = 主要栏目
nav-tabs = 常用栏目
nav-more = 更多
search = 搜索
search-hint = 搜索单位、任务、数字
log-in = 登录
log-out = 退出
# as is: each language is named in itself
other-language = English
# $scope (String) - the part of the tree the person may see
viewer-scope = 范围：{ $scope }
no-state-secrets = 本系统不得录入、存储、传输国家秘密。
# $name (String) - the sponsoring office
footer-sponsor = 主办：{ $name }
footer-rules = 不增加基层负担的承诺
tell-us = 给我们提意见
scripts-off = 浏览器已关闭脚本，全部功能仍可使用。

## 快捷键
keys-title = 键盘快捷键
keys-search = 转到搜索框
keys-help = 显示本说明
# $place (String) - the domain's name
keys-go = 转到“{ $place }”
keys-close = 关闭

## 常用按钮
save = 保存
save-draft = 存为草稿
submit = 提交
cancel = 取消
back = 返回
edit = 修改
delete = 删除
confirm = 确认
add = 添加
close = 关闭
export-excel = 导出 Excel
export-word = 导出 Word
print = 打印
download = 下载
upload = 上传
filter = 查询
reset = 清除条件
details = 详情
next = 下一步
previous = 上一步
choose = 选择
correct = 更正

## 表单
optional = （选填）
error-prefix = 有误：
please-choose = 请选择
all-of-them = 全部
# $count (Number) - how many fields are wrong
problems-head = 有 { $count } 处需要修改，已填内容均已保留。
# $limit (Number) - the most characters
chars-limit = 不超过 { $limit } 字
# $left (String) - characters that may still be typed
chars-left = 还可输入 { $left } 字
# $over (String) - characters too many
chars-over = 超出 { $over } 字
draft-restored = 已恢复上次未提交的内容。
draft-discard = 放弃草稿
draft-kept = 草稿保存在本机

## 列表
# $total (String) - all rows, written as people write numbers
rows-total = 共 { $total } 条
# $from (String) - first row shown
# $to (String) - last row shown
# $total (String) - all rows
rows-range = 第 { $from }–{ $to } 条，共 { $total } 条
pager-label = 分页
rows-per-page = 每页条数
# $count (Number) - rows a page
rows-each = { $count } 条/页
page-first = 首页
page-last = 末页
page-previous = 上一页
page-next = 下一页
# $page (String) - the page's number
page-number = 第 { $page } 页
sorted-ascending = 升序
sorted-descending = 降序
# $column (String) - the column's head
sort-by = 按“{ $column }”排序
# $condition (String) - the condition that would be removed
remove-condition = 去掉条件“{ $condition }”
conditions = 当前条件
query = 查询条件
rows-acts = 操作
back-to-top = 回到顶部

## 其他组件
breadcrumbs = 所在位置
definition = 口径
history = 办理过程
history-empty = 尚无记录。
# $id (String) - the operation's id
operation-id = 操作编号：{ $id }
# $done (String) - done so far
# $total (String) - all there is to do
progress-of = 已完成 { $done }，共 { $total }
# $done (String) - done so far
progress-open = 已完成 { $done }
progress-leave = 可以离开本页，完成后在“我的”中查看。
# $ticked (String) - ticked leaves below
# $all (String) - all leaves below
ticked-of = 已选 { $ticked }/{ $all }
# $count (Number) - branches directly below
tree-below = 下级 { $count } 项
tick-all = 全选
tick-none = 全不选
open-all = 全部展开
close-all = 全部收起
correction-of = 更正
light-green = 正常
light-yellow = 预警
light-red = 滞后
light-blue = 提醒
light-idle = 未开始
light-done = 已完成

## 图表
chart-this-year = 今年
chart-last-year = 去年同期
chart-today = 今天
chart-deadline = 完成时限
chart-no-data = 暂无数据
# $month (Number) - 1 to 12
month = { $month }月
# $covered (String) - how many are covered
# $all (String) - how many there are
coverage-of = 已覆盖 { $covered }，共 { $all }
# $shown (Number) - rows drawn
# $total (Number) - rows there are
chart-cut = 图中显示前 { $shown } 项，共 { $total } 项，全部见表。

## 附件
attachments = 附件
# $name (String) - 文件名
attachment-save = 保存“{ $name }”
files-kept = 已选的附件
files-kept-help = 去掉勾选，就不再附上。
account-own = 我的账号

## 离线
# $count (String) - forms
outbox-strip-waiting = 有 { $count } 份表单待发送，联网后自动发送。
# $count (String) - forms
outbox-strip-refused = 有 { $count } 份表单未被接受，请查看原因。
# $count (String) - forms
outbox-strip-log-in = 有 { $count } 份表单待发送，登录后继续发送。
outbox-open = 查看待发箱
outbox-log-in = 去登录
outbox-waiting = 待发送
outbox-sent = 已发送
outbox-refused-head = 服务器没有接受这份表单，请修改后重新提交：
