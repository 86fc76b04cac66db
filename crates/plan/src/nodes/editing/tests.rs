use super::*;
use crate::{
    nodes::{
        order::Place,
        withdrawing::{WithdrawError, Withdrawing, withdraw},
    },
    world::{BUREAU, OFFICE, World, id, in_world},
};
use ledger::entry::Entry;

const LIST: &str = "\
序号,专题,重点举措,具体任务,牵头单位,责任单位,配合单位,完成时限,前置任务,工期,成果,目标
1,一、组织发动,建立机制,制定方案,组织人事局,党政办公室,,3月12日,,5,方案,
2,,动员部署,动员支部,党政办公室,,,4月15日前,1,30,记录,动员党支部数 达到 2
3,二、办实事,办实事,每月服务日,组织人事局,,,每月28日,,,登记,
";

impl World<'_> {
    async fn with_plan(&self) {
        self.import(&self.importing(10, LIST)).await.unwrap();
    }

    fn editing(&self, entry: u128, what: What, written: Written) -> Editing {
        Editing {
            entry: id(entry),
            campaign: "study".into(),
            what,
            written,
            lang: Lang::Zh,
        }
    }

    async fn edit(&self, new: &Editing) -> Result<Edited, EditError> {
        edit(self.book(), &self.clerk, &self.days, new).await
    }

    /// The form of an item as drawn now.
    async fn drawn(&self, node: NodeId) -> (What, Written) {
        let ground = Ground::load(self.book().db().reader(), self.book(), "study")
            .await
            .unwrap()
            .unwrap();
        let item = ground.plan.item(node).unwrap();
        let kind = subject_kind(&ground.campaign, item);
        let head = head(self.book().db().reader(), kind, node).await.unwrap();
        let seen = head.unwrap().id;
        let written = Written::of(item, &ground.plan, &ground.directory, Lang::Zh);
        (What::Change { node, seen }, written)
    }

    async fn item(&self, title: &str) -> Item {
        let plan = self.plan().await;
        let found = plan.items.iter().find(|item| item.node.title == title);
        found.cloned().expect("the item is in the plan")
    }

    async fn history_of(&self, item: &Item) -> Vec<Entry> {
        let ground = Ground::load(self.book().db().reader(), self.book(), "study").await;
        let campaign = ground.unwrap().unwrap().campaign;
        let kind = subject_kind(&campaign, item);
        entry::history(self.book().db().reader(), kind, &item.node.id.to_string())
            .await
            .unwrap()
    }

    async fn titles(&self) -> Vec<String> {
        let plan = self.plan().await;
        plan.items.into_iter().map(|item| item.node.title).collect()
    }
}

fn fields(error: EditError) -> Vec<&'static str> {
    match error {
        EditError::Wrong(wrong) => wrong.into_iter().map(|wrong| wrong.field).collect(),
        other => panic!("{other:?}"),
    }
}

fn task(title: &str) -> Written {
    Written {
        title: title.into(),
        number: "4".into(),
        lead: "BM02".into(),
        deadline: "6月底前".into(),
        duration: "3周".into(),
        after: "2+5天".into(),
        ..Written::default()
    }
}

#[tokio::test]
async fn a_task_added_by_form_stands_in_the_plan_and_counts() {
    in_world(async |world| {
        world.with_plan().await;
        let above = world.item("动员部署").await;
        let written = Written {
            parent: Some(above.node.id),
            ..task("印发通报")
        };
        let new = world.editing(50, What::Add { level: 2 }, written);
        let added = world.edit(&new).await.unwrap();
        assert_eq!(
            world.edit(&new).await.unwrap().node,
            added.node,
            "twice is once"
        );
        assert_eq!(world.count("tasks").await, 4);
        let item = world.item("印发通报").await;
        let before = world.item("动员支部").await;
        assert_eq!(item.node.lead_unit, Some(BUREAU));
        assert_eq!(item.node.due, Some(crate::world::day("2021-06-30")));
        assert_eq!(item.node.duration_days, Some(15));
        assert_eq!(item.after, [(before.node.id, 5)]);
        let titles = world.titles().await;
        let at = |title: &str| titles.iter().position(|other| other == title);
        assert_eq!(
            at("印发通报"),
            at("动员支部").map(|at| at + 1),
            "{titles:?}"
        );
        assert_eq!(world.history_of(&item).await.len(), 1);
    })
    .await;
}

