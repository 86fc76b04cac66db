//! Names that nobody in particular bears, and the dice that deal them.

/// Of which age most of the people in a branch are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Generation {
    Senior,
    Middle,
    Young,
    Mixed,
}

impl Generation {
    /// What the name of a branch lets one expect of the people in it.
    pub(super) fn of_branch(name: &str) -> Self {
        let speaks_of = |words: &[&str]| words.iter().any(|word| name.contains(word));
        if speaks_of(&["离退休", "退休居民", "银龄", "老街"]) {
            Generation::Senior
        } else if speaks_of(&["学生", "青年", "软件", "数据", "电商", "网约", "创业"])
        {
            Generation::Young
        } else if speaks_of(&["公安", "公用事业", "码头", "工程", "场站"]) {
            Generation::Middle
        } else {
            Generation::Mixed
        }
    }
}

/// The pools of surnames and given names.
pub(super) struct Names {
    surnames: Vec<&'static str>,
    senior: Vec<&'static str>,
    middle: Vec<&'static str>,
    young: Vec<&'static str>,
}

impl Names {
    pub(super) fn new() -> Self {
        let given = include_str!("../../data/given_names.txt");
        let pool = |generation: &str| {
            given
                .lines()
                .filter_map(|line| line.strip_prefix(generation))
                .flat_map(str::split_whitespace)
                .collect()
        };
        Self {
            surnames: include_str!("../../data/surnames.txt")
                .split_whitespace()
                .collect(),
            senior: pool("senior "),
            middle: pool("middle "),
            young: pool("young "),
        }
    }

    pub(super) fn deal(&self, generation: Generation, dice: &mut Dice) -> String {
        // The smaller of two throws: surnames stand in order of frequency, and common ones should be common here too.
        let surname = dice
            .below(self.surnames.len())
            .min(dice.below(self.surnames.len()));
        let given = match generation {
            Generation::Senior => &self.senior,
            Generation::Middle => &self.middle,
            Generation::Young => &self.young,
            Generation::Mixed => match dice.below(20) {
                0..3 => &self.senior,
                3..12 => &self.middle,
                _ => &self.young,
            },
        };
        format!(
            "{}{}",
            self.surnames[surname],
            given[dice.below(given.len())]
        )
    }
}

/// Chance that falls the same way every time (SplitMix64).
pub(super) struct Dice(u64);

impl Dice {
    pub(super) fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// A number from 0 to `limit - 1`.
    pub(super) fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        let thrown = z ^ (z >> 31);
        usize::try_from(thrown % limit as u64).expect("smaller than the limit, which is a usize")
    }
}
