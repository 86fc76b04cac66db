//! The vaccination evening for builders of 9 April: who came, group by group.
use super::Text;

/// The unit that offers it.
pub const EVENING_UNIT: &str = "BM17";
/// Slots as an organiser writes them.
pub const EVENING_SLOTS: &str =
    "18:00-18:30 60\n18:30-19:00 60\n19:00-19:30 60\n19:30-20:00 60\n20:00-20:30 60";
pub const EVENING_SLOT_COUNT: usize = 5;

/// A foreman who books for his group.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group {
    /// The place of its slot, from 0.
    pub slot: usize,
    /// A short number that nobody has.
    pub phone: String,
    pub names: Vec<String>,
    /// Who sent them: an invented building firm.
    pub employer: &'static str,
    /// How many of them were served.
    pub served: usize,
}

pub fn evening_title() -> Text {
    Text::new(
        "建筑工人新冠疫苗接种夜场",
        "Vaccination evening for builders",
    )
}

/// The groups in the order in which they booked. Five a slot; the last group of the first slot finds it full and waits.
pub fn evening_groups() -> Vec<Group> {
    let sizes = [
        12, 12, 11, 12, 14, 12, 10, 12, 11, 9, 12, 12, 8, 12, 10, 12, 7, 12, 9, 6, 12, 8, 10,
    ];
    const EMPLOYERS: [&str; 4] = [
        "云渡建设二期项目部",
        "棠舟市政三标段",
        "澄岫安装队",
        "砚池装饰班组",
    ];
    let mut next = 0;
    let groups = sizes.into_iter().enumerate().map(|(at, size)| {
        let names = (next..next + size).map(builder).collect();
        next += size;
        Group {
            slot: at / 5,
            phone: format!("555{:04}", at + 1),
            names,
            employer: EMPLOYERS[at % EMPLOYERS.len()],
            // Here and there somebody was still on shift.
            served: size - at % 3 % 2,
        }
    });
    groups.collect()
}

/// People who came without a booking, at the last slot.
pub fn evening_walk_ins() -> Vec<String> {
    (500..509).map(builder).collect()
}

/// The unit that offers the next service.
pub const ADVICE_UNIT: &str = "BM05";
pub const ADVICE_SLOTS: &str = "18:30-19:00 8\n19:00-19:30 8\n19:30-20:00 8";

pub fn advice_title() -> Text {
    Text::new(
        "劳动合同和租房法律咨询夜",
        "Evening of legal advice on labour and rent",
    )
}

fn builder(number: usize) -> String {
    const SURNAMES: [&str; 17] = [
        "苗", "阮", "裘", "柏", "祝", "戚", "滕", "茅", "钮", "汤", "桑", "郦", "屠", "寿", "竺",
        "应", "冷",
    ];
    const GIVEN: [&str; 19] = [
        "大勇", "建成", "长山", "根宝", "志田", "水生", "福来", "春林", "铁军", "国梁", "有才",
        "石头", "永安", "金川", "得胜", "树森", "双喜", "来顺", "保全",
    ];
    let surname = SURNAMES[number % SURNAMES.len()];
    let given = GIVEN[number % GIVEN.len()];
    format!("{surname}{given}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_group_is_served_beyond_its_size_and_no_phone_is_used_twice() {
        let groups = evening_groups();
        for group in &groups {
            assert!(group.slot < EVENING_SLOT_COUNT);
            assert!((1..=group.names.len()).contains(&group.served));
        }
        let phones: std::collections::HashSet<_> =
            groups.iter().map(|group| &group.phone).collect();
        assert_eq!(phones.len(), groups.len());
    }
}
