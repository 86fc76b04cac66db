language-name = 中文

# 名册导入：错误与更正办法
# $code (String) - 单位编码
# $row (String) - 行号
unit-code-twice = 单位编码“{ $code }”在第 { $row } 行已经用过。
unit-code-twice-remedy = 请给其中一个单位换一个编码，或删去重复的一行。
# $name (String) - 单位名称
# $row (String) - 行号
unit-name-twice = “{ $name }”在第 { $row } 行已经写过，上级也相同。
unit-name-twice-remedy = 请删去重复的一行；如果是两个单位，请填写不同的单位编码。
# $name (String) - 单位名称
unit-own-parent = “{ $name }”的上级写成了它自己。
unit-own-parent-remedy = 请填写它真正的上级单位；最上一级请留空。
# $rows (String) - 行号
unit-several-tops = 第 { $rows } 行的单位都没有写上级，一个组织只能有一个最上级。
unit-several-tops-remedy = 请在表中加一行最上级单位（本级），并把它填为这些单位的上级。
# $name (String) - 写的名称
unit-unknown = 没有找到单位“{ $name }”。
unit-unknown-remedy = 请填写表中或系统里已有单位的编码或全称。
# $names (String) - 相近的名称
unit-unknown-nearest = 相近的有：{ $names }。请填写单位的编码或全称。
# $name (String) - 写的名称
# $count (Number) - 同名单位数
unit-ambiguous = 有 { $count } 个单位都叫“{ $name }”。
# $codes (String) - 单位编码
unit-ambiguous-remedy = 请改填单位编码：{ $codes }。
# $names (String) - 单位名称，按上下级
unit-ring = 上下级绕成了一圈：{ $names }。
unit-ring-remedy = 请改正其中一个单位的上级。
# $name (String) - 单位名称
# $row (String) - 行号
unit-in-row = { $name }（第 { $row } 行）
# $max (Number) - 最多层数
unit-too-deep = 这个单位的层级超过 { $max } 层。
unit-too-deep-remedy = 请减少层级。
# $name (String) - 单位名称
unit-out-of-reach = “{ $name }”不在您管理的范围内。
unit-out-of-reach-remedy = 请删去这一行，或请上级单位导入。
# $code (String) - 人员编号
# $row (String) - 行号
person-code-twice = 人员编号“{ $code }”在第 { $row } 行已经用过。
person-code-twice-remedy = 请给其中一人换一个编号，或删去重复的一行。
# $name (String) - 姓名
# $row (String) - 行号
person-name-twice = 同一单位的“{ $name }”在第 { $row } 行已经写过。
person-name-twice-remedy = 请删去重复的一行；如果是同名的两个人，请填写不同的人员编号。

# 名册导入：预览
unit-name = 名称
unit-name-en = 英文名称
unit-kind = 类型
unit-position = 排序号
# $kind (String) - 类型
# $code (String) - 编码
unit-is-new = { $kind }，编码 { $code }
# $before (String) - 原上级
# $after (String) - 新上级
# $day (String) - 生效日期
unit-moves = 上级：{ $before } → { $after }，自 { $day } 起
unit-at-the-top = 无（最上级）
# $what (String) - 项目
# $before (String) - 原值
# $after (String) - 新值
was-and-is = { $what }：{ $before } → { $after }
# $code (String) - 编号
person-is-new = 编号 { $code }
person-name = 姓名
person-unit = 单位
person-post = 职务
person-membership-changes = 是否党员有变化
person-phone-given = 手机号有更新
# $sheet (String) - 工作表
# $column (String) - 列
# $title (String) - 列名
column-ignored = 工作表“{ $sheet }”的 { $column } 列“{ $title }”没有用到。
# $row (String) - row
# $name (String) - name
unit-same-twice = 这一行和第 { $row } 行说的是同一个单位“{ $name }”。
# $row (String) - row
# $code (String) - code
person-same-twice = 这一行和第 { $row } 行说的是同一个人（编号“{ $code }”）。
# $count (Number) - how many
# $name (String) - name
# $unit (String) - unit
person-ambiguous = 名册里有 { $count } 个“{ $name }”在“{ $unit }”，不知道这一行说的是哪一个。
# $codes (String) - codes
person-ambiguous-remedy = 请填写人员编号，他们的编号是：{ $codes }。
# $written (String) - what the cell holds
# $kind (String) - the kind it was taken for
unit-kind-guessed = “{ $written }”不在单位类型的可选范围内，按“{ $kind }”处理。
unit-kind-guessed-remedy = 请核对；不对的话，请改填可选范围内的类型。
# $column (String) - letter of the column
# $title (String) - its title
level-unknown = { $column } 列“{ $title }”在两级单位之间，没有认出它是哪一级。
level-unknown-remedy = 请把各级的列名从左到右依次改为“一级单位”“二级单位”“三级单位”等；不是单位的列请移到最右边。
# $name (String) - name
# $code (String) - code
unit-with-code = { $name }（{ $code }）
