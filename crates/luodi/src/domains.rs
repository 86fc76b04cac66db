//! The domains of this build. Take a line out, and the domain is out.
use web::Domains;

pub fn domains() -> Domains {
    Domains::new([
        orgs::domain(), //
        plan::domain(),
        serve::domain(),
        reports::domain(),
    ])
}
