## Service days

nav-service-days = Service days
service-day = Service day
service-days = Service days
service-days-desk = Run service days
service-days-sub = Once a month units list what needs a hand, and whoever has time comes. Sign up with your phone number, without an account.
service-days-before = Service days before
service-days-all = Service days by month
service-day-weekday = { $day ->
    [1] Monday
    [2] Tuesday
    [3] Wednesday
    [4] Thursday
    [5] Friday
    [6] Saturday
   *[7] Sunday
}
service-day-moved = Moved from { $from } to { $to }.
service-day-moved-short = Moved
service-day-rest = Rest day
service-day-rest-undecided = This is a rest day, and the office has not decided whether to move it. Unless it does, this is the day.
service-day-no-projects = No project yet
service-day-no-projects-text = Projects appear here once units have entered them. Please look again in some days.
service-day-no-projects-desk = Say what is done, where, and how many people it needs. Residents and members sign up with their phone number.
service-project = Project
service-projects = Projects
service-projects-held = Projects held
service-project-free = { $free ->
    [one] { $free } more wanted
   *[other] { $free } more wanted
}
service-project-full = Full
service-project-full-text = There are enough people; thank you all. If somebody withdraws, it opens again here. Other projects may still need you.
service-project-begun = Begun
service-project-held = Held
service-project-cancelled = Cancelled
service-project-cancelled-because = This project was cancelled: { $reason }
service-project-handle = Handle it
service-project-about = What is done
service-project-bring = Please bring
service-project-wanted = People wanted
service-project-signed = Signed up
service-project-came = People who came
service-project-hours = Hours in all

## Signing up

sign-up = Sign up
sign-up-sort = Sign-up for a service day
sign-up-stands = Signed up
sign-up-withdrawn = Withdrawn
sign-up-find = See or withdraw a sign-up by its code
sign-up-code = Sign-up code
sign-up-code-help = Ten letters and digits, shown when you signed up.
sign-up-code-unknown = There is no sign-up with this code. Please check it and try again.
sign-up-phone-help = Used to reach you about this day only. One number signs up once for a project.
sign-up-names-help = One person a line; you can sign up family and colleagues too, { $max } people at most.
sign-up-privacy = Names and numbers are kept encrypted; only the organiser reads the names. Nobody's own hours are counted.
sign-up-cancelled = This project was cancelled just now. Please look at the others.
sign-up-begun = This project has begun, so one cannot sign up online any more. Just go there and ask the organiser.
sign-up-too-many = At most { $max } people at once. Please use two numbers.
sign-up-full = It has just become full, and you are not signed up. Please look at the other projects.
sign-up-not-enough = { $left ->
    [one] Only { $left } more person is wanted. Please name fewer people, or look at other projects.
   *[other] Only { $left } more people are wanted. Please name fewer people, or look at other projects.
}
sign-up-phone-has-one = This number has signed up for this project. With the code you can see it, or withdraw and sign up anew.
sign-up-yours = Your sign-up
sign-up-is-made = You are signed up. Please be there on time.
sign-up-is-withdrawn = This sign-up was withdrawn.
sign-up-is-over = This project has begun or is over. Thank you for lending a hand.
sign-up-keep-code = Please write the code down or keep a picture of it. With it you can withdraw.
sign-up-withdraw = Withdraw
sign-up-withdraw-help = If you cannot come, please withdraw, so that somebody else can.
sign-up-withdraw-done = Withdrawn. Thank you for telling us.
sign-up-withdraw-late = This project has begun; it is too late to withdraw.
sign-up-cleared = The names were cleared in due time

## Entering and handling

