language-name = English

## Numbers
no-data = no data
no-data-nothing-to-measure-by = What it is measured by is nothing yet, so there is no share to show. It appears as soon as the records are there.
no-data-nothing-the-year-before = There was nothing in the same period of the year before, so there is no growth to show.
scope-until = { $unit }, up to { $as_of }
scope-from-until = { $unit }, { $from } to { $as_of }
list-comma = , 

## What was asked
ask-unknown-unit = No unit has the code “{ $code }”. Look up the code in the roster.
ask-unknown-unit-near = No unit has the code “{ $code }”; the nearest is “{ $nearest }”. Please check the code.
ask-not-a-day = “{ $typed }” is not a day. Please write it like 2021-04-15.
ask-no-campaign = No campaign has the code “{ $code }”; there are no campaigns yet.
ask-unknown-campaign = No campaign has the code “{ $code }”. There are: { $known }.
ask-ends-before-it-begins = The first day is after the last day. Please change them round.
unknown-figure = The catalogue has no figure “{ $code }”. Look up its code in the catalogue.
unknown-figure-near = The catalogue has no figure “{ $code }”; the nearest is “{ $nearest }”. Please check the code.
no-units = There are no units yet. Import the roster first.
book-not-read = The data could not be read. Please try again later.

## Formulas
formula-empty = The formula is empty. Name at least one account, such as orgs.member.
formula-unexpected = “{ $found }” was not expected at character { $at } of the formula. A formula is made of accounts, +, -, / and brackets, such as a.b + a.c.
formula-ends-early = The formula ends too early: an account or a closing bracket is missing at its end. Please add it.
formula-unknown-account = The account “{ $code }” at character { $at } of the formula does not exist; the nearest is “{ $nearest }”. Please take one from the list of accounts.
formula-no-such-account = “{ $code }” at character { $at } of the formula is no account. A formula is made of accounts, not of figures: please look for them in the list below.
formula-mixed = “{ $first }” and “{ $second }” are not counted in the same way (at a day, in a period, highest value; pieces, money, shares), so they cannot be added. Make two figures of them.
formula-no-campaign = The formula names $campaign, but there is no campaign yet. Set up a campaign first, or take an account that does not belong to one.
figure-code-bad = A code has lower-case letters, digits and hyphens, begins with a letter and has at most 60 characters, such as branches-mobilised.
field-missing = Please fill this in.
field-too-long = At most { $most } characters fit here. Please shorten it.
# as is: the example is for the Chinese text
format-for-counts = This figure counts things, so its example is a number such as “211个” or “3900余名”, without 元 or per cent.
# as is: the example is for the Chinese text
format-for-money = This figure is money, so its example is an amount such as “214.6亿元” or “44万元”.
format-for-shares = This figure is a share, so its example is a percentage such as “85.5%”.

## Numbers in a brief
too-many-numbers = A brief can hold at most { $most } figures, and this is one too many. Leave some out, or issue two briefs.
token-not-a-figure = “{ $found }” is no figure. Write figure: and its code, such as figure:branches.
token-unknown-key = “{ $key }” is not known here. There are unit, as-of, from, campaign and format, each written as name=value.
token-key-twice = “{ $key }” is said twice. Please keep one.
token-value-missing = “{ $key }” has no value. Please add it, or leave the name out.
token-not-a-day = “{ $value }” is not a day for “{ $key }”. Please write it like 2021-04-15.
token-not-closed = The figure is not closed by two right braces on its line. Please add them.

## Places
nav-figures = Figures
nav-briefs = Briefs

## Catalogue
catalogue-title = Catalogue of figures
catalogue-sub = Every number opens the records it was counted from.
catalogue-search = Find a figure (title or code)
catalogue-empty-title = No figure was found
catalogue-empty-text = Try other words, or reset the conditions to see all figures.
figure-add = Add a figure
figure-change = Change the definition
column-figure = Figure
column-value = Value ({ $unit })
column-definition = Definition
column-code = Code

