use super::*;

#[tokio::test]
async fn everybody_sees_their_own_grants_and_log_ins_and_nobody_elses() {
    in_zone(async |app| {
        let z1 = unit(app, "Z1").await;
        open(app, "R2", "wu.ning", Role::Secretary, Scope::Unit(z1))
            .await
            .unwrap();
        log_in(app, "wu.ning", "wrong").await;
        let (wu, _) = log_in(app, "wu.ning", PASSWORD).await;
        let own = wu.get("/account").await;
        assert_eq!(own.h1(), "我的账号");
        let text = own.text("main");
        for said in [
            "支部书记",
            "仅第一党支部",
            "登录失败",
            "当前浏览器",
            "开通账号",
        ] {
            assert!(text.contains(said), "{said}: {text}");
        }
        assert_eq!(
            wu.reading(Lang::En).get("/account").await.h1(),
            "My account"
        );
        assert_eq!(own.lint(), Vec::<String>::new());

        // Successful log-ins are for their owner only (rule R3).
        let person = person(app, "R2").await;
        let admin = admin(app).await;
        let record = admin.get(format!("/accounts/{person}")).await;
        let changes = record.text("main .column-side");
        assert!(
            changes.contains("登录失败") && changes.contains("开通账号"),
            "{changes}"
        );
        assert_eq!(changes.matches("登录").count(), 2, "{changes}");
    })
    .await;
}

#[tokio::test]
async fn other_browsers_are_logged_out_and_this_one_is_not() {
    in_zone(async |app| {
        let (at_home, at_work) = (admin(app).await, admin(app).await);
        let own = at_work.get("/account").await;
        let entry = own.value("entry").unwrap();
        let form = [("entry", entry.as_str())];
        at_work
            .post("/account/other-log-outs", &form)
            .await
            .assert_redirect("/account");
        assert_eq!(at_work.get("/mine").await.status(), 200);
        assert!(at_home.get("/mine").await.redirect().is_some());
        assert!(at_work.get("/account").await.value("entry").is_none());
    })
    .await;
}

#[tokio::test]
async fn every_page_of_accounts_is_closed_to_whoever_lacks_the_right() {
    in_zone(async |app| {
        let z1 = unit(app, "Z1").await;
        open(app, "R2", "wu.ning", Role::Leader, Scope::Unit(z1))
            .await
            .unwrap();
        let (wu, _) = log_in(app, "wu.ning", PASSWORD).await;
        let lin = person(app, "R1").await;
        for path in ["", "/new", &format!("/{lin}"), &format!("/{lin}/closure")] {
            assert_eq!(wu.get(format!("/accounts{path}")).await.status(), 404);
        }
        assert!(!wu.get("/mine").await.has("a[href='/accounts']"));
    })
    .await;
}
