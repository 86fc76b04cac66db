## At the desk

desk-a-resident = A resident
desk-of-day = Of { $day }

## Department results

nav-counters = Results
counters = Department results
counters-sub = Results that departments book from documents; a number opens to every booking behind it.
counters-empty = No counter has been declared yet
counters-empty-text = Once a department declares a counter, it books on it by date, quantity and document.
counter-new = Declare a counter
counter-title = Counter
counter-title-zh = Title in Chinese
counter-title-en = Title in English
counter-unit = Department
counter-total-year = This year
counter-bookings = Bookings
counter-last-day = Latest
counter-nothing-yet = None yet
counter-code = Code
counter-code-help = Lower-case letters, digits and hyphens, such as “dog-penalties”. It is the code of the figure too and cannot be changed later.
counter-measure = What is counted
counter-measure-count = Things
counter-measure-money = Money, in yuan
counter-word-zh = Unit of measure
# as is: the examples are Chinese measure words
counter-word-zh-help = The Chinese measure word, such as 件 or 只. Leave it empty for money.
counter-word-en = Unit of measure in English
counter-word-en-help = One and many with a slash between, such as “case/cases”. May stay empty.
counter-document-kind = Kind of document
counter-document-kind-help = What each booking rests on, for instance “penalty decision”.
counter-since = First day
counter-since-help = Nothing is booked for a day before it.
counter-submit = Declare
counter-done = The counter is declared. You can begin to book.
counter-months = Months of this year
counter-month = Month
counter-history = History
counter-unit-missing = Please choose the department.
counter-since-missing = Please give the first day, for instance 2021-01-01.
counter-code-wrong = A code has lower-case letters, digits and hyphens, begins with a letter, and is at most { $max } characters long.
counter-title-wrong = Please give a title of at most { $max } characters.
# as is: the example is a Chinese measure word
counter-word-wrong = Please give one word without digits as the unit of measure, such as 件. For money, choose “Money”.
counter-document-kind-missing = Please say what kind of document a booking rests on, for instance “penalty decision”.
counter-unit-not-yours = You may not record for this department. Please choose one within your rights.
counter-day-to-come = The first day has not come yet. Please give today or a day before.
counter-unit-not-then = The department did not exist on that day. Please check the first day.
counter-code-taken = Another counter or figure has this code. Please choose another one.

## Booking

result-new = Book a result
result-day = Date
result-quantity = Quantity
result-quantity-in = Quantity ({ $word })
result-amount = Amount in yuan
# as is: the example is how offices write money
result-amount-help = Write “440000”, or “44万元”.
result-document = Document number
result-document-help = The number of the document ({ $kind }).
result-note = Note
result-submit = Book
result-done = Booked.
result-acts = Acts
result-correct = Correct
result-correct-named = Correct the booking “{ $document }”
result-correction = Correct a booking
result-correction-submit = Correct
result-correction-done = Corrected. What it said before stays in its history.
result-withdraw = Take this booking back: it should never have been booked
result-reason = Reason for the correction
result-reason-missing = Please give the reason, in at most { $max } characters.
result-already-corrected = Somebody has just corrected this booking. Please open the counter, see what it says now, and decide again.
results-empty = Nothing has been booked yet
results-empty-text = With every booking the total and the months follow.
result-day-missing = Please give the date, for instance 2021-04-16.
result-quantity-wrong = The quantity must be above 0. If too many were booked, correct that booking.
result-day-to-come = The day has not come yet. Please give today or a day before.
result-before-counter = This counter begins on { $since }. Please check the date.
result-document-missing = Please give the document's number, in at most { $max } characters.
result-note-long = The note is too long. Please keep it within { $max } characters.
result-said = { $day }, { $quantity }, by { $document }
