//! Targets as people write them: `branches-mobilised@ROOT>=211`, `branches-mobilised ≥ 211`, `动员党支部数 达到 211`.
use crate::{
    nodes::target::Target,
    units::{self, Named, likeness},
};
use kernel::{Lang, UnitId, number::NumberFormat};
use ledger::figure::Definition;
use orgs::{Directory, folded as fold};

/// Titles of figures proposed for one that is unknown.
const NEAREST_MAX: usize = 3;

/// Words and signs between a figure and its value.
const REACHES: [&str; 14] = [
    ">=", "≥", "⩾", "不少于", "不低于", "不小于", "达到", "至少", "完成", "reaches", "atleast", ">", "=",
    "达",
];

/// Words for the whole organisation.
const EVERYWHERE: [&str; 8] = ["全区", "全市", "全县", "全校", "全院", "全系统", "全体", "全局"];

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TargetProblem {
    /// It names no figure and no value: an aim in words.
    InWords,
    UnknownFigure { written: String, nearest: Vec<String> },
    UnknownScope { written: String, nearest: Vec<UnitId> },
    Value { written: String, why: String },
}

/// What targets may refer to.
#[derive(Debug, Clone, Copy)]
pub struct Context<'a> {
    pub figures: &'a [Definition],
    pub units: &'a Directory,
    /// Where a target without a scope is read: the top of the organisation.
    pub root: UnitId,
    pub lang: Lang,
}

pub fn read(text: &str, context: Context<'_>) -> Result<Target, TargetProblem> {
    let folded = fold(text);
    let Some((subject, value)) = split(&folded) else {
        return Err(TargetProblem::InWords);
    };
    let (definition, unit) = subject_of(subject, context)?;
    let value = value
        .trim_end_matches("及以上")
        .trim_end_matches("以上")
        .trim_start_matches(':');
    let measure = NumberFormat::from_example(definition.format(Lang::Zh))
        .map_or(kernel::number::Measure::Plain, |format| format.measure());
    let at_least = measure.read(value).map_err(|why| TargetProblem::Value {
        written: value.to_owned(),
        why: why.text(context.lang),
    })?;
    Ok(Target {
        figure: definition.code.clone(),
        unit,
        at_least,
    })
}

/// The text before and after the sign for "reaches".
fn split(text: &str) -> Option<(&str, &str)> {
    let found = REACHES
        .iter()
        .filter_map(|sign| Some((text.find(sign)?, *sign)))
        .min_by_key(|(at, sign)| (*at, std::cmp::Reverse(sign.len())))?;
    let (at, sign) = found;
    let (subject, value) = (&text[..at], &text[at + sign.len()..]);
    (!subject.is_empty() && value.contains(|c: char| c.is_ascii_digit())).then_some((subject, value))
}

fn subject_of<'a>(
    subject: &str,
    context: Context<'a>,
) -> Result<(&'a Definition, UnitId), TargetProblem> {
    if let Some((figure, scope)) = subject.split_once('@') {
        return Ok((figure_named(figure, context)?, scope_named(scope, context)?));
    }
    if let Ok(definition) = figure_named(subject, context) {
        return Ok((definition, context.root));
    }
    if let Some((figure, scope)) = subject
        .strip_suffix(')')
        .and_then(|text| text.rsplit_once('('))
        && let Ok(definition) = figure_named(figure, context)
    {
        return Ok((definition, scope_named(scope, context)?));
    }
    let everywhere = EVERYWHERE
        .iter()
        .filter_map(|word| Some((context.root, subject.strip_prefix(word)?)));
    for (unit, rest) in everywhere.chain(units::beginning(context.units, subject)) {
        if let Ok(definition) = figure_named(rest.trim_start_matches('的'), context) {
            return Ok((definition, unit));
        }
    }
    Err(figure_named(subject, context).err().unwrap_or(TargetProblem::InWords))
}

