## Cases

cases = Cases
case = Case
case-number = Number
case-kind = Kind
case-state = State
case-what = What it is about
case-where = Where
case-unit = Unit
case-holder = Lead (or first contact)
case-raised-on = Received on
case-due = Due
case-words = Words or number
case-late = Late
case-paused = Clock paused
cases-export = Export
cases-empty = No case meets these conditions
cases-empty-text = Choose another view, or drop some of the conditions.
cases-views = View
view-mine = Waiting for me
view-unit = My unit
view-due = Due within three days
view-late = Late
view-all = All
case-nobody-named = Not given
kind-inquiry = Inquiry
kind-help = Request for help
kind-complaint = Complaint
kind-report = Report of a wrong
kind-suggestion = Suggestion
kind-praise = Praise
state-raised = To be accepted
state-refused = Refused
state-accepted = To be dispatched
state-dispatched = To be acknowledged
state-handling = Being handled
state-answered = To be called back and closed
state-closed = Closed
part-lead = Lead
part-helper = Helps
part-waiting = To acknowledge
part-handling = Handling
part-answered = Answered, to be signed off
part-signed-off = Signed off
part-signed-off-by = Signed off on { $day } by { $who }
part-due = Deadline
part-duty-was = Duty: { $duty }
part-reply-was = Reply: { $reply }
parts-first-leads = Until the lead has acknowledged it, first contact answers for it: { $unit }.
parts = Units at work
part-role = Role
part-acknowledge-by = Acknowledge by { $day }
part-answered-on = Answered on { $day }
parts-none = Not yet dispatched
parts-none-text = Once accepted, it goes to one lead, and to others who help where needed.
case-desk = First contact
case-contact = Contact
case-name = Name
case-phone = Telephone
case-contact-show = Show the contact
case-contact-noted = That you looked is in the history.
case-public-title = Title for the public
case-answered = Answered
case-called-back = Call-back
case-confirmed = Confirmed fixed
case-closed = Closed
fact-said = { $day }, { $who }
fact-open = Not yet
fact-called-back = { $outcome } ({ $day }, { $who })
case-on-time = On time
case-not-on-time = Late
outcome-satisfied = Satisfied
outcome-not-satisfied = Not satisfied
outcome-not-reached = Not reached
history = What was done
history-somebody = System staff
history-resident = A resident
history-said = Told whoever asked: { $text }
history-reply = Reply of a unit that helps: { $text }
history-noted = Note for the office: { $text }
history-asker = Whoever asked says: { $text }
history-looked = Looked at the contact
history-lead = Lead: { $lead }
history-fallback = Returned twice; by rule it goes to the fallback unit: { $unit }
history-helpers = Helping: { $helpers }

## Time limits

clock = How the deadline comes about
clock-none = The clock starts when the case is accepted.
clock-started = { $when }: accepted, { $span } to go, to be closed by { $due }.
clock-started-anew = { $when }: opened again, the clock begins anew, { $span } to go, to be closed by { $due }.
clock-was-paused = { $when }: paused with { $left } left.
clock-resumed = { $when }: goes on, to be closed by { $due }.
clock-extended = { $when }: extended by { $by }, to be closed by { $due }.
clock-extended-paused = { $when }: extended by { $by }; the clock still stands.
clock-rule = The rule of the day of acceptance holds; later changes do not touch this case. Working days follow the published holidays and make-up days; the day of acceptance is not counted.
span-hours =
    { $count ->
        [one] 1 hour
       *[other] { $count } hours
    }
span-minutes =
    { $count ->
        [one] 1 minute
       *[other] { $count } minutes
    }
span-working-days =
    { $count ->
        [one] 1 working day
       *[other] { $count } working days
    }
span-natural-days =
    { $count ->
        [one] 1 natural day
       *[other] { $count } natural days
    }
span-months =
    { $count ->
        [one] 1 month
       *[other] { $count } months
    }
span-days =
    { $count ->
        [one] 1 day
       *[other] { $count } days
    }
due-end-of = the end of { $day }
limit = Time limit
limit-emergency = Emergency
limit-utility = Utilities: water, power, gas, heating
limit-ordinary = Ordinary
limit-complex = Complex

## Acts

