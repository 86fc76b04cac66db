## Roles
role-clerk = Office clerk
role-clerk-about = Plans, chases, compiles, keeps the roster, issues briefs.
role-secretary = Branch secretary
role-secretary-about = Records what the branch did.
role-officer = Department officer
role-officer-about = Handles tasks and reports results.
role-leader = Leader
role-leader-about = Looks, checks and signs off.
role-system-admin = System administrator
role-system-admin-about = Keeps settings such as working days. Never the same person as the other two.
role-security-admin = Security administrator
role-security-admin-about = Gives accounts and roles. Never the same person as the other two.
role-audit-admin = Audit administrator
role-audit-admin-about = Reads the audit trail. Never the same person as the other two.
scope-everywhere = all units
scope-and-below = { $unit } and below
scope-alone = { $unit } only
grant-in-words = { $role } ({ $scope })

## The list
accounts-title = Accounts
accounts-about = Who may log in, as what, and how far their rights reach. Every change is recorded, and its owner sees it under “My account”.
accounts-words = Log-in name, person's name or code
accounts-role = Role
accounts-state = State
accounts-none = No account is like this
accounts-none-text = Try another name, or drop the conditions above.
accounts-first = There is no account yet
accounts-first-text = Open accounts for people of the roster; first passwords are generated.
account-new = Open an account
account-name = Log-in name
account-person = Person
account-unit = Acts for
account-roles = Roles
account-entered = Last log-in
account-state = State
account-never = Not yet
account-no-role = No role
state-open = Open
state-locked = Locked for a while
state-closed = Closed

## Opening
account-new-about = One person, one account; never shared. The first password is generated and shown once, and must be changed at the first log-in.
account-person-help = The person's code; or the name, if nobody else has it.
account-name-help = 2 to 40 letters, digits, dots or hyphens, such as lin.xiao.
account-unit-help = Name or code of a unit. Left empty: the unit the person belongs to.
account-submit = Open and generate a password
reason = Reason
reason-help = What it rests on, such as a document number or who asked for it.
grant-role = Role
grant-scope = Scope
grant-scope-all = All units
grant-scope-below = The unit named below and all units under it
grant-scope-unit = Only the unit named below
grant-unit = Unit
grant-unit-help = Name or code of the unit; leave it empty for all units.
grant-from = From
grant-until = Until
grant-until-help = The last day. Left empty: until it is revoked.

## One account
account-facts-code = Person's code
account-sessions = Browsers logged in
account-sessions-open = { $count ->
    [one] { $count } browser
   *[other] { $count } browsers
}
account-password = Password
account-password-first = The first one, to be changed by its owner
account-password-own = Its owner's own
account-locked-until = Locked until { $until } after wrong passwords
grants-title = Grants
grants-none = No grants
grants-none-text = An account without grants can log in and sees nothing.
grant-new = Add a grant
grant-submit = Grant
grant-revoke = Revoke
grant-held = In force
grant-to-begin = To begin
grant-ended = Ended
grant-days = Period
grant-from-until = { $from } to { $until }
grant-since = since { $from }
grant-to = until { $until }
grant-always = without end
account-history = Changes

## Acts
step-close = Close
step-close-title = Close the account
step-close-text = { $name } is logged out everywhere at once and cannot log in any more. What was recorded stays, and the account can be opened again at any time.
step-reopen = Open again
step-reopen-title = Open the account again
step-reopen-text = { $name } can log in with the password and the grants of before.
step-unlock = Unlock
step-unlock-title = Unlock before time
step-unlock-text = { $name } typed wrong passwords, and the account is locked for a while. Please make sure first that it was really them.
step-password = Reset password
step-password-title = Reset the password
step-password-text = Another first password is generated and shown once. { $name } is logged out everywhere at once and must change it at the next log-in.
step-sessions = Log out everywhere
step-sessions-title = Log out on all browsers
step-sessions-text = { $name } is logged out everywhere at once and can log in again.
revoke-title = Revoke a grant
revoke-text = From today on { $name } no longer holds: { $grant }. What was recorded in this role stays.
account-closed-done = The account is closed.
account-reopened-done = The account is open again.
account-unlocked-done = The account is unlocked.
account-sessions-done = Logged out on all browsers.
account-granted-done = Granted.
account-revoked-done = The grant is revoked.

## The password that is shown once
password-shown-title = First password
password-shown-text = Please tell { $name } in person or in another safe way. This password is shown only now, and must be changed at the first log-in.
password-shown-again = This form was used before, and the password was shown then; it cannot be shown again. If nobody noted it, please reset the password.
password-shown-done = Noted, back to the account

## What is wrong
account-person-missing = Please give the person's code or name.
account-person-unknown = Nobody on the roster is “{ $typed }”. Please check the code or name, or import the roster first.
account-person-several = Several people are called “{ $typed }”. Please give a code instead: { $people }.
account-there = This person has an account already, under the name “{ $name }”. Please change that one.
account-name-taken = Somebody else logs in as “{ $name }”. Please choose another name.
account-name-malformed = A log-in name has 2 to 40 letters, digits, dots or hyphens. Please change it.
account-unit-none = The person belongs to no unit. Please name the unit for which they act.
unit-typed-missing = No unit is given. Please write its code or its full name.
unit-typed-unknown = No unit has the name or code “{ $typed }”. Please check it.
unit-typed-nearest = No unit has the name or code “{ $typed }”. Did you mean: { $units }?
unit-typed-several = Several units are called “{ $typed }”. Please give a code instead: { $units }.
grant-unit-missing = Please name a unit, or choose all units.
grant-role-missing = Please choose a role.
grant-scope-missing = Please choose a scope.
grant-days-wrong = A grant begins today or later, and does not end before it begins. Please check the days.
grant-there = The person holds this role with this scope already. Please revoke it first, or choose another.
administrators-differ = System, security and audit administrator must be three people. Please choose another role or another person.
out-of-reach = This is beyond the units whose accounts you look after. Please choose a unit within them, or ask the security administrator above.
not-oneself = Nobody changes their own account and grants. Please ask another security administrator.
last-administrator = This is the last security administrator for all units. Please grant that to somebody else first.
reason-missing = Please give a reason of at most { $max } characters.
grant-gone = This grant has ended already. Please look at the account again.

## The history in words
history-opened = Account opened, log-in name { $name }
history-granted = Granted: { $grant }
history-revoked = Revoked: { $grant }
history-closed = Account closed
history-reopened = Account opened again
history-unlocked = Unlocked before time
history-password-reset = Password reset
history-password-changed = Password changed by its owner
history-sessions-ended = Logged out on all browsers
history-other-sessions-ended = Logged out on other browsers
history-entered = Logged in
history-failed = Log-in failed
history-failed-locked = Log-in failed, locked for { $minutes } minutes

## My account
own-title = My account
own-about = What I may do and how far, and where my account was used.
own-log-ins = Recent log-ins
own-log-ins-help = Only you see when you came in. If one was not you, change your password at once and tell the security administrator.
own-grants = My grants
own-no-grants = No grants yet
own-no-grants-text = Please ask the security administrator of your unit.
own-sessions-this = This browser
own-sessions-other = Another browser
own-session-since = Logged in
own-session-seen = Last used
own-session-where = Browser
own-end-others = Log out other browsers
own-ended-others = All other browsers are logged out.
own-change-password = Change password
own-what = What it lets me do