service-project-new = Enter a project
service-project-submit = Enter
service-project-save = Save
service-project-change = Change the project
service-project-title = What is to be done
service-project-title-help = For instance “Clear the stairwells”, “Haircuts for people who live alone”.
service-project-month-help = The office fixes the day. Past days can be entered too; then say who came.
service-project-starts = Begins at
service-project-ends = Ends at
service-project-wanted-help = When so many have signed up, nobody else can.
service-project-bring-help = For instance “Gloves, a sun hat”; leave it empty if nothing is needed.
service-project-time-wrong = Please give a time, such as 09:00.
service-project-times-wrong = It ends before it begins. Please correct the times.
service-project-wanted-wrong = Please give a whole number from 1 to { $max }.
service-project-month-wrong = Please choose a service day within { $max } months.
service-project-not-yours = You may not enter projects for this unit. Please choose one within your rights.
service-project-long = The words are too long. Please keep them within { $max } characters.
service-project-fewer-than-signed = { $signed ->
    [one] { $signed } person has signed up; fewer cannot be wanted.
   *[other] { $signed } people have signed up; fewer cannot be wanted.
}
service-project-over = This project was cancelled, or somebody has entered who came; it cannot be changed any more.
service-project-done = Entered. Residents can see it now.
service-project-changed = Saved.
service-project-cancel = Cancel the project
service-project-cancel-reason = Why
service-project-cancel-help = { $signed ->
    [0] Everybody will read the reason. Nobody has signed up.
    [one] Everybody will read the reason. { $signed } person has signed up and is told where there is a gateway for messages.
   *[other] Everybody will read the reason. { $signed } people have signed up; each is told where there is a gateway for messages.
}
service-project-cancel-done = The project was cancelled.
service-project-cancel-held = Somebody has entered who came, so it cannot be cancelled. If the number is wrong, please correct it.
service-project-reason-wrong = Please say why, in at most { $max } characters.
service-project-sign-ups = Signed up: { $people }
service-project-nobody = Nobody has signed up yet
service-project-nobody-text = Send the public page to your groups, or print it for the notice board.
service-project-list = Who comes
service-project-people-of = { $people ->
    [one] { $people } person
   *[other] { $people } people
}
service-project-came-of = { $came ->
    [one] { $came } person came
   *[other] { $came } people came
}, { $hours ->
    [one] { $hours } hour in all
   *[other] { $hours } hours in all
}
service-project-who-came = Who came
service-project-enter-came = Enter who came
service-project-enter-came-short = Enter
service-project-correct-came = Correct who came
service-project-has-come = Came
service-project-ticked = Of those who signed up, who came
service-project-more-names = Names of those who came
service-project-more-names-help = Paste a whole list, a line or a comma each: who signed up is ticked, the others are counted apart. A name counts once; tell two people of one name apart by a word.
service-project-head-count = People without a name, besides
service-project-head-count-help = Only heads, without those ticked and named above.
service-project-hours-field = Hours of all together
service-project-hours-help = One total of the project, in whole hours: twelve people of two hours each are 24. Nobody's own hours are kept.
service-project-hours-whole = Please give the hours in all as a whole number, such as 24.
service-project-hours-nobody = Where nobody came, please leave the hours empty or 0.
service-project-hours-wrong = { $came ->
    [one] { $came } person came. Please give the hours in all: at least 1, at most 24 each.
   *[other] { $came } people came. Please give the hours in all: at least 1, at most 24 each.
}
service-project-came-wrong = Please give a whole number from 0 to { $max }.
service-project-reason = Why it is corrected
service-project-came-submit = Enter
service-project-came-meanwhile = Somebody entered it just now. Please reload, look at the numbers, and change them then.
service-project-came-cancelled = This project was cancelled; nobody can have come.
service-project-day-to-come = The service day is on { $day }. Who came can be entered from that day on.
service-project-came-done = Entered: { $came ->
    [one] { $came } person
   *[other] { $came } people
}, { $hours ->
    [one] { $hours } hour in all.
   *[other] { $hours } hours in all.
}
service-project-others = Came without signing up
service-project-head-count-of = { $people ->
    [one] { $people } person without a name
   *[other] { $people } people without a name
}
service-project-no-others = Nobody
service-project-names-kept = Names are cleared in due time; how many came and the hours in all stay.

## Fixing the day

service-day-rule = Rule for service days
service-day-rule-sub = A rule holds from a month on; months that were fixed stay as they are. Month by month, the office can decide otherwise.
service-day-rule-change = Change the rule
service-day-rule-from = From which month
service-day-rule-from-help = The next month or later, such as 2021-06.
service-day-rule-done = The rule was saved.
service-day-month-day = Day of the month
service-day-on-rest = When it is a rest day
service-day-stays = It stays
service-day-before = The working day before
service-day-after = The working day after
service-day-from-wrong = Please give the next month or a later one, such as 2021-06.
service-day-month-day-wrong = Please give a whole number from 1 to { $max }, a day that every month has.
service-day-on-rest-missing = Please say what becomes of it on a rest day.
service-day-decide = Fix the day
service-day-reason = Why
service-day-reason-help = Everybody reads it, for instance “The 28th is a Sunday; on Friday units can come together”.
service-day-told = { $people ->
    [0] Nobody has signed up yet.
    [one] { $people } person has signed up and sees the new day, and is told where there is a gateway for messages.
   *[other] { $people } people have signed up and see the new day, and are told where there is a gateway for messages.
}
service-day-is-working = By the rule it is { $day }, a working day.
service-day-is-rest = By the rule it is { $day }, a rest day. The working day before is { $before }, the one after { $after }.
service-day-decided = The service day is { $day }.
service-day-too-far = That is too far from the regular day { $regular }. Please choose a day within { $max ->
    [one] { $max } day
   *[other] { $max } days
} of it.
service-day-past = That day is past. Please choose today or later.
service-day-over = The service day of this month ({ $day }) is past, or somebody has entered who came; it cannot be changed any more.
todo-service-day-came = Enter who came
todo-service-day-rest = { $day } is a rest day: shall the service day move?
service-day-marked = { $projects ->
    [0] Service day
    [one] Service day ({ $projects } project)
   *[other] Service day ({ $projects } projects)
}
portal-service-day-next = The next service day is { $day }. Sign up with your phone number, without an account.
portal-service-days-all = See the projects

service-day-sms-signed-up = You signed up for “{ $title }”, { $when }, { $place }; code { $code }. If you cannot come, withdraw with the code.
service-day-sms-moved = “{ $title }” was moved to { $when }, { $place }; code { $code }. If you cannot come, withdraw with the code.
service-day-sms-reminder = A reminder: “{ $title }”, { $when }, { $place }; code { $code }. If you cannot come, withdraw with the code.
service-day-sms-cancelled = “{ $title }” was cancelled: { $reason } We are sorry for the trouble.
retention-sign-ups = Names and phones of service days: who signed up, who came
service-project-correct = Correct the project
service-board = Print cards to put up
service-board-title = Service day projects: { $day }
service-board-sub = Scan a code to sign up; no account is needed.
service-board-none = There is no project to sign up for on this day, or all have begun.
service-board-scan = Scan to sign up
service-board-code = QR code of the page to sign up for “{ $title }”
