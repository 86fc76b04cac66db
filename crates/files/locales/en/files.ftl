refused-empty = “{ $name }” is empty. Please make sure that it was saved, then choose it again.
refused-too-large = “{ $name }” is larger than { $megabytes } MB. Please make it smaller or split it, then choose it again.
refused-kind = What is in “{ $name }” is of no kind that can be taken. Please save it as one of these and choose it again: { $kinds }.
refused-broken = “{ $name }” is a picture that cannot be opened. Please open it with a picture viewer, save it once more, and choose it again.
refused-pixels = “{ $name }” has more than { $megapixels } million pixels. Please make it smaller, then choose it again.
refused-too-many = “{ $name }” was not taken: a record has at most { $count } files. Please take one off first, or join several into one.

kind-jpeg = Picture
kind-png = Picture
kind-pdf = PDF
kind-doc = Word document
kind-xls = Excel workbook
kind-ppt = Slides
kind-ofd = OFD document
kind-text = Text
kinds-all = pictures (JPG, PNG), PDF, OFD, Word, Excel, PowerPoint, plain text
