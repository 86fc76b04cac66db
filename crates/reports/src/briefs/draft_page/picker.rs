//! Figures found by a few characters, each with its number as it stands and the ways in which it can be written.
use crate::{
    briefs::{
        brief,
        live::{Asking, Context, Number},
        token::Token,
    },
    figures::{catalogue_page::matching, shown},
    words,
};
use kernel::{
    Actor, Lang,
    number::{Measure, NumberFormat},
};
use ledger::figure::{self, Against, Value};
use maud::{Markup, html};
use orgs::Directory;
use web::{App, WebError};

/// Most figures the picker proposes.
const PICKED_MAX: usize = 8;

/// One way to write a number, and the token that does.
struct Way {
    shown: String,
    token: String,
}

/// The figures that the words find, each way to write them a button that puts it into the text.
pub async fn picked(
    app: &App,
    actor: &Actor,
    lang: Lang,
    brief: &brief::Model,
    wanted: &str,
) -> Result<Markup, WebError> {
    let t = words::texts(lang);
    let reader = app.db.reader();
    let directory = Directory::load(reader).await?;
    let mut found = matching(figure::all(reader).await?, wanted);
    found.truncate(PICKED_MAX);
    let context = Context::from(brief);
    let asking = Asking::load(reader, &app.book, &directory, actor, &context).await?;
    let mut rows = Vec::new();
    for definition in found {
        let token = Token {
            figure: definition.code.clone(),
            ..Token::default()
        };
        let ways = match asking.resolve(reader, &token).await? {
            Ok(number) => ways(app, &number),
            Err(_) => Vec::new(),
        };
        rows.push((definition, token.to_string(), ways));
    }
    Ok(html! {
        @if rows.is_empty() { p class="none" { (t.picker_nothing()) } }
        ul class="picker-list" {
            @for (definition, token, ways) in &rows {
                li {
                    div class="picker-name" { (definition.title(lang)) " " code { (definition.code) } }
                    div class="picker-ways" {
                        @if ways.is_empty() { (put(token, &t.no_data(), &token[..])) }
                        @for way in ways { (put(&way.token, &way.shown, "")) }
                        (put(&format!("{{{{chart:{} by=unit}}}}", definition.code), &t.picker_chart_units(), ""))
                        (put(&format!("{{{{chart:{} by=month}}}}", definition.code), &t.picker_chart_months(), ""))
                    }
                }
            }
        }
    })
}

fn put(insert: &str, label: &str, title: &str) -> Markup {
    let own_line = insert.starts_with("{{chart");
    html! {
        button class="button button-quiet" type="submit" name="insert" value=(insert) data-insert=(insert)
            data-insert-into="body" data-insert-line[own_line] title=[(!title.is_empty()).then_some(title)] { (label) }
    }
}

fn ways(app: &App, number: &Number) -> Vec<Way> {
    let definition = &number.definition;
    let mut ways = vec![Way {
        shown: number.shown.clone(),
        token: Token {
            figure: definition.code.clone(),
            ..Token::default()
        }
        .to_string(),
    }];
    let (Ok(format), Some(quantity)) = (shown::format(definition), number.value.quantity()) else {
        return ways;
    };
    let word = format.cell_unit(Lang::Zh);
    let word = word.trim_start_matches(['万', '亿']);
    let mut add = |example: String| {
        let Ok(other) = NumberFormat::from_example(&example) else {
            return;
        };
        let shown = shown::write(&other, number.value, Lang::Zh);
        if other.measure() == format.measure() && ways.iter().all(|way| way.shown != shown) {
            let token = Token {
                figure: definition.code.clone(),
                format: Some(example),
                ..Token::default()
            };
            ways.push(Way {
                shown,
                token: token.to_string(),
            });
        }
    };
    match format.measure() {
        Measure::Plain => {
            add(format!("1{word}"));
            add(format!("1,234{word}"));
            add(rounded_down(quantity, word));
            if 10_000 <= quantity {
                add(format!("1.2万{word}"));
            }
        }
        Measure::Fen => {
            if 10_000_000_000 <= quantity {
                add("214.6亿元".to_owned());
            }
            if 1_000_000 <= quantity {
                add("44万元".to_owned());
            }
            add("1.00元".to_owned());
        }
        Measure::BasisPoints => {
            add("85.5%".to_owned());
            add("85%".to_owned());
            add("85.55%".to_owned());
        }
    }
    let campaign = number.scope.campaign.as_ref().map(|one| one.code.as_str());
    let compiled = figure::compile(&app.book, &definition.formula, campaign);
    if compiled.is_ok_and(|compiled| figure::growth_against(&compiled) == Some(Against::YearBefore))
        && let Value::Share { part, of } = number.value
        && let Some(growth) = kernel::number::Growth::between(of, of + part)
    {
        let against = kernel::number::Against::SamePeriodLastYear;
        let token = Token {
            figure: definition.code.clone(),
            format: Some("同比增长18.5%".to_owned()),
            ..Token::default()
        };
        ways.push(Way {
            shown: growth.write(against, Lang::Zh),
            token: token.to_string(),
        });
    }
    ways
}

/// An example that says "more than" with the first two digits: `3900余名`.
fn rounded_down(quantity: i64, word: &str) -> String {
    let mut step = 1;
    while 100 <= quantity / step {
        step *= 10;
    }
    if step == 1 {
        return String::new();
    }
    let down = quantity / step * step;
    // The example's last digit that is not zero says to what it is rounded down.
    let down = if (down / step) % 10 == 0 {
        down + step
    } else {
        down
    };
    format!("{down}余{word}")
}