## One figure
figure-cannot-be-shown = This number cannot be shown
figure-from-the-start = Open it without conditions
figure-version = Code { $code }, definition version { $version }, formula:
field-from = First day
field-as-of = Last day
field-campaign = Campaign
trend-heading = Trend
trend-until = to { $day } { $month ->
    [1] Jan
    [2] Feb
    [3] Mar
    [4] Apr
    [5] May
    [6] Jun
    [7] Jul
    [8] Aug
    [9] Sep
    [10] Oct
    [11] Nov
   *[other] Dec
}
trend-nothing = There is nothing this year, and nothing in the same months of the year before.
as-table = As a table
column-month = Month
column-this-year = This year ({ $unit })
column-year-before = Year before ({ $unit })
parts-heading = By unit
parts-all-zero = No unit has anything yet; the table lists them.
parts-without-zeros = Units with nothing are left out of the chart; the table has all.
part-itself = At the unit itself
part-masked = Units that you may not open
total = Total
records-heading = Records
side-part = What is counted
side-whole = What it is measured by
side-now = This period
side-before = The same period of the year before
number-only = This unit is above your reach: you may see its number; of the records, only those within your reach are listed.
peak-note = This number is the highest of the records, not their sum.
records-empty-title = No records
records-empty-text = Nothing was counted under these conditions. Try another day or unit.
column-day = Day
column-unit = Unit
column-record = Record
column-entry = Entry
column-quantity = Quantity
column-quantity-of = Quantity ({ $unit })
open-entry = Open
row-masked = A record that you may not open
rows-masked = { $count ->
    [one] { $count } more record that you may not open
   *[other] { $count } more records that you may not open
}
export-xlsx = Export to Excel
export-csv = Export as CSV
export-cut = There are too many records: this file lists the first { $most }; the total is that of all.
export-figure = Figure
export-share = Figure (from two lists: what is counted, and what it is measured by)
export-definition = Definition
export-formula = Formula
export-scope = Scope

## Definition
definition-title = Definition of a figure
definition-sub = Saving adds a version; issued numbers still open with the version of their time.
figure-saved = Saved; this is version { $version } now.
stale-title = Somebody else has just changed this
figure-stale = Version { $version } holds now, with the formula “{ $formula }”. What you typed is still here; save again to let yours hold.
figure-tried-title = With real data
figure-tried = With the records there are, the number is { $text }. Nothing is saved yet.
figure-code-help = Lower-case letters, digits and hyphens, such as branches-mobilised. It cannot be changed later.
field-title-zh = Title (Chinese)
field-title-en = Title
field-formula = Formula
field-formula-help = Accounts with +, -, / and brackets, such as (a - b) / c. growth(…) is growth on the year before, growth_period(…) on the period before, highest(…) the highest day, coverage(a, b) how much of b is covered; the difference of two shares is in percentage points. $campaign stands for the campaign that is chosen.
field-period = Days that count
field-format-zh = Format by example
# as is: the example is for the Chinese text
field-format-help = Write a number as it should look, such as 211个, 3900余名, 214.6亿元, 85.5%.
field-format-en = Format by example (English)
field-format-en-help = Write a number with its English word, such as 9 members; leave it empty where there is no word.
field-definition-zh = Definition in words (Chinese)
field-definition-en = Definition in words
figure-save = Save as a new version
figure-try = Try it first
accounts-heading = Accounts
column-account = Account
column-title = Title
column-flow = Counted
flow-flow = in a period
flow-stock = on a day
flow-peak = highest value
period-to-date = From the beginning
period-year = From 1 January
period-month = From the first of the month
period-campaign = From the campaign's first day

## Entries
entry-who = By
entry-happened = Happened on
entry-recorded = Recorded at
entry-reason = Reason
entry-corrects = Corrects
entry-corrected-by = Corrected by
entry-number = Number in the book
postings-heading = What it counted
postings-empty-title = It counted nothing
postings-empty-text = This act is on record and changes no figure.
history-heading = History

## Briefs
briefs-title = Briefs
briefs-sub = In an issued brief, every number opens the records of its time.
brief-begin = Begin a brief
brief-begun = The draft is there.
brief-untitled = (no title yet)
drafts-heading = Drafts
issued-heading = Issued
column-office = Office
column-changed = Last changed
column-issue = Issue
column-issued-on = Issued on
issue-number = No. { NUMBER($number, useGrouping: 0) } ({ NUMBER($total, useGrouping: 0) } in total)
briefs-empty-title = No brief has been issued yet
briefs-empty-text = Issued briefs are listed here by their numbers.
draft-title = Draft of a brief
draft-sub = Issued by { $unit }. Its numbers follow the book, and are frozen on issue.
draft-saved = The draft is saved.
draft-was-issued = This brief was issued as number { $total } and can no longer be changed.
draft-stale = Somebody changed and saved this draft after you opened it. What you typed is in the form below and not saved yet; save again to let yours hold.
draft-theirs = The text that is saved now
field-title = Title
field-body = Text
# as is: the ordinals of Chinese office papers
field-body-help = “# ” begins a heading, “## ” one below it, down to four; so do short lines with 一、 and （一）; “- ” a list; “|” parts the cells of a table; **strong**. Numbers are put in from the figures below; they take unit, as-of, from, campaign and format.
draft-head-and-foot = Head, days and addressees
field-name = Name of the brief
field-office = Issuing office
field-figures-as-of = Figures as of
field-figures-as-of-help = Numbers that name no day of their own are as of this day.
field-editors-note = Editor's note
field-report-to = To those above
field-send-to = To those beside
field-issue-to = To those below
field-addressees-help = Part several by commas.
draft-save = Save
brief-to-issue = Check and issue
preview-heading = Preview
picker-legend = Put in a figure
picker-search = Find a figure by a few characters
picker-find = Find
picker-nothing = No figure was found. Try other words.
sheet-label = The brief on paper
sheet-editors-note = {"Editor's note: "}
sheet-draft = Draft
foot-report-to = To:
foot-send-to = Copy:
foot-issue-to = For:
missing-name = The name of the brief is missing. Fill it in under head, days and addressees.
missing-office = The issuing office is missing. Fill it in under head, days and addressees.
missing-title = The title is missing. Please fill it in.
missing-body = There is no text yet. Please write it.
token-at-line = Line { $line }, { $source }: { $text }
length-fine = { $count } characters ({ $long } are enough, { $most } are the most).
length-long = { $count } characters, more than { $long }: better shorten it ({ $most } are the most).
length-too-long = { $count } characters, more than { $most }. Please shorten it; if it must be so long, say so on issue.
numbers-in-it = { $count ->
    [one] It holds { $count } number.
   *[other] It holds { $count } numbers.
}
checks-found = { $count ->
    [one] { $count } thing to do before it can be issued:
   *[other] { $count } things to do before it can be issued:
}
issue-title = Check and issue
issue-stale = The draft was changed after you looked at it, so it was not issued. Please look at what it says now.
issue-not-ready = It was not issued, since something is still to be done. See the list below.
issue-consequence = On issue it gets its number; text and numbers can no longer be changed, and later corrections are marked beside the numbers.
length-is-meant = It must have more than 5,000 characters
issue-now = Issue
back-to-draft = Back to the draft
brief-issued = Issued as number { $total }.
brief-word = Download for Word
brief-numbers-open = { $count ->
    [one] Its { $count } number opens the records of its time.
   *[other] Its { $count } numbers open the records of their time.
}
brief-numbers-changed = { $count ->
    [one] { $count } would be another today and is marked ※.
   *[other] { $count } would be others today and are marked ※.
}
brief-numbers-closed = { $count ->
    [one] The period of { $count } of them is closed (through { $through }): it no longer changes.
   *[other] The periods of { $count } of them are closed (through { $through }): they no longer change.
}
brief-numbers-reopened = The period through { $through } was closed and is open again: { $count ->
    [one] { $count } number of this issue is being restated.
   *[other] { $count } numbers of this issue are being restated.
} The issue stays as it was printed; what differs from it is marked ※.
periods-open = See the periods
number-differs = It would be another number today
number-as-printed = As printed
number-frozen = Issued on { $date }, counted from the entries up to number { NUMBER($mark, useGrouping: 0) } of the book.
number-exactly = In the catalogue's format: { $text }.
number-same = Counted again today by the same definition, it is still this number.
number-would-be = After the issue there were late entries or corrections; by the same definition it is { $text } today.
number-open-live = Open today's number
number-tree-moved = After the issue, units were moved for days gone by. As units belong together now, the records of then add up to another number.
records-then-heading = Records as counted then
since-heading = Changes since the issue
since-added = Entered late
since-taken-back = Taken back
since-corrected = Corrected
column-change = Change
column-then = Then
column-now = Now

