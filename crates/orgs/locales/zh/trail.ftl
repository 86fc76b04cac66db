## 审计记录
trail-title = 审计记录
trail-about = 谁在什么时候、为哪个单位做了什么，成功没有。就是台账本身，按记录时间排列，不能改也不能删；不按人统计。
trail-from = 记录日期从
trail-to = 到
trail-who-words = 姓名、人员编号或登录名
trail-unit-words = 单位名称或编码
trail-act-words = 操作，如“登录失败”
trail-export = 导出
trail-recorded = 记录时间
# $day (String) - 发生日期
trail-happened = 发生于 { $day }
trail-act = 操作
trail-who = 操作人
trail-unit = 单位
trail-subject = 对象
trail-reason = 理由
trail-result = 结果
trail-succeeded = 成功
trail-failed = 失败
trail-none = 这段时间没有这样的操作
trail-none-text = 请把日期放宽一些，或者去掉姓名、单位、操作中的条件。
# $rows (String) - 行数上限
trail-cut = 只列出最近 { $rows } 条。请缩短日期范围，分几次导出。
trail-operator = 系统命令行
trail-public = 群众（无账号）
account-title = 登录账号