#[tokio::test]
async fn a_form_is_held_to_the_rules_of_the_import() {
    in_world(async |world| {
        world.with_plan().await;
        let wrong = Written {
            lead: "组织部人事局".into(),
            responsible: "没有的局".into(),
            deadline: "尽快".into(),
            duration: "2个月".into(),
            after: "99".into(),
            target: "已动员支部数达到2".into(),
            ..task("印发通报")
        };
        let error = world
            .edit(&world.editing(50, What::Add { level: 2 }, wrong))
            .await
            .unwrap_err();
        let EditError::Wrong(told) = &error else {
            panic!("{error:?}")
        };
        assert!(told[0].message.contains("组织人事局"), "{told:?}");
        let told = [
            "lead",
            "responsible",
            "deadline",
            "duration",
            "target",
            "after",
        ];
        let mut found = fields(error);
        assert_eq!(found.len(), told.len(), "{found:?}");
        found.retain(|field| !told.contains(field));
        assert_eq!(found, Vec::<&str>::new());
        let taken = Written {
            number: "2".into(),
            ..task("印发通报")
        };
        let error = world
            .edit(&world.editing(51, What::Add { level: 2 }, taken))
            .await
            .unwrap_err();
        assert_eq!(fields(error), ["number"]);
        let early = Written {
            deadline: "2021年1月5日".into(),
            ..task("印发通报")
        };
        let error = world
            .edit(&world.editing(52, What::Add { level: 2 }, early))
            .await
            .unwrap_err();
        assert_eq!(fields(error), ["deadline"]);
        let blank = world.editing(53, What::Add { level: 2 }, Written::default());
        assert!(fields(world.edit(&blank).await.unwrap_err()).contains(&"title"));
        assert_eq!(world.count("tasks").await, 3);
    })
    .await;
}

#[tokio::test]
async fn a_task_that_would_wait_for_itself_is_told_the_ring() {
    in_world(async |world| {
        world.with_plan().await;
        let (what, mut written) = world.drawn(world.task("1").await).await;
        written.after = "2".into();
        let error = world.edit(&world.editing(50, what, written)).await;
        let EditError::Wrong(wrong) = error.unwrap_err() else {
            panic!("a ring is wrong")
        };
        assert_eq!(wrong[0].field, "after");
        assert!(wrong[0].message.contains("动员支部"), "{wrong:?}");
    })
    .await;
}

#[tokio::test]
async fn a_form_that_changes_nothing_writes_nothing() {
    in_world(async |world| {
        world.with_plan().await;
        for number in ["1", "2", "3"] {
            let (what, written) = world.drawn(world.task(number).await).await;
            let same = world.editing(50, what, written);
            assert!(!world.edit(&same).await.unwrap().has_changed);
        }
    })
    .await;
}

#[tokio::test]
async fn a_task_with_another_lead_counts_there_from_now_on() {
    in_world(async |world| {
        world.with_plan().await;
        let (what, mut written) = world.drawn(world.task("1").await).await;
        written.lead = "党政办公室".into();
        written.title = "制定总体方案".into();
        world.edit(&world.editing(50, what, written)).await.unwrap();
        let at = async |unit| world.figure_at("tasks", unit).await.quantity();
        assert_eq!((at(OFFICE).await, at(BUREAU).await), (Some(2), Some(1)));
        let item = world.item("制定总体方案").await;
        let changed = world.history_of(&item).await.pop().unwrap();
        let details = changed.details.unwrap();
        let changes = details["changes"].as_array().unwrap();
        let changed: Vec<&str> = changes
            .iter()
            .filter_map(|change| change["field"].as_str())
            .collect();
        assert_eq!(changed, ["title", "lead"]);
    })
    .await;
}

#[tokio::test]
async fn a_stale_form_is_refused_and_two_changes_at_once_are_both_kept_or_told() {
    in_world(async |world| {
        world.with_plan().await;
        let (what, written) = world.drawn(world.task("1").await).await;
        let mut first = written.clone();
        first.duration = "8".into();
        world.edit(&world.editing(50, what, first)).await.unwrap();
        let mut second = written;
        second.deliverable = "正式方案".into();
        let stale = world.edit(&world.editing(51, what, second)).await;
        assert!(matches!(stale, Err(EditError::Stale)), "{stale:?}");
        assert_eq!(world.item("制定方案").await.node.duration_days, Some(8));
    })
    .await;
}

#[tokio::test]
async fn the_same_form_sent_again_with_other_words_is_not_taken_for_the_first() {
    in_world(async |world| {
        world.with_plan().await;
        let new = world.editing(50, What::Add { level: 2 }, task("印发通报"));
        world.edit(&new).await.unwrap();
        let other = world.editing(50, What::Add { level: 2 }, task("另一项"));
        let refused = world.edit(&other).await;
        assert!(
            matches!(refused, Err(EditError::SentBefore(_))),
            "{refused:?}"
        );
    })
    .await;
}

