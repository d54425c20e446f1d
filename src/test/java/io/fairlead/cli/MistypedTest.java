package io.fairlead.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.cli.StubApi.Told;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/** What somebody mistypes ends with 2, what is not there with 6; neither looks like nothing to do. */
class MistypedTest {

    private static final String NOTHING = "{\"items\":[],\"next\":null}";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "verify --checks=I99",
                "history contract:a --as-of yesterday",
                "explain contract:a --as-of yesterday",
                "rebuild nosuch",
                "parked retry nosuch"
            })
    void a_word_that_a_command_does_not_have_is_a_usage_error(String line) {
        var code = line.startsWith("rebuild")
                ? "VIEW_UNKNOWN"
                : line.startsWith("parked") ? "PARKED_NAME_UNKNOWN" : "PARAMETER_INVALID";
        try (var api = new StubApi(_ ->
                new Told(400, 0, "{\"code\":\"" + code + "\",\"detail\":\"no\",\"hint\":\"did you mean 'I9'?\"}"))) {
            var ended = api.run(line.split(" "));
            assertThat(ended.code()).isEqualTo(2);
            assertThat(ended.err()).contains("did you mean 'I9'?");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "bench append --rounds 0",
                "bench command --seconds 0",
                "bench append --clients 1,0",
                "bench rebuild --events 1",
                "bench growth --events 1",
                "faults log-flod",
                "time approve",
                "time submit --entity de --patience -1",
                "bill --entity de --cut-off 2026-03-31 --patience 86401",
                "bill --entity de --cut-off 2026-03-31 --wait -1",
                "close de 2026-03 --wait soon",
                "explain contract:a --line 0",
                "schemas verify --from 0",
                "schemas verify --to -5",
                "bench month-end --rounds 0",
                "bill --entity de --cut-off soon",
                "accounts add lake --for nothing",
                "accounts add Data_Lake --for topics",
                "break-glass grant a|b --role auditor --hours few --reason none",
                "break-glass grant a|b --role auditor --hours 1"
            })
    void a_value_out_of_range_is_a_usage_error(String line) {
        try (var api = new StubApi(_ -> new Told(200, 0, NOTHING))) {
            var ended = api.run(line.split(" "));
            assertThat(ended.code()).as(ended.err()).isEqualTo(2);
            assertThat(api.asked).isEmpty();
        }
    }

    @Test
    void a_day_that_there_is_not_is_told_with_the_way_to_write_one() {
        try (var api = new StubApi(_ -> new Told(200, 0, NOTHING))) {
            var ended = api.run("bill", "--entity", "de", "--cut-off", "2026-13-45");
            assertThat(ended.err())
                    .contains("'2026-13-45' is no day; write it like 2026-03-31")
                    .doesNotContain("java");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"5,00", "abc", "1e9", ""})
    void an_amount_that_is_none_is_told_with_the_way_to_write_one(String amount) {
        try (var api = new StubApi(_ -> new Told(200, 0, NOTHING))) {
            var ended = api.run(
                    "receivables", "refund", "receipt:1", "--on", "2026-03-31", "--reason", "why", "--amount", amount);
            assertThat(ended.code()).as(ended.err()).isEqualTo(2);
            assertThat(ended.err())
                    .contains("'" + amount + "' is no amount; write it like 1234.50")
                    .doesNotContain("java");
            assertThat(api.asked).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("withOneEmptyValue")
    void a_value_of_nothing_is_a_usage_error_of_every_command(List<String> line) {
        try (var api = new StubApi(_ -> new Told(200, 0, NOTHING))) {
            var ended = api.run(line.toArray(String[]::new));
            assertThat(ended.code()).as(ended.err()).isEqualTo(2);
            assertThat(ended.err()).containsAnyOf("is empty; give a value", "Missing required argument");
            assertThat(api.asked).isEmpty();
        }
    }

    /** Each command that takes an operand of text, with a blank one. */
    static Stream<List<String>> withOneEmptyValue() {
        return commands(Fairlead.commandLine())
                .filter(command -> command.getCommandSpec().positionalParameters().stream()
                        .anyMatch(operand -> operand.typeInfo().getType() == String.class))
                .map(MistypedTest::lineWithBlanks);
    }

    private static Stream<CommandLine> commands(CommandLine command) {
        return Stream.concat(
                Stream.of(command),
                Set.copyOf(command.getSubcommands().values()).stream().flatMap(MistypedTest::commands));
    }

    private static List<String> lineWithBlanks(CommandLine command) {
        var spec = command.getCommandSpec();
        var line = new ArrayList<>(List.of(spec.qualifiedName().split(" ")));
        line.removeFirst();
        spec.positionalParameters().forEach(_ -> line.add(" "));
        spec.args().stream()
                .filter(each -> each instanceof OptionSpec
                        && each.required()
                        && each.arity().min() > 0)
                .forEach(each -> line.addAll(List.of(((OptionSpec) each).longestName(), someValue(each.type()))));
        return line;
    }

    private static String someValue(Class<?> type) {
        if (type == LocalDate.class) {
            return "2026-03-31";
        }
        if (type == int.class) {
            return "1";
        }
        return type == BigDecimal.class ? "10.00" : "why";
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "bill --entity nosuch --cut-off 2026-03-31",
                "bill --entity nosuch --cut-off 2026-03-31 --dry-run",
                "close nosuch 2026-03",
                "time submit --project nosuch",
                "time approve --project nosuch --dry-run"
            })
    void what_nobody_registered_is_not_found(String line) {
        try (var api = new StubApi(one -> one.target().matches("/v1/(legal-entities|projects|periods)/.*")
                ? new Told(404, 0, "{\"code\":\"NOT_FOUND\",\"detail\":\"there is no nosuch\"}")
                : new Told(200, 0, NOTHING))) {
            var ended = api.run(line.split(" "));
            assertThat(ended.code()).as(ended.err()).isEqualTo(6);
            assertThat(ended.err()).contains("there is no nosuch");
            assertThat(api.posts()).isEmpty();
        }
    }

    @Test
    void a_campaign_that_is_mistyped_has_a_nearest_one() {
        try (var api = new StubApi(_ -> new Told(200, 0, NOTHING))) {
            assertThat(api.run("faults", "log-flod").err()).contains("did you mean 'log-flood'?");
        }
    }
}
