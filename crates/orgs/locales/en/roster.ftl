import-nav = Import roster
import-title = Import a roster
import-about = In two steps: look at what would change, then confirm. Importing the same workbook again changes nothing.
import-step-prepare = 1. Prepare the workbook
import-step-prepare-text = The list you keep will do: titles and layout can stay as they are. If you have none, fill in a template. Units and people may be two sheets of one file, or two imports, units first.
import-units-template = Download units template
import-people-template = Download people template
import-units-template-other = Units template in Chinese
import-people-template-other = People template in Chinese
import-units-template-file = units-template.xlsx
import-people-template-file = people-template.xlsx
import-step-send = 2. Upload and preview
import-file = Workbook
import-file-help = One .xlsx, .xls, .ods or .csv file of up to { $max } MB. It is deleted once it is imported; a workbook that is not imported is kept for { $days } days.
import-since = Count from
import-since-help = Units and people whose row gives no date count from this day.
import-effective = Changes hold from
import-effective-help = New superiors, kinds and posts hold from this day; figures before it stay as they are.
import-send = Upload and preview
import-no-file = No file was chosen. Choose the workbook to import.
import-empty-file = The file “{ $name }” is empty. Open it on your computer to see whether it has rows, then choose it again.
import-no-day = The date is missing or is no date. Write it like 2021-03-01.
import-day-ahead = This day is still to come. Give today or an earlier day.
import-form-spoilt = The page was incomplete and the file was not taken. Open this page again and choose the file once more.
import-recent = My imports
import-recent-empty = Nothing imported yet
import-recent-empty-text = Workbooks that you upload are listed here; come back to them whenever you like.
import-state = State
import-made-at = Uploaded
import-state-reading = Being read
import-state-unreadable = Cannot be read
import-state-previewed = To be confirmed
import-state-errors = Has errors
import-state-applied = Imported

import-todo-kind = To confirm
import-todo = Roster import: { $name }
import-todo-detail = { $errors ->
    [0] { $changes ->
        [one] One change to confirm
       *[other] { $changes } changes to confirm
    }
    [one] One error to correct
   *[other] { $errors } errors to correct
}

import-stage-reading = Reading the workbook
import-stage-comparing = Comparing it with the roster
import-stage-writing = Writing units and people
import-read-done = The workbook was read. Look at what would change.
import-refused = Nothing was imported and the roster is unchanged. See the reason and the latest preview.
import-applied = Units: { $units-added } added, { $units-changed } changed. People: { $people-added } added, { $people-changed } changed.

import-sent = uploaded { $at }
import-again = Upload again
import-to-units = Go to the organisation
import-stopped = Reading was broken off
import-stopped-text = The roster is unchanged. Upload the workbook again.
import-unreadable = This file cannot be read
import-apply = { $count ->
    [one] Import one change
   *[other] Import { $count } changes
}
import-roster-changed = The roster changed after your preview; nothing was imported
import-roster-changed-text = Below is the comparison with the roster as it is now. Look at it once more.
import-broken-off = The last import was not completed
import-broken-off-text = The roster is unchanged; you can import again.
import-file-gone = The workbook was deleted
import-file-gone-text = Workbooks that are not imported are kept for { $days } days. Upload it again when you need it.
import-has-errors = { $count ->
    [one] One error must be corrected before the import
   *[other] { $count } errors must be corrected before the import
}
import-has-errors-text = Download the workbook with the errors marked, correct it and upload it again. The roster is unchanged.
import-no-changes = No changes
import-no-changes-text = All that the workbook says is in the roster already. There is nothing to import.
import-ready = { $count ->
    [one] One change can be imported
   *[other] { $count } changes can be imported
}
import-ready-text = All of them or none: if something goes wrong on the way, the roster stays as it is.
import-sum = What would change
import-what = Roster
import-units = Units
import-people = People
import-added = Added
import-changed = Changed
import-unchanged = Unchanged
import-unmentioned = Not in the workbook
import-units-added = Units added
import-units-changed = Units changed
import-people-added = People added
import-people-changed = People changed
import-kept = Unchanged and not in the workbook
import-kept-text = “Unchanged” are rows that agree with the roster; “not in the workbook” are units and people of the roster that this workbook does not name. Both stay as they are; nothing is closed or removed.
import-asides = Columns and rows that were not used
import-problems = Where to look
import-problems-text = The workbook to download has one more column that says what is wrong in each row and what would be right; correct it and upload it as it is.
import-problems-download = Download with problems marked
import-problems-file = { $stem }-problems.xlsx
import-cell = Place
import-severity = Weight
import-severity-error = Error
import-severity-warning = Note
import-problem = Problem
import-remedy = What would be right
import-row = Row { $row }
import-row-number = Row
import-name = Name
import-detail = Content
import-listed = { $all } in all; the first { $shown } are listed here.
import-unread-sheets = Some sheets were not read
import-unread-sheets-text = The sheets “{ $unread }” seem to hold the same kind of table; only “{ $read }” was read. Put them into one sheet, or save each as a file of its own and import them one by one.
import-counted-later = The days of { $units } units and { $people } people lie in the closed period (through { $through }): they count from { $from } on, and published figures stay as they are. If they have to count from their own days, have the office reopen the period before you import.