figure-then-and-now = Before and after units changed their place
figure-as-then = By the units of then
figure-as-now = By the units of now
figure-listed-below = Its records are listed below
figure-then-and-now-note = “Of then” counts each record for the units above on its day. “Of now” lays today's organisation over the whole period; units that were merged count for the one they went into.
figure-closed = The period is closed through { $through }: this number no longer changes
figure-closed-in-part = The period is closed through { $through }; later days may still change
figure-reopened = The period through { $through } was closed and is open again: this number is being restated and may still change

was-is-heading = Before and after the correction
was-is-by = Corrected by { $who } on { $when }.
was-is-open = Open the correction
was-is-open-earlier = Open the record before it
was-is-why = Reason: { $reason }
was-is-no-numbers = This correction changed no number.
column-was = Was
column-is = Is
entry-correct = Correct
## Why there is no number
no-data-nothing-the-period-before = Nothing was recorded in the period before, so no growth can be reckoned and no number is shown.
no-data-below-nought-before = What it is compared with is below zero, so growth would mean nothing and no number is shown.
no-data-nothing-before-since-ever = This is counted since ever, so there is no period before. Choose a month, a quarter or another period to see the growth.
no-data-nothing-recorded = Nothing was recorded in these days, so there is no highest value and no number is shown.
no-data-more-than-all = More are covered than there are in all: one of the two must be recorded wrongly. Open both lists and compare them.
no-data-not-published = The statistics of this period are not published or not imported yet. The number appears once they are imported.
no-data-definition-changed = The statistics are defined otherwise than a year before, so the two values cannot be compared and no growth is reckoned. Quote the growth published on a comparable basis.
no-data-too-large = The number is too large to be reckoned with exactly.

## Checking formulas
formula-count-with-share = At character { $at } of the formula: counts cannot be added to or taken from shares, or from counts of another measure. Use brackets, such as (a + b) / c.
formula-shares-added = At character { $at } of the formula: shares can be taken from each other (in percentage points), but not added.
formula-not-of-a-share = At character { $at } of the formula: a count is needed here, not a share or a growth.
formula-highest-of-accounts = At character { $at } of the formula: highest(…) takes accounts, added to or taken from each other.

## Formulas in words
account-below = { $title } ({ $below })
explained-counts = In words: { $what }.
explained-highest = the highest day of "{ $what }"
explained-quoted = "{ $code }" as the statistics office publishes it
explained-published-growth = growth of "{ $code }" on the year before, as published
explained-comparable-growth = growth of "{ $code }" on a comparable basis, as published
explained-plus = { $a } plus { $b }
explained-minus = { $a } less { $b }
explained-ratio = "{ $a }" as a share of "{ $b }"
explained-coverage = how much of "{ $b }" is covered by "{ $a }", never more than all
explained-growth-year = the growth of "{ $what }" on the year before
explained-growth-period = the growth of "{ $what }" on the period before
explained-points = [{ $a }] less [{ $b }], in percentage points
side-period-before = The period before
side-what-when = { $what } ({ $when })
unit-yuan = yuan

## Periods, trend and comparison
period-day = That day
period-week = That week, from Monday
period-quarter = That quarter
period-half-year = That half-year
period-whole-year = The whole year
period-as-defined = As the figure is defined
period-running = The period is not over (it ends on { $last }); the number will still change.
grain-day = By day
grain-week = By week
grain-month = By month
grain-quarter = By quarter
grain-year = By year
column-period = Period
quarter-label = { NUMBER($year, useGrouping: 0) } Q{ $quarter }
comparison-heading = Units side by side
comparison-help = Choose the units to be seen side by side ({ $most } at most). They stand in their given order; this is no ranking.
comparison-choose = Choose units
comparison-units = Units to be seen side by side
comparison-show = Show side by side
rows-masked-many = Further records that you may not open
records-many = There are very many records, listed from the newest day back: { $count } at least. The total is exact. Export them for the whole list.

