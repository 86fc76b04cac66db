//! The campaign is set up, its bodies are formed, and its work list comes in as a workbook.
use super::{Cast, Zone, day, entry, workbook::workbook};
use crate::{
    CAMPAIGN,
    content::{self, CAMPAIGN_ENDS, CAMPAIGN_STARTS, CAMPAIGN_TITLE, PLAN_HEAD, ROOT, plan_rows},
};
use ::plan::{
    campaigns::{
        level::Levels,
        setting_up::{SettingUp, set_up},
        working_group::{Body, Forming, Profile, form},
    },
    import::applying::{ImportError, Importing, Missing, Watch, import_plan},
};
use anyhow::bail;
use calendar::WorkingDays;
use kernel::Lang;

pub(super) const CLERK: &str = "song.wanqing";

pub(super) async fn is_set_up(zone: &Zone<'_>, cast: &Cast) -> anyhow::Result<()> {
    let clerk = cast.actor(CLERK)?;
    zone.clock.move_to(CAMPAIGN_STARTS);
    let new = SettingUp {
        entry: entry("campaign"),
        code: CAMPAIGN.into(),
        title_zh: CAMPAIGN_TITLE.zh.into(),
        title_en: CAMPAIGN_TITLE.en.into(),
        from: CAMPAIGN_STARTS,
        to: CAMPAIGN_ENDS,
        organiser: cast.unit(ROOT)?,
        levels: Levels::default(),
        on: CAMPAIGN_STARTS,
    };
    set_up(zone.book, clerk, &new).await?;
    zone.clock.move_to(day(2021, 3, 3)?);
    for unit in content::units() {
        let body = match unit.kind {
            content::UnitKind::LeadingGroup if unit.code.ends_with("-B") => Body::Office,
            content::UnitKind::LeadingGroup => Body::LeadingGroup,
            content::UnitKind::WorkingGroup => Body::WorkingGroup,
            _ => continue,
        };
        let new = Forming {
            entry: entry(&format!("body {}", unit.code)),
            campaign: CAMPAIGN.into(),
            profile: Profile {
                body,
                unit: cast.unit(&unit.code)?,
                title: unit.name.zh.clone(),
                title_en: unit.name.en.clone(),
                duty: String::new(),
                since: day(2021, 3, 3)?,
                people: Vec::new(),
            },
        };
        form(zone.book, clerk, &new).await?;
    }
    zone.clock.move_to(day(2021, 3, 5)?);
    let rows = plan_rows(Lang::Zh, &content::units(), &content::people());
    let importing = Importing {
        entry: entry("work list"),
        campaign: CAMPAIGN.into(),
        bytes: workbook("栖云开发区重点任务清单", PLAN_HEAD, &rows)?,
        missing: Missing::Keep,
        on: day(2021, 3, 5)?,
        lang: Lang::Zh,
    };
    let imported = import_plan(
        zone.book,
        clerk,
        &WorkingDays::china(),
        &importing,
        Watch::NOBODY,
    )
    .await;
    if let Err(ImportError::Problems(preview)) = &imported {
        bail!(
            "{:?}",
            preview.reading.problems.iter().take(8).collect::<Vec<_>>()
        );
    }
    imported?;
    Ok(())
}