act-acceptance = Accept
act-refusal = Refuse
act-dispatch = Dispatch
act-acknowledgement = Acknowledge
act-return = Return
act-back = Back to the case
act-answer = Answer
act-helpers = Ask others to help
act-part-sign-off = Sign off a reply
act-part-redo = Send a reply back
act-part-sign-off-help = Look at the reply of the unit that helps, then sign it off; somebody else than who wrote it does.
act-part-redo-help = Say what is missing; the unit that helps goes on with its part.
act-pause = Pause the clock
act-resumption = Let the clock go on
act-extension = Grant more time
act-call-back = Record a call-back
act-confirmation = Confirm that it is fixed
act-closing = Close
act-redo = Send back to be done again
act-reopening = Reopen
act-acceptance-help = The clock starts now, by the rule of today, which stays with the case.
act-refusal-help = The reason is told to whoever asked. The office can still reopen it later.
act-dispatch-help = Exactly one unit leads; any number may help, each told with what. Until the lead has acknowledged it, first contact answers for it.
act-acknowledgement-help = From then on your unit handles it.
act-return-help = If it is not for your unit, say why; the first contact dispatches it anew.
act-answer-help = The answer of the lead is told to whoever asked. What a unit that helps replies is told once it is signed off, and does not answer the case.
act-helpers-help = Each has its own duty and deadline, acknowledges, handles and answers its part, and somebody else signs it off; the case still counts once.
act-pause-help = When you have to wait for papers or weather: say why. A clock that has run out cannot be paused.
act-resumption-help = It goes on with what was left when it was paused.
act-extension-help = Granted by somebody other than who asked, and no more than was asked for; in the measure of the limit (hours, working days or months).
act-call-back-help = Whoever could not be reached does not count in the satisfaction rate.
act-confirmation-help = By somebody who did not handle the case, after looking at the spot.
act-closing-help = Once the lead and all who help have answered.
act-redo-help = Goes back to the lead; the deadline stays.
act-reopening-help = The number stays; the clock starts again today.
field-said = What whoever asked is told
field-noted = Note for the office
field-reason = Reason
field-evidence = What was checked
field-public-title-help = Shown to people who send something alike. No names, homes or numbers; leave it empty to show nothing.
field-lead = Lead
field-helpers = Units that help
field-helpers-help = One unit a line, with what it is to do; without a day, its deadline is that of the case. Leave all empty if nobody helps.
field-helpers-more = More lines
field-helper = Unit
field-duty = What it is to do
field-until = Deadline
field-lead-help-fallback = Name or code of the unit; what is nobody's goes to the fallback unit: { $unit }.
field-lead-help = Name or code of the unit.
field-extension = By how much
field-for-unit = For the unit
field-outcome = Outcome
answer-template = Hello, this is our answer to what you brought us about “{ $title }”:
act-done = Done: { $act }.
problem-said = Please write what whoever asked is to be told.
problem-noted = Please write the reason, or what was checked.
problem-long = A text has more than { $count } characters; please shorten it.
problem-not-now = This cannot be done in the state the case is in; somebody may just have acted. Please go back and look.
problem-not-yours = This is for another unit to do.
problem-own-work = Nobody signs off, confirms or closes their own work; please let somebody else do this step.
problem-helpers-open = Not every unit that helps has answered, or a reply is not signed off; close it when all are.
problem-run-out = The time is up, so it can be neither paused nor extended. Please finish it soon, or explain when closing.
problem-units = Name at least one unit; none may both lead and help, or stand twice.
problem-units-gone = This unit is not there any more; please choose another.
problem-helper-unit = No unit stands in this line; please give its name or code, or clear the line.
problem-duty = Please say what the unit is to help with, in no more than { $count } characters.
problem-helper-day = The deadline of a unit that helps is today or later, and not after that of the case; without one it is that of the case.
problem-fallback = The fallback unit does not return a case; please acknowledge it, and ask others to help if needed.
problem-extension = Give a whole number from 1 to { $count }.
problem-unit-unknown = There is no unit “{ $name }”; choose one that is proposed, or give its code.
problem-no-limit = No time limit is set for today; please ask the system staff to set one.
problem-meanwhile = Somebody has just acted on this case; please go back, look, and try again.
problem-choose = Please choose one.

