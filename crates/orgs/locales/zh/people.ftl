person = 人员
person-code = 编号
person-phone = 手机号
person-phone-show = 显示号码
person-phone-help = 每次查看都会记入历史。
person-phone-noted = 本次查看已记入历史。
person-phone-was-looked-at = 查看了手机号
person-units = 所在单位
person-is-member = 党员
person-since = 起
person-until = 止
person-until-now = 至今
# $unit (String) - 单位名称
person-joined = 列入“{ $unit }”名册
person-was-changed = 信息变更
