package io.fairlead.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.Sources;
import io.fairlead.launch.Login;
import io.fairlead.launch.ScratchPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** The description of the schema {@code bi} in the sources is what the migrations make; reports are built on it. */
@Timeout(120)
class BiFileTest {

    private static final Path FILE = Sources.ROOT.resolve("src/docs/contract/bi.json");

    private static final String COLUMNS = """
            select 'bi.' || c.relname, a.attname, format_type(a.atttypid, a.atttypmod), col_description(c.oid, a.attnum)
            from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid
            where n.nspname = 'bi' and c.relkind in ('v', 'm', 'r', 'p') and a.attnum > 0 and not a.attisdropped
                and c.relname <> 'flyway_schema_history'
            union all
            select 'bi.' || p.proname, 'result of (' || pg_get_function_identity_arguments(p.oid) || ')',
                pg_get_function_result(p.oid), obj_description(p.oid)
            from pg_proc p join pg_namespace n on n.oid = p.pronamespace
            where n.nspname = 'bi' and p.prorettype <> 'trigger'::regtype
            order by 1, 2""";

    @Test
    void the_file_equals_what_the_migrations_make(@TempDir Path folder) throws IOException, SQLException {
        String made;
        try (var postgres = ScratchPostgres.in(folder)) {
            DatabaseRolesTest.migrate(postgres);
            made = described(postgres.url(Login.ADMINISTRATOR));
        }
        if (Boolean.getBoolean("bi.update")) {
            Files.writeString(FILE, made);
        }
        assertThat(made.lines())
                .as("%s against the schema bi; look at the difference, then -Dbi.update=true", FILE)
                .containsExactlyElementsOf(Files.readAllLines(FILE));
    }

    private static String described(String url) throws SQLException {
        var json = JsonMapper.shared();
        var views = json.createObjectNode();
        try (var connection = DriverManager.getConnection(url);
                var statement = connection.createStatement();
                var found = statement.executeQuery(COLUMNS)) {
            while (found.next()) {
                views.withObjectProperty(found.getString(1))
                        .putObject(found.getString(2))
                        .put("type", found.getString(3))
                        .put("comment", found.getString(4));
            }
        }
        return json.writerWithDefaultPrettyPrinter().writeValueAsString(views).replace("\r\n", "\n") + "\n";
    }
}
