package io.fairlead.billing.tax;

import static io.fairlead.billing.invoice.BillingExamples.TAX;
import static io.fairlead.billing.invoice.BillingExamples.drafted;
import static io.fairlead.testing.Cast.resolved;
import static io.fairlead.testing.Cast.wire;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.billing.tax.TaxAnswer.NotTaxable;
import io.fairlead.exception.RaiseException;
import io.fairlead.testing.KnownHistory;
import io.fairlead.testing.ProcessUnderTest;
import io.fairlead.testing.SentCommands;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WhenInvoiceDraftedThenCheckTaxTest {

    private final SentCommands sent = new SentCommands();
    private final KnownHistory history = new KnownHistory().with("invoice:inv-1", drafted(1, "100"));
    private TaxAnswer answer = new NotTaxable("No tax rate of QST holds", "set the rate of the legal entity");
    private final ProcessUnderTest process =
            new ProcessUnderTest(new WhenInvoiceDraftedThenCheckTax(_ -> Optional.of(answer), sent, history));

    @Test
    void a_draft_that_cannot_be_taxed_becomes_a_work_item() {
        process.on(drafted(1, "100"));

        assertThat(sent.commands()).singleElement().isInstanceOfSatisfying(RaiseException.class, raised -> {
            assertThat(raised.code()).isEqualTo("TAX_INVALID");
            assertThat(raised.subjectId()).isEqualTo("invoice:inv-1");
            assertThat(raised.sentence()).contains("QST", "set the rate");
            assertThat(raised.stake())
                    .satisfies(stake -> assertThat(stake.amount()).isEqualTo(wire("100")));
        });
    }

    @Test
    void a_taxable_draft_needs_nobody() {
        answer = TAX;
        process.on(drafted(1, "100"));

        assertThat(sent.commands()).isEmpty();
    }

    @Test
    void a_cleared_item_is_looked_at_again() {
        process.on(resolved("TAX_INVALID", "invoice:inv-1"));
        process.on(resolved("TAX_INVALID", "deal:D-1"));
        process.on(resolved("RATE_MISSING", "invoice:inv-1"));

        assertThat(sent.keys()).containsExactly("tax/invoice:inv-1/" + ProcessUnderTest.EVENT_ID);
    }
}