## Published figures
sources-heading = Where it is taken from
sources-none = Nothing is published for this period.
not-published = Not published
source-days = { $from } to { $to }
source-cell = { $sheet }, cell { $cell }
source-definition-changed = The definition of these statistics changed; they cannot be compared with the year before.
source-of-days = Period
source-value = Published value
source-growth = Published growth
source-comparable = Growth on a comparable basis
source-note = Note
source-file = File
source-row = sheet "{ $sheet }", row { $row }
source-cell-head = Cell
quoted-code-bad = The figure code "{ $code }" does not follow the rules.
quoted-month-bad = "{ $typed }" is no month that has begun.
quoted-month-remedy = Write it like 2021-04, no later than this month.
quoted-measure-bad = "{ $typed }" is not understood as what the figure is measured in.
# as is: the units are written as in a Chinese workbook
quoted-measure-remedy = Write 亿元, 万元, %, or a word for what is counted.
quoted-too-fine = "{ $typed }" has too many decimals.
quoted-number-bad = "{ $typed }" is no number, or does not fit what the figure is measured in.
quoted-number-remedy = Write digits only (money to the fen, shares to two decimals); leave out what is not published.
quoted-january = For January, the month alone and the year to date differ.
quoted-january-remedy = Both must be the same in January; check them.
quoted-nothing = This row publishes nothing.
quoted-nothing-remedy = Fill in the month or the year to date, or take the row out.
quoted-twice = This figure is in row { $row } already, for the same period.
quoted-twice-remedy = Keep one of the rows.
quoted-unit-several = Several units have this name; write the unit's code.
quoted-unit-near = The nearest is "{ $near }"; check the name, or write the unit's code.
quoted-unit-remedy = Write a unit's name or code; leave it out for the whole.
quoted-unit-unknown = There is no unit "{ $typed }".
quoted-code-taken = The code "{ $code }" belongs to the figure "{ $title }", which is something else.
quoted-code-taken-remedy = Choose another code.
quoted-definition = { $title }: as the statistics office publishes it, from January to the last month published; see below from which file and cell.
quoted-growth-title = { $title }, growth on the year before
quoted-growth-definition = { $title }: growth of the year to date as published, kept apart from growth on a comparable basis, and not reckoned here.
quoted-earlier = Statistics imported so far
quoted-earlier-none = Nothing has been imported yet
quoted-earlier-none-text = Each workbook can be found here once it is imported.
quoted-imported-at = Imported
quoted-imported-by = By
quoted-added = New
quoted-changed = Revised
quoted-same-as-before = Same
quoted-ignored = Columns that were not read
quoted-ignored-column = Column { $column }, “{ $title }”, was not read. Columns bear the names of the template.
quoted-template = Statistics template.xlsx
quoted-file-missing = Choose the workbook to import.
quoted-import = Import statistics
quoted-import-sub = Published figures stand beside counted ones; each knows the file and the cell it was taken from.
quoted-file = Statistics workbook
quoted-file-help = With the columns of the template, one figure and one month a row; the same file again adds nothing.
quoted-look = Upload and look
template-download = Download the template
quoted-preview = Check the statistics
quoted-preview-sub = { $file }: { $count } published values. Nothing is imported yet.
quoted-has-problems = Something must be corrected
quoted-has-problems-text = Nothing is imported before. Download your workbook with remarks, correct it and upload it again.
quoted-problems = Problems
quoted-problems-download = Download the workbook with remarks
quoted-import-now = Import ({ $count } new or changed values)
quoted-other-file = Another file
quoted-values = Published values
quoted-values-empty = No published value was found
quoted-change = Compared with what is known
quoted-new = New
quoted-same = The same
quoted-was = Was { $value }, { $growth }
quoted-problems-file = { $file } (to be corrected).xlsx
quoted-imported = Imported: { $added } new, { $changed } revised, { $same } as before.

## Editing definitions
trial-now = Now
trial-new = New definition
trial-old = Definition that holds (version { $version })
accounts-search = Find an account (a few characters of its name or code)
accounts-nothing = No account was found; try other characters.
accounts-more = There are { $count } more; type further characters.
account-open = { $flow }, can be broken down
account-published = published by the statistics office
formula-mistake-here = The mistake is here:
field-reason = Why it is changed
field-reason-help = Needed to save. It is written into the book and shown with the versions.
field-reason-missing = Say why the definition is changed before you save it.
versions-heading = Versions
version-number = Version { $version }
version-reason = Why: { $reason }
version-seeded = Came with the program

