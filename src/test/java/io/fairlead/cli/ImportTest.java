package io.fairlead.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.cli.StubApi.Told;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the importing commands send and tell. */
class ImportTest {

    private static final String REFUSED_ROW = """
            {"dryRun":false,"rows":2,"accepted":1,"corrected":0,"repeated":0,"refused":1,"submitted":0,"seconds":900,"correctedSeconds":0,"repeatedSeconds":0,
             "position":7,"projects":[{"project":"project:p","entries":1,"seconds":900,"billableSeconds":900}],
             "refusals":[{"line":3,"column":"Duration","value":"soon","code":"CELL_INVALID","reason":"no duration",
             "remedy":"correct it"}],"warnings":[]}""";
    private static final String CLEAN = REFUSED_ROW
            .replace("\"refused\":1", "\"refused\":0")
            .replaceAll("(?s)\"refusals\":\\[.*?]", "\"refusals\":[]");

    @TempDir
    private Path folder;

    private String file(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content).toString();
    }

    @Test
    void time_is_uploaded_with_the_mapping_beside_it() throws Exception {
        var _ = file("mapping-toggl.json", "{\"mine\":1}");
        try (var api = new StubApi(_ -> new Told(200, 7, CLEAN))) {
            var ended = api.run(
                    "import", "time", file("t.csv", "a,b\n1,2\n"), "--profile", "toggl", "--submit", "--as", "ann");
            assertThat(ended.code()).as(ended.err()).isZero();
            assertThat(ended.out()).contains("seconds new", "project:p");
            var sent = api.posts().getFirst();
            assertThat(sent.target()).isEqualTo("/v1/imports/time?dry-run=false&submit=true&profile=toggl");
            assertThat(sent.actor()).isEqualTo("ann");
            assertThat(sent.body()).contains("name=\"mapping\"", "{\"mine\":1}", "name=\"file\"", "a,b\n1,2\n");
            assertThat(api.asked.getLast().target()).contains("at-least=7");
        }
    }

    @Test
    void refused_rows_are_told_and_end_with_1() throws Exception {
        try (var api = new StubApi(_ -> new Told(200, 7, REFUSED_ROW))) {
            var mapping = file("m.json", "{}");
            var csv = file("t.csv", "a\n");
            var ended = api.run("import", "time", csv, "--profile", "toggl", "--mapping", mapping);
            assertThat(ended.code()).isEqualTo(1);
            assertThat(ended.out()).contains("Duration", "soon", "CELL_INVALID", "correct it");
            var json = api.run("import", "time", csv, "--profile", "toggl", "--mapping", mapping, "--json");
            assertThat(json.out()).startsWith("{").contains("\"line\":3");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/dev/zero", "/dev/urandom", "/dev"})
    void what_is_no_regular_file_is_refused_before_it_is_read(String endless) throws Exception {
        try (var api = new StubApi(_ -> new Told(200, 0, CLEAN))) {
            var mapping = file("m.json", "{}");
            var csv = file("t.csv", "a\n");
            assertThat(List.of(
                            api.run("import", "time", endless, "--profile", "toggl", "--mapping", mapping),
                            api.run("import", "time", csv, "--profile", "toggl", "--mapping", endless),
                            api.run("import", "setup", endless)))
                    .allSatisfy(ended -> {
                        assertThat(ended.code()).as(ended.err()).isEqualTo(2);
                        assertThat(ended.err()).contains(endless + " is no regular file", "into a file");
                    });
            assertThat(api.posts()).isEmpty();
        }
    }

    @Test
    void a_file_beyond_what_the_api_takes_is_refused() throws Exception {
        var large = folder.resolve("large.csv");
        try (var file = FileChannel.open(large, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            file.write(ByteBuffer.allocate(1), 64L << 20); // Of 64 MiB and one byte; it takes no room on the disk.
        }
        try (var api = new StubApi(_ -> new Told(200, 0, CLEAN))) {
            var ended = api.run(
                    "import", "time", large.toString(), "--profile", "toggl", "--mapping", file("m.json", "{}"));
            assertThat(ended.code()).isEqualTo(2);
            assertThat(ended.err()).contains("large.csv is larger than 64 MiB; export a shorter period");
            assertThat(api.posts()).isEmpty();
        }
    }

    @Test
    void a_profile_of_ones_own_goes_along() throws Exception {
        try (var api = new StubApi(_ -> new Told(200, 0, CLEAN))) {
            var own = file("own.json", "{\"name\":\"own\"}");
            var _ = api.run(
                    "import", "time", file("t.csv", "a\n"), "--profile", own, "--mapping", file("m.json", "{}"));
            assertThat(api.posts().getFirst().body()).contains("name=\"profile-file\"", "{\"name\":\"own\"}");
            assertThat(api.posts().getFirst().target()).doesNotContain("profile=");
        }
    }

    @Test
    void what_cannot_be_read_is_named_before_anything_is_sent() throws Exception {
        try (var api = new StubApi(_ -> new Told(200, 0, CLEAN))) {
            var absent = api.run("import", "time", "absent.csv", "--profile", "toggl");
            assertThat(absent.code()).isEqualTo(ExitCode.USAGE.code());
            assertThat(absent.err()).contains("absent.csv cannot be read");
            var unmapped = api.run("import", "time", file("t.csv", "a\n"), "--profile", "toggl");
            assertThat(unmapped.code()).isEqualTo(ExitCode.USAGE.code());
            assertThat(unmapped.err()).contains("--mapping", "mapping-toggl.json");
            assertThat(api.asked).isEmpty();
        }
    }

    @Test
    void opportunities_that_are_not_won_are_listed() throws Exception {
        var answer = """
                {"dryRun":true,"records":2,"won":1,"accepted":1,"repeated":0,"notWon":1,"refused":0,"position":0,
                 "others":[{"index":2,"id":"x","name":"Refit","stage":"Prospecting"}],"refusals":[]}""";
        try (var api = new StubApi(_ -> new Told(200, 0, answer))) {
            var ended = api.run("import", "opportunities", file("d.json", "[]"), "--dry-run");
            assertThat(ended.code()).as(ended.err()).isZero();
            assertThat(ended.out()).contains("Dry run", "Refit", "Prospecting");
            assertThat(api.posts().getFirst().target()).isEqualTo("/v1/imports/opportunities?dry-run=true");
        }
    }
}
