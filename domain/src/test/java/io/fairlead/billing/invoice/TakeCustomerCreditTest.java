package io.fairlead.billing.invoice;

import static io.fairlead.billing.invoice.BillingExamples.untilApproval;
import static io.fairlead.billing.invoice.BillingExamples.untilIssue;
import static io.fairlead.testing.Cast.BILLER;
import static io.fairlead.testing.Cast.INVOICE;
import static io.fairlead.testing.Cast.MONTH_END;
import static io.fairlead.testing.Cast.wire;
import static io.fairlead.testing.Refusals.refusal;

import io.fairlead.billing.credit.CustomerCreditId;
import io.fairlead.billing.credit.TakeCustomerCredit;
import io.fairlead.billing.event.CustomerCreditAssigned;
import io.fairlead.billing.event.CustomerCreditTaken;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;

/** What another document owes to the customer pays an invoice of 119.00. */
class TakeCustomerCreditTest {

    private final FixtureConfiguration<Invoice> invoice = BillingExamples.invoices();

    @Test
    void less_is_open_of_the_invoice() {
        invoice.given(untilIssue()).when(take("a", "20.00")).expectEvents(taken("a", "20.00", "99.00"));
    }

    @Test
    void with_the_last_cent_it_is_paid_on_that_day() {
        invoice.given(untilIssue())
                .when(take("a", "119.00"))
                .expectEvents(taken("a", "119.00", "0.00"), InvoiceEvents.paid(INVOICE.value(), MONTH_END));
        invoice.given(untilIssue())
                .andGivenCommands(take("a", "118.99"))
                .when(take("b", "0.01"))
                .expectEvents(taken("b", "0.01", "0.00"), InvoiceEvents.paid(INVOICE.value(), MONTH_END));
    }

    @Test
    void no_more_than_is_open_is_taken() {
        invoice.given(untilIssue())
                .andGivenCommands(take("a", "20.00"))
                .when(take("b", "99.01"))
                .expectException(refusal("B-12"))
                .expectNoEvents();
    }

    @Test
    void the_same_assignment_is_taken_once() {
        invoice.given(untilIssue())
                .andGivenCommands(take("a", "20.00"))
                .when(take("a", "20.00"))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void an_invoice_that_is_not_issued_takes_nothing() {
        invoice.given(untilApproval())
                .when(take("a", "20.00"))
                .expectException(refusal("B-10"))
                .expectNoEvents();
    }

    private static TakeCustomerCredit take(String assignment, String amount) {
        return new TakeCustomerCredit(
                INVOICE,
                CustomerCreditAssigned.newBuilder()
                        .setCustomerCreditId(
                                CustomerCreditId.of("credit-note:crn-1").value())
                        .setInvoiceId("invoice:earlier")
                        .setDocumentId("credit-note:crn-1")
                        .setCurrency("EUR")
                        .setContractId("contract:K-0")
                        .setCustomerId("customer:ACME")
                        .setLegalEntityId("legal-entity:GMBH")
                        .setAssignmentId(assignment)
                        .setToInvoiceId(INVOICE.value())
                        .setAmount(wire(amount))
                        .setLeft(wire("0"))
                        .setValueDate(MONTH_END)
                        .setAssignedBy(BILLER)
                        .build());
    }

    private static CustomerCreditTaken taken(String assignment, String amount, String open) {
        return CustomerCreditTaken.newBuilder()
                .setInvoiceId(INVOICE.value())
                .setCustomerCreditId(CustomerCreditId.of("credit-note:crn-1").value())
                .setDocumentId("credit-note:crn-1")
                .setAssignmentId(assignment)
                .setAmount(wire(amount))
                .setOpen(wire(open))
                .setCurrency("EUR")
                .setValueDate(MONTH_END)
                .setContractId("contract:K-1")
                .setCustomerId("customer:ACME")
                .setLegalEntityId("legal-entity:GMBH")
                .build();
    }
}
