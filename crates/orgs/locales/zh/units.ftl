units-nav = 组织
units-title = 组织
unit = 单位
units-words = 名称或编码
units-as-of = 截至日期
units-none = 还没有单位
units-none-text = 导入名册后，这里是单位的上下级；当天还没有成立的单位不列出。
units-not-found = 没有找到单位
units-not-found-text = 请换一个名称或编码，或者换一个截至日期。
# $count (Number) - 下级单位数
units-below-count = 下级 { $count } 个
units-below = 下级单位
units-below-none = 没有下级单位
units-below-none-text = 名册里写明上级是本单位的，会列在这里。
units-all-below = 列出所有下级
unit-code = 编码
unit-superior = 上级
unit-since = 成立日期
unit-other-name = 英文名称
unit-closed = 已撤销
# $day (String) - 日期
unit-not-yet = { $day } 时这个单位还没有成立。
# $day (String) - 日期
unit-figures-as-of = 截至 { $day }
unit-people = 人员
unit-people-none = 本单位没有人员
unit-people-none-text = 直接属于本单位的人员会列在这里；下级单位的人员在下级单位的页面上。
unit-was-founded = 列入名册
unit-was-changed = 信息变更
# $name (String) - 上级单位
unit-moved-below = 改由“{ $name }”管理
# $kind (String) - 类型
# $code (String) - 编码
unit-in-list = { $kind }，{ $code }
history = 历史
history-somebody = 系统管理人员
yes = 是
no = 否
