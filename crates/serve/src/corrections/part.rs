//! What of a record can be corrected.
use crate::{cases::case::codes, words::texts};
use kernel::Lang;

codes! {
    /// One thing that a record says. Its code is also the name of its field.
    Part {
        VisitVisited = "visit_visited",
        VisitHousehold = "visit_household",
        VisitDay = "visit_day",
        VisitPeople = "visit_people",
        VisitUnit = "visit_unit",
        VisitHeard = "visit_heard",
        TopicTitle = "topic_title",
        TopicLeader = "topic_leader",
        TopicUnit = "topic_unit",
        TopicPlan = "topic_plan",
        TopicSetOn = "topic_set_on",
        TopicDueOn = "topic_due_on",
        TopicResult = "topic_result",
        TopicConcludedOn = "topic_concluded_on",
        PairingContact = "pairing_contact",
        PairingContactPhone = "pairing_contact_phone",
        PairingHousehold = "pairing_household",
        PairingHouseholdPhone = "pairing_household_phone",
        PairingHardship = "pairing_hardship",
        PairingFrom = "pairing_from",
        ContactDay = "contact_day",
        ContactNote = "contact_note",
        PairingTo = "pairing_to",
        JointTitle = "joint_title",
        JointProblem = "joint_problem",
        JointWords = "joint_words",
        JointBegunOn = "joint_begun_on",
        JointDay = "joint_day",
        JointWho = "joint_who",
        /// When and where a patrol goes.
        JointPatrol = "joint_patrol",
        /// What was said or agreed.
        JointSaid = "joint_said",
        JointHandedTo = "joint_handed_to",
        SessionTitleZh = "session_title_zh",
        SessionTitleEn = "session_title_en",
        SessionPlace = "session_place",
        SessionDay = "session_day",
        SessionSlots = "session_slots",
        SessionEligibility = "session_eligibility",
        ProjectTitle = "project_title",
        ProjectAbout = "project_about",
        ProjectPlace = "project_place",
        ProjectStarts = "project_starts",
        ProjectEnds = "project_ends",
        ProjectWanted = "project_wanted",
        ProjectBring = "project_bring",
        WishWording = "wish_wording",
        WishReadyHow = "wish_ready_how",
        WishDeliveredOn = "wish_delivered_on",
        WishDeliveredHow = "wish_delivered_how",
        WishLighter = "wish_lighter",
    }
}

impl Part {
    pub(crate) fn label(self, lang: Lang) -> String {
        let t = texts(lang);
        match self {
            Part::VisitVisited => t.visit_visited(),
            Part::VisitHousehold => t.visit_which_household(),
            Part::VisitDay => t.visit_day(),
            Part::VisitPeople => t.visit_people(),
            Part::VisitUnit => t.visit_unit(),
            Part::VisitHeard => t.visit_heard(),
            Part::TopicTitle => t.topic_title(),
            Part::TopicLeader => t.topic_leader(),
            Part::TopicUnit => t.topic_unit(),
            Part::TopicPlan => t.topic_plan(),
            Part::TopicSetOn => t.topic_set_on(),
            Part::TopicDueOn => t.topic_due_on(),
            Part::TopicResult => t.topic_result(),
            Part::TopicConcludedOn => t.topic_concluded_on(),
            Part::PairingContact => t.pairing_contact(),
            Part::PairingContactPhone => t.pairing_contact_phone(),
            Part::PairingHousehold => t.pairing_household(),
            Part::PairingHouseholdPhone => t.pairing_household_phone(),
            Part::PairingHardship => t.pairing_hardship(),
            Part::PairingFrom => t.pairing_from(),
            Part::ContactDay => t.pairing_contact_day(),
            Part::ContactNote => t.pairing_contact_note(),
            Part::PairingTo => t.pairing_end_day(),
            Part::JointTitle => t.joint_title(),
            Part::JointProblem => t.joint_problem(),
            Part::JointWords => t.joint_words(),
            Part::JointBegunOn => t.joint_begun_on(),
            Part::JointDay => t.joint_day(),
            Part::JointWho => t.joint_who(),
            Part::JointPatrol => t.joint_patrol_words(),
            Part::JointSaid => t.joint_said(),
            Part::JointHandedTo => t.joint_handover_to(),
            Part::SessionTitleZh => t.session_title_zh(),
            Part::SessionTitleEn => t.session_title_en(),
            Part::SessionPlace => t.session_place(),
            Part::SessionDay => t.session_day(),
            Part::SessionSlots => t.session_slots(),
            Part::SessionEligibility => t.session_eligibility(),
            Part::ProjectTitle => t.service_project_title(),
            Part::ProjectAbout => t.service_project_about(),
            Part::ProjectPlace => t.session_place(),
            Part::ProjectStarts => t.service_project_starts(),
            Part::ProjectEnds => t.service_project_ends(),
            Part::ProjectWanted => t.service_project_wanted(),
            Part::ProjectBring => t.service_project_bring(),
            Part::WishWording => t.wish_wording(),
            Part::WishReadyHow => t.wish_ready_how(),
            Part::WishDeliveredOn => t.wish_delivered_on(),
            Part::WishDeliveredHow => t.wish_deliver_how(),
            Part::WishLighter => t.wish_lighter(),
        }
    }

    /// Whether it is a unit's number, to be read as its name.
    pub(crate) fn is_unit(self) -> bool {
        matches!(
            self,
            Part::VisitVisited | Part::VisitUnit | Part::TopicUnit | Part::WishLighter
        )
    }
}
