## Corrections
correction-sub = What was said stays in the history: who corrected it, what and why can be read there.
correction-reason = Why it is corrected
correction-submit = Correct
correction-done = Corrected. What it said before stays in the history.
correction-link = Correct
correction-of = Correct: { $act }
correction-part = { $part }:
correction-private = { $part }: corrected; it is sealed and not shown here.
correction-empty = (empty)
correction-sealed-help = Sealed, and not shown here. Left empty, it stays as it is.
correction-day-missing = Enter a day, written like 2021-05-14.
correction-reason-missing = Say why it is corrected, in at most { $count } characters.
correction-meanwhile = Somebody corrected this while you were typing. Open the record, see what it says now, and decide again.
correction-nothing = Nothing differs from what it says. Change what is wrong and send again; if nothing is wrong, there is nothing to correct.
