package io.fairlead.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.fairlead.cli.CommandFailed;
import io.fairlead.cli.Fairlead;
import io.fairlead.gate.ContractLog.Entry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** The commands about contracts, on this checkout and on small ones. */
class SchemasCommandsTest {

    private static final String THING = """
            namespace io.fairlead.thing.event;
            /** Something happened. */
            record ThingDone {
              /** Stream key. */
              string thingId;
              /** What it cost. */
              decimal(19,4) amount;
            }
            """;

    @TempDir
    private Path folder;

    private SourceTree small;

    @BeforeEach
    void one_event_is_released() {
        small = SourceTreeForTests.released(folder, new TreeMap<>(Map.of("thing.avdl", THING)));
    }

    static Stream<CommandLine> commands() {
        return Stream.of("check", "diff", "impact", "release").map(SchemasCommandsTest::schemas);
    }

    private static CommandLine schemas(String name) {
        var below =
                Objects.requireNonNull(Fairlead.commandLine().getSubcommands().get("schemas"));
        return Objects.requireNonNull(below.getSubcommands().get(name));
    }

    @ParameterizedTest
    @MethodSource("commands")
    void each_explains_itself_with_an_example(CommandLine command) {
        assertThat(command.getUsageMessage())
                .contains("Example: fairlead schemas " + command.getCommandName())
                .contains("--help", "--json", "--csv");
    }

    @ParameterizedTest
    @MethodSource("examples")
    void each_path_of_an_example_is_one_of_a_contract(String path) {
        var told = SourceTreeForTests.fairlead(SourceTreeForTests.real(), "schemas", "impact", path);
        assertThat(told.code()).as(told.err()).isZero();
    }

    static Stream<String> examples() {
        return Stream.concat(commands(), Stream.of(schemas("verify")))
                .flatMap(command -> Arrays.stream(command.getUsageMessage().split("\\R")))
                .flatMap(line -> Pattern.compile("Example: .* (?:impact|--event) (\\S+)")
                        .matcher(line)
                        .results())
                .map(found -> found.group(1));
    }

    @Test
    void release_writes_the_next_version_once() throws Exception {
        write(THING.replace("amount;", "amount;\n  /** Why; null means nothing. */\n  string? note = null;"));
        var file = small.history().resolve("io.fairlead.thing.event.ThingDone/2.avsc");

        var dry = SourceTreeForTests.fairlead(small, "schemas", "release", "--dry-run");
        assertThat(dry.code()).isZero();
        assertThat(dry.out()).contains("Versions to be written: 1", "ADDED note", "2.avsc");
        assertThat(file).doesNotExist();

        assertThat(SourceTreeForTests.fairlead(small, "schemas", "release").out())
                .contains("Versions written: 1");
        assertThat(Files.readString(file)).contains("\"note\"").endsWith("}\n");
        assertThat(SourceTreeForTests.fairlead(small, "schemas", "release").out())
                .contains("Versions written: 0");
        assertThat(SourceTreeForTests.fairlead(small, "schemas", "check").code())
                .isZero();
    }

    @Test
    void release_is_refused_while_the_check_is_red() {
        write(THING.replace("(19,4)", "(19,2)"));
        var refused = SourceTreeForTests.fairlead(small, "schemas", "release");
        assertThat(refused.code()).isEqualTo(1);
        assertThat(refused.out()).contains("DECIMAL");
        assertThat(small.history().resolve("io.fairlead.thing.event.ThingDone/2.avsc"))
                .doesNotExist();
    }

    @Test
    void diff_tells_what_changed_since_the_release_and_whether_it_breaks() {
        write(THING.replace("(19,4)", "(19,2)").replace("What it cost", "What it was worth"));
        var diff = SourceTreeForTests.fairlead(small, "schemas", "diff");
        assertThat(diff.code()).isZero();
        assertThat(diff.out())
                .contains("Changes from the last release to the working tree: 2, breaking: 1")
                .contains("DECIMAL", "DOC");
    }

    @Test
    void without_a_repository_revisions_are_refused() {
        var refused = SourceTreeForTests.fairlead(small, "schemas", "diff", "--from", "HEAD");
        assertThat(refused.code()).isEqualTo(6);
        assertThat(refused.err()).contains("is no repository of git");
    }

