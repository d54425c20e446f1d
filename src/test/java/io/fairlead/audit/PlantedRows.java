package io.fairlead.audit;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Faults in tables; closing puts the tables back as they were. */
final class PlantedRows implements AutoCloseable {

    private static final String COPIES = "planted";

    private final Connection database;
    private final Map<String, String> redefined = new LinkedHashMap<>();
    private final Map<String, String> kept = new LinkedHashMap<>();

    PlantedRows(DemoStack stack) throws SQLException {
        this.database = stack.database();
        execute("drop schema if exists " + COPIES + " cascade");
        execute("create schema " + COPIES);
    }

    /** Changes a table, which must change something. */
    void change(String table, String sql) throws SQLException {
        change(table, "true", sql);
    }

    /** The same where only some rows are touched. */
    void change(String table, String rows, String sql) throws SQLException {
        keep(table, rows);
        try (var statement = database.createStatement()) {
            if (statement.executeUpdate(sql) == 0) {
                throw new IllegalStateException("nothing was planted by " + sql);
            }
        }
    }

    /** Makes a view of readers tell something else: a column of its rows is another expression. */
    void redefine(String view, String column, String expression) throws SQLException {
        var before = ask("select pg_get_viewdef('" + view + "'::regclass)").getFirst();
        var columns = ask("""
                select column_name from information_schema.columns where table_schema || '.' || table_name = '%s'
                order by ordinal_position""".formatted(view));
        var type = ask("select format_type(atttypid, atttypmod) from pg_attribute where attrelid = '" + view
                        + "'::regclass and attname = '" + column + "'")
                .getFirst();
        var told = columns.stream()
                .map(name -> name.equals(column) ? "(" + expression + ")::" + type + " as " + name : name)
                .collect(Collectors.joining(", "));
        redefined.put(view, before);
        execute("create or replace view " + view + " as select " + told + " from ("
                + before.strip().replaceFirst(";$", "") + ") told");
    }

    /** The first column of the answer. */
    List<String> ask(String sql) throws SQLException {
        try (var statement = database.createStatement();
                var rows = statement.executeQuery(sql)) {
            var values = new ArrayList<String>();
            while (rows.next()) {
                values.add(rows.getString(1));
            }
            return values;
        }
    }

    Connection database() {
        return database;
    }

    /** Keeps what a table has before it is changed. */
    void keep(String table) throws SQLException {
        keep(table, "true");
    }

    private void keep(String table, String rows) throws SQLException {
        if (kept.putIfAbsent(table, rows) == null) {
            execute("create table " + copy(table) + " as select * from " + table + " where " + rows);
        }
    }

    /** Changes one value that is no key in some row of a table; empty when it has no rows, or none that takes another value. */
    boolean alter(String table) throws SQLException {
        if (ask("select 1 from " + table + " limit 1").isEmpty()) {
            return false;
        }
        for (var column : ask("""
                select c.column_name || ' = ' || case when c.data_type in ('text') then c.column_name || ' || ''x'''
                    when c.data_type = 'boolean' then 'not ' || c.column_name
                    else c.column_name || ' + 1' end
                from information_schema.columns c
                where c.table_schema || '.' || c.table_name = '%s' and c.is_generated = 'NEVER'
                    and c.data_type in ('text', 'boolean', 'numeric', 'integer', 'bigint', 'date')
                    and not exists (select 1 from information_schema.key_column_usage k
                        where k.table_schema = c.table_schema and k.table_name = c.table_name
                            and k.column_name = c.column_name)
                order by c.ordinal_position desc""".formatted(table))) {
            var name = column.substring(0, column.indexOf(' '));
            var where = " where ctid = (select ctid from " + table + " where " + name + " is not null limit 1)";
            try {
                keep(table);
                if (database.createStatement().executeUpdate("update " + table + " set " + column + where) == 1) {
                    return true;
                }
            } catch (SQLException _) {
                // A rule of the table allows no such value: another column.
            }
        }
        return false;
    }

    private static String copy(String table) {
        return COPIES + "." + table.replace('.', '_');
    }

    private void execute(String sql) throws SQLException {
        try (var statement = database.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() throws SQLException {
        try (database) {
            for (var view : redefined.entrySet()) {
                execute("create or replace view " + view.getKey() + " as " + view.getValue());
            }
            for (var entry : kept.entrySet()) {
                var table = entry.getKey();
                var columns = String.join(", ", ask("""
                        select column_name from information_schema.columns
                        where table_schema || '.' || table_name = '%s' and is_generated = 'NEVER'
                        order by ordinal_position""".formatted(table)));
                execute("delete from " + table + " where " + entry.getValue());
                execute("insert into " + table + " (" + columns + ") overriding system value select " + columns
                        + " from " + copy(table));
            }
            execute("drop schema " + COPIES + " cascade");
        }
    }
}