## Boards
nav-boards = Boards
boards-title = Boards
boards-sub = Figures, trends, parts and lists on one page, for a meeting, a wall display or print; each number opens.
boards-empty-title = There is no board yet
boards-empty-text = Make one with the figures that you look at often.
board-new = New board
board-title = Title
board-for = Whom it is for
board-shared = All who may see this unit's figures
board-shared-note = Each sees of it what they may see
board-mine = Only me
board-cells = Figures
board-wall = Wall display
board-leave-wall = Leave the wall display
board-as-of = { $unit }, as of { $date }
board-day = As of
board-change = Change the board
board-form-sub = One figure a row, shown in the order of the rows.
board-unit = Unit code
board-unit-help = Figures without a unit of their own are of this one.
board-show = Shown as
board-cell-unit = Unit code (may be empty)
board-row = Row { $number }
board-keep = Save the board
board-more-rows = More rows
board-kept = The board is saved.
board-withdraw = Withdraw the board
board-withdraw-text = It is not listed any more; its changes stay in the book.
board-withdrawn = The board is withdrawn.
board-stale = Somebody changed this board after you opened it. What you filled in is still here; save again to put yours in its place.
board-without-figures = Choose one figure at least.
board-too-many = A board has { $most } figures at most; take some rows out, or make a second board.
board-not-yours = You may not see the figures of this unit.
show-number = Number
show-trend = Trend
show-parts = By unit
show-list = List
## Charts, pictures and restated numbers
token-not-a-way = "by={ $found }" is not known. Write by=unit or by=month.
token-not-a-picture = "{ $found }" is no picture of this brief. Send it in with "Picture" and use it then.
token-not-a-width = The width "{ $found }" does not fit. Give millimetres from 20 to 156.
token-not-an-issued-number = "{ $found }" does not say which number of which issue. Write total/number, for instance 12/3.
token-reason-missing = The restatement gives no reason. Add one.
token-needs-own-line = Charts, pictures and restatements need a line of their own. Move it to one.
too-many-embedded = A brief holds at most { $most } charts, pictures and restatements. Take some out, or issue two briefs.
chart-too-many-marks = The chart has { $count } units; more than { $most } cannot be read on paper. Choose a unit with fewer below it, or a table.
chart-nothing = There is nothing to draw: no unit and no month has a record. Choose another unit, day or figure.
picture-unknown = This brief has no such picture. Send it in again with "Picture".
picture-too-large = This picture has more than { $most } MB and does not go into the Word file. Make it smaller and send it in again with "Picture".
restate-unknown = Issue { NUMBER($total, useGrouping: 0) } has no number { NUMBER($number, useGrouping: 0) }. Open the number in that issue and use "Restate in a further brief".
restate-nothing = { $shown } in issue { NUMBER($total, useGrouping: 0) } is the same number today, so there is nothing to restate. Take the line out.
chart-month = month { $month }
chart-in-words = { $title }: { $said }.
restated-before = Correction: in issue { NUMBER($number, useGrouping: 0) } (no. { NUMBER($total, useGrouping: 0) } in all), "{ $title }" was given as{" "}
restated-now = ; it should be{" "}
restated-because = . Reason: { $reason }.

