//! The members: everybody belongs to one branch, and some hold posts elsewhere too.
//!
//! Always true: people come in the order of their branches; the first of a branch is its secretary. A branch of seven
//! and more has a committee, so it has a deputy and an organising member as well (the Party's rules on branches).
use super::{
    Text, Unit, UnitKind,
    duties::{OfficeDuty, OfficePost, community_directors, office_duties},
    names::{Dice, Generation, Names},
    units,
};
use chrono::{Days, NaiveDate};

/// From this many members on, a branch elects a committee.
const COMMITTEE_MEMBERS_MIN: usize = 7;

/// Every how many branches the secretary came in during a term, so that a former one is on record.
const SECRETARY_CHANGED_EVERY: usize = 17;

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Person {
    /// `P00001` and so on, in the order of branches.
    pub code: String,
    pub name: String,
    /// The branch this person is a member of.
    pub branch: String,
    /// The post in the branch first, then those elsewhere.
    pub posts: Vec<PostHeld>,
    /// Begins with 100, which no mobile number does.
    pub mobile: Option<String>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PostHeld {
    pub unit: String,
    pub post: Post,
    pub title: Text,
    pub from: NaiveDate,
    /// The first day on which it was no longer held; none while it is held.
    pub until: Option<NaiveDate>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Post {
    Secretary,
    DeputySecretary,
    OrganisingMember,
    /// A member without a post in the branch.
    Member,
    /// Heads a department, a community or a body of the campaign.
    Leader,
    Clerk,
    Officer,
    Administrator,
}

impl Post {
    /// What the post is called in a party organisation; offices carry their own titles.
    fn party_title(self) -> Text {
        match self {
            Post::Secretary => Text::new("书记", "Secretary"),
            Post::DeputySecretary => Text::new("副书记", "Deputy Secretary"),
            Post::OrganisingMember => Text::new("组织委员", "Organising Member"),
            _ => Text::new("党员", "Member"),
        }
    }
}

/// All members, branch by branch.
pub fn people() -> Vec<Person> {
    let units = units();
    let duties = office_duties();
    let names = Names::new();
    let mut people: Vec<Person> = Vec::new();
    for (ordinal, branch) in units
        .iter()
        .filter(|unit| unit.kind == UnitKind::PartyBranch)
        .enumerate()
    {
        seat_branch(&mut people, ordinal, branch, &duties, &names);
    }
    give_party_posts_above(&mut people, &units);
    give_office_posts(&mut people, &units, &duties);
    give_communities_their_directors(&mut people, &units);
    people
}

/// Who held `post` in the unit on `day`: the first by order when there are several.
pub fn holder_of<'a>(
    people: &'a [Person],
    unit: &str,
    post: Post,
    day: NaiveDate,
) -> Option<&'a Person> {
    people.iter().find(|person| {
        person
            .posts
            .iter()
            .any(|held| held.unit == unit && held.post == post && held.held_on(day))
    })
}

/// Who answers for a unit: its leader, its secretary, or the officer who handles its affairs. Enterprises have nobody here.
pub fn person_in_charge<'a>(
    people: &'a [Person],
    unit: &str,
    day: NaiveDate,
) -> Option<&'a Person> {
    [Post::Leader, Post::Secretary, Post::Officer]
        .into_iter()
        .find_map(|post| holder_of(people, unit, post, day))
}

impl PostHeld {
    pub fn held_on(&self, day: NaiveDate) -> bool {
        self.from <= day && self.until.is_none_or(|until| day < until)
    }
}

fn seat_branch(
    people: &mut Vec<Person>,
    ordinal: usize,
    branch: &Unit,
    duties: &[OfficeDuty],
    names: &Names,
) {
    let mut dice = Dice::new(20_210_225 + ordinal as u64);
    let seated = branch_names(branch, duties, names, &mut dice);
    let term_began = branch.valid_from.max(day(2018, 1, 8));
    let secretary_from = later(term_began, dice.below(900));
    for (seat, name) in seated.into_iter().enumerate() {
        let number = people.len() + 1;
        let post = branch_post(seat, branch.members);
        let from = match post {
            Post::Member => later(branch.valid_from.max(day(2016, 3, 1)), dice.below(60)),
            _ => secretary_from,
        };
        let mut posts = vec![PostHeld::in_party(&branch.code, post, from)];
        let gave_way = ordinal.is_multiple_of(SECRETARY_CHANGED_EVERY)
            && seat == 3
            && term_began < secretary_from;
        if gave_way {
            posts.push(PostHeld {
                until: Some(secretary_from),
                ..PostHeld::in_party(&branch.code, Post::Secretary, term_began)
            });
        }
        people.push(Person {
            code: format!("P{number:05}"),
            name,
            branch: branch.code.clone(),
            posts,
            mobile: (!number.is_multiple_of(11)).then(|| mobile(number)),
        });
    }
}

