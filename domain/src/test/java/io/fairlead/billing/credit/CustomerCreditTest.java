package io.fairlead.billing.credit;

import static io.fairlead.billing.credit.CreditExamples.CREDIT;
import static io.fairlead.billing.credit.CreditExamples.CREDIT_DAY;
import static io.fairlead.billing.credit.CreditExamples.eightHours;
import static io.fairlead.testing.Cast.BILLER;
import static io.fairlead.testing.Cast.wire;
import static io.fairlead.testing.Refusals.refusal;

import io.fairlead.billing.event.CustomerCreditOpened;
import io.fairlead.billing.event.InvoiceIssued;
import io.fairlead.party.MergedCustomers;
import io.fairlead.testing.SamePerson;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a document owes to its customer, command by command (case 38). */
class CustomerCreditTest {

    private static final CustomerCreditId ID = CustomerCreditId.of(CREDIT.value());
    private static final InvoiceIssued INVOICE = (InvoiceIssued) eightHours().getLast();
    private static final InvoiceIssued OTHER =
            InvoiceIssued.newBuilder(INVOICE).setInvoiceId("invoice:other").build();
    private static final CustomerCreditOpened OPENED = CustomerCreditOpened.newBuilder()
            .setCustomerCreditId(ID.value())
            .setDocumentId(CREDIT.value())
            .setNumber("CRN-1")
            .setInvoiceId(INVOICE.getInvoiceId())
            .setAmount(wire("29.75"))
            .setCurrency("EUR")
            .setIssueDate(CREDIT_DAY)
            .setAskedBy(BILLER)
            .setContractId(INVOICE.getContractId())
            .setCustomerId(INVOICE.getCustomerId())
            .setLegalEntityId(INVOICE.getLegalEntityId())
            .build();

    private final FixtureConfiguration<CustomerCredit> owed = new AggregateTestFixture<>(CustomerCredit.class);