#[tokio::test]
async fn an_item_moves_with_all_below_it() {
    in_world(async |world| {
        world.with_plan().await;
        let (first, second) = (
            world.item("一、组织发动").await,
            world.item("二、办实事").await,
        );
        let (what, mut written) = world.drawn(first.node.id).await;
        written.place = Place::After(second.node.id);
        world.edit(&world.editing(50, what, written)).await.unwrap();
        let titles = world.titles().await;
        assert_eq!(titles[0], "二、办实事", "{titles:?}");
        assert_eq!(titles[3..5], ["一、组织发动", "建立机制"], "{titles:?}");
        let task = world.item("每月服务日").await;
        let (what, mut written) = world.drawn(task.node.id).await;
        written.parent = Some(world.item("建立机制").await.node.id);
        written.place = Place::First;
        world.edit(&world.editing(51, what, written)).await.unwrap();
        let plan = world.plan().await;
        let moved = plan.item(task.node.id).unwrap();
        assert_eq!(plan.path(moved), ["一、组织发动", "建立机制", "每月服务日"]);
        let last = world.history_of(moved).await.pop().unwrap();
        assert_eq!(last.details.unwrap()["changes"][0]["field"], "parent");
        let strange = Written {
            parent: Some(task.node.id),
            ..world.drawn(first.node.id).await.1
        };
        let (what, _) = world.drawn(first.node.id).await;
        let error = world.edit(&world.editing(52, what, strange)).await;
        assert_eq!(fields(error.unwrap_err()), ["parent"]);
    })
    .await;
}

#[tokio::test]
async fn a_theme_is_added_and_renamed_and_its_title_is_not_taken_twice() {
    in_world(async |world| {
        world.with_plan().await;
        let theme = |title: &str| Written {
            title: title.into(),
            ..Written::default()
        };
        let new = world.editing(50, What::Add { level: 0 }, theme("三、开新局"));
        let added = world.edit(&new).await.unwrap();
        assert_eq!(world.count("themes").await, 3);
        let twice = world.editing(51, What::Add { level: 0 }, theme("三、 开新局"));
        assert_eq!(fields(world.edit(&twice).await.unwrap_err()), ["title"]);
        let (what, mut written) = world.drawn(added.node).await;
        written.title = "三、办大事".into();
        written.place = Place::First;
        world.edit(&world.editing(52, what, written)).await.unwrap();
        assert_eq!(world.titles().await[0], "三、办大事");
        let item = world.item("三、办大事").await;
        let last = world.history_of(&item).await.pop().unwrap();
        let changes = &last.details.unwrap()["changes"];
        assert_eq!(changes.as_array().map(Vec::len), Some(2), "{changes}");
    })
    .await;
}

#[tokio::test]
async fn what_is_taken_out_counts_no_more_and_keeps_its_history() {
    in_world(async |world| {
        world.with_plan().await;
        let item = world.item("每月服务日").await;
        let mut out = Withdrawing {
            entry: id(60),
            node: item.node.id,
            reason: " ".into(),
        };
        let act = async |new: &Withdrawing| withdraw(world.book(), &world.clerk, new).await;
        assert!(matches!(act(&out).await, Err(WithdrawError::ReasonMissing)));
        out.reason = "并入志愿服务".into();
        act(&out).await.unwrap();
        act(&out).await.unwrap();
        assert_eq!(world.count("tasks").await, 2);
        let last = world.history_of(&item).await.pop().unwrap();
        assert_eq!(last.reason.as_deref(), Some("并入志愿服务"));
        let theme = Withdrawing {
            entry: id(61),
            node: world.item("二、办实事").await.node.id,
            reason: "撤销".into(),
        };
        assert!(matches!(
            act(&theme).await,
            Err(WithdrawError::HasItemsBelow(1))
        ));
        let again = Withdrawing {
            entry: id(62),
            ..out
        };
        assert!(matches!(act(&again).await, Err(WithdrawError::NoSuchItem)));
    })
    .await;
}

#[tokio::test]
async fn whoever_may_not_plan_changes_nothing() {
    in_world(async |world| {
        world.with_plan().await;
        let officer = world.app.people.officer("林晓", BUREAU);
        let (what, mut written) = world.drawn(world.task("1").await).await;
        written.title = "别的".into();
        let new = world.editing(50, what, written);
        let refused = edit(world.book(), &officer, &world.days, &new).await;
        assert!(matches!(refused, Err(EditError::NotYours)), "{refused:?}");
    })
    .await;
}
