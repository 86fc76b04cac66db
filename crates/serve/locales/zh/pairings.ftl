## 结对
nav-pairings = 结对
pairings = 结对
pairings-sub = 部门联系社区、支部联系困难家庭、服务专员联系企业。
pairings-empty = 没有符合条件的结对
pairings-empty-text = 换一个条件，或者新增一对。
pairings-export = 导出本列表
pairings-standing = 是否结束
pairings-standing-only = 未结束
pairings-ended-too = 包括已结束
pairings-silent-since = 自哪天起没有联系
# $sort (String) - 结对类别
# $covered (Number) - 已结对
# $all (Number) - 全部
pairing-coverage = { $sort }：已结对 { $covered } 家，共 { $all } 家。
pairing-of-community = 部门联系社区
pairing-of-household = 支部联系家庭
pairing-of-enterprise = 专员联系企业
pairing-sort = 类别
pairing-new = 新增结对
pairing-new-done = 已结对。
pairing-submit = 确认结对
pairing-helper = 帮扶单位
pairing-helped = 结对对象
pairing-helped-unit = 社区或企业
pairing-contact = 联系人
pairing-contact-phone = 联系人电话
pairing-household = 户主
pairing-household-help = 支部联系家庭时填写。加密保存。
pairing-household-phone = 家庭电话
pairing-hardship = 困难情况
pairing-hardship-help = 只写帮扶需要的。加密保存，只有帮扶单位和办公室能看，每次查看都有记录。
pairing-from = 结对日期
pairing-last = 最近联系
pairing-never = 还没有联系过
pairing-sealed = 已加密
pairing-sealed-near = 已加密，只有帮扶单位自己和办公室能查看。
pairing-look = 查看联系方式和困难情况
pairing-look-help = 查看会记入历史记录。
pairing-history = 记录
# $day (String) - a day
pairing-ended-on = 这一对已于 { $day } 结束。
pairing-note-contact = 登记联系
pairing-contacts = 联系记录
pairing-contact-day = 联系日期
pairing-contact-note = 说了什么、做了什么
pairing-contact-submit = 登记联系
pairing-contact-done = 已登记联系。
pairing-end = 结束结对
pairing-end-day = 自哪天起结束
pairing-end-reason = 原因
pairing-end-done = 已结束结对。
pairing-helper-missing = 请选择帮扶单位。
pairing-helped-missing = 请从列表中选择社区或企业。
pairing-day-missing = 请填写日期，写成 2021-05-14 的样式。
pairing-not-yours = 您没有为这个单位结对的权限，请改选本单位。
pairing-helper-kind = 联系家庭的应当是党支部，联系社区和企业的应当是部门，请改选。
pairing-helped-kind = 结对对象与类别不符：联系企业请选企业，联系社区或家庭请选社区。
pairing-unit-not-then = 其中一方在当天已经撤销或尚未设立，请核对日期。
pairing-contact-missing = 请填写联系人，不超过 200 字。
pairing-phone-wrong = 联系人的电话写法不对。请填写 11 位手机号，或带区号的座机号。
pairing-household-phone-wrong = 住户的电话写法不对。请填写 11 位手机号，或带区号的座机号。
pairing-household-missing = 联系家庭请填写户主怎么称呼，不超过 200 字。
# $count (Number) - most characters
pairing-text-wrong = 请填写内容，不超过 { $count } 字；困难情况只在联系家庭时填写。
pairing-day-to-come = 这一天还没有到，请核对日期。
pairing-before = 日期早于结对日期，请核对。
pairing-card = 联系卡
pairing-card-print = 打印联系卡
pairing-card-help = 打印后交给结对的家庭、社区或企业，有事直接找联系人。
# $contact (String) - who is called
# $phone (String) - telephone
pairing-card-text = 有事找 { $contact }，电话 { $phone }
pairing-card-tell-us = 联系不上，或者有意见，扫码告诉我们
pairing-card-code = 反映问题网页的二维码
pairing-withdrawn = 这一对已经撤回，不计入数字。
pairing-correct = 更正结对
pairing-correct-contact = 更正联系记录
pairing-correct-end = 更正结束日期
pairing-take-back = 撤回这一对（没有结对，或者登记重了）
pairing-take-back-contact = 撤回这次联系（没有发生，或者登记重了）
pairing-take-back-end = 撤回结束（这一对没有结束）
pairing-stands = 这一天以外还有联系记录或结束日期。请先更正或撤回那些记录，再改这里。
