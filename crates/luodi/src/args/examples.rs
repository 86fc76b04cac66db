//! Examples at the end of each command's help; a test reads each by the command line's own rules.

pub const SERVE: &str = "Examples:
  luodi serve --data data --port 8080
  luodi serve --host 0.0.0.0 --public-url https://luodi.example.org --behind-proxy
  luodi serve --database postgres://luodi@localhost/luodi";

pub const SAMPLE: &str = "Examples:
  luodi sample --data data";

pub const ROSTER: &str = "Examples:
  luodi import roster units.xlsx --as lin.xiao --dry-run  say what would happen
  luodi import roster units.xlsx --as lin.xiao --problems units-problems.xlsx
  luodi import roster units.xlsx --as lin.xiao --since 2015-01-01 --json";

pub const PLAN: &str = "Examples:
  luodi import plan tasks.xlsx --as lin.xiao --dry-run  say what would happen
  luodi import plan tasks.xlsx --as lin.xiao --campaign ph2021 --problems tasks-problems.xlsx";

pub const FIGURE: &str = "Examples:
  luodi figure  list all figures
  luodi figure branches-mobilised --unit ROOT --as-of 2021-04-15 --records
  luodi figure branches-mobilised --json";

pub const BRIEF: &str = "Examples:
  luodi brief 1 --out brief.docx";

pub const DOCTOR: &str = "Examples:
  luodi doctor
  luodi doctor --json";

pub const SEAL: &str = "Examples:
  luodi seal
  luodi seal --json";

pub const VERIFY: &str = "Examples:
  luodi verify  read all that was sealed again
  luodi verify --day 2021-05-14  one sealed day, to the byte
  luodi verify brief.docx  is each number in it true, changed since, or not ours?
  luodi verify --seal LD1-42-K7 --json";

pub const BACKUP: &str = "Examples:
  luodi backup luodi-2021-05-14.backup";

pub const RESTORE: &str = "Examples:
  luodi restore luodi-2021-05-14.backup --key luodi.key --data new
  luodi restore luodi-2021-05-14.backup --without-key --data new";

pub const MOVE: &str = "Examples:
  luodi move --to-database postgres://luodi@localhost/luodi
  luodi move --database postgres://luodi@localhost/luodi --to-data new";

pub const EXPORT: &str = "Examples:
  luodi export everything";

pub const USER_ADD: &str = "Examples:
  luodi user add R00001 --name lin.xiao --role clerk
  luodi user add R00002 --name gu.yun --role secretary@Z1 --reason 支部换届";

pub const USER_LIST: &str = "Examples:
  luodi user list
  luodi user list --json";

pub const USER_GRANT: &str = "Examples:
  luodi user grant gu.yun officer=D3 --from 2021-03-01 --until 2021-12-31";

pub const USER_REVOKE: &str = "Examples:
  luodi user revoke gu.yun officer=D3 --reason 岗位调整";

pub const USER_PASSWORD: &str = "Examples:
  luodi user password gu.yun --reason 忘记密码";

pub const USER_CLOSE: &str = "Examples:
  luodi user close gu.yun --reason 离职";

pub const USER_REOPEN: &str = "Examples:
  luodi user reopen gu.yun --reason 多次输错后解锁";