## The check before issue
checks-concerns = Please look at these; what is meant so has to be confirmed when the brief is issued:
checks-typed = These numbers are figures of the book. In their place a figure stays up to date and can be opened:
check-empty = Line { $line }: "{ $title }" is { $shown } and has no record behind it.
check-moved = Line { $line }: "{ $title }" has changed from { $then } to { $now } since the draft was saved.
check-no-addressees = No addressees are given.
check-unprintable = Line { $line }: { $text }
check-closed = { $count ->
    [one] The period of { $count } number is closed (through { $through }): it no longer changes.
   *[other] The periods of { $count } numbers are closed (through { $through }): they no longer change.
}
check-reopened = The period through { $through } was closed and is open again: { $count ->
    [one] { $count } number (line { $lines }) is being restated and may still change.
   *[other] { $count } numbers (lines { $lines }) are being restated and may still change.
}
check-contradicts = Line { $line } says { $typed }, but "{ $title }" is { $shown }.
check-equal = Line { $line }: { $typed } is "{ $title }".
placing-put = Use the figure
placing-done = The figure is in its place; the draft is saved.
placing-gone = That place was changed meanwhile, so nothing was replaced. Look again and retry.
issue-numbers-moved = Some numbers changed with the book after you looked, so nothing was issued. Please check the newest content below.
no-addressees-is-meant = It really has no addressees
without-records-is-meant = The noughts above are true
changed-is-meant = I have checked the numbers that changed
contradicts-is-meant = The numbers typed above are true

## Writing
toolbar-heading = Heading { $level }
toolbar-list = List
toolbar-numbered = Numbered
toolbar-strong = Strong
toolbar-strong-text = strong text
toolbar-table = Table
toolbar-column = Column{" "}
toolbar-picture = Picture
toolbar-figure = Figures and charts
toolbar-label = Formatting
editor-keys = Alt+1 to 4 headings, Alt+7 numbers, Alt+8 list, Ctrl+B strong, Ctrl+S save
picker-chart-units = Chart by unit
picker-chart-months = Chart by month
field-copies = Printed copies
field-copies-help = Leave empty if nothing is printed.
copies-bad = "{ $typed }" is no number of copies. Type a whole number, or leave it empty.
foot-copies = ({ NUMBER($copies, useGrouping: 0) } copies printed)
somebody = a colleague
presence-typing = { $names } is changing this draft too. Have a word with each other.
presence-looking = { $names } has this draft open too.
presence-first = { $name } saved version { $version } first, at { $at }. Nothing of yours is lost: when you save, the differences are shown and you decide.
working-copy-kept = What is not saved yet was kept on the server at { $at }.
working-copy-restored = This is what you wrote at { $at } and have not saved yet.
working-copy-discard = Throw it away and see what is saved
working-copy-discarded = What was not saved is thrown away.
draft-differs = Compared with what is saved
draft-embedded-theirs = Pictures, charts and the like that the other version has and yours has not: { $what }
draft-embedded-mine = Those that yours has and the other has not: { $what }
draft-older-local = This device still has text that never reached the server; compare and take what you need
draft-older-discard = Not needed any more
versions-title = Versions
column-version = Version
column-who = Changed by
version-sub = Saved by { $who } at { $at }; compared with the version before:
version-whole = The whole text of this version
difference-gone = Gone:
difference-new = New:
begin-from = Begin from
begin-from-last = Blank (head and foot of the last issue)

## Pictures
picture-title = Add a picture
picture-files = Pictures
picture-files-help = JPG or PNG, up to 8 MB each; where it was taken is removed from it.
picture-caption = Caption
picture-width = Width (mm)
picture-submit = Put at the end of the text
picture-missing = No picture was chosen. Choose a JPG or PNG picture.
picture-other-kind = "{ $name }" is no picture. Choose a JPG or PNG picture.
picture-file-too-large = "{ $name }" has more than { $most } MB and does not go into the Word file. Make it smaller and choose it again.
picture-too-many = A brief holds at most { $most } pictures. Take out those you do not use, or issue two briefs.
picture-put = The picture stands at the end of the text; move its line where you want it.
picture-stale = Somebody has just changed the draft. Nothing is lost; please send it once more.

