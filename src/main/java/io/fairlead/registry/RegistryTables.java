package io.fairlead.registry;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The registry's rows, for {@link Registry} and its neighbours. */
final class RegistryTables {

    /** Stands for the whole registry where a subject is expected. */
    static final String GLOBAL = "";

    private static final long LOCK = 0x666c_7265_67L;
    private static final String VERSIONS = """
            select v.subject, v.version, v.schema_id, v.deleted, s.schema_text
            from registry.subject_version v join registry.registered_schema s on s.id = v.schema_id
            """;

    private final JdbcClient jdbc;

    RegistryTables(DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
    }

    /** One change at a time; freed at the end of the transaction. */
    void lock() {
        jdbc.sql("select pg_advisory_xact_lock(?)").param(LOCK).query(row -> {});
    }

    Optional<Integer> idOf(byte[] fingerprint) {
        return jdbc.sql("select id from registry.registered_schema where fingerprint = ?")
                .param(fingerprint)
                .query(Integer.class)
                .optional();
    }

    int nextId() {
        return jdbc.sql("select coalesce(max(id), 0) + 1 from registry.registered_schema")
                .query(Integer.class)
                .single();
    }

    void insertSchema(int id, byte[] fingerprint, String text, List<Reference> references) {
        jdbc.sql("insert into registry.registered_schema (id, fingerprint, schema_text) values (?, ?, ?)")
                .params(id, fingerprint, text)
                .update();
        for (int ordinal = 0; ordinal < references.size(); ordinal++) {
            var reference = references.get(ordinal);
            jdbc.sql("insert into registry.schema_reference values (?, ?, ?, ?, ?)")
                    .params(id, ordinal, reference.name(), reference.subject(), reference.version())
                    .update();
        }
    }

    Optional<String> textOf(int id) {
        return jdbc.sql("select schema_text from registry.registered_schema where id = ?")
                .param(id)
                .query(String.class)
                .optional();
    }

    List<Reference> referencesOf(int id) {
        return jdbc.sql(
                        "select name, subject, version from registry.schema_reference where schema_id = ? order by ordinal")
                .param(id)
                .query((row, n) -> new Reference(row.getString(1), row.getString(2), row.getInt(3)))
                .list();
    }

    /** Ids of the schemas that build upon a version and stand in a subject themselves. */
    List<Integer> referencedBy(String subject, int version) {
        return jdbc.sql("""
                        select distinct r.schema_id from registry.schema_reference r
                        join registry.subject_version v on v.schema_id = r.schema_id
                        where r.subject = ? and r.version = ? order by 1
                        """).params(subject, version).query(Integer.class).list();
    }

    void insertVersion(String subject, int version, int id) {
        jdbc.sql("insert into registry.subject_version (subject, version, schema_id) values (?, ?, ?)")
                .params(subject, version, id)
                .update();
    }

    /** All versions of a subject, also softly deleted ones, ascending. */
    List<Registered> versions(String subject) {
        return jdbc.sql(VERSIONS + " where v.subject = ? order by v.version")
                .param(subject)
                .query(this::registered)
                .list();
    }

    /** All places of a schema, also softly deleted ones. */
    List<Registered> placesOf(int id) {
        return jdbc.sql(VERSIONS + " where v.schema_id = ? order by v.subject, v.version")
                .param(id)
                .query(this::registered)
                .list();
    }

    List<String> subjects(boolean deleted) {
        return jdbc.sql("select distinct subject from registry.subject_version where ? or not deleted order by 1")
                .param(deleted)
                .query(String.class)
                .list();
    }

    void markDeleted(String subject, int version) {
        jdbc.sql("update registry.subject_version set deleted = true where subject = ? and version = ?")
                .params(subject, version)
                .update();
    }

    void removeVersion(String subject, int version) {
        jdbc.sql("delete from registry.subject_version where subject = ? and version = ?")
                .params(subject, version)
                .update();
    }

    Optional<Level> level(String subject) {
        return jdbc.sql("select level from registry.compatibility_level where subject = ?")
                .param(subject)
                .query(String.class)
                .optional()
                .map(Level::valueOf);
    }

    void level(String subject, Level level) {
        jdbc.sql(
                        "insert into registry.compatibility_level values (?, ?) on conflict (subject) do update set level = excluded.level")
                .params(subject, level.name())
                .update();
    }

    void removeLevel(String subject) {
        jdbc.sql("delete from registry.compatibility_level where subject = ?")
                .param(subject)
                .update();
    }

    Optional<Mode> mode(String subject) {
        return jdbc.sql("select mode from registry.registry_mode where subject = ?")
                .param(subject)
                .query(String.class)
                .optional()
                .map(Mode::valueOf);
    }

    void mode(String subject, Mode mode) {
        jdbc.sql(
                        "insert into registry.registry_mode values (?, ?) on conflict (subject) do update set mode = excluded.mode")
                .params(subject, mode.name())
                .update();
    }

    void removeMode(String subject) {
        jdbc.sql("delete from registry.registry_mode where subject = ?")
                .param(subject)
                .update();
    }

    private Registered registered(ResultSet row, int n) throws SQLException {
        int id = row.getInt("schema_id");
        return new Registered(
                row.getString("subject"),
                row.getInt("version"),
                id,
                row.getString("schema_text"),
                referencesOf(id),
                row.getBoolean("deleted"));
    }
}
