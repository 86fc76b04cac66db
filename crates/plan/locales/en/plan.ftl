language-name = English

## Import: units

lead-several = { $count } lead units are named ({ $names }); each task has exactly one.
lead-several-remedy = Keep one of them, for instance “{ $first }”, and move the others to “Responsible units” or “Supporting units”.
unit-unknown = There is no unit called “{ $name }”.
unit-unknown-remedy = Please give the name or code of a unit on the roster; import new units under “Organisation” first.
unit-nearest-remedy = Please check. Units with a similar name: { $nearest }.
unit-several = More than one unit is called “{ $name }”.
unit-several-remedy = Please give the code instead: { $codes }.
units-too-many = “{ $name }” would be { $count } units, which is too many.
units-too-many-remedy = Please name the units above them; such a name may stand for { $max } units at most.

## Import: deadlines

deadline-not-understood = The deadline “{ $text }” is not understood.
deadline-too-long = The deadline is longer than { $max } characters and does not look like one.
deadline-no-day = “{ $text }” names no day.
deadline-ambiguous = “{ $text }” can mean two different days.
deadline-no-month = There is no month { $month }.
deadline-no-such-day = “{ $text }” does not exist: month { $month } of { $year } has { $last } days.
deadline-no-such-number = “{ $text }” counts something that does not exist.
deadline-holiday-unknown = The holidays of { $year } are not published yet, so the day cannot be known.
deadline-backwards = It ends on { $to }, before it begins on { $from }.
deadline-before-campaign = The deadline “{ $text }” ({ $day }) lies before the campaign starts on { $start }.
deadline-never = “{ $text }” does not come up within the campaign.
deadline-proposal = It could be written “{ $text }”, which means { $day }.
# as is: Chinese wordings are understood too
deadline-remedy = Please name a day, for instance “2021-06-30”, “by end of June”, “每月28日” or “长期坚持”.
deadline-late = The deadline { $day } lies after the campaign ends on { $end }.
deadline-late-remedy = Keep it if the work really goes on after the campaign; otherwise choose an earlier day.
extension-taken-back = The task was given time until { $until }; the list still says { $day }.
extension-taken-back-remedy = Imported like this, the deadline goes back to what the list says. If that is not meant, correct this cell, or export the list anew and work on that.

## Import: durations, predecessors, numbers

duration-wrong = The duration “{ $text }” is not understood.
duration-wrong-remedy = Please give working days, for instance “15” or “3 weeks”.
duration-long = The duration “{ $text }” is too long.
duration-long-remedy = Please give at most { $max } working days; leave it blank for work that recurs.
duration-months = The duration “{ $text }” is in months, whose working days differ.
duration-months-remedy = Please give working days; it is about { $days }.
after-unknown = The predecessor “{ $part }” is neither in this list nor in the plan.
after-unknown-remedy = Please give numbers of tasks, parted by commas, for instance “3, 5”; with a gap, “12+5”.
after-is-date = The spreadsheet took the predecessor for a date ({ $day }).
after-is-date-remedy = Please format the column as text and type the numbers again.
number-doubled = No. { $number } is already used in row { $row }.
number-doubled-remedy = Please give each task a number of its own, and check the predecessors.
number-of-another = No. { $number } is “{ $old }” in the plan, but “{ $new }” in this row; they do not look like one task.
number-of-another-remedy = Please check: imported like this, the old task is changed to what this row says. If it is another task, give it another number.
number-of-worked-on-remedy = Results were reported for the old task, so it cannot become another one. Give this row another number; if the task was only renamed, change its title on its own page first.
ring = Tasks wait for each other in a ring: { $round }.
ring-remedy = Please take out one of these predecessors.
ring-task = task { $number } (row { $row })
ring-task-kept = task { $number } (not in this list: { $title })

## Import: targets

target-in-words = The aim “{ $text }” names no figure and value; it is kept as words, and progress cannot be read from the book.
target-in-words-remedy = Where there is a figure, write for instance “branches-mobilised >= 211”.
target-figure = There is no figure called “{ $figure }”.
target-figure-remedy = Please give the title or code of a figure in the catalogue, for instance “branches-mobilised >= 211”.
target-figure-nearest = Please check. Figures with a similar title: { $nearest }.
target-value = The value “{ $text }” cannot be used.
