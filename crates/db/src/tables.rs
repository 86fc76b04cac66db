//! The tables that are there, asked of the database itself: nothing that goes over all of them can forget one.
use sea_orm::{ConnectionTrait, DbBackend, DbErr, Statement};

/// A table that holds rows of its own. Indexes and what a full-text index keeps for itself are none.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table {
    pub name: String,
    pub columns: Vec<Column>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    pub name: String,
    /// As this database calls it: `bigint`, `timestamp with time zone`, `uuid_text`.
    pub kind: String,
    /// Place in the primary key, from 1; 0 where it is no part of it.
    pub key: i64,
}

const OF_SQLITE: &str = "SELECT t.name, c.name, lower(c.type), c.pk FROM pragma_table_list t \
    JOIN pragma_table_xinfo(t.name) c WHERE t.schema = 'main' AND t.type = 'table' \
    AND substr(t.name, 1, 7) <> 'sqlite_' ORDER BY t.name, c.cid";

const OF_POSTGRES: &str = "SELECT t.relname::text, c.attname::text, format_type(c.atttypid, c.atttypmod), \
    COALESCE(array_position(k.indkey::int2[], c.attnum) + 1, 0)::bigint FROM pg_class t \
    JOIN pg_namespace s ON s.oid = t.relnamespace AND s.nspname = current_schema() \
    JOIN pg_attribute c ON c.attrelid = t.oid AND c.attnum > 0 AND NOT c.attisdropped \
    LEFT JOIN pg_index k ON k.indrelid = t.oid AND k.indisprimary \
    WHERE t.relkind = 'r' ORDER BY t.relname COLLATE \"C\", c.attnum";

/// All tables, by name, with their columns in the order in which they stand.
pub async fn tables(connection: &impl ConnectionTrait) -> Result<Vec<Table>, DbErr> {
    let backend = connection.get_database_backend();
    let select = match backend {
        DbBackend::Postgres => OF_POSTGRES,
        _ => OF_SQLITE,
    };
    let mut tables: Vec<Table> = Vec::new();
    for row in connection
        .query_all_raw(Statement::from_string(backend, select))
        .await?
    {
        let name: String = row.try_get_by_index(0)?;
        let column = Column {
            name: row.try_get_by_index(1)?,
            kind: row.try_get_by_index(2)?,
            key: row.try_get_by_index(3)?,
        };
        match tables.last_mut().filter(|table| table.name == name) {
            Some(table) => table.columns.push(column),
            None => tables.push(Table {
                name,
                columns: vec![column],
            }),
        }
    }
    Ok(tables)
}

impl Table {
    /// Names of the columns, quoted: some are words of SQL.
    pub fn column_list(&self) -> String {
        let names: Vec<String> = self
            .columns
            .iter()
            .map(|column| quoted(&column.name))
            .collect();
        names.join(", ")
    }

    /// The order in which rows were made or lie together, as far as the primary key tells.
    pub fn order(&self) -> String {
        let mut key: Vec<&Column> = self
            .columns
            .iter()
            .filter(|column| 0 < column.key)
            .collect();
        key.sort_by_key(|column| column.key);
        if key.is_empty() {
            return self.column_list();
        }
        let key: Vec<String> = key.iter().map(|column| quoted(&column.name)).collect();
        key.join(", ")
    }
}

pub(crate) fn quoted(name: &str) -> String {
    format!("\"{}\"", name.replace('"', "\"\""))
}