    @Test
    void a_checkout_is_needed() {
        var refused = SourceTreeForTests.fairlead(new SourceTree(folder.resolve("elsewhere")), "schemas", "check");
        assertThat(refused.code()).isEqualTo(6);
        assertThat(refused.err()).contains("elsewhere has no schemas/src/main/avro");
    }

    @Test
    void an_unknown_revision_is_refused() {
        hasHistory("HEAD");
        var refused =
                SourceTreeForTests.fairlead(SourceTreeForTests.real(), "schemas", "diff", "--from", "no-such-tag");
        assertThat(refused.code()).isEqualTo(6);
        assertThat(refused.err()).contains("no revision no-such-tag");
    }

    @Test
    void a_log_excludes_two_places() {
        var refused = SourceTreeForTests.fairlead(small, "schemas", "diff", "--log", "--from", "HEAD");
        assertThat(refused.code()).isEqualTo(2);
        assertThat(refused.err()).contains("--log tells of every commit");
    }

    @Test
    void the_log_of_this_project_names_the_records_that_commits_broke() {
        hasHistory("c43b460");
        var breaking = ContractLog.of(SourceTreeForTests.real(), "c43b460").stream()
                .filter(Entry::breaking)
                .map(entry -> entry.commit().substring(0, 7) + " " + Contracts.simple(entry.record()))
                .toList();
        assertThat(new TreeSet<>(breaking))
                .containsExactly(
                        "1ff2f3a FundsConsumed",
                        "1ff2f3a FundsDrafted",
                        "1ff2f3a FundsRefused",
                        "1ff2f3a FundsReleased",
                        "1ff2f3a FundsReserved",
                        "1ff2f3a FundsRestored",
                        "1ff2f3a FundsShare",
                        "1ff2f3a FundsTakenOffDraft",
                        "269c402 FundsRestored",
                        "779c3d5 FundingLimitChanged",
                        "8ab329a FundingLimitChanged");
    }

    @Test
    void the_log_is_a_table_too() {
        hasHistory("8ab329a");
        assertThat(SourceTreeForTests.fairlead(SourceTreeForTests.real(), "schemas", "diff", "--log", "8ab329a")
                        .out())
                .containsPattern("8ab329a\\w\\w +20\\d\\d-\\d\\d-\\d\\d +FundingLimitChanged +yes +");
    }

    @Test
    void impact_names_the_readers_of_a_field_or_of_all() {
        var rate = SourceTreeForTests.fairlead(SourceTreeForTests.real(), "schemas", "impact", "CostRateSet.rate");
        assertThat(rate.code()).isZero();
        assertThat(rate.out()).contains("rate   projection resource").doesNotContain("currency");
        assertThat(SourceTreeForTests.fairlead(SourceTreeForTests.real(), "schemas", "impact", "CostRateSet", "--json")
                        .out())
                .contains("{\"path\":\"rate\",\"readBy\":[{\"kind\":\"projection\",\"name\":\"resource\"}]}")
                .contains("\"path\":\"currency\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"CostRatesSet", "costrateset"})
    void an_unknown_event_is_answered_with_those_near_it(String name) {
        var refused = SourceTreeForTests.fairlead(SourceTreeForTests.real(), "schemas", "impact", name);
        assertThat(refused.code()).isEqualTo(6);
        assertThat(refused.err()).contains(name + " is no event; near it: CostRateSet, ");
    }

    @Test
    void an_unknown_field_is_answered_with_those_near_it() {
        var refused = SourceTreeForTests.fairlead(SourceTreeForTests.real(), "schemas", "impact", "CostRateSet.rates");
        assertThat(refused.code()).isEqualTo(6);
        assertThat(refused.err()).contains("rates is no field of CostRateSet; near it: rate, ");
    }

    private void write(String text) {
        SourceTreeForTests.write(small, Map.of("thing.avdl", text));
    }

    /** A shallow clone or an archive of sources has no history to look at. */
    private static void hasHistory(String revision) {
        var home = SourceTreeForTests.real().home();
        try {
            var _ = new Git(home).commit(revision);
        } catch (CommandFailed absent) {
            assertThat(System.getenv("FAIRLEAD_DEMAND_HISTORY"))
                    .as("FAIRLEAD_DEMAND_HISTORY is true: fetch the whole history of git; " + absent.getMessage())
                    .isNotEqualTo("true");
            assumeTrue(false, "no history here: " + absent.getMessage());
        }
    }
}
