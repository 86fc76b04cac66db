# Service: practical things done for people.
nav-serve = Service

## Portal
portal-tell-us = Tell us
portal-tell-us-text = Trouble, something that is wrong, an idea: tell us here, and follow it with a code.
portal-sessions-all = All sessions

## Own data
own-data = What you left with us
own-data-sub = See what this system keeps about your phone number, and download it.
own-data-open = See my data
portal = Public services
own-data-code = Code
own-data-code-help = Any one: the code of a case that you raised, or of a booking. It shows that the number is yours.
own-data-wrong = Number and code do not belong together. Please check both.
own-data-lost = Code lost? Come to the office with your phone; the staff will look with you.
own-data-count = { $count ->
    [one] One record has this number in it.
   *[other] { $count } records have this number in them.
}
own-data-download = Download
own-data-day = Day
own-data-until = Kept until
own-data-open-still = For the time set by rule, once it is closed
own-data-kept = After that, name, number and words are cleared by themselves; the record's number and the count stay.
case-sort = Case
booking-sort = Booking
booking-state = State
booking-booked = Booked
booking-waiting = On the waiting list
booking-cancelled = Cancelled

## Retention
nav-retention = Retention
retention = How long personal data is kept
retention-sub = Cleared each night when the time is up: names, phones, words. Numbers, days, counts and entries stay.
retention-thing = What
retention-from-when = Counted from
retention-how-long = How long
retention-later = Later rule
retention-change = Change
retention-months = { $months ->
    [one] 1 month
   *[other] { $months } months
}
retention-next = From { $day }: { $months ->
    [one] 1 month
   *[other] { $months } months
}
retention-cases = Names, phones and words of cases
retention-bookings = Names and phones of bookings
retention-from-closing = The day of closing
retention-from-day = The day of the session
retention-months-field = Months
retention-cleared-help = Where the time gets shorter, what is past it is cleared tonight. That cannot be undone.
retention-from-field = From which day
retention-from-help = Today or later.
retention-months-wrong = Please give a whole number from 1 to { $max }.
retention-from-wrong = Please give today or a later day, such as 2021-06-01; past rules stay as they were.
retention-save = Save
retention-done = The time was changed.
portal-wishes-wall = The wall
retention-wishes = Names, phones and words of wishes
retention-from-delivery = The day of delivery

unit-has-open-cases = { $count ->
    [one] One open case is at this unit's desk and does not go along: transfer it first.
   *[other] { $count } open cases are at this unit's desk and do not go along: transfer them first.
}
retention-pairings = Households of pairings: names, phones, hardship, what was spoken of
retention-visits = Visits to households: which one, and what was heard
retention-from-end = The day on which the pairing ended
retention-from-visit = The day of the visit
export-cut = This file holds the first { $max } rows only; the list has more. Narrow the conditions and export in parts.
export-will-be-cut = { $total } rows, of which one export holds the first { $max }. Narrow the conditions and export in parts.
