package io.fairlead.billing.invoice;

import static io.fairlead.billing.invoice.BillingExamples.issued;
import static io.fairlead.billing.invoice.BillingExamples.line;
import static io.fairlead.billing.invoice.BillingExamples.linesAdded;
import static io.fairlead.testing.Cast.CONTRACT;
import static io.fairlead.testing.Cast.INVOICE;
import static io.fairlead.testing.Cast.WORK_DAY;
import static io.fairlead.testing.Cast.wire;
import static io.fairlead.testing.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.funding.ConsumeFunds;
import io.fairlead.funding.DraftFunds.Portion;
import io.fairlead.funding.FundingId;
import io.fairlead.funding.WhenInvoiceIssuedOrDroppedThenConsumeOrReleaseFunds;
import io.fairlead.shared.RuleViolated;
import io.fairlead.testing.KnownHistory;
import io.fairlead.testing.KnownLimits;
import io.fairlead.testing.ProcessUnderTest;
import io.fairlead.testing.SentCommands;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What an issued invoice takes from the limits of its contract. */
class UsedFundsTest {

    private final SentCommands sent = new SentCommands();
    private final KnownHistory history = new KnownHistory()
            .with(
                    INVOICE.value(),
                    linesAdded(
                            line(1, "time-entry:e-1", "60"),
                            line(2, "retainer:r-1", "-20"),
                            line(3, "time-entry:e-2", "0"),
                            line(4, "time-entry:e-3", "0.01")));

    @Test
    void work_uses_funds_and_draws_and_free_lines_do_not() {
        settling(true).on(issued("hash"));

        assertThat(sent.commands())
                .containsExactly(new ConsumeFunds(
                        FundingId.of(CONTRACT),
                        INVOICE,
                        "PO-7",
                        List.of(
                                new Portion("time-entry:e-1", 1, wire("60"), wire("60"), 3_600, WORK_DAY),
                                new Portion("time-entry:e-3", 1, wire("0.01"), wire("0.01"), 3_600, WORK_DAY))));
        assertThat(sent.keys()).containsExactly("consume/invoice:inv-1");
    }

    @Test
    void an_invoice_of_a_contract_without_limits_uses_none() {
        settling(false).on(issued("hash"));

        assertThat(sent.commands()).isEmpty();
    }

    @Test
    void a_refusal_other_than_of_limits_not_watched_yet_is_told() {
        sent.refuse(ConsumeFunds.class, new RuleViolated("F-03", "portions", "more than reserved", "take less"));

        assertRefused("F-03", "portions", () -> settling(true).on(issued("hash")));
    }

    private ProcessUnderTest settling(boolean limited) {
        return new ProcessUnderTest(
                new WhenInvoiceIssuedOrDroppedThenConsumeOrReleaseFunds(new KnownLimits(limited), sent, history));
    }
}
