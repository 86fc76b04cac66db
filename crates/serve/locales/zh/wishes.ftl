## 微心愿

nav-wishes = 微心愿
desk-by-rule = 系统按规则办理
wishes = 微心愿墙
wishes-sub = 群众的小心愿，由党员和单位点亮、完成。
wishes-open = 等待点亮
wishes-lit = 正在完成
wishes-fulfilled = 已经实现
wishes-every = 全部
wishes-views = 按状态查看
wishes-none = 这里还没有心愿
wishes-none-text = 心愿经审核后会出现在这里。
wishes-desk-none-text = 换一个条件试试；居民提出的、单位代为登记的心愿都会出现在这里。
wishes-all = 看看全部心愿
wishes-look = 看看群众看到的心愿墙
wishes-export = 导出表格
wish = 微心愿
wish-desk = 微心愿办理
wish-unit = 受理单位
wish-of-unit = 受理或点亮单位
wish-words = 心愿内容
wish-community = 您住在哪个社区
wish-make = 提出心愿
wish-make-for = 代为登记心愿
wish-make-sub = 力所能及的小事，例如一盏台灯、一次义诊、一次家电维修。
wish-body = 心愿
wish-body-help = 用自己的话写，想要什么或者需要什么帮助；只有受理单位能看到原话。
wish-child = 这是 18 岁以下孩子的心愿
wish-child-help = 孩子的姓名、照片和学校不会公开；公开前由受理单位征得监护人同意。
wish-of-child = 儿童心愿
wish-name = 怎样称呼
wish-phone = 电话
wish-phone-help = 只用来联系您完成这个心愿，加密保存，不会公开。
wish-phone-help-desk = 没有电话也可以登记；加密保存，不会公开。
wish-privacy = 心愿经审核、改写后才公开，公开的内容里没有姓名、电话和住址。
wish-submit = 提交心愿
wish-body-missing = 请写下您的心愿，例如“想要一盏护眼台灯”。
# $max (String) - how many characters
# $name (String) - how many characters of the name
wish-too-long = 心愿请不超过 { $max } 个字，称呼不超过 { $name } 个字。
wish-phone-wrong = 这不像电话号码，请填写 11 位手机号，或者带区号的固定电话。
wish-phone-missing = 请留下电话，心愿点亮后才能联系到您。
wish-unit-missing = 请选择一个单位。
wish-unit-not-yours = 您没有为这个单位登记心愿的权限，请选择权限内的单位。
wish-received = 已收到您的心愿
wish-received-text = 受理单位看过以后，会把它放上心愿墙；不合适的会说明原因。
wish-record-done = 已登记，请由另一位同志审核上墙。
wish-code = 查询码
wish-code-help = 10 位字母和数字，提交心愿时显示过。
wish-code-keep = 请记下或截图保存查询码：查看进展、表达感谢都用它。
wish-code-wrong = 没有找到这个查询码，请核对后再试。
wish-follow = 凭查询码看看我的心愿
wish-follow-submit = 查看
wish-yours = 我的心愿
wish-made-on = 提出日期
wish-wording = 公开表述
wish-wording-help = 用一两句话写清想要什么，不写姓名、电话、住址；会出现在心愿墙和张贴的心愿卡上。
wish-wording-help-child = 写“一名 9 岁的孩子想要一盒水彩笔”这样的话；不写姓名、学校和班级。
wish-published-on = 上墙日期
wish-lighter = 点亮单位
# $unit (String) - unit
wish-lit-by = { $unit } 已点亮
wish-lit-on = 点亮日期
wish-lapses-on = 最迟完成
wish-delivered-on = 送达
wish-handle = 办理
wish-light = 点亮这个心愿
# $days (String) - how many
wish-light-help = 点亮后由您和您的单位在 { $days } 天内完成；到期没有完成的会自动退回心愿墙。
wish-light-log-in = 党员和工作人员登录后可以点亮。
wish-log-in = 去登录
# $days (String) - how many
wish-light-done = 已点亮，请在 { $days } 天内完成并送达。
wish-lit-meanwhile = 别人刚刚点亮了这个心愿。谢谢您，请看看墙上其他的心愿。
wish-light-no-unit = 您现在没有所在单位，不能点亮心愿，请先请管理员核对您的单位。
wish-state = 状态
wish-state-made = 待审核
wish-state-refused = 未采纳
wish-state-published = 待点亮
wish-state-lit = 已点亮
wish-state-ready = 已备好
wish-state-delivered = 已送达
wish-state-thanked = 已致谢
wish-not-shown = 未采纳的心愿
wish-without-wording = 待审核的心愿
wish-public-page = 公开页面
wish-contact-look = 查看完整联系方式
wish-history = 办理经过
wish-consent = 监护人同意
# $who (String) - who
# $day (String) - day
# $how (String) - how
wish-consent-said = { $who }，{ $day }，{ $how }
wish-guardian = 监护人姓名
wish-consent-on = 同意日期
wish-consent-by = 同意方式
wish-consent-signed = 书面签字
wish-consent-spoken = 当面或电话
wish-consent-message = 短信或微信
wish-publish = 审核上墙
wish-refuse = 不采纳
wish-refuse-why = 原因
wish-refuse-help = 提出心愿的人凭查询码能看到这段话。
wish-refused = 这个心愿没有上墙
wish-return = 退回心愿墙
wish-return-why = 为什么不能完成
wish-ready = 已经备好
wish-ready-how = 购买或办理的情况
wish-ready-help = 例如“买了一盏护眼台灯”或“已约好周六上门修水管”。
wish-deliver = 已经送达
wish-deliver-how = 送达情况
wish-thank = 记下感谢
wish-thank-help = 居民当面或打电话表示感谢时，由单位记下；不要求每次都有。
wish-thanks = 感谢的话
wish-thanks-help = 可以不写。只有完成心愿的单位和受理单位看得到。
wish-thanks-submit = 表示感谢
wish-thanks-done = 已转达您的感谢。
wish-thanks-not-now = 心愿送达以后才能表示感谢，或者已经感谢过了。
# $state (String) - state
wish-act-done = 已记录，现在的状态是“{ $state }”。
wish-meanwhile = 别人刚刚办理了这个心愿，请看看现在的状态再决定。
wish-made-by-you = 这个心愿是您登记的，请由另一位同志审核上墙。
# $max (String) - how many
wish-wording-wrong = 请写公开表述，不超过 { $max } 个字。
wish-names-the-child = 这段话里有孩子的姓名或学校，请去掉，例如写成“一名 9 岁的孩子”。
wish-consent-missing = 公开孩子的心愿要有监护人同意，请写明是谁、哪一天、用什么方式同意的。
wish-consent-to-come = 同意的日期还没有到，请核对。
wish-words-missing = 请写几句话说明。
# $max (String) - how many
wish-words-long = 请控制在 { $max } 个字以内。
wish-board = 打印心愿卡
wish-board-title = 心愿卡
wish-board-sub = 扫码看心愿，登录后就能点亮。
wish-board-print = 用浏览器的“打印”功能打印，每页六张，可以裁开张贴。
wish-board-scan = 扫码点亮
# $wording (String) - wording
wish-board-code = 心愿“{ $wording }”的二维码
todo-wish-moderate = 待审核心愿
todo-wish-fulfil = 已点亮待完成
wish-correct = 更正心愿
wish-take-back = 撤回送达（还没有送到），心愿回到已备好
wish-day-wrong = 送达日期不能早于点亮的日期，也不能晚于今天。
wish-lighter-wrong = 请选择现有的单位。
wish-thanked-already = 已经致谢，送达不能撤回。日期或情况写错了，请直接改正。
