language-name = English

## Numbers
no-data = no data
no-data-nothing-to-measure-by = What it is measured by is nothing yet, so there is no share to show. It appears as soon as the records are there.
no-data-nothing-the-year-before = There was nothing in the same period of the year before, so there is no growth to show.
scope-until = { $unit }, up to { $as_of }
scope-from-until = { $unit }, { $from } to { $as_of }
list-comma = , 

## What was asked
ask-unknown-unit = No unit has the code “{ $code }”. Look up the code in the roster.
ask-unknown-unit-near = No unit has the code “{ $code }”; the nearest is “{ $nearest }”. Please check the code.
ask-not-a-day = “{ $typed }” is not a day. Please write it like 2021-04-15.
ask-no-campaign = No campaign has the code “{ $code }”; there are no campaigns yet.
ask-unknown-campaign = No campaign has the code “{ $code }”. There are: { $known }.
ask-ends-before-it-begins = The first day is after the last day. Please change them round.
unknown-figure = The catalogue has no figure “{ $code }”. Look up its code in the catalogue.
unknown-figure-near = The catalogue has no figure “{ $code }”; the nearest is “{ $nearest }”. Please check the code.
no-units = There are no units yet. Import the roster first.
book-not-read = The data could not be read. Please try again later.

## Formulas
formula-empty = The formula is empty. Name at least one account, such as orgs.member.
formula-unexpected = “{ $found }” was not expected at character { $at } of the formula. A formula is made of accounts, +, -, / and brackets, such as a.b + a.c.
formula-unknown-account = The account “{ $code }” at character { $at } of the formula does not exist; the nearest is “{ $nearest }”. Please take one from the list of accounts.
formula-mixed = “{ $first }” and “{ $second }” are not counted in the same way (at a day, in a period, highest value; pieces, money, shares), so they cannot be added. Make two figures of them.
formula-no-campaign = The formula names $campaign, but there is no campaign yet. Set up a campaign first, or take an account that does not belong to one.
figure-code-bad = A code has lower-case letters, digits and hyphens, begins with a letter and has at most 60 characters, such as branches-mobilised.
field-missing = Please fill this in.
field-too-long = At most { $most } characters fit here. Please shorten it.
format-for-counts = This figure counts things, so its example is a number such as “211个” or “3900余名”, without 元 or per cent.
format-for-money = This figure is money, so its example is an amount such as “214.6亿元” or “44万元”.
format-for-shares = This figure is a share, so its example is a percentage such as “85.5%”.

## Numbers in a brief
too-many-numbers = A brief can hold at most { $most } figures, and this is one too many. Leave some out, or issue two briefs.
token-not-a-figure = “{ $found }” is no figure. Write figure: and its code, such as figure:branches.
token-unknown-key = “{ $key }” is not known here. There are unit, as-of, from, campaign and format, each written as name=value.
token-key-twice = “{ $key }” is said twice. Please keep one.
token-value-missing = “{ $key }” has no value. Please add it, or leave the name out.
token-not-a-day = “{ $value }” is not a day for “{ $key }”. Please write it like 2021-04-15.
token-not-closed = The figure is not closed by two right braces on its line. Please add them.
