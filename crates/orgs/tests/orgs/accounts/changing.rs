use super::*;
use accounts::Step;

async fn secretary(app: &TestApp) -> (PersonId, Session) {
    let unit = unit(app, "Z1").await;
    open(app, "R2", "wu.ning", Role::Secretary, Scope::Unit(unit))
        .await
        .unwrap();
    let (browser, answer) = log_in(app, "wu.ning", PASSWORD).await;
    answer.assert_redirect("/mine");
    (person(app, "R2").await, browser)
}

fn granted(role: &'static str, until: &'static str) -> Vec<(&'static str, &'static str)> {
    vec![
        ("role", role),
        ("scope", "all"),
        ("from", "2021-04-02"),
        ("until", until),
        ("reason", "文件 5 号"),
    ]
}

#[tokio::test]
async fn a_grant_holds_from_its_first_day_to_its_last() {
    in_zone(async |app| {
        let (wu, _) = secretary(app).await;
        let admin = admin(app).await;
        let url = format!("/accounts/{wu}/grants");
        let done = fill(&admin, &url, &granted("clerk", "2021-04-03")).await;
        done.assert_redirect(format!("/accounts/{wu}"));
        for (day, may_import) in [
            ("2021-04-01", false),
            ("2021-04-02", true),
            ("2021-04-03", true),
            ("2021-04-04", false),
        ] {
            app.set_day(day);
            let (wu, _) = log_in(app, "wu.ning", PASSWORD).await;
            let page = wu.get("/roster/imports").await;
            assert_eq!(page.status() == 200, may_import, "{day}");
        }
    })
    .await;
}

#[tokio::test]
async fn a_grant_that_is_revoked_holds_no_more_and_is_in_the_history() {
    in_zone(async |app| {
        let (wu, browser) = secretary(app).await;
        assert_eq!(browser.get("/units").await.status(), 200);
        let admin = admin(app).await;
        let record = admin.get(format!("/accounts/{wu}")).await;
        let revocation = record.link("收回").unwrap();
        let without = fill(&admin, &revocation, &[("reason", "")]).await;
        assert!(without.field_error("理由").unwrap().contains("请写明理由"));
        let done = fill(&admin, &revocation, &[("reason", "调离支部")]).await;
        done.assert_redirect(format!("/accounts/{wu}"));
        assert_eq!(browser.get("/units").await.status(), 404);
        let record = admin.follow(&done).await;
        let text = record.text("main");
        assert!(
            text.contains("收回授权：支部书记（仅第一党支部）"),
            "{text}"
        );
        assert!(text.contains("调离支部") && text.contains("林晓"), "{text}");
        let again = fill(&admin, &revocation, &[("reason", "再次")]).await;
        assert!(again.field_error("理由").unwrap().contains("已经结束"));
    })
    .await;
}

#[tokio::test]
async fn system_security_and_audit_administrators_are_three_people() {
    in_zone(async |app| {
        let (wu, _) = secretary(app).await;
        let admin = admin(app).await;
        let url = format!("/accounts/{wu}/grants");
        fill(&admin, &url, &granted("audit_admin", "")).await;
        let page = fill(&admin, &url, &granted("system_admin", "")).await;
        assert!(page.field_error("角色").unwrap().contains("不得为同一人"));
        let page = fill(&admin, &url, &granted("audit_admin", "")).await;
        assert!(page.field_error("角色").unwrap().contains("已有这个角色"));
    })
    .await;
}

#[tokio::test]
async fn nobody_changes_what_they_are_granted_themselves() {
    in_zone(async |app| {
        let admin = admin(app).await;
        let own = person(app, "R1").await;
        let record = admin.get(format!("/accounts/{own}")).await;
        assert!(!record.has("main .page-head .acts a"), "{}", record.html());
        for (url, form) in [
            ("grants", granted("clerk", "")),
            ("closure", vec![("reason", "试")]),
            ("new-password", vec![("reason", "试")]),
        ] {
            let page = fill(&admin, &format!("/accounts/{own}/{url}"), &form).await;
            let problem = page.field_error("理由").unwrap();
            assert!(problem.contains("另一位安全管理员"), "{url}: {problem}");
        }
    })
    .await;
}

