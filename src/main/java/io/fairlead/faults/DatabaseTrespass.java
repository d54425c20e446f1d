package io.fairlead.faults;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;

/** What a stranger, the application's own connection, or a reader of reports must not do to PostgreSQL. */
final class DatabaseTrespass {

    /** Wrong password, no rule for the login, no password at all, and no right. */
    private static final Set<String> REFUSALS = Set.of("28P01", "28000", "08004", "42501");

    private static final List<String> ROLES = List.of("postgres", "fairlead", "fairlead_app", "fairlead_bi");
    private static final List<String> PASSWORDS = List.of("", "fairlead", "postgres", "fairlead_app");

    /** Each changes the log or what guards it. */
    static final List<String> ON_THE_LOG = List.of(
            "update store.es_event set payload = payload",
            "delete from store.es_event",
            "truncate store.es_event",
            "update store.es_event_p1 set payload = payload",
            "delete from store.es_event_p1",
            "truncate store.es_event_p1",
            "alter table store.es_event disable trigger es_event_append_only",
            "alter table store.es_event disable trigger all",
            "drop trigger es_event_append_only on store.es_event",
            "set session_replication_role = replica",
            "alter table store.es_event detach partition store.es_event_p1",
            "drop table store.es_event",
            "create table store.other (n int)",
            "update store.es_stream set aggregate_id = aggregate_id",
            "delete from store.es_stream",
            "update store.es_schema set schema_json = schema_json",
            "delete from store.es_schema",
            "update store.es_type set name = name",
            "update store.es_command set key = key",
            "delete from store.es_command",
            "truncate store.es_command",
            "select store.es_make_partitions(9000000000000000000)",
            "update store.es_head set last_position = 8000000000000000000; select store.es_make_partitions(8000000000000000000)",
            "delete from store.es_head",
            "update store.es_partitioning set size = size",
            "create or replace function store.es_refuse_change() returns trigger language plpgsql as 'begin return new; end'",
            "alter table store.es_event owner to fairlead_app",
            "grant update on store.es_event to fairlead_app; update store.es_event set payload = payload",
            "set role fairlead",
            "set session authorization postgres",
            "create role intruder superuser",
            "copy (select 1) to program 'true'",
            "select pg_read_file('pg_hba.conf')",
            "create extension file_fdw",
            "alter table projection.time_entry add column planted int",
            "drop schema projection cascade",
            "select lo_create(0)",
            "create temporary table other (n int)",
            "truncate projection.time_entry");

    /** What reports need none of. */
    static final List<String> OF_A_READER = List.of(
            "select count(*) from store.es_event",
            "select count(*) from projection.time_entry",
            "select count(*) from process.token",
            "select count(*) from gateway.delivery",
            "create or replace view bi.freshness as select 1 as one",
            "create table bi.other (n int)",
            "create table public.other (n int)",
            "create temporary table other (n int)",
            "select pg_advisory_lock(7382904251)", // What each append takes.
            "select pg_advisory_lock_shared(7382904251)",
            "select pg_try_advisory_lock(7382904251)",
            "select pg_advisory_xact_lock(7382904252)",
            "select pg_try_advisory_xact_lock_shared(1, 2)",
            "select pg_advisory_xact_lock(hashtextextended('fairlead views join', 0))",
            "select pg_advisory_unlock_all()",
            "select lo_create(0)",
            "select lo_creat(-1)",
            "select lo_from_bytea(0, 'planted')",
            "set temp_file_limit = -1",
            "set session_replication_role = replica",
            "set role fairlead_app",
            "select pg_read_file('pg_hba.conf')",
            "copy (select 1) to program 'true'");

    /** Logs in as everybody with passwords that are known or empty. */
    static List<Attempts.Result> strangers(String server) {
        var attempts = attempts();
        for (var database : List.of("fairlead", "postgres", "template1")) {
            for (var role : ROLES) {
                for (var password : PASSWORDS) {
                    attempts.attempt("login as %s at %s with password '%s'".formatted(role, database, password), () -> {
                        try (var connection = DriverManager.getConnection(
                                "jdbc:postgresql://%s/%s".formatted(server, database), role, password)) {
                            return "in as " + connection.getMetaData().getUserName();
                        }
                    });
                }
            }
        }
        return attempts.results();
    }

    /** Tries each statement in a transaction of its own that is never committed. */
    static List<Attempts.Result> statements(Connection connection, String who, List<String> statements)
            throws SQLException {
        var attempts = attempts();
        try (var statement = connection.createStatement()) {
            // A default that every session may change: what it would refuse has to be refused without it.
            statement.execute("set default_transaction_read_only = off");
        }
        connection.setAutoCommit(false);
        for (var sql : statements) {
            attempts.attempt(who + ": " + sql, () -> {
                try (var statement = connection.createStatement()) {
                    return statement.execute(sql);
                } finally {
                    connection.rollback();
                }
            });
        }
        return attempts.results();
    }

    private static Attempts attempts() {
        return new Attempts(e -> e instanceof SQLException sql && REFUSALS.contains(String.valueOf(sql.getSQLState())));
    }

    private DatabaseTrespass() {}
}
