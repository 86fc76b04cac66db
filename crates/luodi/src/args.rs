//! What can be asked on the command line.
mod examples;

use chrono::NaiveDate;
use clap::{Args as ClapArgs, Parser, Subcommand};
use kernel::Lang;
use std::path::PathBuf;

/// Where the options stand that every command has.
const EVERYWHERE: &str = "Options of every command";

const ENDINGS: &str = "Exit codes:
  0  done
  1  refused: the input is wrong or something is not there; nothing was changed
  2  the command line could not be understood
  3  broken: the database, the disk or the network
  4  doctor, verify: the book does not add up, was changed, or the seal or brief is not true
With --json, what is refused or broken is printed as {\"error\": \"…\"} too.

`luodi help COMMAND` shows examples of each. The first steps:
  luodi sample --data data          make the sample zone
  luodi serve --data data           serve it at http://127.0.0.1:8080";

/// Luodi (落地): runs a campaign from its plan to its proven results.
#[derive(Parser, Debug)]
#[command(name = "luodi", version, after_help = ENDINGS)]
pub struct Args {
    #[command(flatten)]
    pub place: Place,
    #[command(subcommand)]
    pub command: Command,
}

/// Where the data is.
#[derive(ClapArgs, Debug, Clone)]
pub struct Place {
    /// Folder with the embedded database and the key
    #[arg(long, global = true, help_heading = EVERYWHERE, env = "LUODI_DATA", default_value = "data")]
    pub data: PathBuf,
    /// A PostgreSQL address instead of the embedded database; the key stays in the folder
    #[arg(long, global = true, help_heading = EVERYWHERE, env = "LUODI_DATABASE")]
    pub database: Option<String>,
    /// Language of what is printed: zh or en
    #[arg(long, global = true, help_heading = EVERYWHERE, env = "LUODI_LANG", default_value = "zh", value_parser = lang)]
    pub lang: Lang,
}

#[derive(Subcommand, Debug)]
pub enum Command {
    /// Serve the pages
    #[command(after_help = examples::SERVE)]
    Serve(Serve),
    /// Make the sample zone in an empty folder
    #[command(after_help = examples::SAMPLE)]
    Sample,
    /// Bring in a workbook
    Import {
        #[command(subcommand)]
        what: Import,
    },
    /// Print a figure, as of any day, with the records it was counted from
    #[command(after_help = examples::FIGURE)]
    Figure(Figure),
    /// Write an issued brief as a Word file
    #[command(after_help = examples::BRIEF)]
    Brief(Brief),
    /// Count everything again the slow way and compare
    #[command(after_help = examples::DOCTOR)]
    Doctor {
        /// Print JSON
        #[arg(long)]
        json: bool,
    },
    /// Seal the closed days now, and print the newest seal
    #[command(after_help = examples::SEAL)]
    Seal {
        /// Print JSON
        #[arg(long)]
        json: bool,
    },
    /// Read again what was sealed and name what was changed; or check a printed seal, or a brief's Word file
    #[command(after_help = examples::VERIFY)]
    Verify(Verify),
    /// Keep everything in one file, while people work; the key is not in it
    #[command(after_help = examples::BACKUP)]
    Backup {
        /// The file to write
        file: PathBuf,
    },
    /// Bring a backup back into an empty place, count it and verify it
    #[command(after_help = examples::RESTORE)]
    Restore(Restore),
    /// Move to another folder or to another kind of database, count and verify
    #[command(after_help = examples::MOVE)]
    Move(Move),
    /// Write everything as CSV and JSON, with a description of each table and column
    #[command(after_help = examples::EXPORT)]
    Export {
        /// The folder to write into; made if it is not there
        folder: PathBuf,
    },
    /// People who may log in
    User {
        #[command(subcommand)]
        what: User,
    },
    /// Measure; see docs/benchmarks.md
    #[command(hide = true)]
    Bench(Bench),
}

#[derive(ClapArgs, Debug)]
pub struct Serve {
    /// Address to listen at; 0.0.0.0 for all of the machine
    #[arg(long, default_value = "127.0.0.1")]
    pub host: String,
    /// Port to listen at
    #[arg(long, default_value_t = 8080)]
    pub port: u16,
    /// Where people reach it, if not at host and port: https://luodi.example.org
    #[arg(long, env = "LUODI_PUBLIC_URL")]
    pub public_url: Option<String>,
    /// Who runs it; in every footer
    #[arg(long, env = "LUODI_SPONSOR", default_value = "")]
    pub sponsor: String,
    /// Filing number; in every footer
    #[arg(long, env = "LUODI_FILING_NUMBER", default_value = "")]
    pub filing_number: String,
    /// A proxy of our own stands in front and writes X-Forwarded-For; only then is that header believed
    #[arg(long, env = "LUODI_BEHIND_PROXY")]
    pub behind_proxy: bool,
    /// Where text messages are posted as JSON {"phone", "text"}; without it nobody gets any
    #[arg(long, env = "LUODI_SMS_URL")]
    pub sms_url: Option<String>,
    /// Sent to that address as a bearer token
    #[arg(
        long,
        env = "LUODI_SMS_TOKEN",
        hide_env_values = true,
        default_value = ""
    )]
    pub sms_token: String,
    /// Serve the gallery of components at /gallery
    #[arg(long)]
    pub gallery: bool,
}

