units-nav = Organisation
units-title = Organisation
unit = Unit
units-words = Name or code
units-as-of = As of
units-none = No units yet
units-none-text = Once a roster is imported, its units stand here as a tree; units that were not yet founded on the day are left out.
units-not-found = No such unit
units-not-found-text = Try another name or code, or another day.
units-below-count = { $count ->
    [one] One unit below
   *[other] { $count } units below
}
units-below = Units below
units-below-none = No units below
units-below-none-text = Units whose superior is this one in the roster are listed here.
units-all-below = List all units below
unit-code = Code
unit-superior = Superior
unit-since = Founded
unit-other-name = Chinese name
unit-closed = Closed
unit-not-yet = On { $day } this unit was not yet founded.
unit-figures-as-of = as of { $day }
unit-people = People
unit-people-none = Nobody belongs to this unit itself
unit-people-none-text = People who belong directly to this unit are listed here; those of the units below are on the pages of these units.
unit-was-founded = Entered in the roster
unit-was-changed = Changed
unit-moved-below = now belongs to “{ $name }”
unit-in-list = { $kind }, { $code }
history = History
history-somebody = System staff
yes = Yes
no = No
