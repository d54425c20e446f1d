package io.fairlead.funding;

import static io.fairlead.billing.invoice.BillingExamples.line;
import static io.fairlead.funding.FundingExamples.FUNDING;
import static io.fairlead.funding.FundingExamples.capped;
import static io.fairlead.funding.FundingExamples.entry;
import static io.fairlead.funding.FundingExamples.events;
import static io.fairlead.testing.Cast.INVOICE;
import static io.fairlead.testing.Cast.wire;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.billing.event.CreditLine;
import io.fairlead.billing.event.InvoiceLine;
import io.fairlead.funding.event.FundsConsumed;
import io.fairlead.funding.event.FundsPortion;
import io.fairlead.funding.event.FundsRestored;
import io.fairlead.testing.AnyEvent;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What lines of invoices take of the limits, and what credit notes give back. */
class FundsOfLinesTest {

    @ParameterizedTest
    @CsvSource({
        // Net, of which review wrote up or down; what it takes, and of the source's worth.
        "60, , 60.00/60.00",
        "60, 10, 60.00/50.00",
        "0, -50, 0.00/50.00", // Written down to nothing it is billed for nothing, and open no more.
        "0, , none",
        "-60, , none" // A draw from a retainer.
    })
    void a_line_takes_its_net(String net, @Nullable BigDecimal adjustment, String taken) {
        var line = InvoiceLine.newBuilder(line(1, entry(1), net))
                .setAdjustment(adjustment == null ? null : adjustment.setScale(4))
                .build();

        assertThat(told(FundsOfLines.of(List.of(line)))).isEqualTo(taken);
    }

    @ParameterizedTest
    @CsvSource({
        // Net, of the source, seconds; what is given back.
        "60, 50, 1800, 60.00/50.00",
        "60, 0, , 60.00/0.00",
        "0, 50, , 0.00/50.00",
        "0, 0, 1800, 0.00/0.00", // Its money came back by another credit.
        "0, 0, 0, none",
        "0, 0, , none",
        "-60, 60, 1800, none" // A draw from a retainer.
    })
    void a_credited_line_gives_back_its_net_and_time(
            String net, String source, @Nullable Integer seconds, String given) {
        var line = AnyEvent.of(
                CreditLine.class,
                "sourceId",
                entry(1),
                "net",
                wire(net),
                "sourceAmount",
                wire(source),
                "seconds",
                seconds);

        assertThat(told(FundsOfLines.ofCredit(List.of(line)))).isEqualTo(given);
    }

    /** An hour is billed for nothing: only time that was counted comes back. */
    @ParameterizedTest
    @CsvSource({"1, 3600, 3600", "1, 1, 1", "1, 3601, ", "2, 1, "})
    void time_alone_comes_back_if_that_much_of_it_was_billed(int no, int seconds, @Nullable Integer back) {
        var restored = events(
                FundsRestored.class,
                capped("100"),
                new ConsumeFunds(FUNDING, INVOICE, null, List.of(portion(1, "80", 3_600))),
                new RestoreFunds(FUNDING, "credit-note:c-1", null, List.of(portion(no, "0", seconds))));

        assertThat(restored).singleElement().satisfies(event -> assertThat(event.getPortions())
                .extracting(FundsPortion::getSeconds)
                .isEqualTo(back == null ? List.of() : List.of(back)));
    }

    @Test
    void money_comes_back_however_much_time_was_counted() {
        var restored = events(
                FundsRestored.class,
                capped("100"),
                new RestoreFunds(FUNDING, "credit-note:c-1", null, List.of(portion(1, "0.01", 3_600))));

        assertThat(restored.getFirst().getPortions()).hasSize(1);
    }

    @Test
    void two_lines_of_a_source_are_billed_as_one_with_the_time_of_both() {
        var used = events(
                FundsConsumed.class,
                capped("100"),
                new ConsumeFunds(FUNDING, INVOICE, null, List.of(portion(1, "30", 1_200), portion(1, "20", 600))));

        assertThat(used.getFirst().getDiffering())
                .containsExactly(new FundsPortion(entry(1), 1, wire("50"), wire("50"), 1_800, null));
    }

    private static DraftFunds.Portion portion(int no, String amount, int seconds) {
        return new DraftFunds.Portion(entry(no), 1, wire(amount), wire(amount), seconds, null);
    }

    private static String told(List<DraftFunds.Portion> portions) {
        return portions.isEmpty()
                ? "none"
                : portions.getFirst().amount().setScale(2) + "/"
                        + portions.getFirst().claimed().setScale(2);
    }
}