    @Test
    void it_is_opened_once() {
        owed.givenNoPriorActivity().when(new OpenCustomerCredit(ID, OPENED)).expectEvents(OPENED);
        owed.given(OPENED)
                .when(new OpenCustomerCredit(ID, OPENED))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void it_is_set_against_an_invoice_and_paid_out_in_parts() {
        owed.given(OPENED)
                .when(assign("a", OTHER, "20.00"))
                .expectEvents(CustomerCreditEvents.assigned(
                        assign("a", OTHER, "20.00"), OPENED, wire("20.00"), wire("9.75")));
        owed.given(OPENED)
                .andGivenCommands(assign("a", OTHER, "20.00"))
                .when(payOut("r", null, "idp|cfo"))
                .expectEvents(
                        CustomerCreditEvents.paidOut(payOut("r", null, "idp|cfo"), OPENED, wire("9.75"), wire("0.00")));
    }

    @Test
    void the_same_key_changes_nothing_and_is_nothing_else() {
        owed.given(OPENED)
                .andGivenCommands(assign("a", OTHER, "20.00"))
                .when(assign("a", OTHER, "20.00"))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
        owed.given(OPENED)
                .andGivenCommands(assign("a", OTHER, null))
                .when(assign("a", OTHER, null))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
        refused("K-06", List.of(assign("a", OTHER, "20.00")), assign("a", OTHER, "19.00"));
        refused("K-06", List.of(assign("a", OTHER, "20.00")), assign("a", INVOICE, "20.00"));
        refused("K-06", List.of(assign("a", OTHER, null)), assign("a", INVOICE, null));
        refused("K-06", List.of(payOut("r", "5.00", "idp|cfo")), payOut("r", "6.00", "idp|cfo"));
    }

    @Test
    void no_more_than_is_owed_leaves() {
        owed.given(OPENED)
                .when(assign("a", OTHER, "29.75"))
                .expectEvents(CustomerCreditEvents.assigned(
                        assign("a", OTHER, "29.75"), OPENED, wire("29.75"), wire("0.00")));
        refused("K-12", List.of(), assign("a", OTHER, "29.76"));
        refused("K-12", List.of(assign("a", OTHER, "20.00")), payOut("r", "9.76", "idp|cfo"));
        refused("K-12", List.of(assign("a", OTHER, null)), payOut("r", null, "idp|cfo"));
    }

    @Test
    void it_is_set_against_another_invoice_of_the_same_customer() {
        refused("K-13", List.of(), assign("a", INVOICE, "1.00"));
        var nothingToPay =
                InvoiceIssued.newBuilder(OTHER).setGross(wire("0.00")).build();
        refused("K-13", List.of(), assign("a", nothingToPay, "1.00"));
        refused(
                "K-13",
                List.of(),
                assign(
                        "a",
                        InvoiceIssued.newBuilder(OTHER)
                                .setCustomerId("customer:else")
                                .build(),
                        "1.00"));
    }

    @Test
    void it_is_set_against_an_invoice_of_a_customer_that_is_the_same_by_a_merge() {
        var to = InvoiceIssued.newBuilder(OTHER).setCustomerId("customer:else").build();
        var merged = new MergedCustomers(Map.of(OPENED.getCustomerId(), "customer:else"));
        var command = new AssignCustomerCredit(ID, "a", to, amountOf("1.00"), CREDIT_DAY, BILLER, merged);
        owed.given(OPENED)
                .when(command)
                .expectEvents(CustomerCreditEvents.assigned(command, OPENED, wire("1.00"), wire("28.75")));
    }

    @Test
    void nothing_is_paid_out_or_set_against_another_before_both_are_issued() {
        var before = CREDIT_DAY.minusDays(1);
        refused("K-15", List.of(), new PayOutCustomerCredit(ID, "r", amountOf("1"), before, "asked for", "idp|cfo"));
        refused("K-15", List.of(), assignOn(OTHER, before));
        var later = InvoiceIssued.newBuilder(OTHER)
                .setIssueDate(CREDIT_DAY.plusDays(1))
                .build();
        refused("K-15", List.of(), assignOn(later, CREDIT_DAY));
        var command = assignOn(later, CREDIT_DAY.plusDays(1));
        owed.given(OPENED)
                .when(command)
                .expectEvents(CustomerCreditEvents.assigned(command, OPENED, wire("1.00"), wire("28.75")));
    }

    private static AssignCustomerCredit assignOn(InvoiceIssued to, LocalDate on) {
        return new AssignCustomerCredit(ID, "a", to, amountOf("1.00"), on, BILLER, MergedCustomers.NONE);
    }

    @Test
    void who_asked_for_the_credit_does_not_pay_it_out() {
        SamePerson.comesAgain(BILLER, again -> refused("K-14", List.of(), payOut("r", "1.00", again)));
    }

    @Test
    void what_an_invoice_did_not_take_is_owed_again_once() {
        var assigned = CustomerCreditEvents.assigned(assign("a", OTHER, "20.00"), OPENED, wire("20.00"), wire("9.75"));
        var back = new ReturnCustomerCredit(ID, "a", "only 5.00 is open");
        var returned = CustomerCreditEvents.returned(back, assigned, wire("29.75"));
        owed.given(OPENED, assigned).when(back).expectEvents(returned);
        owed.given(OPENED, assigned, returned)
                .when(back)
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
        owed.given(OPENED).when(back).expectSuccessfulHandlerExecution().expectNoEvents();
    }

    private static AssignCustomerCredit assign(String id, InvoiceIssued to, @Nullable String amount) {
        return new AssignCustomerCredit(ID, id, to, amountOf(amount), CREDIT_DAY, BILLER, MergedCustomers.NONE);
    }

    private static PayOutCustomerCredit payOut(String id, @Nullable String amount, String by) {
        return new PayOutCustomerCredit(ID, id, amountOf(amount), CREDIT_DAY, "asked for", by);
    }

    private static @Nullable BigDecimal amountOf(@Nullable String amount) {
        return amount == null ? null : new BigDecimal(amount);
    }

    private static void refused(String code, List<?> before, Object command) {
        new AggregateTestFixture<>(CustomerCredit.class)
                .given(OPENED)
                .andGivenCommands(before)
                .when(command)
                .expectException(refusal(code))
                .expectNoEvents();
    }
}
