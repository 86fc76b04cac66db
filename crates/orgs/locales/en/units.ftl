units-nav = Organisation
units-title = Organisation
unit = Unit
units-words = Name or code
units-as-of = As of
units-none = No units yet
units-none-text = Once a roster is imported, its units stand here as a tree; units that were not yet founded on the day are left out.
units-not-found = No such unit
units-not-found-text = Try another name or code, or another day.
units-below-count = { $count ->
    [one] One unit below
   *[other] { $count } units below
}
units-below = Units below
units-below-none = No units below
units-all-below = List all units below
unit-code = Code
unit-superior = Superior
unit-since = Founded
unit-other-name = Chinese name
unit-closed = Closed
unit-not-yet = On { $day } this unit was not yet founded.
unit-figures-as-of = as of { $day }
unit-people = People
unit-people-none = Nobody belongs to this unit itself
unit-people-none-text = People who belong directly to this unit are listed here; those of the units below are on the pages of these units.
unit-was-founded = Entered in the roster
unit-was-changed = Changed
unit-moved-below = now belongs to “{ $name }”
unit-in-list = { $kind }, { $code }
history = History
history-somebody = System staff
yes = Yes
no = No
units-only-closed = Closed units only
unit-in-list-closed = { $kind }, { $code }, closed
unit-closed-since = This unit has been closed since { $day }. What was recorded before is kept.
unit-went-into = This unit went into “{ $name }” on { $day }. What was recorded before is kept.
unit-lineage = Names and places over time
unit-lineage-what = What
unit-lineage-now = Became
unit-merged-into = Merged into
unit-called = Name
unit-was-moved = Moved
unit-was-merged = Merged into “{ $name }” and closed
unit-took-over = Took over “{ $name }”
unit-was-split = Split off “{ $name }”
unit-was-split-from = Split off from “{ $name }”
unit-was-closed = Closed
unit-was-reopened = Opened again, below “{ $name }”
since-heading = Differences from today
since-none = Units, names and places were the same on this day as they are today.
since-not-founded = not yet founded
since-below = below { $name }
since-went-into = merged into { $name }
since-called = { $name } ({ $kind })
since-then = On { $day }
since-today = Today

