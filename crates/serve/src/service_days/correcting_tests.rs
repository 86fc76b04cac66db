use super::{
    correcting::correct,
    declaring::{DeclareError, Said},
    project::{self, ProjectId},
};
use crate::{
    corrections::{Correcting, CorrectionError},
    world::{World, id, in_world_on},
};

const TODAY: &str = "2021-02-10";
const PROJECT: u128 = 1;

fn said(place: &str, wanted: i64) -> Said {
    Said {
        title: "清理楼道堆物".into(),
        about: String::new(),
        place: place.into(),
        starts: 9 * 60,
        ends: 11 * 60,
        wanted,
        bring: "手套".into(),
    }
}

impl World<'_> {
    async fn correct_project(
        &self,
        (entry, corrects): (u128, u128),
        right: &Said,
    ) -> Result<ledger::Appended, DeclareError> {
        let new = Correcting {
            entry: id(entry),
            corrects: id(corrects),
            reason: "写错了".into(),
        };
        correct(self.book(), &self.app.app.keys, &self.clerk, &new, right).await
    }
}

#[tokio::test]
async fn a_project_is_corrected_also_once_it_was_held_and_never_below_who_signed_up() {
    in_world_on(TODAY, async |world| {
        world.project_entered("2021-02", 10).await;
        let right = said("海棠苑 5 号楼", 10);
        for is_new in [true, false] {
            let written = world.correct_project((20, PROJECT), &right).await.unwrap();
            assert_eq!(written.is_new(), is_new);
        }
        let same = world.correct_project((21, 20), &right).await;
        assert!(matches!(
            same,
            Err(DeclareError::Correction(CorrectionError::Nothing))
        ));
        world.app.set_day("2021-03-01");
        let browser = world.app.sign_in_as(&world.clerk).await;
        let url = format!("/service_projects/{}", id(PROJECT));
        let came = [
            ("entry", &*id(22).to_string()),
            ("head_count", "3"),
            ("hours", "6"),
        ];
        browser
            .post(format!("{url}/came"), &came)
            .await
            .assert_redirect(&url);
        let form = browser.get(format!("/corrections/{}", id(20))).await;
        assert_eq!(form.value("project_place").unwrap(), "海棠苑 5 号楼");
        let entry = id(23).to_string();
        let typed = |wanted: &'static str| {
            [
                ("entry", entry.as_str()),
                ("project_title", "清理楼道"),
                ("project_place", "海棠苑 5 号楼"),
                ("project_starts", "９：００"),
                ("project_ends", "11:00"),
                ("project_wanted", wanted),
                ("project_bring", "手套"),
                ("project_about", ""),
                ("reason", "名称写错"),
            ]
        };
        let form = format!("/corrections/{}", id(20));
        assert_eq!(browser.post(&form, &typed("0")).await.status(), 422);
        let mut all_wrong = typed("很多");
        all_wrong[2].1 = " ";
        all_wrong[3].1 = "上午";
        all_wrong[8].1 = "";
        let again = browser.post(&form, &all_wrong).await;
        let told = [
            "project_place",
            "project_starts",
            "project_wanted",
            "reason",
        ];
        assert_eq!(again.problems(), told, "{}", again.alert());
        browser
            .post(&form, &typed("10"))
            .await
            .assert_redirect(&url);
        let page = browser.get(&url).await;
        let was = page.texts(".timeline del");
        assert!(was.contains(&"清理楼道堆物".to_owned()), "{was:?}");
        assert!(was.contains(&"海棠苑 3 号楼".to_owned()), "{was:?}");
        let found = project::find(world.book().db().reader(), ProjectId(id(PROJECT).0)).await;
        assert_eq!(found.unwrap().unwrap().came, Some(3));
    })
    .await;
}