## Raising

tell-us = Tell us
tell-us-sub = No account needed; it takes a minute.
tell-us-kind = What kind
tell-us-what = What is it
tell-us-what-help = In your own words. Please give no identity numbers.
tell-us-where = Where
tell-us-where-help = For instance “south of Building 3”.
tell-us-name = Your name
tell-us-phone = Telephone
tell-us-phone-help = Leave it if you want a call; only those who handle the case can see it.
tell-us-submit = Send
tell-us-nothing = Please say what it is about.
tell-us-phone-wrong = The telephone number cannot be read. Give a mobile number of 11 digits or a landline with its area code, or leave it empty.
tell-us-follow = Told us before? See how it stands with your code
similar-title = Something alike is being handled already
similar-text = If it is the same thing, there is no need to send it again. If not, press “Send”, and it is taken as one of its own.
received-title = Received
received-text = Your case is registered under the number { $number }. We will look at it within one working day.
received-code = Follow code
received-code-help = With this code you can see progress and answers at any time. Please write it down or take a picture: we do not keep it, and it cannot be found again.
received-link = Open the page to follow it
received-link-help = Keep that page as a bookmark, and you need not type the code again.
follow = Follow your case
follow-sub = Type the code that you got when you told us.
follow-code = Follow code
follow-code-help = 10 letters and digits, capital or small.
follow-submit = Show
follow-wrong = There is no such code; please check it. It has no letters I, L, O and no digits 0 and 1.
follow-answers = Answers
follow-answers-none = No answer yet.
follow-due = To be closed by { $day }
opinion = Are you satisfied?
opinion-label = How was it handled?
opinion-satisfied = Satisfied
opinion-not-satisfied = Not satisfied
opinion-words = What you want to say
opinion-words-help = May be left empty; if you are not satisfied, please say what is not solved.
opinion-submit = Send
opinion-done = Thank you, what you think is written down.
opinion-heard = Written down: { $outcome }. You can change it.
opinion-not-now = Not yet: please come back when there is an answer.
case-sms-refused = Your case (number { $number }) was not accepted; see why with your code.
case-sms-answered = Your case (number { $number }) has an answer; see it with your code, and tell us whether you are satisfied.
case-sms-closed = Your case (number { $number }) is closed; see the result with your code.
public-raised = Received, waiting to be accepted
public-refused = Refused
public-accepted = Accepted, being assigned
public-dispatched = Assigned to a unit
public-handling = Being handled
public-answered = Answered
public-closed = Closed
case-new = Record a case
case-new-sub = For residents and enterprises who call or come by; it is handled like one sent from the web.
case-new-desk = First contact
case-new-desk-help = It keeps the case until a lead has it.
case-new-done = Recorded under { $number }; the follow code is { $code }. Please tell whoever asked.
case-new-not-yours = You can record for units that you are responsible for.
todo-desk-raised = To accept
todo-desk-accepted = To dispatch
todo-desk-answered = To call back and close
todo-part-waiting = To acknowledge
todo-part-handling = To answer

## Merging, handing over, more time, looking again, exclusions