#[tokio::test]
async fn somebody_who_gives_accounts_is_always_left() {
    in_zone(async |app| {
        let (lin, he) = (person(app, "R1").await, person(app, "R3").await);
        let (_, admin) = ((), admin(app).await);
        let closed = fill(
            &admin,
            &format!("/accounts/{he}/closure"),
            &[("reason", "试")],
        )
        .await;
        closed.assert_redirect(format!("/accounts/{he}"));
        // The command line is bound as the pages are.
        let operator = operator();
        let refused = accounts::take(&doing(app, &operator), lin, Step::Close).await;
        assert!(
            matches!(refused, Err(AccountError::LastAdministrator)),
            "{refused:?}"
        );
        let account = accounts::one(app.app.db.reader(), lin)
            .await
            .unwrap()
            .unwrap();
        let grant = account.granted[0].id;
        let refused = accounts::revoke(&doing(app, &operator), lin, grant).await;
        assert!(
            matches!(refused, Err(AccountError::LastAdministrator)),
            "{refused:?}"
        );
        accounts::take(&doing(app, &operator), he, Step::Reopen)
            .await
            .unwrap();
        accounts::take(&doing(app, &operator), lin, Step::Close)
            .await
            .unwrap();
    })
    .await;
}

#[tokio::test]
async fn two_administrators_who_close_each_other_at_once_do_not_both_go() {
    in_zone(async |app| {
        let (lin, he) = (person(app, "R1").await, person(app, "R3").await);
        let operator = operator();
        let (first, second) = (doing(app, &operator), doing(app, &operator));
        let (first, second) = tokio::join!(
            accounts::take(&first, lin, Step::Close),
            accounts::take(&second, he, Step::Close),
        );
        assert!(first.is_ok() != second.is_ok(), "{first:?} {second:?}");
    })
    .await;
}

#[tokio::test]
async fn an_administrator_of_a_part_sees_and_grants_no_further() {
    in_zone(async |app| {
        let z2 = unit(app, "Z2").await;
        secretary(app).await;
        open(app, "R4", "shen.jia", Role::SecurityAdmin, Scope::Below(z2))
            .await
            .unwrap();
        let (part, _) = log_in(app, "shen.jia", PASSWORD).await;
        assert_eq!(part.get("/accounts").await.tables().len(), 0);
        let wu = person(app, "R2").await;
        for path in ["", "/grants", "/closure"] {
            assert_eq!(
                part.get(format!("/accounts/{wu}{path}")).await.status(),
                404
            );
        }
        let form = |scope, unit| {
            [
                ("person", "R5"),
                ("name", "shen.er"),
                ("unit", "Z2"),
                ("role", "secretary"),
                ("scope", scope),
                ("grant_unit", unit),
                ("from", "2021-04-01"),
                ("reason", "试"),
            ]
        };
        for (scope, unit) in [("all", ""), ("below", "DW1"), ("unit", "Z1")] {
            let page = fill(&part, "/accounts/new", &form(scope, unit)).await;
            assert!(page.alert().contains("超出了"), "{scope} {}", page.alert());
        }
        let page = fill(&part, "/accounts/new", &form("below", "Z2")).await;
        assert_eq!(page.status(), 200);
    })
    .await;
}

#[tokio::test]
async fn five_wrong_passwords_lock_an_account_until_an_administrator_unlocks_it() {
    in_zone(async |app| {
        let (wu, _) = secretary(app).await;
        for _ in 0..5 {
            log_in(app, "wu.ning", "wrong").await;
        }
        let (_, answer) = log_in(app, "wu.ning", PASSWORD).await;
        assert!(answer.text("main").contains("已锁定"));
        let admin = admin(app).await;
        let record = admin.get(format!("/accounts/{wu}")).await;
        assert!(
            record.text("main").contains("暂时锁定"),
            "{}",
            record.text("main")
        );
        let unlocking = record.link("解锁").unwrap();
        fill(&admin, &unlocking, &[("reason", "本人到场")]).await;
        let (_, answer) = log_in(app, "wu.ning", PASSWORD).await;
        answer.assert_redirect("/mine");
    })
    .await;
}

#[tokio::test]
async fn a_closed_account_is_out_everywhere_and_a_reset_password_is_shown_once() {
    in_zone(async |app| {
        let (wu, browser) = secretary(app).await;
        let admin = admin(app).await;
        let url = |step| format!("/accounts/{wu}/{step}");
        fill(&admin, &url("closure"), &[("reason", "试")]).await;
        assert!(browser.get("/mine").await.redirect().is_some());
        assert_eq!(log_in(app, "wu.ning", PASSWORD).await.1.status(), 422);
        fill(&admin, &url("reopening"), &[("reason", "试")]).await;
        let (browser, answer) = log_in(app, "wu.ning", PASSWORD).await;
        answer.assert_redirect("/mine");

        let shown = fill(&admin, &url("new-password"), &[("reason", "忘记密码")]).await;
        let password = shown.text("main code");
        assert!(browser.get("/mine").await.redirect().is_some());
        let (_, answer) = log_in(app, "wu.ning", &password).await;
        answer.assert_redirect("/password/first?name=wu.ning");
    })
    .await;
}
