//! Every component in each state worth seeing, in both languages. Design happens here; the tests of this crate hold
//! every specimen against the HTML lint. All names are invented.
mod forms;
mod lists;
mod pictures;
mod records;
mod states;

use crate::{
    Icon, NavItem, PageHead, PageKind, Shell, Sponsor, Viewer, page_head, public_shell, shell,
};
use kernel::Lang;
use maud::{Markup, html};

/// One thing to look at.
#[derive(Debug, Clone)]
pub struct Specimen {
    /// Also its file name and address.
    pub name: &'static str,
    pub kind: PageKind,
    /// The inside of `main`.
    pub markup: Markup,
}

impl Specimen {
    fn new(name: &'static str, kind: PageKind, markup: Markup) -> Self {
        Self { name, kind, markup }
    }

    /// The specimen as a whole page. One without a head of its own gets its name as heading.
    pub fn page(&self, lang: Lang) -> Markup {
        let head = PageHead {
            title: self.name,
            ..Default::default()
        };
        let main = html! {
            @if !self.markup.0.contains("<h1") { (page_head(lang, head)) }
            (self.markup)
        };
        let nav = sample_nav(lang);
        let frame = Shell {
            lang,
            title: self.name,
            path: "/gallery",
            nav: &nav,
            current: current(self.kind),
            viewer: Some(Viewer {
                name: say(lang, "柳望舒", "Liu Wangshu"),
                unit: say(lang, "云岭开发区党工委办公室", "Office of the Yunling Zone"),
                scope: say(lang, "全区", "the whole zone"),
                href: "/account",
            }),
            kind: self.kind,
            sponsor: Some(Sponsor {
                name: say(lang, "云岭开发区党工委办公室", "Office of the Yunling Zone"),
                filing_number: say(lang, "备案号 示例-0001", "Filing no. SAMPLE-0001"),
            }),
            tell_us: "/tell-us",
            ..Default::default()
        };
        if self.kind == PageKind::Public {
            public_shell(
                Shell {
                    viewer: None,
                    ..frame
                },
                main,
            )
        } else {
            shell(frame, main)
        }
    }
}

/// All specimens, in the order in which they are best looked at.
pub fn specimens(lang: Lang) -> Vec<Specimen> {
    let mut all = records::specimens(lang);
    all.extend(lists::specimens(lang));
    all.extend(forms::specimens(lang));
    all.extend(pictures::specimens(lang));
    all.extend(states::specimens(lang));
    all
}

/// Words of specimens are samples and not the product's, so they stand here and not in the word files.
fn say(lang: Lang, zh: &'static str, en: &'static str) -> &'static str {
    match lang {
        Lang::Zh => zh,
        Lang::En => en,
    }
}

fn current(kind: PageKind) -> &'static str {
    match kind {
        PageKind::Mine => "mine",
        PageKind::Figure | PageKind::Brief => "numbers",
        PageKind::List => "organisation",
        _ => "plan",
    }
}

fn sample_nav(lang: Lang) -> Vec<NavItem> {
    [
        ("mine", "我的", "Mine", Icon::Mine, 0, true, 'm'),
        ("plan", "计划", "Plan", Icon::Plan, 1, false, 'p'),
        ("learn", "学习", "Learn", Icon::Learn, 1, true, 'l'),
        ("live", "直播", "Live", Icon::Live, 1, false, 'v'),
        ("serve", "办事", "Serve", Icon::Serve, 1, true, 's'),
        ("develop", "发展", "Develop", Icon::Develop, 1, false, 'd'),
        ("inspect", "检查", "Inspect", Icon::Inspect, 1, false, 'i'),
        (
            "showcase",
            "展示",
            "Showcase",
            Icon::Showcase,
            1,
            false,
            'w',
        ),
        (
            "numbers",
            "数与简报",
            "Figures",
            Icon::Numbers,
            2,
            true,
            'n',
        ),
        (
            "organisation",
            "组织",
            "Units",
            Icon::Organisation,
            2,
            false,
            'o',
        ),
    ]
    .into_iter()
    .map(|(key, zh, en, icon, group, tab, letter)| NavItem {
        key: key.to_owned(),
        href: format!("/{key}"),
        label: say(lang, zh, en).to_owned(),
        icon,
        group,
        tab,
        letter: Some(letter),
    })
    .collect()
}

#[cfg(all(test, feature = "lint"))]
mod tests {
    use super::specimens;
    use crate::lint::assert_clean;
    use kernel::Lang;

    #[test]
    fn every_specimen_passes_the_lint_in_both_languages() {
        for lang in Lang::ALL {
            for specimen in specimens(lang) {
                let name = format!("{} ({})", specimen.name, lang.code());
                assert_clean(&name, &specimen.page(lang).into_string());
            }
        }
    }

    #[test]
    fn both_languages_show_the_same_specimens() {
        let names = |lang| -> Vec<_> { specimens(lang).iter().map(|s| s.name).collect() };
        assert_eq!(names(Lang::Zh), names(Lang::En));
    }

    #[test]
    fn a_page_of_a_list_stays_under_the_weight_of_a_first_visit() {
        let list = specimens(Lang::Zh)
            .into_iter()
            .find(|s| s.name == "list-long")
            .unwrap();
        assert!(list.page(Lang::Zh).into_string().len() < 100_000);
    }
}
