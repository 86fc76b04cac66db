## 封存
seals-title = 封存
seals-link = 封存与核验：证明这些数字的记录没有被改动
seals-sub = 每个结束的日期，当天登记的全部记录会在次日凌晨封存。封存之后，任何一个字节的改动都能查出并指明；把封存码印在纸上另行保管，多年以后仍可据以核验。
# $count (Number) - entries of days that are not closed
seals-unsealed = 尚未封存的记录：{ $count }条（日期尚未结束或当晚尚未封存）。
seals-empty = 还没有封存
seals-empty-text = 第一个日期结束后的凌晨会自动封存。运维人员也可以运行 luodi seal。
seal-stage = 正在封存
# $count (Number) - seals that were made
seal-outcome = 新封存{ $count }次。
# $number (Number) - the seal's number
seal-number = 第{ $number }号封存
column-seal = 封存
column-entries = 记录
column-seqs = 记录序号
column-sealed-at = 封存时间
# $number (Number) - the seal's number
# $day (String) - the day
seal-title = 第{ $number }号封存（{ $day }）
seal-sub = 封存码由当天全部记录和上一号封存推算而来：改动其中任何一个字节，封存码都会不同。
seal-verify = 核验这一天
seal-print = 打印封存单
seal-others = 其他
# $entries (Number) - how many
# $first (Number) - first number
# $last (Number) - last number
seal-covers = { $entries }条，序号{ $first }至{ $last }，连同每条的全部计数
# $edges (Number) - changes of the tree
# $rest (Number) - accounts and versions of figures
seal-covers-others = 单位隶属变动{ $edges }项，科目与指标口径{ $rest }项
seal-before = 上一号
seal-is-first = 这是第一号封存
seal-as-printed = 封存码
seal-hash = 全长散列值
seal-root = 树根
# $entries (Number) - entries that were read
# $postings (Number) - postings that were read
seal-is-true = 核验无误：重新读取{ $entries }条记录、{ $postings }笔计数，逐字节相符。
# $count (Number) - differences
seal-is-not-true = 核验不符，共{ $count }处。请立即告知审计管理员，并保留数据库现状。
# $number (Number) - the seal's number
seal-paper-title = 封存单 第{ $number }号
seal-paper-sub = 打印后另行保管（存档、公示均可）。保管处越独立，证明力越强。
# $entries (Number) - how many
# $first (Number) - first number
# $last (Number) - last number
seal-paper-says = 本日封存记录{ $entries }条，序号{ $first }至{ $last }。此前各日的全部记录也由本封存码一并证明。
seal-paper-code = 扫码核验本封存单
# $address (String) - where the product is
seal-paper-how = 核验方法：扫描上方二维码，或在 { $address }/seals/check 输入封存码。
# $book (String) - the book's code
seal-paper-book = 账册代号 { $book }
seal-check = 核验封存单
seal-check-title = 核验封存单
seal-check-sub = 手里有一张封存单？输入上面的封存码，就能知道那一天的记录至今有没有被改动。无需登录，也不会显示任何记录内容。
seal-check-field = 封存码
seal-check-help = 以 LD1- 开头。大小写、空格、换行都可以；字母 O 与数字 0 不必区分。
seal-open = 打开这一号封存
# $number (Number) - the seal's number
# $day (String) - the day
# $entries (Number) - entries
seal-proof-true = 属实。第{ $number }号封存（{ $day }）与纸上一致，当天{ $entries }条记录逐字节未变，各号封存首尾相接。
# $number (Number) - the seal's number
# $day (String) - the day
# $count (Number) - differences
seal-proof-changed = 不属实。第{ $number }号封存（{ $day }）与纸上一致，但有{ $count }处数据在封存后被改动。请告知主办单位的审计管理员。
# $number (Number) - the seal's number
# $day (String) - the day
seal-proof-anew = 不属实。账册中第{ $number }号封存（{ $day }）与纸上不同：这张封存单印出之后，账册被重新写过。请保管好封存单，并告知审计管理员。
# $number (Number) - the seal's number
# $latest (Number) - the newest seal
seal-proof-not-there = 账册中没有第{ $number }号封存，最新的是第{ $latest }号。可能是账册恢复到了较早的备份，也可能有封存被删除。请告知审计管理员。
# $theirs (String) - the book's code on the paper
# $ours (String) - our book's code
seal-proof-other-book = 这张封存单属于另一本账册（代号{ $theirs }，本账册为{ $ours }）。请在印出它的系统中核验；如果确实由本系统印出，说明本账册从第一号封存起被重新写过。
seal-not-a-seal = 这不是封存码。封存码以 LD1- 开头，接着是编号和日期，例如 LD1-42-20210514-…；请照封存单完整输入。
# $count (Number) - signs behind the day
seal-wrong-length = 日期后面应有44个字符，现在有{ $count }个。请对照封存单，检查有没有漏输或多输。
# $sign (String) - the sign
seal-wrong-sign = 封存码里没有“{ $sign }”这个字符。只有数字和字母（不含 U）。请对照封存单修改。
seal-slip = 有字符输错了：末四位校验不符。请对照封存单逐组检查。
# $seal (Number) - the seal
# $day (String) - its day
# $row (String) - which row
# $what (String) - what of it
seal-finding = 第{ $seal }号封存 { $day }：{ $row }{ $what }
# $seq (Number) - the entry's number
seal-row-entry = 第{ $seq }条记录
# $seq (Number) - the entry's number
# $line (Number) - the line
seal-row-posting = 第{ $seq }条记录的第{ $line }笔计数
# $version (Number) - the edge's version
seal-row-edge = 单位隶属变动第{ $version }项
# $id (Number) - the account's number
seal-row-account = 第{ $id }号科目
# $code (String) - the figure's code
# $version (Number) - its version
seal-row-figure = 指标 { $code } 第{ $version }版
# $place (Number) - the leaf's place
seal-row-leaf = 封存明细第{ $place }行
seal-row-seal = 封存本身
# $column (String) - the column
# $now (String) - what stands there now
seal-changed-to = 的 { $column } 被改动，现在是 { $now }
# $column (String) - the column
seal-changed = 的 { $column } 被改动
seal-changed-somewhere = 被改动
seal-missing = 已不存在
seal-added = 是后来插入的
seal-unchained = 与上一号封存不相接，其中之一被重新写过
seal-together = 与明细同时被改动，无法指明是哪一条
