use super::*;

const NEW: [(&str, &str); 6] = [
    ("person", "吴宁"),
    ("name", "Wu.Ning"),
    ("role", "secretary"),
    ("scope", "unit"),
    ("grant_unit", "第一党支部"),
    ("reason", "书面申请 3 号"),
];

fn new(changes: &[(&'static str, &'static str)]) -> Vec<(&'static str, &'static str)> {
    let mut form = NEW.to_vec();
    form.push(("from", "2021-04-01"));
    form.retain(|(name, _)| !changes.iter().any(|(changed, _)| changed == name));
    form.extend(changes);
    form
}

#[tokio::test]
async fn a_first_password_is_shown_once_and_must_be_changed_at_the_first_log_in() {
    in_zone(async |app| {
        let admin = admin(app).await;
        let shown = fill(&admin, "/accounts/new", &new(&[])).await;
        assert_eq!(shown.status(), 200);
        assert_eq!(shown.header("cache-control"), Some("no-store"));
        let password = shown.text("main code");
        let next = shown.link("已记下，返回账号").unwrap();
        let record = admin.get(next).await;
        assert!(!record.html().contains(&password));
        assert!(
            record.text("main").contains("第一党支部"),
            "{}",
            record.text("main")
        );

        let (wu, answer) = log_in(app, "wu.ning", &password).await;
        answer.assert_redirect("/password/first?name=wu.ning");
        assert!(wu.get("/mine").await.redirect().is_some(), "not in yet");
        let form = [
            ("name", "wu.ning"),
            ("old", password.as_str()),
            ("new", "Xinmima-9"),
            ("again", "Xinmima-9"),
        ];
        wu.post("/password/first", &form)
            .await
            .assert_redirect("/mine");
        assert_eq!(wu.get("/mine").await.status(), 200);
        assert_eq!(wu.get("/accounts").await.status(), 404);
        let (_, answer) = log_in(app, "wu.ning", &password).await;
        assert_eq!(answer.status(), 422);
    })
    .await;
}

#[tokio::test]
async fn the_same_form_sent_twice_opens_one_account_and_shows_no_other_password() {
    in_zone(async |app| {
        let admin = admin(app).await;
        let entry = Uuid::now_v7().to_string();
        let mut form = new(&[]);
        form.push(("entry", &entry));
        let first = admin.post("/accounts", &form).await;
        let password = first.text("main code");
        let again = admin.post("/accounts", &form).await;
        assert!(!again.has("main code"), "{}", again.text("main"));
        assert!(again.text("main").contains("不能再次显示"));
        let (_, answer) = log_in(app, "wu.ning", &password).await;
        answer.assert_redirect("/password/first?name=wu.ning");
    })
    .await;
}

#[tokio::test]
async fn what_is_wrong_is_said_beside_its_field_and_what_was_typed_stays() {
    in_zone(async |app| {
        let admin = admin(app).await;
        for (change, label, said) in [
            (("person", ""), "人员", "请填写"),
            (("person", "没有"), "人员", "名册里没有"),
            (("person", "沈佳"), "人员", "R4 R5"),
            (("person", "R1"), "人员", "lin.xiao"),
            (("name", "he.yifan"), "登录名", "已被别人使用"),
            (("name", "吴 宁"), "登录名", "2 至 40"),
            (("grant_unit", ""), "单位", "请填写单位"),
            (("grant_unit", "第一支"), "单位", "第一党支部"),
            (("scope", ""), "范围", "请选择范围"),
            (("from", "2021-03-31"), "自哪天起", "今天"),
            (("until", "2021-03-31"), "自哪天起", "今天"),
            (("reason", " "), "理由", "请写明理由"),
        ] {
            let page = fill(&admin, "/accounts/new", &new(&[change])).await;
            assert_eq!(page.status(), 422, "{change:?}");
            let problem = page.field_error(label).unwrap_or_default();
            assert!(
                problem.contains(said),
                "{change:?}: {problem} {}",
                page.alert()
            );
            if change.0 != "name" {
                assert_eq!(page.value("name").as_deref(), Some("Wu.Ning"));
            }
            assert_eq!(page.lint(), Vec::<String>::new());
        }
    })
    .await;
}

#[tokio::test]
async fn accounts_are_found_by_name_role_and_state_and_come_in_pages() {
    in_zone(async |app| {
        for (code, name) in [("R2", "wu.ning"), ("R4", "shen.jia")] {
            open(app, code, name, Role::Secretary, Scope::All)
                .await
                .unwrap();
        }
        let admin = admin(app).await;
        let names = async |query: &str| {
            let list = admin.get(format!("/accounts?{query}")).await;
            let rows = list.tables().into_iter().next().unwrap_or_default();
            let names = rows.into_iter().map(|row| row[0].clone());
            names.collect::<Vec<_>>().join(" ")
        };
        assert_eq!(names("").await, "he.yifan lin.xiao shen.jia wu.ning");
        assert_eq!(names("q=%E5%90%B4").await, "wu.ning");
        assert_eq!(names("q=YIFAN").await, "he.yifan");
        assert_eq!(names("q=R4").await, "shen.jia");
        assert_eq!(names("role=secretary").await, "shen.jia wu.ning");
        assert_eq!(names("state=closed").await, "");
        let person = person(app, "R2").await;
        let form = [("reason", "调离")];
        let closed = fill(&admin, &format!("/accounts/{person}/closure"), &form).await;
        closed.assert_redirect(format!("/accounts/{person}"));
        assert_eq!(names("state=closed").await, "wu.ning");
        assert_eq!(names("rows=10&page=2").await, "");
    })
    .await;
}