unit-changes = Change the organisation
unit-changes-sub = Each change holds from a day on; days before it keep their names and places. Before it is done, the page says what becomes of units below, people and figures.
change-act = Change
change-act-about = What it does
change-found = Found a unit below
change-found-about = A new unit below this one.
change-details = Change name or kind
change-details-about = Name, kind and order change from a day on; days before keep the old name.
change-move = Move to another superior
change-move-about = From a day on the unit, with all units below it, belongs to another one.
change-merge = Merge into another unit
change-merge-about = People and units below go to another unit; this one is closed.
change-split = Split off a unit
change-split-about = A new unit beside this one, which may take some of its people and units.
change-close = Close the unit
change-close-about = A unit without people and units below can be closed. What was recorded is kept and can be found.
change-reopen = Open the unit again
change-reopen-about = A closed unit stands again from a day on.
change-from = With effect from
change-from-help = The first day on which it holds. It may be a day gone by.
change-reason-help = What it rests on, such as the number of a document.
change-into = Unit that it goes into
change-into-help = The unit's code or full name.
change-below-help = Code or full name of the superior unit.
change-people = People who go to the new unit
change-units = Units below that go to the new unit
change-code-help = Unlike that of any other unit; it never changes.
change-position-help = Units of one level stand in the order of this number.
change-look = See what follows
change-done = Done: { $act }
list-comma = {", "}
change-day-wrong = Enter the day from which it holds, like 2021-05-14.
change-position-wrong = Enter a whole number from 0 as the order.
change-reason-wrong = Give a reason of at most { $max } characters.
change-future = This day has not come. Enter today or a day gone by, or come back on that day.
change-before-founded = This unit was founded on { $day }. Enter that day or a later one.
change-closed-then = This unit was closed on that day. Enter an earlier day, or open the unit again first.
change-stands-then = This unit stands on that day and need not be opened. Check the day.
change-changes-later = On { $day } another change of its place was entered, which this one would contradict. Enter a day after it.
change-other-out-of-reach = This unit is outside what you look after. Enter one within, or ask a superior unit to do it.
change-other-not-then = That unit did not stand on this day, or was closed after it. Enter another unit or day.
change-itself = This is the unit itself. Enter another one.
change-ring = That unit is below this one, so each would be above the other. Enter another unit.
change-too-deep = There would be more than { $max } levels. Use fewer levels.
change-name-wrong = Enter a name of at most { $max } characters.
change-kind-missing = Choose the kind of unit.
change-code-wrong = Enter a code of at most { $max } characters.
change-code-taken = This code is taken. Enter another one.
change-units-below = { $count ->
    [one] One unit still stands below it on this day. Move or close it first, or merge the unit into another.
   *[other] { $count } units still stand below it on this day. Move or close them first, or merge the unit into another.
}
change-people-left = { $count ->
    [one] One person belongs to it on or after this day. Transfer them first, or merge the unit into another.
   *[other] { $count } people belong to it on or after this day. Transfer them first, or merge the unit into another.
}
change-people-later = { $count ->
    [one] One person came or left on or after this day. Enter a later day, or correct the day of their transfer first.
   *[other] { $count } people came or left on or after this day. Enter a later day, or correct the days of their transfers first.
}
change-not-its = One of the people or units chosen did not belong to it on this day. Choose again.
change-nothing-new = What you entered is what holds on this day already.
change-period-closed = { $day } lies in a closed period: figures through { $through } no longer change. Enter a later day, or ask the office to reopen the period.
will-found = From { $from } on there is a new unit “{ $name }” below “{ $above }”.
will-rename = From { $from } on “{ $name }” is shown with the name, kind and order entered; days before keep the old ones.
will-move = From { $from } on “{ $name }” and all units below it belong to “{ $above }”.
will-merge = From { $from } on “{ $name }” goes into “{ $into }”, and “{ $name }” is closed.
will-split = From { $from } on there is a unit “{ $new }” beside “{ $name }”, split off from it.
will-close = From { $from } on “{ $name }” is closed.
will-reopen = From { $from } on “{ $name }” stands again, below “{ $above }”.
will-take-units = { $count ->
    [one] One unit below it ({ $names }) goes to “{ $into }”.
   *[other] { $count } units below it ({ $names }) go to “{ $into }”.
}
will-take-people = { $count ->
    [one] One person goes to “{ $into }”, which is noted in their history.
   *[other] { $count } people go to “{ $into }”, which is noted in the history of each.
}
will-take-log-ins = { $count ->
    [one] One of them will act for “{ $into }” with their account.
   *[other] { $count } of them will act for “{ $into }” with their accounts.
}
will-count-elsewhere = { $count ->
    [one] One record of this day or later counts for “{ $above }” and the units above it instead.
   *[other] { $count } records of this day or later count for “{ $above }” and the units above it instead.
}
will-count-nowhere = { $count ->
    [one] One record of this day or later no longer counts for the units above. Check its unit first.
   *[other] { $count } records of this day or later no longer count for the units above. Check their unit first.
}
will-keep-figures = What was recorded before counts where the unit was then; figures show both, by the units of then and of now.
will-leave-grants = { $count ->
    [one] One role is held over this unit and does not go along: the security administrator has to grant it anew.
   *[other] { $count } roles are held over this unit and do not go along: the security administrator has to grant them anew.
}

person-transfer = Transfer
person-transfer-title = Transfer to another unit
person-transfer-sub = From a day on { $name } belongs to another unit, or leaves the organisation. Days before keep the old unit.
person-transfer-from-unit = Unit now
person-transfer-where = Where to
person-transfer-to-unit = To another unit
person-transfer-out = Leaves the organisation
person-transfer-to = New unit
person-transfer-to-help = The unit's code or full name, where they go to another unit.
person-transfer-day = With effect from
person-transfer-do = Transfer
person-transferred = Transferred: { $name }
person-transfer-where-missing = Choose where they go.
person-transfer-same = This is the unit they belong to. Enter another one.
person-transfer-twice = They belong to the new unit after this day already. Check unit and day.
person-transfer-too-early = They came to this unit on { $day }. Enter a later day.
person-transfer-ended = This membership has ended. Reload the page and look again.
person-left = Left

transfer-correction = Correct the transfer
transfer-correction-sub = If the transfer of { $name } on { $day } was entered wrongly, correct it here. What was entered stays in the history, with your reason.
transfer-correction-what = What was wrong
transfer-correction-day-wrong = The day
transfer-correction-never = It never took place
transfer-correction-day = The right day
transfer-correction-day-help = Where the day was wrong.
transfer-correction-reason-help = What was wrong, and how you know.
transfer-correction-do = Correct
transfer-correction-missing = Choose what was wrong.
transfer-correction-same-day = This is the day that was entered. Enter the right one.
transfer-changed-since = Their membership has changed since this transfer. Correct the later change first.
transfer-already-corrected = Somebody has corrected this transfer already. Reload the page and, if need be, correct the correction.
transfer-corrected-done = Corrected: { $name }
person-transfer-was-corrected = Corrected the day of the transfer
person-transfer-was-taken-back = Took the transfer back
