package io.fairlead.shared;

import static io.fairlead.testing.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommandContentTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-03-10");

    private record Line(String description, @Nullable LocalDate to) {}

    private record Order(
            String id,
            @Nullable String note,
            LocalDate from,
            List<Line> lines,
            Map<String, String> codes,
            BigDecimal amount) {}

    @Test
    void a_usual_command_is_taken() {
        assertThatCode(() -> require(order("o-1", "two\nlines", "2026-01-01", "Größe", "2199-12-31", "S")))
                .doesNotThrowAnyException();
        assertThatCode(() -> require(order("o-1", null, "1970-01-01", "d", null, "S")))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({"id", "note", "lines[0].description", "codes"})
    void a_control_character_is_refused_wherever_it_stands(String path) {
        var bad = "a\u0000b";
        var order = order(
                path.equals("id") ? bad : "o-1",
                path.equals("note") ? bad : null,
                "2026-01-01",
                path.startsWith("lines") ? bad : "d",
                null,
                path.equals("codes") ? bad : "S");
        assertThatThrownBy(() -> require(order))
                .isInstanceOfSatisfying(RuleViolated.class, refused -> {
                    assertThat(refused.code()).isEqualTo("G-02");
                    assertThat(refused.field()).isEqualTo(path);
                })
                .hasMessageContaining("U+0000");
    }

    @ParameterizedTest
    @CsvSource({"id", "note", "lines[0].description", "codes"})
    void text_of_which_nothing_is_seen_is_refused_wherever_it_stands(String path) {
        for (var unseen : List.of("\u200b", "\u00a0", "\u3164 \u2060")) {
            var order = order(
                    path.equals("id") ? unseen : "o-1",
                    path.equals("note") ? unseen : null,
                    "2026-01-01",
                    path.startsWith("lines") ? unseen : "d",
                    null,
                    path.equals("codes") ? unseen : "S");
            assertThatThrownBy(() -> require(order))
                    .isInstanceOfSatisfying(RuleViolated.class, refused -> {
                        assertThat(refused.code()).isEqualTo("G-02");
                        assertThat(refused.field()).isEqualTo(path);
                    })
                    .hasMessageContaining("no visible character");
        }
    }

    private record Names(Optional<String> nickname, Map<String, String> byLanguage) {}

    @Test
    void a_field_that_may_miss_and_the_key_of_a_map_are_looked_into() {
        assertThatCode(() -> require(new Names(Optional.empty(), Map.of("de", "Anna"))))
                .doesNotThrowAnyException();
        assertRefused("G-02", "nickname", () -> require(new Names(Optional.of("A\u0000"), Map.of("de", "Anna"))));
        assertRefused("G-02", "byLanguage", () -> require(new Names(Optional.of("Anna"), Map.of("d\u0000", "Anna"))));
    }

    @Test
    void the_place_in_a_list_is_told_from_nought() {
        var line = new Line("d", null);
        var order = new Order(
                "o-1",
                null,
                LocalDate.parse("2026-01-01"),
                List.of(line, line, new Line("a\u0000b", null)),
                Map.of(),
                BigDecimal.ONE);

        assertRefused("G-02", "lines[2].description", () -> require(order));
    }

    @Test
    void whether_blanks_may_stand_is_for_the_field_to_say() {
        assertThatCode(() -> require(order("o-1", " ", "2026-01-01", "", null, "S")))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({"1969-12-31, ", "2200-01-01, ", "2026-01-01, +999999999-12-31", "2026-01-01, -0001-01-01"})
    void days_that_nobody_means_are_refused_optional_ones_too(String from, @Nullable String to) {
        assertThatThrownBy(() -> require(order("o-1", null, from, "d", to, "S")))
                .isInstanceOfSatisfying(RuleViolated.class, refused -> assertThat(refused.field())
                        .isEqualTo(to == null ? "from" : "lines[0].to"))
                .hasMessageContaining("out of range");
    }

    private record Fact(@Happened LocalDate on, @Foreseen LocalDate until, List<Fact> more) {}

    @ParameterizedTest
    @CsvSource({"1970-01-01", "2026-03-10", "2027-03-09", "2027-03-10"})
    void what_happened_counts_up_to_a_year_ahead(LocalDate on) {
        assertThatCode(() -> require(new Fact(on, LocalDate.parse("2199-12-31"), List.of())))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({"2027-03-11", "2062-03-10", "2199-12-31"})
    void what_happened_is_not_further_ahead(LocalDate on) {
        assertThatThrownBy(() -> require(new Fact(on, on, List.of())))
                .isInstanceOfSatisfying(RuleViolated.class, refused -> {
                    assertThat(refused.code()).isEqualTo("G-04");
                    assertThat(refused.field()).isEqualTo("on");
                    assertThat(refused.remedy()).contains("2027-03-10");
                });
        var within = new Fact(TODAY, TODAY, List.of(new Fact(TODAY, on, List.of()), new Fact(on, on, List.of())));
        assertRefused("G-04", "more[1].on", () -> require(within));
    }

    private record Told(@Happened("valueDate") LocalDate on) {}

    @Test
    void a_day_is_named_as_requests_name_it() {
        assertRefused("G-04", "valueDate", () -> require(new Told(TODAY.plusYears(2))));
        assertRefused("G-02", "valueDate", () -> require(new Told(LocalDate.parse("1969-12-31"))));
    }

    private static void require(Object command) {
        CommandContent.require(command, TODAY);
    }

    private static Order order(
            String id, @Nullable String note, String from, String description, @Nullable String to, String code) {
        return new Order(
                id,
                note,
                LocalDate.parse(from),
                List.of(new Line(description, to == null ? null : LocalDate.parse(to))),
                Map.of("k", code),
                BigDecimal.ONE);
    }
}