#[derive(Subcommand, Debug)]
pub enum Import {
    /// Units and people
    #[command(after_help = examples::ROSTER)]
    Roster {
        /// The workbook: .xlsx, .xls, .ods or .csv
        file: PathBuf,
        #[command(flatten)]
        options: ImportOptions,
        /// Since when units and people have been there whose row does not say (default: 1 January of this year)
        #[arg(long)]
        since: Option<NaiveDate>,
        /// From which day changes hold (default: today)
        #[arg(long)]
        effective: Option<NaiveDate>,
    },
    /// The work list of a campaign
    #[command(after_help = examples::PLAN)]
    Plan {
        /// The workbook: .xlsx, .xls, .ods or .csv
        file: PathBuf,
        #[command(flatten)]
        options: ImportOptions,
        /// Code of the campaign (default: the one that began last)
        #[arg(long)]
        campaign: Option<String>,
    },
}

#[derive(ClapArgs, Debug)]
pub struct ImportOptions {
    /// Log-in name of the person who imports; their rights count
    #[arg(long = "as", value_name = "NAME", env = "LUODI_AS")]
    pub actor: Option<String>,
    /// Say what would happen, and change nothing
    #[arg(long)]
    pub dry_run: bool,
    /// Write the workbook back with a column of problems
    #[arg(long, value_name = "FILE")]
    pub problems: Option<PathBuf>,
    /// Print JSON
    #[arg(long)]
    pub json: bool,
}

#[derive(ClapArgs, Debug)]
pub struct Figure {
    /// For instance branches-mobilised; without it, all figures are listed
    pub code: Option<String>,
    /// Code of the unit (default: the top)
    #[arg(long)]
    pub unit: Option<String>,
    /// The last day that counts (default: today)
    #[arg(long)]
    pub as_of: Option<NaiveDate>,
    /// Code of the campaign (default: the one that began last)
    #[arg(long)]
    pub campaign: Option<String>,
    /// List the records it was counted from
    #[arg(long)]
    pub records: bool,
    /// Print JSON
    #[arg(long)]
    pub json: bool,
}

#[derive(ClapArgs, Debug)]
pub struct Brief {
    /// The brief's number in total
    pub number: i64,
    /// The Word file to write
    #[arg(long, value_name = "FILE.docx")]
    pub out: PathBuf,
}

#[derive(ClapArgs, Debug)]
pub struct Verify {
    /// The Word file of an issued brief; without it, the whole book is verified
    pub file: Option<PathBuf>,
    /// Only what was sealed on this day
    #[arg(long, conflicts_with = "file")]
    pub day: Option<NaiveDate>,
    /// A printed seal: proves all up to it
    #[arg(long, conflicts_with_all = ["file", "day"], value_name = "LD1-…")]
    pub seal: Option<String>,
    /// Print JSON
    #[arg(long)]
    pub json: bool,
}

#[derive(ClapArgs, Debug)]
pub struct Restore {
    /// The backup
    pub file: PathBuf,
    /// The key file of the old place (default: the one that is in the new place already)
    #[arg(long, value_name = "luodi.key")]
    pub key: Option<PathBuf>,
    /// The key is lost: what is sealed will never open again
    #[arg(long, conflicts_with = "key")]
    pub without_key: bool,
}

