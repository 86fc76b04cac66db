use crate::world::{BUREAU, FIRST, World, in_world};
use testkit::{Session, Upload};

const LIST: &str = "\
序号,专题,重点举措,具体任务,牵头单位,责任单位,配合单位,完成时限,前置任务,工期
1,甲,乙,制定方案,组织人事局,党政办公室,区直机关党委,3月12日,,5
";

async fn officer(world: &World<'_>) -> Session {
    let officer = world.app.people.officer("林晓", BUREAU);
    world.app.sign_in_as(&officer).await
}

#[tokio::test]
async fn evidence_goes_along_with_a_report_and_is_for_those_who_see_the_task() {
    in_world(async |world| {
        world.import(&world.importing(10, LIST)).await.unwrap();
        let (task, officer) = (world.task("1").await, officer(world).await);
        let url = format!("/tasks/{task}/reports");
        let unit = BUREAU.to_string();
        let form = [
            ("entry", "018f0000-0000-7000-8000-0000000000f1"),
            ("unit", unit.as_str()),
            ("day", "2021-03-11"),
            ("achieved", "方案已印发"),
        ];
        let paper = |bytes| Upload {
            field: "files",
            file_name: "方案.txt",
            bytes,
        };
        let refused = officer.upload(&url, &form, paper(b"<html>")).await;
        assert!(refused.field_error("附件").unwrap().contains("方案.txt"));
        let sent = officer.upload(&url, &form, paper(b"abc")).await;
        sent.assert_redirect(format!("/tasks/{task}"));
        // The same form once more: the file arrives again, and it is still one report with one file.
        let again = officer.upload(&url, &form, paper(b"abc")).await;
        again.assert_redirect(format!("/tasks/{task}"));

        let page = officer.follow(&sent).await;
        assert_eq!(page.texts(".attachments li").len(), 1);
        let href = page.attribute(".attachments a", "href").unwrap();
        assert_eq!(officer.get(&href).await.bytes, b"abc");
        let secretary = world.app.people.secretary("吴宁", FIRST);
        let secretary = world.app.sign_in_as(&secretary).await;
        let sees_task = secretary.get(format!("/tasks/{task}")).await.status() == 200;
        assert_eq!(secretary.get(&href).await.status() == 200, sees_task);

        // A correction can take it off.
        let correction = "/task_reports/018f0000-0000-7000-8000-0000000000f1/correction";
        let shown = officer.get(correction).await;
        assert!(shown.value("kept_file").is_some());
        let corrects = shown.value("corrects").unwrap();
        let mut form = form.to_vec();
        form[0].1 = "018f0000-0000-7000-8000-0000000000f2";
        form.extend([("corrects", corrects.as_str()), ("reason", "附错了")]);
        officer
            .post(correction, &form)
            .await
            .assert_redirect(format!("/tasks/{task}"));
        assert!(
            !officer
                .get(format!("/tasks/{task}"))
                .await
                .has(".attachments")
        );
        assert_eq!(officer.get(&href).await.status(), 404);
    })
    .await;
}
