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
part-answered = Answered
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
history-noted = Note for the office: { $text }
history-looked = Looked at the contact
history-lead = Lead: { $lead }
history-helpers = Helping: { $helpers }

## Time limits

clock = How the deadline comes about
clock-none = The clock starts when the case is accepted.
clock-started = { $when }: accepted, { $span } to go, to be closed by { $due }.
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
act-answer = Answer
act-helpers = Ask others to help
act-pause = Pause the clock
act-resumption = Let the clock go on
act-extension = Extend the time
act-call-back = Record a call-back
act-confirmation = Confirm that it is fixed
act-closing = Close
act-redo = Send back to be done again
act-reopening = Reopen
act-acceptance-help = The clock starts now, by the rule of today, which stays with the case.
act-refusal-help = The reason is told to whoever asked. The office can still reopen it later.
act-dispatch-help = Exactly one unit leads; any number may help. Each acknowledges within one working day.
act-acknowledgement-help = From then on your unit handles it.
act-return-help = If it is not for your unit, say why; the first contact dispatches it anew.
act-answer-help = The answer is told to whoever asked. An answer by a unit that helps does not answer the case.
act-helpers-help = Each acknowledges, handles and answers its part; the case still counts once.
act-pause-help = When you have to wait for papers or weather: say why. A clock that has run out cannot be paused.
act-resumption-help = It goes on with what was left when it was paused.
act-extension-help = Asked for and granted before the time is up, in the measure of the limit: hours, working days or months.
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
field-units-help = Names or codes of units, with commas between them.
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
problem-own-work = Whoever handled a case does not confirm that it is fixed; please let somebody else check.
problem-helpers-open = Not every unit that helps has answered; close it when all have.
problem-run-out = The time is up, so it can be neither paused nor extended. Please finish it soon, or explain when closing.
problem-units = Name at least one unit; none may both lead and help, or stand twice.
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
tell-us-long = This is too long: at most { $count } characters of text, and 200 for place and name. Please shorten it.
tell-us-follow = Told us before? See how it stands with your code
similar-title = Something alike is being handled already
similar-text = If it is the same thing, there is no need to send it again. If not, press “Send” once more.
received-title = Received
received-text = Your case is registered under the number { $number }. We will look at it within one working day.
received-code = Follow code
received-code-help = With this code you can see progress and answers at any time. Please write it down or take a picture: we do not keep it, and it cannot be found again.
follow = Follow your case
follow-sub = Type the code that you got when you told us.
follow-code = Follow code
follow-code-help = 10 letters and digits, capital or small.
follow-submit = Show
follow-wrong = There is no such code; please check it. It has no letters I, L, O and no digits 0 and 1.
follow-answers = Answers
follow-answers-none = No answer yet.
follow-due = To be closed by { $day }
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
tell-us-page = Page { $page }