/// Office people have names of their own and sit first, administrators last; all other names are dealt.
fn branch_names(
    branch: &Unit,
    duties: &[OfficeDuty],
    names: &Names,
    dice: &mut Dice,
) -> Vec<String> {
    let (mut first, mut last): (Vec<String>, Vec<String>) = (Vec::new(), Vec::new());
    for duty in duties.iter().filter(|duty| duty.branch == branch.code) {
        let row = match duty.post {
            OfficePost::Administrator => &mut last,
            _ => &mut first,
        };
        if !row.contains(&duty.name) {
            row.push(duty.name.clone());
        }
    }
    let generation = Generation::of_branch(&branch.name.zh);
    while first.len() + last.len() < branch.members {
        let name = names.deal(generation, dice);
        if !first.contains(&name) && !last.contains(&name) {
            first.push(name);
        }
    }
    first.append(&mut last);
    first
}

fn branch_post(seat: usize, members: usize) -> Post {
    match seat {
        0 => Post::Secretary,
        1 if COMMITTEE_MEMBERS_MIN <= members => Post::DeputySecretary,
        2 if COMMITTEE_MEMBERS_MIN <= members => Post::OrganisingMember,
        _ => Post::Member,
    }
}

/// The secretary and the deputy of a committee or general branch are the last two members of its first branch.
fn give_party_posts_above(people: &mut [Person], units: &[Unit]) {
    for above in units.iter().filter(|unit| {
        matches!(
            unit.kind,
            UnitKind::PartyCommittee | UnitKind::GeneralBranch
        )
    }) {
        let first_branch = units
            .iter()
            .find(|unit| {
                unit.kind == UnitKind::PartyBranch && unit.parent.as_ref() == Some(&above.code)
            })
            .expect("committees and general branches have branches right below them");
        let from = above.valid_from.max(day(2019, 6, 3));
        people
            .iter_mut()
            .rev()
            .filter(|person| person.branch == first_branch.code)
            .zip([Post::Secretary, Post::DeputySecretary])
            .for_each(|(person, post)| {
                person
                    .posts
                    .push(PostHeld::in_party(&above.code, post, from));
            });
    }
}

fn give_office_posts(people: &mut [Person], units: &[Unit], duties: &[OfficeDuty]) {
    for (ordinal, duty) in duties.iter().enumerate() {
        let holder = people
            .iter_mut()
            .find(|person| person.branch == duty.branch && person.name == duty.name)
            .expect("everybody in office was seated in their branch");
        let since = later(day(2018, 3, 1), ordinal * 19);
        holder.posts.push(PostHeld {
            unit: duty.unit.clone(),
            post: match duty.post {
                OfficePost::Leader => Post::Leader,
                OfficePost::Clerk => Post::Clerk,
                OfficePost::Officer => Post::Officer,
                OfficePost::Administrator => Post::Administrator,
            },
            title: Text::new(&duty.title, &duty.title_en),
            from: since.min(day(2020, 12, 1)).max(founded(units, &duty.unit)),
            until: None,
        });
    }
}

fn give_communities_their_directors(people: &mut [Person], units: &[Unit]) {
    for director in community_directors() {
        let founded = founded(units, &director.community);
        let holder = people
            .iter_mut()
            .find(|person| {
                person.posts.iter().any(|held| {
                    held.unit == director.secretary_of
                        && held.post == Post::Secretary
                        && held.until.is_none()
                })
            })
            .expect("every community's party organisation has a secretary");
        holder.posts.push(PostHeld {
            unit: director.community,
            post: Post::Leader,
            title: Text::new(director.title, director.title_en),
            from: founded.max(day(2020, 11, 20)),
            until: None,
        });
    }
}

impl PostHeld {
    fn in_party(unit: &str, post: Post, from: NaiveDate) -> Self {
        Self {
            unit: unit.to_owned(),
            post,
            title: post.party_title(),
            from,
            until: None,
        }
    }
}

fn founded(units: &[Unit], code: &str) -> NaiveDate {
    units
        .iter()
        .find(|unit| unit.code == code)
        .expect("posts are held in units that exist")
        .valid_from
}

/// A number of eleven digits in a range that is given to nobody. 7919 is prime to ten, so no two people share one.
fn mobile(number: usize) -> String {
    format!("100{:08}", (number * 7_919 + 12_345_678) % 100_000_000)
}

fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).expect("written as a day of the calendar")
}

/// `days` after `since`, but never in the year of the campaign.
fn later(since: NaiveDate, days: usize) -> NaiveDate {
    (since + Days::new(days as u64)).min(day(2020, 12, 28))
}

#[cfg(test)]
mod tests;
