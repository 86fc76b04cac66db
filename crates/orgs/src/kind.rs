//! Kinds of units: what a unit is, which decides how it is counted (`orgs.unit.<kind>`).
use crate::folded;
use kernel::{Bilingual, Lang};

/// A kind with its title and the other ways in which offices write it.
#[derive(Debug, Clone, Copy)]
pub struct UnitKind {
    pub code: &'static str,
    pub title: Bilingual,
    pub aliases: &'static [&'static str],
}

const fn kind(
    code: &'static str,
    zh: &'static str,
    en: &'static str,
    aliases: &'static [&'static str],
) -> UnitKind {
    UnitKind {
        code,
        title: Bilingual::new(zh, en),
        aliases,
    }
}

/// In the order in which they are shown.
pub const KINDS: [UnitKind; 12] = [
    kind(
        "root",
        "本级",
        "Organisation",
        &[
            "开发区",
            "总部",
            "机关本级",
            "党工委",
            "党工委管委会",
            "学校",
            "集团",
            "集团公司",
            "总公司",
            "大学",
            "校本级",
            "院本级",
            "University",
        ],
    ),
    kind(
        "party_committee",
        "党委",
        "Party committee",
        &["基层党委", "党委(党组)", "二级党委", "院党委", "党组"],
    ),
    kind(
        "general_branch",
        "党总支",
        "General party branch",
        &["总支", "总支部", "党总支部"],
    ),
    kind(
        "party_branch",
        "党支部",
        "Party branch",
        &["支部", "联合党支部", "联合支部", "临时党支部"],
    ),
    kind(
        "department",
        "部门",
        "Department",
        &[
            "职能部门",
            "局",
            "办",
            "处室",
            "科室",
            "学院",
            "系",
            "机关部门",
            "直属单位",
            "Faculty",
            "School",
            "College",
            "Office",
            "Division",
            "Centre",
            "Center",
            "Ward",
            "Laboratory",
            "Institute",
        ],
    ),
    kind(
        "community",
        "社区",
        "Community",
        &["村", "村(社区)", "居委会", "街道"],
    ),
    kind(
        "enterprise",
        "企业",
        "Enterprise",
        &["公司", "园区企业", "Company"],
    ),
    kind(
        "leading_group",
        "领导小组",
        "Leading group",
        &["领导小组办公室"],
    ),
    kind(
        "working_group",
        "工作组",
        "Working group",
        &["专班", "工作专班"],
    ),
    kind(
        "institution",
        "事业单位",
        "Institution",
        &["医院", "中小学", "Hospital"],
    ),
    kind("team", "班组", "Team", &["党小组", "小组"]),
    kind("other", "其他", "Other", &["其它"]),
];

pub fn find(code: &str) -> Option<&'static UnitKind> {
    KINDS.iter().find(|kind| kind.code == code)
}

/// The kind whose title, or one of its other names, this is: `党委`, `基层党委`, `Party committees`.
pub fn titled(title: &str) -> Option<&'static str> {
    let title = folded(title);
    let is_it = |name: &str| {
        let name = folded(name);
        name == title || title.strip_suffix('s') == Some(&name)
    };
    let kind = KINDS.iter().find(|kind| {
        is_it(kind.title.zh)
            || is_it(kind.title.en)
            || kind.aliases.iter().any(|alias| is_it(alias))
            || title
                .strip_prefix("基层")
                .is_some_and(|rest| folded(kind.title.zh) == rest)
    });
    kind.map(|kind| kind.code)
}

/// The title of a kind; the code itself when nobody knows it any more.
pub fn title(code: &str, lang: Lang) -> &str {
    find(code).map_or(code, |kind| kind.title.get(lang))
}

/// What a unit's name, or an unusual word for its kind, says about its kind.
pub fn guess(name: &str) -> &'static str {
    const WORDS: [(&str, &str); 16] = [
        ("总支部", "general_branch"),
        ("党总支", "general_branch"),
        ("总支", "general_branch"),
        ("支部", "party_branch"),
        ("党小组", "team"),
        ("班组", "team"),
        ("委员会", "party_committee"),
        ("党委", "party_committee"),
        ("社区", "community"),
        ("公司", "enterprise"),
        ("医院", "institution"),
        ("领导小组", "leading_group"),
        ("工作组", "working_group"),
        ("专班", "working_group"),
        ("局", "department"),
        ("办公室", "department"),
    ];
    // A single character says something only at the end: 组织部 is no group.
    const ENDINGS: [(&str, &str); 19] = [
        ("总部", "other"),
        ("组", "working_group"),
        ("部", "department"),
        ("处", "department"),
        ("科", "department"),
        ("科室", "department"),
        ("学院", "department"),
        ("中心", "department"),
        ("病区", "department"),
        ("教研室", "department"),
        ("研究室", "department"),
        ("实验室", "department"),
        ("系", "department"),
        ("研究所", "department"),
        ("研究院", "department"),
        ("门诊", "department"),
        ("图书馆", "department"),
        ("大队", "department"),
        ("党组", "party_committee"),
    ];
    let bare = name.split(['（', '(']).next().unwrap_or(name).trim_end();
    let by_word = WORDS.iter().find(|(word, _)| name.contains(word));
    let by_ending = || ENDINGS.iter().find(|(ending, _)| bare.ends_with(ending));
    by_word.or_else(by_ending).map_or("other", |(_, kind)| kind)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_tells_the_kind_where_the_list_does_not() {
        assert_eq!(guess("第一社区党总支"), "general_branch");
        assert_eq!(guess("机关第三支部委员会"), "party_branch");
        assert_eq!(guess("教育系统党委"), "party_committee");
        assert_eq!(guess("财政局"), "department");
        assert_eq!(guess("组织部"), "department");
        assert_eq!(guess("第三组（宣传）"), "working_group");
        assert_eq!(guess("临床科室"), "department");
        assert_eq!(guess("心内科一病区"), "department");
        assert_eq!(guess("古代文学教研室"), "department");
        assert_eq!(guess("中共某局党组"), "department");
        assert_eq!(guess("某某"), "other");
    }

    #[test]
    fn a_kind_is_known_by_any_of_its_names() {
        assert_eq!(titled("基层党委"), Some("party_committee"));
        assert_eq!(titled("Party committees"), Some("party_committee"));
        assert_eq!(titled("部门"), Some("department"));
        assert_eq!(titled("Faculty"), Some("department"));
        assert_eq!(titled("hospitals"), Some("institution"));
        assert_eq!(titled("有关单位"), None);
    }
}