state-merged = Merged
public-merged = Handled together with the same case
found-fixed = It is fixed
found-back-again = It is back again
act-transfer = Hand to another lead
act-progress = Report progress
act-extension-request = Ask for more time
act-extension-refusal = Refuse more time
act-recheck-day = Set a day to look again
act-recheck = Record a second look
act-merge = Merge
act-separation = Undo the merge
act-exclusion-request = Ask to leave it out
act-exclusion = Leave it out
act-exclusion-refusal = Keep it in
act-transfer-help = Another unit takes the lead and acknowledges; the time limit stays as it is.
act-progress-help = While there is no answer yet, say how far it has come; whoever asked sees it on their page.
act-extension-request-help = To be asked before the time is up, and granted by the unit that keeps the case; the first date is kept.
act-extension-refusal-help = Say why; the time limit stays.
act-recheck-day-help = On this day it comes up as a to-do: somebody who did not handle the case looks whether it stayed fixed.
act-recheck-help = If it is back again, the case is reopened under its number.
act-merge-help = When it is the same as another case, it goes on as that one and counts once; everybody who asked follows the result with their own code.
act-separation-help = It is a case of its own again and goes on.
act-exclusion-request-help = A case that is unreasonable or cannot be done may be left out of the rates; give a reason, and somebody else approves it.
act-exclusion-help = It is then in no rate, and in the list of exclusions.
act-exclusion-refusal-help = Say why; the case stays in the rates.
field-new-lead = The new lead
field-recheck-day = The day to look again
field-found = What was found
field-into = Merge into
field-into-help = The number of the other case; those proposed are much like this one.
problem-own-wish = Whoever asks does not approve it; please leave that to somebody else.
problem-recheck-day = Please give a day after today.
problem-merge-unknown = There is no such number among the cases that your unit keeps; please check the number.
problem-merge-circle = A case cannot be merged into itself, nor into one that was merged itself; please take the one that goes on.
clock-transferred = { $when } handed to another lead; the time limit stays.
clock-first = The first time limit was { $day }.
span-working-hours = { $count ->
    [one] 1 working hour
   *[other] { $count } working hours
}
case-recheck-on = Look again on
case-more-time = More time asked for
case-left-out = Left out of the rates
case-left-out-asked = Asked for, not yet approved
case-left-out-granted = Approved
todo-part-replied = Reply to sign off
todo-more-time = More time to be decided
todo-left-out = Exclusion to be decided
todo-dissatisfied = Not satisfied: call back
todo-recheck = To look at again
related = Related cases
related-into = Merged into
related-merged = Merged into this one:
related-split-from = Split from
related-split-off = Split off:
related-joined = { $count ->
    [one] One more person has the same.
   *[other] { $count } more people have the same.
}
split = Split
split-what = What is split off
split-help = When one case is two things, one of them gets a number of its own; whoever asked sees both with the code they have.
split-done = The case is split; this is the new one.

## I have the same

join = I have the same
join-sub = If somebody has told us of it already, there is no need to write it again. Leave a telephone number to be called back, or nothing at all.
askers-add = Add another asker
askers-add-help = When somebody else has the same, write them down here instead of opening another case; the code for them shows only how it goes on.
askers-submit = Add
askers-done = Added to { $number }; the follow code is { $code }, please tell them.
join-submit = I have the same
join-name-long = A name has at most 200 characters.
joined-title = We have noted it
joined-text = You have joined this case and will hear of the result.
tell-us-pictures = Pictures
tell-us-pictures-help = You need not send any. At most { $count } JPG or PNG pictures; where they were taken is removed.
tell-us-pictures-many = At most { $count } pictures; please take some out and send it again.
tell-us-pictures-kind = “{ $name }” is no picture. Only JPG and PNG pictures can be taken here; please send a picture, or none.
follow-merged = It is the same as case { $number } and handled together with it; its progress and answers are below.
follow-split = A part is handled on its own, as number { $number }

## Time limits

limits = Time limits
limits-sub = Each rule holds from a day on. Cases keep the rule of the day on which they were accepted, whatever the rules become.
limits-rule = Rule
limits-how-long = Limit
limits-from = From
limits-from-help = Today or later.
limits-holds = Holds now
limits-held = Held before
limits-to-come = To come
limits-none = Not asked for
limits-change = Change a rule
limits-measure = Measured in
limits-amount = How long
limits-submit = Change it
limits-done = The time limit is changed.
limits-day-wrong = Please give a day, such as 2021-05-01.
limits-day-past = What held in the past cannot be changed: cases were accepted under it. Please give today or a later day.
limits-amount-wrong = Please give a whole number from 1 to { $most }; a first report and a reminder may be 0, which means that none is asked for.
limits-gap = The limits for acknowledging and for closing cannot be 0: cases accepted from that day on would have none. Please give 1 or more.
limits-measure-wrong = This rule cannot be measured in that; a reminder is measured in working days.
limits-second = Change to the second set
limits-second-help = Acknowledge within one working day, report within three, ordinary cases within seven, complex ones within a month; emergencies and utilities stay as they are.
limits-second-submit = Change to this set
limit-acknowledge = Acknowledging
limit-report = First report
limit-remind = Reminder before the end
measure-hours = Hours, day and night
measure-working-hours = Working hours
measure-working-days = Working days
measure-days = natural days
measure-months = Months

## Fallback unit

