language-name = English

## Why a file cannot be read at all

file-too-large = The file has { $size } MB; at most { $max } MB are allowed. Please remove pictures and unused sheets, or import several smaller files.
file-unpacks-too-large = The file unpacks to more than is allowed and was not read, for safety. Please copy the rows you need into a new workbook, save it, and import that.
file-not-a-workbook = This is not a workbook. Please open it in Excel or WPS, save it as “Excel workbook (.xlsx)” and import that; .xls, .ods and .csv work too.
file-web-page = Whatever its name says, this file holds a web page or XML. Please open it in Excel or WPS, save it as “Excel workbook (.xlsx)” and import that.
file-encrypted = The workbook has a password and cannot be read. Please remove the password in Excel or WPS, save, and import again.
file-damaged = The file is damaged or incomplete and cannot be read. Please open it in Excel or WPS to check it, save it as “Excel workbook (.xlsx)” and import that.
file-empty = The file holds nothing. Please check that it is the right file; you can download the template, fill it in and import that.
file-sheet-missing = The file has no sheet named “{ $wanted }”; it has: { $sheets }. Please choose one of these.
file-head-missing = No complete head was found. Nearest is sheet “{ $sheet }”, row { $row } ({ $seen }), which lacks required columns: { $missing }. Please add these titles and import again, or fill in the template.
file-no-rows = Sheet “{ $sheet }” has a head but no rows under it to import. Please fill in rows below the head; rows marked “[Sample]” are not imported.
file-too-many-rows = Sheet “{ $sheet }” has more than the { $max } rows allowed and was not read. Please import several smaller files.
file-unknown-fault = Sheet “{ $sheet }” has the formula error { $fault } after cell { $after } and cannot be read. Please correct the formula, or paste it as a value, and import again.

## Problems of cells

cell-missing = This cell must be filled in and is empty.
cell-missing-remedy = Please fill it in.
cell-missing-remedy-example = Please fill it in, for example “{ $example }”.
cell-fault = The formula in this cell gives the error { $fault }.
cell-fault-remedy = Please correct the formula, or type the result.
text-long = This cell has { $chars } characters, which is too long.
text-long-remedy = Please shorten it to at most { $max } characters.
code-zeros-lost = The code stands here as the number { $shown } and may have lost its leading zeros; it was read as { $read }.
code-zeros-lost-remedy = Please check it; if it is wrong, format the cell as text and type the code again.
code-digits-lost = This code is too long for a number: its last digits have been turned into 0.
code-digits-lost-remedy = Please format the cell as text and type the code again.
code-wrong = “{ $value }” cannot be a code.
code-wrong-remedy = Please give a code of digits or letters, in a cell formatted as text.
whole-wrong = “{ $value }” is not a whole number that fits here.
whole-wrong-remedy = Please give a whole number from { $min } to { $max }, without a unit.
date-wrong = “{ $value }” is not a full date.
date-wrong-remedy = Please give year, month and day, for example 2021-06-30.
month-wrong = “{ $value }” is neither a date nor a month.
month-wrong-remedy = Please give year, month and day, or year and month, for example 2016-03-15 or 2016-03. A number such as 2016.1 may mean January or October; write 2016-01 or 2016-10.
phone-wrong = “{ $value }” is not a valid phone number.
phone-wrong-remedy = Please give a mobile number of 11 digits, or a landline with area code such as 010-55550123.
choice-wrong = “{ $value }” is not one of the choices.
choice-wrong-remedy = Please choose one of: { $choices }.
choice-wrong-remedy-long = Please choose from the drop-down list of this column in the template.

## Rows that were not imported

skipped-sample = Row { $row } is the sample row of the template and was not imported.
skipped-total = Row { $row } is a total ({ $text }) and was not imported.
skipped-note = Row { $row } is a note or a line for signatures ({ $text }) and was not imported.
skipped-head-again = Row { $row } repeats the head and was not imported.
skipped-section = Row { $row } is a heading ({ $text }) and was not imported.
skipped-column-line = Row { $row } holds column numbers or units and was not imported.

## The workbook given back for correction

problem-line = { $cell } ({ $column }): { $what } { $remedy }
problem-line-row = This row: { $what } { $remedy }
problem-line-warning = Note on { $cell } ({ $column }): { $what } { $remedy }
problem-line-row-warning = Note on this row: { $what } { $remedy }

## The template

template-explanation = How to fill in
template-column = Column
template-required = Required
template-kind = Content
template-example = Example
template-help = Explanation
template-aliases = Also known as
template-yes = Required
template-no = Optional
template-sample-help = The row marked “[Sample]” is only an example; the import skips it, so you may keep or delete it. Columns may change places, and further columns are ignored.
template-choice-title = Not one of the choices
template-choice-error = Please choose from the list.
template-whole-title = Not a number that fits
template-whole-error = Please give a whole number from { $min } to { $max }.
template-date-title = Not a date
template-date-error = Please give a date, for example 2021-06-30.
kind-text = Text of at most { $max } characters
kind-code = Code (formatted as text)
kind-code-width = Code of { $width } digits (formatted as text)
kind-whole = Whole number from { $min } to { $max }
kind-date = Date, for example 2021-06-30
kind-phone = Phone number
kind-choice = One of: { $choices }
kind-choice-long = One from the drop-down list
kind-names = One or more names, separated by commas
date-no-such-day = The calendar has no day “{ $value }”.
date-no-such-day-remedy = Please check year, month and day: February, for instance, mostly has 28 days.
