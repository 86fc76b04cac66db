language-name = English

nav-mine = Mine
scope-all = all units
scope-below = own unit and below
scope-unit = own unit
scope-none = no data

mine-todos = To do
mine-jobs = Long work
todo-kind = What
todo-title = Title
todo-detail = Details
todo-due = Due
todo-overdue = Overdue
todo-today = Due today
todos-empty-title = Nothing to do
todos-empty-text = What waits for your report, check or receipt appears here, the nearest deadline first.

job-title = Work
job-state = State
job-begun = Asked for
job-waiting = Waiting
job-running = Under way
job-done = Done
job-failed = Not done
job-cancelled = Cancelled
job-progress = Progress
job-waits = It is in the queue and begins by itself.
job-cancel = Cancel this work
job-cancel-asked = Cancelled: it is stopping, and nothing will be left half done.
job-cancel-late = Too late to cancel: the result is being written and is there in a moment.
job-open-result = Open the result
job-failed-text = It was tried several times without success, and nothing was left half done. Please send it again later; if that fails too, ask the system administrator.
job-cancelled-text = It was stopped as you asked, and nothing was left half done.

search-title = Search
search-kind = Kind
search-hit = Title
search-detail = Details
search-empty = No results
search-nothing-asked = Type the name of a unit, a task or a figure into the box above.
search-nothing-found = Nothing about “{ $words }” was found within your scope. Please try a shorter word.

problem-go-home = Back to “Mine”
problem-go-to-log-in = Log in
not-found-title = There is no such page
not-found-text = The address is wrong, its content was moved, or it is outside your scope.
not-found-remedy = Please check the address. If a link in this system led here, please tell the system administrator the operation id.
log-in-first-title = Please log in first
log-in-first-text = This part of the API is for people who are logged in.
log-in-first-remedy = Log in, then send the request again.
foreign-page-title = The request came from another site
foreign-page-text = So that nobody can act in your name, only pages of this system may send changes. Nothing was changed.
foreign-page-remedy = Please open the page in this system and send it from there.
id-reused-title = This form was used before
id-reused-text = The same form was already sent with other content, so nothing was recorded this time.
id-reused-remedy = Please look in the list at what was recorded. To add something, open a new form.
too-large-title = The file is too large
too-large-text = What was sent is above the limit of { $megabytes } MB and was not kept.
too-large-remedy = Please make the files smaller or send them in parts.
unreadable-title = This could not be understood
unreadable-text = A part of the address or the form is missing or not written as expected. Nothing was changed.
unreadable-place = “{ $place }” could not be understood. Nothing was changed.
unreadable-remedy = Please go back and use the links and buttons of the page. Write days like 2021-05-14.
too-many-title = Too many requests
too-many-text = Too many requests came in a short time, so this one was not handled.
too-many-remedy = Please try again in { $seconds } seconds.
period-closed-title = The period is closed: nothing was recorded
period-closed-text = { $day } lies in a closed period: the office has closed the book through { $through }, and figures of these days no longer change.
period-closed-remedy = If the day is wrong, change it and send the form again. If it is right, ask the office to reopen the period and send it then.
period-closed-kept = Everything you filled in is still here. It can be sent again from this page and is recorded only once.
period-closed-files-kept = { $count ->
    [one] The file that came with it is kept and sent along
   *[other] The { $count } files that came with it are kept and sent along
  }: nothing has to be chosen again.
period-closed-day = Day
period-closed-day-help = Days through { $through } cannot be recorded for now.
period-closed-send = Send again
period-closed-job = Nothing was changed: { $day } lies in a closed period (through { $through }). Use a later day, or ask the office to reopen the period and start again.
busy-title = The system is busy
busy-text = This could not be finished in time. Nothing was changed.
busy-remedy = Please try again in a moment.
failed-title = Something went wrong
failed-text = It was not your doing. Nothing was changed, and the problem is in the log.
failed-remedy = Please try again later. If it happens again, tell the system administrator the operation id.

gallery-title = Gallery

rules-title = How this system keeps from burdening people
rules-intro = The national rules against formalism on screens, one by one, and how this system keeps them today.
rules-number = No.
rules-rule = Rule
rules-kept = How it is kept
rule-1 = No check-in, points, rankings or online time of persons, except where safety demands it
rule-1-kept = There are no such fields. The organiser enters attendance once: by ticking names, pasting a list, or a headcount.
rule-2 = Likes, votes, forwards and study time judge nobody
rule-2-kept = There are no likes, votes or forwards, and study time is not recorded.
rule-3 = No forced installation or log-in, no reports on usage
rule-3-kept = A browser is enough and nothing is installed. There is no list of people who have not logged in, and log-ins are not counted by person.
rule-4 = No photos, videos or tracks demanded as proof
rule-4-kept = No record and no closing of any work asks for a photo or a video, and the system takes no positions.
rule-5 = Nobody is asked twice for the same data
rule-5-kept = A thing is recorded once, when it happens. Progress, work lists and briefs are computed from that record; there is no page for filling in progress.
rule-6 = An application is no means of assessment
rule-6-kept = Lights show which task needs help, with the sum beside them. Neither persons nor units are ranked.
rule-7 = There is a way to complain
rule-7-kept = Once the sponsor has set a channel, “Tell us” stands at the foot of every page.
rule-8 = Filing, and an orderly end
rule-8-kept = Sponsor and filing number stand at the foot of every page; lists and figures can be exported as common files, and everything at once in open formats with a description of each column (luodi export).
rule-9 = Chat groups are left in peace
rule-9-kept = The system sends nothing to any chat group today, and has no “reply when received”.
rule-10 = Short papers
rule-10-kept = Where length is limited, the form shows how many characters are left, and the server checks.
rule-11 = Everyone can use it
rule-11-kept = Everything works by keyboard and without script; states have a word and a shape besides a colour, and a screen reader can read them.

## Attachments
files-label = Attachments
files-help = Never needed. At most { $count }, each up to { $megabytes } MB: pictures, PDF, OFD, Word, Excel, PowerPoint, plain text. Where a photo was taken, and the like, is removed from it.
file-note = { $kind } · { $size }

## Portal
portal-title = Public services
portal-sub = No account, no log-in; any phone will do.
portal-staff = Staff go
## Outbox
outbox-title = Outbox
outbox-sub = Forms filled in without network stay on this device and are sent when there is network again, each recorded once.
outbox-needs-script = The outbox needs a browser that may run scripts. Without script, please send forms where there is network.
outbox-elsewhere = There is no network, and the page you wanted is not kept on this device. Please open it again when there is network.
outbox-foreign = Forms written by somebody else also wait on this device. They are sent once that person has logged in.
outbox-empty = No forms are waiting.
outbox-send-now = Send now
outbox-usable = Opens without network
outbox-state-waiting = Waiting to be sent
outbox-state-log-in = Sent once you have logged in
outbox-state-refused = Not accepted
outbox-open-form = Open and change
outbox-discard = Discard this form
outbox-discard-sure = Discard for good
