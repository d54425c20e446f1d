package io.fairlead.gateway.document;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.contract.LineDetail;
import io.fairlead.gateway.document.BillDocument.Kind;
import io.fairlead.gateway.document.BillDocument.Line;
import io.fairlead.gateway.document.BillDocument.Work;
import io.fairlead.party.DocumentLanguage;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class GroupedLinesTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 3, 2);

    /**
     * Ana works on the layout on two days and a minute on the code, Ben on the code; one amount was agreed, one
     * written down.
     */
    private static final List<Line> LINES = List.of(
            time(1, "Ana Ruiz", "Layout", 0, 5_719, "178.00"),
            Bills.agreed(2, "1000.00", "S"),
            time(3, "Ben Oz", "Code", 0, 3_600, "120.00"),
            time(4, "Ana Ruiz", "Layout", 1, 3_600, "178.00"),
            time(5, "Ana Ruiz", "Code", 1, 60, "178.00"),
            net(time(6, "Ben Oz", "Code", 1, 3_600, "120.00"), "100.00"));

    @Test
    void each_entry_is_a_line_where_nothing_else_was_agreed() {
        var each = grouped(LineDetail.EACH);
        assertThat(each.lines()).isEqualTo(LINES);
        assertThat(each.timesheet()).isEmpty();
    }

    @Test
    void time_of_one_person_is_one_line_for_each_price() {
        assertThat(grouped(LineDetail.PERSON).lines())
                .extracting(Line::text, Line::seconds, Line::net)
                .containsExactly(
                        tuple("Ana Ruiz: Website", 9_379, "463.74"),
                        tuple("Milestone 2", null, "1000.00"),
                        tuple("Ben Oz: Code", 3_600, "120.00"),
                        tuple("Ben Oz: work", 3_600, "100.00"));
    }

    @Test
    void time_on_one_task_or_day_is_together_whoever_worked() {
        assertThat(grouped(LineDetail.TASK).lines())
                .extracting(Line::text)
                .containsExactly("Layout", "Milestone 2", "Code", "Code", "Ben Oz: work");
        assertThat(grouped(LineDetail.DAY).lines())
                .extracting(Line::text, Line::seconds, Line::net)
                .startsWith(tuple("Layout", 5_719, "282.77"))
                .contains(tuple("Website", 3_660, "180.97"));
    }

    @Test
    void sums_stay_and_the_timesheet_has_each_entry() {
        for (var detail : LineDetail.values()) {
            assertThat(sum(grouped(detail).lines())).isEqualTo(sum(LINES));
        }
        assertThat(grouped(LineDetail.PERSON).timesheet())
                .extracting(Line::lineNo)
                .containsExactly(1, 3, 4, 5);
    }

    @Test
    void days_of_different_rates_stay_apart() {
        var tax = Bills.of(Kind.INVOICE, Bills.GMBH, Bills.ACME, LINES).taxes().getFirst();
        var early = new BillDocument.Tax("S", "S", tax.rate(), tax.base(), tax.amount(), null, List.of(FIRST));
        var late = new BillDocument.Tax(
                "S", "S", BigDecimal.ONE, tax.base(), tax.amount(), null, List.of(FIRST.plusDays(1)));
        assertThat(GroupedLines.of(LINES, LineDetail.PERSON, List.of(early, late), DocumentLanguage.EN)
                        .lines())
                .extracting(Line::text, Line::seconds)
                .contains(
                        org.assertj.core.groups.Tuple.tuple("Ana Ruiz: Layout", 5_719),
                        org.assertj.core.groups.Tuple.tuple("Ana Ruiz: Website", 3_660));
    }

    @Test
    void what_is_given_back_stays_apart_from_what_is_asked_for() {
        var back = net(time(7, "Ana Ruiz", "Layout", 0, 3_600, "178.00"), "-178.00");
        assertThat(GroupedLines.of(List.of(LINES.getFirst(), back), LineDetail.PERSON, List.of(), DocumentLanguage.EN)
                        .lines())
                .extracting(Line::net)
                .containsExactly(new BigDecimal("282.77"), new BigDecimal("-178.00"));
    }

    private static org.assertj.core.groups.Tuple tuple(String text, @Nullable Integer seconds, String net) {
        return org.assertj.core.groups.Tuple.tuple(text, seconds, new BigDecimal(net));
    }

    private static GroupedLines grouped(LineDetail detail) {
        return GroupedLines.of(LINES, detail, List.of(), DocumentLanguage.EN);
    }

    private static BigDecimal sum(List<Line> lines) {
        return lines.stream().map(Line::net).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static Line time(int lineNo, String person, String task, int day, int seconds, String price) {
        var on = FIRST.plusDays(day);
        var net = new BigDecimal(price)
                .multiply(BigDecimal.valueOf(seconds))
                .divide(BigDecimal.valueOf(3_600), 2, RoundingMode.HALF_UP);
        return new Line(
                lineNo,
                "work",
                on,
                on,
                seconds,
                new BigDecimal(price),
                3_600,
                net,
                List.of("S"),
                on,
                new Work(person, "Website", task));
    }

    private static Line net(Line line, String net) {
        return new Line(
                line.lineNo(),
                line.description(),
                line.from(),
                line.to(),
                line.seconds(),
                line.price(),
                line.secondsPerUnit(),
                new BigDecimal(net),
                line.taxes(),
                line.taxDay(),
                line.work());
    }
}
