package io.fairlead.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

/** The command line as a script calls it: in a process of its own, without a terminal. */
class FairleadTest {

    private record Ended(int code, String out, String err) {}

    @TempDir
    private Path folder;

    static Stream<CommandLine> commands() {
        return Fairlead.commandLine().getSubcommands().values().stream();
    }

    @ParameterizedTest
    @MethodSource("commands")
    void every_command_explains_itself_with_an_example(CommandLine command) {
        assertThat(command.getUsageMessage())
                .contains("Example: fairlead " + command.getCommandName())
                .contains("--help")
                .contains("--json");
    }

    @Test
    void the_help_lists_the_commands_in_the_order_of_the_work_and_those_of_the_lab_between() {
        assertThat(commands().map(CommandLine::getCommandName))
                .containsExactly(
                        "up",
                        "demo",
                        "import",
                        "time",
                        "expenses",
                        "rates",
                        "bill",
                        "drafts",
                        "close",
                        "invoice",
                        "customers",
                        "receivables",
                        "work",
                        "identity",
                        "verify",
                        "schemas",
                        "contracts",
                        "history",
                        "explain",
                        "rebuild",
                        "parked",
                        "deliveries",
                        "clients",
                        "idp",
                        "roles",
                        "break-glass",
                        "faults",
                        "login",
                        "logout",
                        "whoami",
                        "accounts",
                        "status",
                        "down",
                        "reset",
                        "bench",
                        "test",
                        "format",
                        "completion");
    }

    @Test
    void reset_without_a_terminal_wants_yes() throws Exception {
        Files.createDirectories(folder.resolve("data/run"));
        Files.createFile(folder.resolve("data/ports.properties"));
        var refused = fairlead("reset");
        assertThat(refused.code()).isEqualTo(ExitCode.USAGE.code());
        assertThat(refused.err()).contains("deletes all history").contains("--yes");
        assertThat(folder.resolve("data")).exists();

        var done = fairlead("reset", "--yes", "--json");
        assertThat(done.code()).isZero();
        assertThat(done.out()).contains("\"deleted\":true");
        assertThat(done.err()).contains("all history is thrown away");
        assertThat(folder.resolve("data")).doesNotExist();
    }

    @Test
    void reset_leaves_a_folder_that_is_not_ours() throws Exception {
        Files.createDirectories(folder.resolve("data"));
        Files.writeString(folder.resolve("data/thesis.txt"), "years of work");
        var refused = fairlead("reset", "--yes");
        assertThat(refused.code()).isEqualTo(ExitCode.FAILED.code());
        assertThat(refused.err()).contains("was not made by Fairlead").contains("FAIRLEAD_DATA");
        assertThat(folder.resolve("data/thesis.txt")).exists();
    }

    @Test
    void status_of_nothing_is_stopped() throws Exception {
        var status = fairlead("status", "--json");
        assertThat(status.code()).isZero();
        assertThat(status.out()).contains("\"state\":\"stopped\"").contains("\"part\":\"kafka\"");
        assertThat(status.out().lines()).hasSize(1);
    }

    @Test
    void where_nothing_was_ever_started_that_is_told_by_a_code_of_its_own() throws Exception {
        var never = fairlead("verify");
        assertThat(never.code()).isEqualTo(ExitCode.NEVER_STARTED.code()).isEqualTo(8);
        assertThat(never.err()).contains("Fairlead never ran on").contains("fairlead up");
    }

    @Test
    void status_as_csv_is_one_table() throws Exception {
        var lines = fairlead("status", "--csv").out().lines().toList();
        assertThat(lines.getFirst()).isEqualTo("section,part,state,pid,port,memory,address,replaced,saw,login,value");
        assertThat(lines).hasSizeGreaterThan(4);
        assertThat(lines.stream().skip(1)).allMatch(line -> line.contains("Fairlead is stopped"));
    }

    @Test
    void a_mistyped_command_is_a_usage_error_with_a_suggestion() throws Exception {
        var mistyped = fairlead("statsu");
        assertThat(mistyped.code()).isEqualTo(ExitCode.USAGE.code());
        assertThat(mistyped.out()).isEmpty();
        assertThat(mistyped.err()).contains("statsu").contains("status");
    }

    private Ended fairlead(String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-XX:TieredStopAtLevel=1");
        command.add("-XX:+UseSerialGC");
        command.add("-Djava.io.tmpdir=" + folder);
        command.add(Fairlead.class.getName());
        command.addAll(List.of(arguments));
        var out = folder.resolve("out");
        var err = folder.resolve("err");
        var builder = new ProcessBuilder(command)
                .redirectInput(Path.of("/dev/null").toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment()
                .putAll(Map.of(
                        "CLASSPATH", System.getProperty("java.class.path"),
                        "FAIRLEAD_DATA", folder.resolve("data").toString()));
        var code = builder.start().waitFor();
        return new Ended(
                code, Files.readString(out, StandardCharsets.UTF_8), Files.readString(err, StandardCharsets.UTF_8));
    }
}
