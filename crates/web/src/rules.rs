//! What must not burden people (R1 to R11), and row by row how it is kept. Only what is true today is said.
use crate::{
    Access, Frame, Pages,
    words::{Texts, texts},
};
use axum_extra::routing::TypedPath;
use kernel::Lang;
use maud::{Markup, html};
use serde::Deserialize;
use ui::{Column, PageHead, PageKind, Row, Table};

pub(crate) fn pages() -> Pages {
    Pages::default().get(Access::Anyone, show)
}

#[derive(TypedPath, Deserialize)]
#[typed_path("/rules")]
pub struct RulesUrl;

async fn show(_: RulesUrl, frame: Frame) -> Markup {
    let title = texts(frame.lang).rules_title();
    let main = view(frame.lang, &title);
    frame.kind(PageKind::Public).page(&title, main)
}

fn view(lang: Lang, title: &str) -> Markup {
    let t = texts(lang);
    let intro = t.rules_intro();
    let rows = rules(t).into_iter().enumerate().map(|(at, (rule, kept))| {
        let number = format!("R{}", at + 1);
        Row::new(vec![html! { (number) }, html! { (rule) }, html! { (kept) }])
    });
    html! {
        (ui::page_head(lang, PageHead { title, sub: Some(html! { p { (intro) } }), ..PageHead::default() }))
        (ui::table(lang, Table {
            caption: title,
            columns: vec![
                Column::text(t.rules_number()),
                Column::title(t.rules_rule()),
                Column::text(t.rules_kept()).wide(),
            ],
            rows: rows.collect(),
            ..Table::default()
        }))
    }
}

fn rules(t: &Texts) -> [(String, String); 11] {
    [
        (t.rule_1(), t.rule_1_kept()),
        (t.rule_2(), t.rule_2_kept()),
        (t.rule_3(), t.rule_3_kept()),
        (t.rule_4(), t.rule_4_kept()),
        (t.rule_5(), t.rule_5_kept()),
        (t.rule_6(), t.rule_6_kept()),
        (t.rule_7(), t.rule_7_kept()),
        (t.rule_8(), t.rule_8_kept()),
        (t.rule_9(), t.rule_9_kept()),
        (t.rule_10(), t.rule_10_kept()),
        (t.rule_11(), t.rule_11_kept()),
    ]
}
