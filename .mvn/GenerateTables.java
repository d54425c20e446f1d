import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.flywaydb.core.Flyway;
import org.jooq.codegen.GenerationTool;
import org.jooq.meta.jaxb.Configuration;
import org.jooq.meta.jaxb.Database;
import org.jooq.meta.jaxb.Generate;
import org.jooq.meta.jaxb.Generator;
import org.jooq.meta.jaxb.Jdbc;
import org.jooq.meta.jaxb.Target;

/**
 * Build step: runs a module's migrations on an embedded PostgreSQL and writes jOOQ's classes for the schema they make.
 *
 * <p>Arguments: folder of migrations, schema, Java package, target folder. Nothing is done when the migrations are those
 * of the last run.
 */
public final class GenerateTables {

    public static void main(String[] args) throws Exception {
        var migrations = Path.of(args[0]);
        var schema = args[1];
        var target = Path.of(args[3]);
        var fingerprint = fingerprint(migrations);
        var stamp = target.resolve("migrations.sha256");
        if (Files.exists(stamp) && Files.readString(stamp).equals(fingerprint)) {
            return;
        }
        try (var postgres = EmbeddedPostgres.start()) {
            Flyway.configure()
                    .dataSource(postgres.getPostgresDatabase())
                    .schemas(schema)
                    .locations("filesystem:" + migrations)
                    .load()
                    .migrate();
            var jdbc = new Jdbc()
                    .withDriver("org.postgresql.Driver")
                    .withUrl(postgres.getJdbcUrl("postgres", "postgres"));
            var database = new Database()
                    .withInputSchema(schema)
                    .withExcludes("flyway_schema_history");
            var generator = new Generator()
                    .withDatabase(database)
                    .withGenerate(new Generate().withJavaTimeTypes(true).withGeneratedAnnotation(false))
                    .withTarget(new Target().withPackageName(args[2]).withDirectory(target.toString()));
            GenerationTool.generate(new Configuration().withJdbc(jdbc).withGenerator(generator));
        }
        Files.createDirectories(target);
        Files.writeString(stamp, fingerprint);
    }

    private static String fingerprint(Path migrations) throws Exception {
        var digest = MessageDigest.getInstance("SHA-256");
        try (var files = Files.walk(migrations)) {
            for (var file : files.filter(Files::isRegularFile).sorted().toList()) {
                digest.update(file.getFileName().toString().getBytes(java.nio.charset.StandardCharsets.UTF_8));
                digest.update(Files.readAllBytes(file));
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private GenerateTables() throws IOException {}
}
