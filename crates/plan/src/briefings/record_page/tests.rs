use crate::world::{COMMITTEE, FIRST, SECOND, Sees, day, in_world};
use ledger::tree::{self, Edge, Place};

#[tokio::test]
async fn a_correction_keeps_a_branch_that_was_closed_after_its_briefing() {
    in_world(async |world| {
        let browser = world.app.sign_in_as(&world.clerk).await;
        let (first, second) = (FIRST.to_string(), SECOND.to_string());
        let record = [
            ("entry", "018f0000-0000-7000-8000-0000000000f1"),
            ("title", "动员会"),
            ("day", "2021-03-10"),
            ("organiser", &*COMMITTEE.to_string()),
            ("units", &first),
            ("units", &second),
        ];
        let recorded = browser.post("/campaigns/study/briefings", &record).await;
        recorded.assert_status(303);
        let tx = world.book().db().begin().await.unwrap();
        let closed = Edge {
            unit: SECOND,
            from: day("2021-03-18"),
            place: Place::Closed,
        };
        tree::change(&tx, world.book(), &[closed]).await.unwrap();
        tx.commit().await.unwrap();

        let there = "/briefings/018f0000-0000-7000-8000-0000000000f1/correction";
        let form = browser.get(there).await;
        let ticked = format!("value=\"{second}\" checked");
        assert!(form.html().contains(&ticked), "{}", form.html());
        // A day on which it no longer stood: it is still there to be seen and taken off.
        let later = [
            ("entry", "018f0000-0000-7000-8000-0000000000f2"),
            ("title", "动员会"),
            ("day", "2021-03-19"),
            ("organiser", &*COMMITTEE.to_string()),
            ("units", &first),
            ("units", &second),
            ("reason", "日期有误"),
        ];
        let refused = browser.post(there, &later).await;
        refused.assert_status(422);
        assert!(refused.html().contains(&ticked), "{}", refused.html());
    })
    .await;
}
