package io.fairlead;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.schema.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.stream.Stream;
import org.flywaydb.core.api.MigrationVersion;
import org.junit.jupiter.api.Test;

/**
 * Migrations are kept as they were applied, and a new one stands behind those that stores have: Flyway refuses to start where
 * one was changed or comes in between.
 */
class HouseMigrationsTest {

    private static final Path LIST = Sources.ROOT.resolve("src/test/resources/migrations.txt");
    private static final String REMEDY = "a store that has it would not start: put it back as it was and add a new one"
            + " with the highest version of its folder (src/docs/hacking.md)";

    /** One line of the list. */
    private record Kept(String path, String hash) {

        String folder() {
            return path.substring(0, path.lastIndexOf('/'));
        }

        MigrationVersion version() {
            var name = path.substring(folder().length() + 2);
            return MigrationVersion.fromVersion(name.substring(0, name.indexOf("__")));
        }
    }

    @Test
    void migrations_are_as_they_were_and_new_ones_stand_behind_them() throws IOException {
        var kept = read(Files.readAllLines(LIST));
        var all = new ArrayList<>(kept);
        migrations()
                .filter(found -> kept.stream().noneMatch(each -> each.path().equals(found.path())))
                .forEach(all::add);

        assertThat(outOfOrder(all)).as(REMEDY).isEmpty();
        assertThat(migrations()).as(REMEDY).containsAll(kept);
        if (Boolean.getBoolean("migrations.update")) {
            Files.write(
                    LIST,
                    all.stream().map(each -> each.hash() + "  " + each.path()).toList());
            return;
        }
        assertThat(all)
                .as("new migrations are kept with `./fairlead test HouseMigrationsTest -Dmigrations.update=true`")
                .isEqualTo(kept);
    }

    @Test
    void one_that_comes_in_between_is_seen() {
        assertThat(outOfOrder(read(List.of("a  db/bi/V9__a.sql", "b  db/store/V2__b.sql", "c  db/bi/V11_1__c.sql"))))
                .isEmpty();
        assertThat(outOfOrder(read(List.of("a  db/bi/V27__limits.sql", "b  db/bi/V21__caps.sql"))))
                .containsExactly("db/bi/V21__caps.sql comes after db/bi/V27__limits.sql");
        assertThat(outOfOrder(read(List.of("a  db/bi/V27__limits.sql", "b  db/bi/V27__caps.sql"))))
                .hasSize(1);
    }

    @Test
    void every_folder_of_migrations_is_looked_at() {
        assertThat(migrations().map(Kept::folder).distinct().map(folder -> Path.of(folder)
                        .getFileName()
                        .toString()))
                .containsExactlyInAnyOrder("bi", "gateways", "process", "projections", "registry", "store");
    }

    /** The list has them as they came to main, so where two branches met, the later one has to be the higher one. */
    private static List<String> outOfOrder(List<Kept> list) {
        var last = new HashMap<String, Kept>();
        var told = new ArrayList<String>();
        for (var next : list) {
            var before = last.put(next.folder(), next);
            if (before != null && next.version().compareTo(before.version()) <= 0) {
                told.add(next.path() + " comes after " + before.path());
            }
        }
        return told;
    }

    private static List<Kept> read(List<String> lines) {
        return lines.stream()
                .map(line -> line.split(" {2}"))
                .map(cells -> new Kept(cells[1], cells[0]))
                .toList();
    }

    private static Stream<Kept> migrations() {
        return Stream.of("gateways/src", "projections/src", "src")
                .map(module -> Sources.ROOT.resolve(module + "/main/resources/db"))
                .flatMap(folder -> Sources.files(folder, ".sql").stream())
                .filter(file -> file.path().getFileName().toString().startsWith("V"))
                .map(file -> new Kept(Sources.ROOT.relativize(file.path()).toString(), Sha256.hex(file.text())))
                .sorted(Comparator.comparing(Kept::folder).thenComparing(Kept::version));
    }
}
