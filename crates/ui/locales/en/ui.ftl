language-name = English

## Shell
brand = Luodi
page-title = { $title } · Luodi
skip-to-main = Skip to the content
nav-main = Main sections
nav-tabs = Frequent sections
nav-more = More
search = Search
search-hint = Search units, tasks, figures
log-in = Log in
log-out = Log out
# as is: each language is named in itself
other-language = 中文
viewer-scope = Scope: { $scope }
no-state-secrets = State secrets must not be entered, kept or sent in this system.
footer-sponsor = Run by { $name }
footer-rules = How we keep burdens off people
tell-us = Tell us
scripts-off = Scripts are turned off in this browser; everything still works.

## Keys
keys-title = Keyboard shortcuts
keys-search = Go to the search box
keys-help = Show this list
keys-go = Go to “{ $place }”
keys-close = Close

## Common buttons
save = Save
save-draft = Save as draft
submit = Submit
cancel = Cancel
back = Back
edit = Edit
delete = Delete
confirm = Confirm
add = Add
close = Close
export-excel = Export to Excel
export-word = Export to Word
print = Print
download = Download
upload = Upload
filter = Search
reset = Clear conditions
details = Details
next = Next
previous = Previous
choose = Choose
correct = Correct

## Forms
optional = (optional)
error-prefix = Wrong:
please-choose = Please choose
all-of-them = All
problems-head = { $count ->
    [one] One field needs a change. What you typed is kept.
   *[other] { $count } fields need a change. What you typed is kept.
}
chars-limit = At most { $limit } characters
chars-left = Characters left: { $left }
chars-over = Characters too many: { $over }
draft-restored = What you typed last time and did not send has been put back.
draft-discard = Discard the draft
draft-kept = The draft is kept on this device

## Lists
rows-total = { $total } in all
rows-range = { $from }–{ $to } of { $total }
pager-label = Pages
rows-per-page = Rows on a page
rows-each = { $count } a page
page-first = First
page-last = Last
page-previous = Previous
page-next = Next
page-number = Page { $page }
sorted-ascending = ascending
sorted-descending = descending
sort-by = Sort by “{ $column }”
remove-condition = Remove the condition “{ $condition }”
conditions = Conditions
query = Conditions of the search
rows-acts = Acts
back-to-top = Back to the top

## Other components
breadcrumbs = Where you are
definition = Definition
history = History
history-empty = Nothing has been recorded yet.
operation-id = Operation id: { $id }
progress-of = { $done } of { $total } done
progress-open = { $done } done
progress-leave = You may leave this page; the result will be under “Mine”.
ticked-of = { $ticked } of { $all } ticked
tree-below = { $count } below
tick-all = Tick all
tick-none = Tick none
open-all = Open all
close-all = Close all
correction-of = Correction
light-green = On track
light-yellow = Warning
light-red = Behind
light-blue = Reminder
light-idle = Not started
light-done = Done

## Charts
chart-this-year = This year
chart-last-year = Last year
chart-today = Today
chart-deadline = Deadline
chart-no-data = No data
month = { $month ->
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
   *[12] Dec
}
coverage-of = { $covered } of { $all } covered
chart-cut = The first { $shown } of { $total } are drawn; the table has all of them.

## Attachments
attachments = Attachments
attachment-save = Save “{ $name }”
files-kept = Files chosen before
files-kept-help = A file whose box is cleared is left out.
account-own = My account

## Without network
outbox-strip-waiting = Forms waiting to be sent: { $count }. They go out as soon as there is network.
outbox-strip-refused = Forms that were not accepted: { $count }. Please see why.
outbox-strip-log-in = Forms waiting to be sent: { $count }. They go out once you have logged in.
outbox-open = Open the outbox
outbox-log-in = Log in
outbox-waiting = Waiting to be sent
outbox-sent = Sent
outbox-refused-head = The server did not accept this form. Please change it and send it again:
