# $name (String) - 文件名
refused-empty = “{ $name }”是空的。请确认文件已保存，再重新选择。
# $name (String) - 文件名
# $megabytes (String) - 单个文件上限，兆字节
refused-too-large = “{ $name }”超过 { $megabytes } MB。请压缩或拆分后再选择。
# $name (String) - 文件名
# $kinds (String) - 可以收的种类
refused-kind = “{ $name }”的内容不是可以收的种类。请另存为下列之一再选择：{ $kinds }。
# $name (String) - 文件名
refused-broken = “{ $name }”是打不开的图片。请用看图软件打开并另存一次，再重新选择。
# $name (String) - 文件名
# $megapixels (String) - 图片像素上限，百万
refused-pixels = “{ $name }”超过 { $megapixels } 百万像素。请缩小后再选择。
# $name (String) - 文件名
# $count (String) - 一条记录的文件数上限
refused-too-many = 没有收下“{ $name }”：一条记录最多附 { $count } 个文件。请先去掉一个，或把几份合成一份。

kind-jpeg = 图片
kind-png = 图片
kind-pdf = PDF 文件
kind-doc = Word 文档
kind-xls = Excel 表格
kind-ppt = 演示文稿
kind-ofd = OFD 版式文件
kind-text = 文本
kinds-all = 图片（JPG、PNG）、PDF、OFD、Word、Excel、PPT、纯文本
