use super::*;

/// R5 is the auditor of all units, R2 a clerk of Z1; somebody tried R2's log-in with a wrong password.
async fn audited(app: &TestApp) -> Session {
    let z1 = unit(app, "Z1").await;
    open(app, "R2", "wu.ning", Role::Clerk, Scope::Unit(z1))
        .await
        .unwrap();
    open(app, "R5", "shen.jia", Role::AuditAdmin, Scope::All)
        .await
        .unwrap();
    log_in(app, "wu.ning", "wrong").await;
    let (auditor, _) = log_in(app, "shen.jia", PASSWORD).await;
    auditor
}

#[tokio::test]
async fn the_auditor_reads_who_did_what_and_whether_it_succeeded() {
    in_zone(async |app| {
        let auditor = audited(app).await;
        let page = auditor.get("/audit_trail").await;
        assert_eq!(page.h1(), "审计记录");
        assert_eq!(page.lint(), Vec::<String>::new());
        let rows = page.table();
        let failed: Vec<_> = rows.iter().filter(|row| row[6] == "失败").collect();
        assert_eq!(failed.len(), 1, "{rows:?}");
        assert_eq!(
            (failed[0][1].as_str(), failed[0][2].as_str()),
            ("登录失败", "吴宁")
        );
        // Newest first: the auditor's own coming in is the last act.
        assert_eq!(
            (
                rows[0][1].as_str(),
                rows[0][2].as_str(),
                rows[0][6].as_str()
            ),
            ("登录成功", "沈佳", "成功")
        );

        let english = auditor
            .reading(Lang::En)
            .get("/audit_trail?act=failed+to+log")
            .await;
        assert_eq!(english.table().len(), 1);
        assert_eq!(english.table()[0][1], "Failed to log in");
    })
    .await;
}

#[tokio::test]
async fn the_trail_is_found_by_day_person_unit_and_act_and_exported_as_listed() {
    in_zone(async |app| {
        let auditor = audited(app).await;
        let count = async |query: &str| {
            let page = auditor.get(format!("/audit_trail?{query}")).await;
            assert_eq!(page.status(), 200, "{query}");
            page.table().iter().filter(|row| row.len() == 7).count()
        };
        assert_eq!(count("who=wu.ning&act=登录").await, 1);
        assert_eq!(count("who=R2&act=登录").await, 1);
        assert_eq!(count("who=nobody").await, 0);
        assert_eq!(count("to=2021-03-31").await, 0);
        assert_eq!(count("unit=第二党支部&act=登录").await, 0);
        assert_eq!(count("from=nonsense&act=登录失败").await, 1);
        let file = auditor.get("/audit_trail.xlsx?act=登录失败").await;
        assert_eq!(file.status(), 200);
        let disposition = file.header("content-disposition").unwrap_or_default();
        assert!(disposition.contains("2021-03-26"), "{disposition}");
    })
    .await;
}

#[tokio::test]
async fn an_auditor_of_one_unit_reads_of_that_unit_only() {
    in_zone(async |app| {
        let z2 = unit(app, "Z2").await;
        open(app, "R5", "shen.jia", Role::AuditAdmin, Scope::Unit(z2))
            .await
            .unwrap();
        let (auditor, _) = log_in(app, "shen.jia", PASSWORD).await;
        let page = auditor.get("/audit_trail?from=2021-01-01").await;
        let rows = page.table();
        assert!(
            rows.iter()
                .filter(|row| row.len() == 7)
                .all(|row| row[3] == "第二党支部"),
            "{rows:?}"
        );
    })
    .await;
}

#[tokio::test]
async fn nobody_else_finds_the_trail() {
    in_zone(async |app| {
        let z1 = unit(app, "Z1").await;
        open(app, "R2", "wu.ning", Role::Clerk, Scope::Unit(z1))
            .await
            .unwrap();
        let (wu, _) = log_in(app, "wu.ning", PASSWORD).await;
        for path in ["/audit_trail", "/audit_trail.xlsx"] {
            assert_eq!(wu.get(path).await.status(), 404);
            assert_eq!(admin(app).await.get(path).await.status(), 404);
        }
        assert!(!wu.get("/mine").await.has("a[href='/audit_trail']"));
    })
    .await;
}
