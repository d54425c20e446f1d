package io.fairlead.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormerRoundsTest {

    private static final List<String> BENCH = List.of("bench", "append", "--rounds", "1", "--json");

    private final List<String> order = new ArrayList<>();

    private MeasuredSide side(String name, double... values) {
        Iterator<Double> next = java.util.Arrays.stream(values).iterator();
        return () -> {
            order.add(name);
            return List.of(new RoundFigure("append, 1 at a time", "per_second", next.next()));
        };
    }

    @Test
    void the_sides_are_measured_in_turn_and_who_goes_first_changes() throws InterruptedException {
        var _ = FormerRounds.run(
                side("former", 1, 1, 1), side("ours", 1, 1, 1), 3, round -> order.add("round " + round));
        assertThat(order)
                .containsExactly("round 1", "former", "ours", "round 2", "ours", "former", "round 3", "former", "ours");
    }

    @Test
    void the_ratio_is_the_median_of_the_rounds_not_the_ratio_of_the_medians() throws InterruptedException {
        var line = FormerRounds.run(side("former", 100, 50, 200), side("ours", 110, 60, 100), 3, _ -> {})
                .getFirst();
        assertThat(line.formerMedian()).isEqualTo(100);
        assertThat(line.oursMedian()).isEqualTo(100);
        assertThat(line.ratio()).isEqualTo(1.1);
        assertThat(line.worst()).isEqualTo(0.5);
        assertThat(line.best()).isEqualTo(1.2);
        assertThat(line.json())
                .containsEntry("ours", List.of(110.0, 60.0, 100.0))
                .containsEntry("ratio_median", 1.1)
                .containsEntry("ratio_min", 0.5)
                .containsEntry("ratio_max", 1.2);
    }

    @ParameterizedTest
    @CsvSource({"7, 7", "3;1;2, 2", "4;1;2;3, 2.5", "1;1;9;9, 5", "10;9;1;2;3, 3"})
    void the_median_is_the_middle_one_or_the_mean_of_the_two_in_the_middle(String values, double median) {
        assertThat(FormerLine.median(
                        Stream.of(values.split(";", -1)).map(Double::valueOf).toList()))
                .isEqualTo(median);
    }

    @ParameterizedTest
    @CsvSource({"per_second, 120, 100, 1.2", "p50_ms, 100, 120, 1.2", "billing_seconds, 120, 100, 0.833"})
    void a_ratio_above_one_is_better_for_rates_and_for_times(String figure, double ours, double former, double ratio) {
        var line = new FormerLine(
                List.of(new RoundFigure("x", figure, former)), List.of(new RoundFigure("x", figure, ours)));
        assertThat(line.ratio()).isEqualTo(ratio);
    }

    @Test
    void rates_tail_times_and_a_months_end_are_read_from_the_benches_output() {
        assertThat(RoundFigure.of("""
                {"bench":"append","clients":64,"ours":{"per_second":369.3,"p50_ms":2.2},"peer":{"per_second":1}}
                {"bench":"tail-same-jvm","clients":1,"ours":{"per_second":991.2,"p50_ms":2.675}}
                {"bench":"month-end","entries":10,"recorded_to_unbilled_seconds":4.5,"billing_seconds":2.0,\
                "phases":{"master data":6.5,"time":3.0}}
                """))
                .containsExactly(
                        new RoundFigure("append, 64 at a time", "per_second", 369.3),
                        new RoundFigure("tail-same-jvm, 1 at a time", "p50_ms", 2.675),
                        new RoundFigure("month-end", "master data seconds", 6.5),
                        new RoundFigure("month-end", "recorded_to_unbilled_seconds", 4.5),
                        new RoundFigure("month-end", "billing_seconds", 2.0));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"nothing | no figures", "{ | no JSON", "{\"ours\":{}} | no per_second"})
    void an_output_without_figures_is_refused(String output, String reason) {
        assertThatThrownBy(() -> RoundFigure.of(output))
                .isInstanceOf(CheckoutFailed.class)
                .hasMessageContaining(reason);
    }

    @Test
    void lines_of_one_side_only_are_refused() {
        MeasuredSide other = () -> List.of(new RoundFigure("append, 8 at a time", "per_second", 1));
        assertThatThrownBy(() -> FormerRounds.run(other, side("ours", 1), 1, _ -> {}))
                .isInstanceOf(CheckoutFailed.class)
                .hasMessageContaining("the former printed no per_second for \"append, 1 at a time\"");
    }

    @Test
    void a_checkout_is_measured_by_its_own_script(@TempDir Path folder) throws IOException, InterruptedException {
        script(folder, """
                [ "$*" = "bench append --rounds 1 --json" ] || exit 2
                echo '{"bench":"append","clients":1,"ours":{"per_second":250.0}}'
                """);
        assertThat(new Checkout(folder, BENCH, true).round())
                .containsExactly(new RoundFigure("append, 1 at a time", "per_second", 250));
    }

    @Test
    void a_checkout_whose_bench_fails_or_that_is_none_is_named(@TempDir Path folder) throws IOException {
        assertThatThrownBy(() -> new Checkout(folder, BENCH, true))
                .isInstanceOf(CheckoutFailed.class)
                .hasMessageContaining(folder + " is no checkout");
        script(folder, "exit 3");
        var failing = new Checkout(folder, BENCH, true);
        assertThatThrownBy(failing::round).isInstanceOf(CheckoutFailed.class).hasMessageContaining("ended with 3");
    }

    private static void script(Path folder, String body) throws IOException {
        var script = folder.resolve("fairlead");
        Files.writeString(script, "#!/bin/sh\n" + body);
        assertThat(script.toFile().setExecutable(true)).isTrue();
    }
}
