log-in-title = 登录
log-in-sub = 各单位工作人员从这里进入。群众办事不需要登录。
log-in-name = 登录名
log-in-password = 密码
log-in-submit = 登录
log-in-help = 忘记密码，请与本单位的安全管理员联系。连续输错五次，登录名会暂时锁定。
log-in-wrong = 登录名或密码不对。请检查大小写后再试一次。
# $minutes (Number) - 还要等的分钟数
log-in-locked = 连续输错五次，这个登录名已锁定。请 { $minutes } 分钟后再试，或请安全管理员重设密码。

password-title = 修改密码
password-sub = 初次登录，或者怀疑密码被别人知道时，请在这里换一个新密码。
password-old = 现在的密码
password-new = 新密码
password-again = 再输一次新密码
password-rules = 至少 8 个字符，小写字母、大写字母、数字、其他符号中至少三种，不含登录名。
password-submit = 保存新密码
password-changed = 密码已修改，其他设备上的登录已退出。
password-same = 新密码和现在的密码相同。请换一个。
password-differs = 两次输入的新密码不一样。请重新输入。
# $min (Number) - 最少字符数
password-short = 新密码不到 { $min } 个字符。请再长一些。
# $max (Number) - 最多字符数
password-long = 新密码超过 { $max } 个字符。请短一些。
password-uniform = 新密码太单一。小写字母、大写字母、数字、其他符号中请至少用三种。
password-holds-name = 新密码里含有登录名。请换一个别人猜不到的。
