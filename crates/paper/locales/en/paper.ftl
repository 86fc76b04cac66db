language-name = English

brief-issue = No. { NUMBER($number, useGrouping: 0) } (No. { NUMBER($total, useGrouping: 0) } in all)
brief-editors-note = Editor's note:{" "}
brief-report-to = Report to:{" "}
brief-send-to = Send to:{" "}
brief-issue-to = Issue to:{" "}
brief-copies = ({ NUMBER($copies, useGrouping: 0) } copies printed)

too-many = The document has too many { $what }: { $count }, and at most { $max } are possible. Split it, or move the details into an annex.
what-blocks = paragraphs and tables
what-characters = characters
what-columns = columns in a table
what-rows = rows in a table
what-images = images
what-image-bytes = bytes in an image
what-link-characters = characters in a link
uneven-row = Row { $row } of table { $table } has { $cells } cells, but its head has { $columns } columns. Add the missing cells or remove the surplus ones.
no-columns = Table { $table } has no columns. Give it at least one, or remove the table.
not-an-image = Image { $image } is neither a PNG nor a JPEG file. Save it as one of them and put it in again.
wrong-size = Image { $image } has a size that does not fit: the width must be 1 to { $width } mm, the height 1 to { $height } mm.
bad-link = The link of the number “{ $text }” cannot be opened. A link begins with “https://” or “http://” and has no spaces.
not-packed = The file could not be written ({ $name }). Please try again; if it fails again, ask the administrator.
not-drawn = The chart could not be made into a picture ({ $name }). Try again; if that does not help, use a table instead.
