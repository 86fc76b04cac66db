## Service sessions

nav-sessions = Sessions
sessions = Service sessions
sessions-empty = There are no service sessions yet
sessions-empty-text = Offer a session with its time, place and number of places; people book it with their phone number.
sessions-public = Services to book
sessions-public-sub = Book with your phone number, without an account, also for others.
sessions-public-look = See what residents see
sessions-none = There is no service to book now
sessions-none-text = New sessions appear here once they are offered.
session-find-booking = See or cancel a booking by its code
session-title = Service
session-title-zh = Title in Chinese
session-title-en = Title in English
session-unit = Organiser
session-place = Place
session-day = Date
session-when = Time
session-eligibility = For whom
session-eligibility-help = Say in a sentence or two who may come. Nobody is asked about their health.
session-capacity = Places
session-booked = Booked
session-waiting = Waiting
session-served = Served
session-slots = Slots and places
session-slots-help = One slot a line, such as “18:00-18:30 60”: begin, end, and how many people.
session-opens-day = Booking opens on
session-opens-time = at
session-new = Offer a session
session-offer-submit = Offer
session-offer-done = Offered. Residents can see it now.
session-unit-missing = Please choose the organiser.
session-day-missing = Please give the date, for instance 2021-04-09.
session-slots-wrong = Line { $line } is not understood. Please write it like “18:00-18:30 60”: two times, a space, how many people.
session-opens-missing = Please say when booking opens, for instance 2021-04-06 and 09:00.
session-unit-not-yours = You may not offer services for this unit. Please choose one within your rights.
session-title-wrong = Please give a title of at most { $max } characters.
session-place-wrong = Please give a place of at most { $max } characters.
session-eligibility-long = The words on who may come are too long. Please keep them within { $max } characters.
session-past = A slot lies in the past. Please give a date and time to come.
session-opens-too-late = Booking would open after the service is over. Please let it open earlier.

## Booking a place

session-opens-at = Booking opens { $at }
session-full = Full; you can join the waiting list
session-places-free = { $free } places left
session-slot-waits = { $waiting } bookings are waiting; places that become free are theirs first
session-over = This session takes no more bookings.
session-book = Book
session-slot = Slot
session-phone = Phone number
session-phone-help = Used for this service only. One number books a session once.
session-names = Names
session-names-help = One person a line; you can book for workmates or family too, at most { $max } people.
session-privacy = Names and numbers are kept encrypted; only the staff at the door read the names. Nothing about health is collected.
session-book-submit = Book
session-slot-missing = Please choose a slot.
session-not-open = Booking is not open yet. It opens { $at }.
session-begun = This slot has begun. Please choose a later one.
session-phone-wrong = This does not look like a phone number. Please give an 11-digit mobile number, or a landline with its area code.
session-names-missing = Please name who will come, one person a line.
session-name-long = A name is too long. Please write one person a line, in at most { $max } characters.
session-too-many = One booking is for at most { $max } people. Please book the others with a second number.
session-never-fits = This slot has { $places } places in all. Please bring fewer people; the others can book another slot with their own numbers.
session-too-few = This slot has only { $free } places left, not enough for all. Please bring fewer people, and let the others book another slot with their own numbers; or tick “All wait together”.
session-wait-together = All wait together
session-wait-together-help = You move up together when there is room for all; until then those behind you wait, too.
session-phone-has-one = This number has already booked this session. With the booking code you can see it, or cancel it and book anew.
session-your-booking = Your booking
session-code = Booking code
session-code-help = Ten letters and digits, shown when you booked.
session-find-submit = Look up
session-code-unknown = There is no booking with this code. Please check it and try again.
session-people = People
session-is-booked = Your places are booked. Please come in time.
session-is-waiting = The slot has not enough places left. You are number { $place } on the waiting list; when somebody cancels, people move up in order. Look here any time with your code.
session-is-cancelled = This booking was cancelled.
session-keep-code = Please write the code down: it is asked for at the door and to cancel.
session-cancel = Cancel the booking
session-cancel-help = If you cannot come, please cancel: the places go to those who wait.
session-cancel-done = Cancelled. Thank you for leaving the place to others.
session-cancel-late = The slot has begun or you were served, so it cannot be cancelled any more.

