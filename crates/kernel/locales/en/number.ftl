language-name = English

number-points-one = { $number } percentage point
number-points-many = { $number } percentage points
number-points-unit = percentage points
number-billion = { $number } billion
number-million = { $number } million
number-yuan = CNY { $number }
number-more-than = more than { $number }
number-more-than-yuan = more than CNY { $number }
number-with-word = { $number } { $word }

growth-year-up = up { $rate }% on the same period of the year before
growth-year-down = down { $rate }% on the same period of the year before
growth-year-same = unchanged from the same period of the year before
growth-year-nearly-same = almost unchanged from the same period of the year before
growth-period-up = up { $rate }% on the period before
growth-period-down = down { $rate }% on the period before
growth-period-same = unchanged from the period before
growth-period-nearly-same = almost unchanged from the period before
growth-last-year-up = up { $rate }% on the year before
growth-last-year-down = down { $rate }% on the year before
growth-last-year-same = unchanged from the year before
growth-last-year-nearly-same = almost unchanged from the year before
growth-doubled = doubled
growth-doubled-twice = doubled twice over
share-up = up { $points } percentage points
share-up-one = up 1 percentage point
share-down = down { $points } percentage points
share-down-one = down 1 percentage point
share-same = unchanged

# as is: the examples are written as in a Chinese text
number-example-no-number = “{ $example }” does not begin with a number. Give an example as it stands in a Chinese text, such as “214.6亿元”, “3900余名” or “18.5%”.
number-example-too-fine = “{ $example }” has too many decimals: in this unit at most { $decimals } are kept. Please take some away.
# as is: the examples are written as in a Chinese text
number-example-too-large = The number in “{ $example }” is too large for the book. Please give a smaller example, such as “214.6亿元”.
# as is: the examples are written as in a Chinese text
number-example-not-round = The number in “{ $example }” is not round, so nothing says to which digit it is rounded down. End it in zeros: “3900余名” rounds down to hundreds.
number-example-share-at-least = A percentage cannot be “more than” (“{ $example }”). Please write it exactly, such as “18.5%”.
# as is: the examples are written as in a Chinese text
number-example-bad-word = The word behind the number in “{ $example }” does not fit: at most { $chars } characters and no digits, such as “62项” or “206人次 | visit/visits”.

number-typed-empty = Please enter a number.
# as is: Chinese units are understood too
number-typed-no-number = “{ $typed }” is not a number. Please use digits, such as “3900”, “3,900” or “44万”.
number-typed-not-exact = “{ $typed }” is not exact. Please enter the exact number; “more than” is added when it is written out.
number-typed-too-fine = “{ $typed }” is too fine: counts are whole, money goes down to 0.01 yuan, percentages have at most two decimals.
number-typed-too-large = “{ $typed }” is too large for the book. Please check the unit and the number of digits.
# as is: Chinese units are understood too
number-typed-not-plain = “{ $typed }” has a unit that does not belong here. Enter a count, such as “3900” or “1.2万”.
# as is: Chinese units are understood too
number-typed-not-yuan = “{ $typed }” has a unit that does not belong here. Enter an amount, such as “44万元”, “CNY 1.2 million” or “1234.50” (yuan).
number-typed-not-share = “{ $typed }” has a unit that does not belong here. Enter a percentage, such as “18.5%” or “18.5”.
