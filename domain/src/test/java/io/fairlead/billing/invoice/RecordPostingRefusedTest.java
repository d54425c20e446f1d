package io.fairlead.billing.invoice;

import static io.fairlead.billing.invoice.BillingExamples.drafted;
import static io.fairlead.billing.invoice.BillingExamples.oneLine;
import static io.fairlead.billing.invoice.BillingExamples.untilApproval;
import static io.fairlead.testing.Cast.INVOICE;
import static io.fairlead.testing.Refusals.refusal;
import static org.axonframework.test.matchers.Matchers.exactSequenceOf;
import static org.axonframework.test.matchers.Matchers.matches;
import static org.axonframework.test.matchers.Matchers.payloadsMatching;

import io.fairlead.billing.event.InvoicePostingRefused;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;

class RecordPostingRefusedTest {

    private final FixtureConfiguration<Invoice> invoice = BillingExamples.invoices();

    @Test
    void the_erps_words_are_kept() {
        invoice.given(untilApproval())
                .when(refused("1.1"))
                .expectEvents(InvoicePostingRefused.newBuilder()
                        .setInvoiceId("invoice:inv-1")
                        .setStep("STAGE")
                        .setCode("PERIOD_CLOSED")
                        .setReason("closed")
                        .setAttempt("1.1")
                        .build());
    }

    @Test
    void the_same_attempt_told_again_changes_nothing() {
        invoice.given(untilApproval())
                .andGivenCommands(refused("1.1"))
                .when(refused("1.1"))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void sent_again_and_refused_in_the_same_words_it_is_told_again() {
        invoice.given(untilApproval())
                .andGivenCommands(refused("1.1"))
                .when(refused("1.2"))
                .expectEventsMatching(payloadsMatching(exactSequenceOf(matches(
                        event -> event instanceof InvoicePostingRefused told && "1.2".equals(told.getAttempt())))));
    }

    @Test
    void only_an_approved_invoice_is_refused() {
        invoice.given(oneLine(), drafted(1, "100"))
                .when(refused("1.1"))
                .expectException(refusal("B-10"))
                .expectNoEvents();
    }

    private static RecordPostingRefused refused(String attempt) {
        return new RecordPostingRefused(INVOICE, "STAGE", "PERIOD_CLOSED", "closed", attempt);
    }
}