## Sections
sections-heading = Sections sent in by units
sections-none = No unit has been asked for a section yet.
section-ask = Ask for a section
section-ask-title = Ask a unit for a section
section-unit = Unit
section-unit-help = Type a name and choose, or type the unit's code.
section-unknown-unit = No unit "{ $typed }" was found. Choose one from the list, or type its code.
section-asked-for = What to write
section-asked-for-help = Content, emphasis and length; the unit writes by this.
section-due-label = Due
section-day-past = That day is past. Give today or a later day.
section-was-asked = { $unit } has been asked; it is among its to-dos.
section-due = due { $due }
section-asked = Not sent yet
section-overdue = Overdue
section-sent = Sent, to be taken over
section-returned = Returned for changes
section-taken = Taken over
section-withdrawn = Withdrawn
section-remark = To be changed: { $remark }
section-source = As it was sent ({ $who }, { $at })
section-take = Take over into the text
section-place = Where
section-at-end = At the end of the text
section-below = Below “{ $heading }”
section-return = Return for changes
section-return-remark = What is to be changed
section-remark-missing = Not returned: say what is to be changed.
section-withdraw = Not needed any more
section-was-taken = It stands at the end of the text; the source stays to compare.
section-was-taken-below = It stands at the end of the part “{ $heading }”; the source stays to compare.
section-heading-gone = The heading “{ $heading }” is not in the text any more: the section was put at the end, from where you can move it.
section-was-returned = Returned; the unit sees what is to be changed.
section-was-withdrawn = The request is withdrawn.
section-moved-on = This section has just moved on, so nothing was done. See where it stands now.
section-draft-stale = Somebody has just changed the draft, so nothing was taken over. Please press again.
section-draft-full = With that the text would have more than { $most } characters, so nothing was put in. Shorten the text first.
section-to-write = to write
section-to-take = to take over
section-title = Section of a brief
section-asked-by = Asked by
section-state = State
section-body = Text
# as is: the headings of official papers
section-body-help = One line a paragraph; a short line beginning with （一） is a heading, "- " begins a list. Write numbers as they are; the office puts the figures in.
section-send = Send
section-was-sent = Sent.
section-was-kept = Saved, not sent yet.
section-empty = There is no text. Write it before you send it.
section-stale = This section has changed since you opened it. What you wrote is still below; check it and send it once more.

## Templates
templates-title = Brief templates
templates-sub = Drafts begin from a template; the office edits them itself.
templates-empty-title = There are no templates
templates-empty-text = Add one, and drafts can begin from it.
template-add = Add a template
template-title = Brief template
template-name = Name of the template
template-body-help = Written as a draft is: “# ” and “## ” begin headings, “- ” a list. A mark such as {"{{figure:tasks-done}}"} becomes the live number in the draft; behind the colon stands the code of a figure from the catalogue.
template-in-use = In use
template-withdrawn = Withdrawn
template-withdraw = Withdrawn: not offered for new drafts
template-saved = The template is saved.
template-stale = Somebody has just changed this template (now "{ $title }"). What you typed is still here; check it and save again to keep yours.

## Restating an issued number
restate-title = Restate in a further brief
restate-sub = The issue stays as it was printed; the further brief says the old number, the new one and the reason, and both link to each other.
restate-now = Counted today
restate-reason = Reason
restate-reason-help = It is printed, for instance: two branches had not been reported.
restate-draft = Into which draft
restate-new-draft = Begin a new draft
restate-submit = Put into the draft
restate-back = Back to the number
restate-put = The restatement stands at the end of the draft.
restate-no-draft = That draft was not found. Choose another.
number-restated-in = restated in issue { NUMBER($total, useGrouping: 0) }
brief-restated = Numbers of this issue were restated in later briefs:
brief-restated-number = Number { NUMBER($index, useGrouping: 0) } ({ $old })
column-because = Who and why
brief-pdf = Make a PDF
pdf-made = The PDF is made.
pdf-not-made = No PDF was made ({ $problem }). Download the Word file, or ask the system administrator to look at LibreOffice.

publication-on = Put on the portal
publication-off = Take off the portal
publication-on-question = Put “{ $title }” on the portal?
publication-on-text = Then anybody reads its text, charts and pictures without an account; each number says what it means, and none of its records.
publication-on-look = Check first that text and pictures hold no personal data and nothing that is not for the public.
publication-off-question = Take “{ $title }” off the portal?
publication-off-text = Then the portal lists it no more and its address opens nothing; whoever is logged in reads it as before.
publication-on-done = It is on the portal.
publication-off-done = It is off the portal.
publication-is-public = On the portal: see the public page
public-briefs = Briefs
public-briefs-sub = The briefs that the office has made public.
public-briefs-all = All briefs
public-briefs-none = No brief is public yet
public-briefs-none-text = Briefs that are made public are listed here.
public-numbers = What the numbers mean
public-number = { $title }, { $unit }, up to { $until }