## At the door

session-door = At the door
session-door-q = Name or code
session-door-show = Came
session-door-served = Came
session-door-missing = Not yet
session-door-came = How many came
session-door-empty = No booking fits
session-door-empty-text = Try another name or code, or let people in below without a booking.
session-door-reason = Number at the door corrected
session-door-day-to-come = The day has not come yet. People are ticked off on the day.
session-door-not-booked = This booking waits or was cancelled. If there is room, let the people in without a booking.
session-door-more = The booking is for { $people } people. Please give a number from 0 to { $people }.
session-door-full = The slot has no room for so many. Please choose another slot, or release who did not come.
session-door-meanwhile = Somebody has just ticked this booking off. Please see what it says now.
session-state-waiting = Waiting
session-state-walk-in = Walked in
session-served-of = How many of { $names } came
session-served-number = Please give how many came as a number, for instance 1.
session-tick = Tick off
session-tick-again = Correct
session-ticked = { $served } ticked off.
session-came = { $served } came
session-release = Release
session-released = Released. The places go to those who wait.
session-release-served = Somebody of this booking has come, so it cannot be released. If the number is wrong, correct it.
session-walk-in = Without a booking
session-walk-in-help = One name a line. Whoever is entered here counts as served.
session-walk-in-submit = Let in
session-walked-in = Entered.

session-sms-booked = You booked “{ $title }”, { $when }, { $place }. Code: { $code }. If you cannot come, please cancel with the code.
session-sms-waiting = You wait for “{ $title }”, { $when }. Code: { $code }. We tell you when a place becomes free.
session-sms-moved-up = A place is free for you: “{ $title }”, { $when }, { $place }. Code: { $code }. If you cannot come, please cancel with the code.
session-sms-reminder = Reminder: “{ $title }”, { $when }, { $place }. Code: { $code }. If you cannot come, please cancel with the code.
session-soon = It is soon: { $when }, { $place }. Please bring your code.
session-code-picture = QR code of your booking, to be shown at the door
session-employer = Employer
session-employer-help = If you book for workmates, say for whom they work, so that units can be planned for.
session-employer-long = Please keep the employer within { $max } characters.
session-by-employer = By employer
session-door-list = Print the list
session-door-list-title = List at the door
session-door-list-help = Print this page with your browser; it serves at the door where there is no network. Please destroy it after use.
session-door-list-empty = Nobody has booked this slot yet.
session-door-box = Here
session-code-end = End of code
session-tick-title = Tick at the door
session-scan = Scan a code
session-scan-stop = Close the camera
session-scan-found = Found: { $names }. Please check how many came and tick.
session-scan-unknown = This code is not on the list. Please ask for the page of the booking, or let them in without one.
session-scan-no-camera = The camera does not open. Please allow it, or look for the name or the code.

## Calling a session off

session-call-off = Call the session off
session-call-off-reason = Why
session-call-off-help = { $booked ->
    [0] Everybody will read the reason. Nobody has booked.
    [one] Everybody will read the reason. { $booked } person has booked and is told where there is a gateway for messages; without one, please call.
   *[other] Everybody will read the reason. { $booked } people have booked; each is told where there is a gateway for messages; without one, please call.
}
session-call-off-done = The session was called off.
session-call-off-served = Somebody was served, so the session cannot be called off. Places that were not used do no harm.
session-call-off-reason-wrong = Please say why, in at most { $max } characters.
session-called-off = This session was called off.
session-called-off-short = Called off
session-sms-called-off = “{ $title }” ({ $when }) was called off: { $reason } We are sorry for the trouble.
session-correct = Correct the session
session-slot-count = This session has { $count } slots, and a correction keeps that number. For more or fewer, offer another session.
session-fewer-than-booked = { $slot } has { $booked } places booked; there cannot be fewer.
session-day-has-bookings = Somebody has booked for that day, so it cannot move. Call this session off with the reason, and offer a new one.
session-sms-changed = The time or place of "{ $title }" was corrected. Right is: { $when }, { $place }. Booking code { $code }.