fallback = Fallback unit
fallback-sub = It hears what residents send by themselves, and gets what two leads have returned and is nobody's; it does not return it.
fallback-none = None is set
fallback-none-text = Until then, what residents send is heard by those who handle cases of the whole zone, and what is returned is dispatched again by first contact.
fallback-change = Change the fallback unit
fallback-submit = Set
fallback-done = The fallback unit is set.
fallback-past = Please give today or a later day; earlier cases were given out by the rule of their day.

## Answer templates

templates = Answer templates
templates-use-help = A press puts the text into the words for whoever asked, where it can be changed.
templates-sub = Units may take these for their answers and change them after they are put in. Another text holds from a day on; answers given before stay as they are.
templates-name = Name
templates-name-help = With the name of one that is there, it replaces that from the day on.
templates-text = Text
templates-text-help = Leave it empty to take the template out from that day on.
templates-all-kinds = For all kinds
templates-none = No templates yet
templates-none-text = What is answered often is written once, and then a press away.
templates-write = Write a template
templates-submit = Save
templates-done = The template is saved.
templates-no-name = Please give the template a name.
templates-past = Please give today or a later day; answers given before are not touched.

## Notices

notices = Reminders
notices-sub = Made on the morning of each working day: once before a deadline, once on its day, once after it.
notices-none = No reminders
notices-none-text = When a case is nearly due, or late, it is told here.
notices-today = { $count ->
    [one] One reminder today
   *[other] { $count } reminders today
}
notice-day = Told on
notice-stage = Reminder
stage-soon = Nearly due
stage-today = Due today
stage-late = Late
stage-unacknowledged = Not acknowledged in time
stage-unreported = No report in time
stage-recheck = To look at again

## Rates, boards, bulletin

state-open = Open
period-from = From
period-to = To
rates = Rates
rates-sub = Response, resolution, satisfaction and closing, each with its denominator; a number opens what it is made of.
rates-exclusions = { $count ->
    [one] One case is left out with approval, and listed
   *[other] { $count } cases are left out with approval, and listed
}
rate-response = Response rate
rate-resolution = Resolution rate
rate-satisfaction = Satisfaction rate
rate-close = Close rate
rate-on-time = On-time rate
rates-closing = Closing
rate-sum = Weighted sum
rate-of = { $part } of { $of } cases
rate-nothing = No case to measure by yet
rates-by-unit = Led and helped
rates-led = As lead
rates-helped = As helper
weights = Weights
weights-in-use = Weights { $response } / { $resolution } / { $satisfaction }
weights-submit = Change the weights
weights-done = The weights are changed.
weights-sum-wrong = The three weights are whole numbers from 0 to 100 and make 100 together.
exclusions = Exclusions
exclusions-sub = Cases that are in no rate, each with a reason, and approved by somebody other than who asked.
exclusions-why = Reason
exclusions-asked-by = Asked by
exclusions-approved = Approved
exclusions-none = Nothing is left out
exclusions-none-text = Every accepted case is in the rates.
board = Board
board-sub = Merged cases count once. A number opens its cases.
board-views = By what
board-month = Month
board-what = What
board-count = Cases
board-open = Open
board-sum = Together
board-no-place = No place given
board-empty = No cases to count
board-empty-text = Try other days.
bulletin = Weekly bulletin
bulletin-week = { $from } to { $to }
bulletin-before = Week before
bulletin-after = Week after
bulletin-choose = Week
bulletin-total = Cases this week
bulletin-total-before = Cases the week before
bulletin-this = This week
bulletin-last = Week before
bulletin-share = Share
bulletin-growth = Growth
bulletin-rounded = Each share is rounded by itself; together they may not be exactly 100 %.
bulletin-words = Words for the bulletin
bulletin-text = From { $from } to { $to }, { $total } cases were brought; on the week before: { $growth }.
bulletin-line = { $sort }: { $count }, { $share } of all; on the week before: { $growth }.
sort-inquiry = Inquiries
sort-help = Requests for help
sort-complaint = Complaints and reports
sort-suggestion = Suggestions and praise
growth-nothing-before = nothing to compare with
growth-same = the same
growth-more = up { $percent }
growth-less = down { $percent }
tell-us-page = Page { $page }
acts-aside = Also possible
