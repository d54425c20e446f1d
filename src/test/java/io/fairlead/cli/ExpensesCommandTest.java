package io.fairlead.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.cli.StubApi.Told;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How a clerk looks at expenses, corrects and refunds them, and takes in files of them. */
class ExpensesCommandTest {

    private static final String EXPENSE =
            "{\"expenseId\":\"expense:x\",\"spentOn\":\"2026-03-02\",\"amount\":\"595.0000\",\"tax\":\"95.0000\","
                    + "\"recoverableTax\":\"95.0000\",\"currency\":\"EUR\",\"category\":\"TRAVEL\"}";
    private static final String PREVIEW =
            "{\"expenseId\":\"expense:x\",\"before\":{\"price\":\"550.00\"},\"after\":{\"price\":\"440.00\"}}";

    private static StubApi api() {
        return new StubApi(asked -> new Told(
                200,
                7,
                !asked.method().equals("POST")
                        ? EXPENSE
                        : asked.target().endsWith("/preview") ? PREVIEW : "{\"id\":\"expense:x\",\"position\":7}"));
    }

    @Test
    void they_are_listed_and_shown() {
        try (var api = new StubApi(
                asked -> new Told(200, 0, asked.target().contains("?") ? "{\"items\":[" + EXPENSE + "]}" : EXPENSE))) {
            assertThat(api.run("expenses", "list", "--project", "p", "--status", "billed")
                            .out())
                    .contains("expense:x", "TRAVEL");
            assertThat(api.run("expenses", "show", "x").out()).contains("recoverableTax", "95.0000");
            assertThat(api.asked)
                    .extracting(StubApi.Asked::target)
                    .containsExactly("/v1/expenses?project=p&status=billed&limit=100", "/v1/expenses/x");
        }
    }

    @Test
    void what_is_not_told_of_a_correction_stays() {
        try (var api = api()) {
            var ended = api.run("expenses", "correct", "x", "--amount", "476.00", "--reason", "misread");
            assertThat(ended.code()).as(ended.err()).isZero();
            assertThat(ended.out()).contains("550.00", "440.00");
            assertThat(api.posts())
                    .extracting(StubApi.Asked::target)
                    .containsExactly("/v1/expenses/x/corrections/preview", "/v1/expenses/x/corrections");
            assertThat(api.posts().getLast().body())
                    .contains("\"476.00\"", "\"95.0000\"", "\"2026-03-02\"", "\"EUR\"", "\"misread\"")
                    .doesNotContain("category");
        }
    }

    @Test
    void a_dry_run_asks_the_change_itself_and_what_it_would_leave() {
        try (var api = api()) {
            var ended = api.run(
                    "expenses",
                    "refund",
                    "x",
                    "--amount",
                    "119.00",
                    "--tax",
                    "19.00",
                    "--on",
                    "2026-04-20",
                    "--reason",
                    "cancelled",
                    "--dry-run",
                    "--json");
            assertThat(ended.code()).as(ended.err()).isZero();
            assertThat(ended.out()).contains("\"dryRun\":true", "440.00");
            assertThat(api.posts())
                    .filteredOn(post -> !post.isDryRun())
                    .singleElement()
                    .satisfies(post -> {
                        assertThat(post.target()).isEqualTo("/v1/expenses/x/refunds/preview");
                        assertThat(post.body()).contains("\"119.00\"", "\"19.00\"", "\"2026-04-20\"");
                    });
        }
    }

    @Test
    void a_refund_that_is_typed_twice_is_one_unless_it_is_named() {
        try (var api = api()) {
            var line =
                    List.of("expenses", "refund", "x", "--amount", "119.00", "--on", "2026-04-20", "--reason", "why");
            for (var more : List.of(List.<String>of(), List.<String>of(), List.of("--refund-id", "second"))) {
                var ended = api.run(Stream.concat(line.stream(), more.stream()).toArray(String[]::new));
                assertThat(ended.code()).as(ended.err()).isZero();
            }
            var told = api.posts().stream()
                    .filter(post -> post.target().endsWith("/refunds"))
                    .map(StubApi.Asked::body)
                    .toList();
            assertThat(told).hasSize(3);
            assertThat(told.get(1)).isEqualTo(told.get(0));
            assertThat(told.get(2)).contains("\"second\"").isNotEqualTo(told.get(0));
        }
    }

    @Test
    void one_is_moved_or_withdrawn() {
        try (var api = api()) {
            assertThat(api.run("expenses", "move", "x", "--project", "p", "--line", "2", "--reason", "wrong")
                            .code())
                    .isZero();
            assertThat(api.posts().getLast().body()).contains("\"project\":\"p\"", "\"lineNo\":2");
            assertThat(api.run("expenses", "withdraw", "x", "--reason", "twice").code())
                    .isZero();
            assertThat(api.posts().getLast().target()).isEqualTo("/v1/expenses/x/withdrawal");
        }
    }

    @Test
    void a_file_is_taken_in_and_bad_rows_end_it_with_1(@TempDir Path folder) throws IOException {
        var file = Files.writeString(folder.resolve("april.csv"), "id\n1\n");
        var told = "{\"rows\":2,\"accepted\":1,\"refused\":1,\"refusals\":[{\"line\":2,\"field\":\"amount\","
                + "\"reason\":\"it is no amount\",\"remedy\":\"write it as 1234.56\"}]}";
        try (var api = new StubApi(_ -> new Told(200, 0, told))) {
            var ended = api.run("import", "expenses", file.toString(), "--source", "concur", "--dry-run");
            assertThat(ended.code()).isEqualTo(ExitCode.FAILED.code());
            assertThat(ended.out()).contains("nothing was recorded", "it is no amount", "write it as 1234.56");
            assertThat(api.asked.getFirst().target())
                    .isEqualTo("/v1/imports/expenses?dry-run=true&submit=false&source=concur");
        }
    }
}