fn figure_named<'a>(text: &str, context: Context<'a>) -> Result<&'a Definition, TargetProblem> {
    let text = text.trim_matches(['《', '》', '“', '”', '"', ':']);
    let is_called = |figure: &&Definition| {
        [&figure.code, &figure.title_zh, &figure.title_en]
            .iter()
            .any(|name| fold(name) == text)
    };
    if let Some(figure) = context.figures.iter().find(is_called) {
        return Ok(figure);
    }
    let mut scored: Vec<(usize, &Definition)> = context
        .figures
        .iter()
        .filter_map(|figure| {
            let names = [&figure.code, &figure.title_zh, &figure.title_en];
            let score = names.iter().filter_map(|name| likeness(text, &fold(name))).max()?;
            Some((score, figure))
        })
        .collect();
    scored.sort_by_key(|(score, _)| std::cmp::Reverse(*score));
    Err(TargetProblem::UnknownFigure {
        written: text.to_owned(),
        nearest: scored
            .into_iter()
            .take(NEAREST_MAX)
            .map(|(_, figure)| figure.title(context.lang).to_owned())
            .collect(),
    })
}

fn scope_named(text: &str, context: Context<'_>) -> Result<UnitId, TargetProblem> {
    if EVERYWHERE.contains(&text) {
        return Ok(context.root);
    }
    match units::named(context.units, text) {
        Named::One(unit) => Ok(unit),
        Named::Several(nearest) | Named::Nobody(nearest) => Err(TargetProblem::UnknownScope {
            written: text.to_owned(),
            nearest,
        }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::units::tests::unit;

    fn read_one(text: &str) -> Result<Target, TargetProblem> {
        let units: Directory = [
            unit(1, "ROOT", "云渡新区", "root"),
            unit(2, "DW01", "区直机关党委", "party_committee"),
        ]
        .into_iter()
        .collect();
        let figures: Vec<Definition> = crate::figures::FIGURES.iter().map(Definition::from).collect();
        let context = Context {
            figures: &figures,
            units: &units,
            root: UnitId(1),
            lang: Lang::Zh,
        };
        read(text, context)
    }

    fn reaches(figure: &str, unit: i64, at_least: i64) -> Result<Target, TargetProblem> {
        Ok(Target {
            figure: figure.into(),
            unit: UnitId(unit),
            at_least,
        })
    }

    #[test]
    fn a_target_is_read_as_people_write_it() {
        for text in [
            "branches-mobilised@ROOT>=211",
            "branches-mobilised ≥ 211",
            "动员党支部数 达到 211",
            "动员党支部数达到211个",
            "全区动员党支部数不少于２１１",
            "动员党支部数（云渡新区）≥211",
            "云渡新区的动员党支部数达211以上",
        ] {
            assert_eq!(read_one(text), reaches("branches-mobilised", 1, 211), "{text}");
        }
        assert_eq!(
            read_one("区直机关党委动员党支部数达到24"),
            reaches("branches-mobilised", 2, 24)
        );
        assert_eq!(
            read_one("branches-coverage>=85.5%"),
            reaches("branches-coverage", 1, 8_550)
        );
    }

    #[test]
    fn an_unknown_figure_comes_with_those_nearest_to_it() {
        let Err(TargetProblem::UnknownFigure { nearest, .. }) = read_one("已动员支部数达到211") else {
            panic!("it is unknown");
        };
        assert!(nearest.contains(&"动员党支部数".to_owned()), "{nearest:?}");
        assert!(matches!(
            read_one("branches-mobilised@ROOM>=211"),
            Err(TargetProblem::UnknownScope { .. })
        ));
        assert!(matches!(
            read_one("动员党支部数达到3900余"),
            Err(TargetProblem::Value { .. })
        ));
    }

    #[test]
    fn an_aim_in_words_is_no_target() {
        assert_eq!(read_one("各支部全部动员"), Err(TargetProblem::InWords));
        assert_eq!(read_one("覆盖面明显扩大"), Err(TargetProblem::InWords));
    }
}
