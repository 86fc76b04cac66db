use super::*;
use kernel::Lang;

#[test]
fn the_zone_is_the_same_every_time_it_is_made() {
    assert_eq!(units(), units());
    assert_eq!(people(), people());
    assert_eq!(plan(), plan());
    assert_eq!(briefings(), briefings());
    assert_eq!(results(), results());
    assert_eq!(account_brief(), account_brief());
    assert_eq!(log_ins(&people()), log_ins(&people()));
}

#[test]
fn nothing_lacks_its_english() {
    let plan = plan();
    let texts = units()
        .into_iter()
        .map(|unit| unit.name)
        .chain(plan.themes.into_iter().map(|theme| theme.title))
        .chain(plan.measures.into_iter().map(|measure| measure.title))
        .chain(
            plan.tasks
                .into_iter()
                .flat_map(|task| [task.title, task.deliverable]),
        )
        .chain(
            briefings()
                .into_iter()
                .flat_map(|held| [held.title, held.place]),
        )
        .chain(
            results()
                .into_iter()
                .flat_map(|result| [result.achieved, result.evidence]),
        )
        .chain([account_brief().title]);
    for text in texts {
        assert!(!text.get(Lang::Zh).is_empty(), "{text:?}");
        assert!(
            !text.get(Lang::En).is_empty() && text.get(Lang::En).is_ascii(),
            "{text:?}"
        );
    }
}