#[derive(ClapArgs, Debug)]
pub struct Move {
    /// The PostgreSQL address to move to (default: the embedded database)
    #[arg(long, value_name = "postgres://…")]
    pub to_database: Option<String>,
    /// The folder to move to (default: the same)
    #[arg(long, value_name = "FOLDER")]
    pub to_data: Option<PathBuf>,
}

#[derive(Subcommand, Debug)]
pub enum User {
    /// Open an account for a person of the roster
    #[command(after_help = examples::USER_ADD)]
    Add {
        /// Code of the person on the roster
        person: String,
        /// Name to log in with
        #[arg(long)]
        name: String,
        /// A first password, which must be changed at the first log-in; without one it is generated and printed
        #[arg(long, env = "LUODI_PASSWORD", hide_env_values = true)]
        password: Option<String>,
        /// role, or role@unit for the unit and all below, or role=unit for that unit alone: clerk, secretary@Z1
        #[arg(long = "role", required = true)]
        roles: Vec<String>,
        /// Unit for which the person acts (default: the unit they belong to)
        #[arg(long)]
        unit: Option<String>,
        #[command(flatten)]
        why: Why,
    },
    /// List accounts
    #[command(after_help = examples::USER_LIST)]
    List {
        /// Print JSON
        #[arg(long)]
        json: bool,
    },
    /// Grant an account one more role
    #[command(after_help = examples::USER_GRANT)]
    Grant {
        /// Name to log in with
        name: String,
        /// As for `add`: clerk, secretary@Z1, officer=D3
        role: String,
        /// First day (default: today)
        #[arg(long)]
        from: Option<NaiveDate>,
        /// Last day (default: until it is revoked)
        #[arg(long)]
        until: Option<NaiveDate>,
        #[command(flatten)]
        why: Why,
    },
    /// Take a role back
    #[command(after_help = examples::USER_REVOKE)]
    Revoke {
        /// Name to log in with
        name: String,
        /// As it was granted: clerk, secretary@Z1, officer=D3
        role: String,
        #[command(flatten)]
        why: Why,
    },
    /// Generate another first password and print it
    #[command(after_help = examples::USER_PASSWORD)]
    Password {
        /// Name to log in with
        name: String,
        #[command(flatten)]
        why: Why,
    },
    /// Close an account
    #[command(after_help = examples::USER_CLOSE)]
    Close {
        /// Name to log in with
        name: String,
        #[command(flatten)]
        why: Why,
    },
    /// Open a closed or locked account again
    #[command(after_help = examples::USER_REOPEN)]
    Reopen {
        /// Name to log in with
        name: String,
        #[command(flatten)]
        why: Why,
    },
}

/// What the book says of an act.
#[derive(ClapArgs, Debug)]
pub struct Why {
    /// Why it is done; stands in the account's history
    #[arg(long, default_value = "由运维人员在命令行办理")]
    pub reason: String,
}

#[derive(ClapArgs, Debug)]
pub struct Bench {
    /// Where to write the table
    #[arg(long)]
    pub out: Option<PathBuf>,
    /// Postings in the large book
    #[arg(long, default_value_t = 10_000_000)]
    pub postings: u64,
    /// Units in the large book
    #[arg(long, default_value_t = 100_000)]
    pub units: u64,
}

impl Command {
    /// Whether a script reads what is printed.
    pub fn prints_json(&self) -> bool {
        match self {
            Command::Doctor { json } | Command::Seal { json } => *json,
            Command::Import {
                what: Import::Roster { options, .. } | Import::Plan { options, .. },
            } => options.json,
            Command::Figure(figure) => figure.json,
            Command::Verify(verify) => verify.json,
            Command::User {
                what: User::List { json },
            } => *json,
            _ => false,
        }
    }
}

fn lang(text: &str) -> Result<Lang, String> {
    match text {
        "zh" => Ok(Lang::Zh),
        "en" => Ok(Lang::En),
        other => Err(format!("`{other}` is neither zh nor en")),
    }
}

#[cfg(test)]
mod tests;
