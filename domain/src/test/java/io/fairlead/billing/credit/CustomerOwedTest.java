package io.fairlead.billing.credit;

import static io.fairlead.billing.credit.CreditExamples.CREDIT;
import static io.fairlead.billing.credit.CreditExamples.CREDIT_DAY;
import static io.fairlead.billing.credit.CreditExamples.eightHours;
import static io.fairlead.billing.credit.CreditExamples.twoHoursGranted;
import static io.fairlead.testing.Cast.BILLER;
import static io.fairlead.testing.Cast.EVENING;
import static io.fairlead.testing.Cast.INVOICE;
import static io.fairlead.testing.Cast.LEAD;
import static io.fairlead.testing.Cast.resolved;
import static io.fairlead.testing.Cast.wire;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fairlead.billing.event.CreditApplied;
import io.fairlead.billing.event.CreditReserved;
import io.fairlead.billing.event.CustomerCreditAssigned;
import io.fairlead.billing.event.CustomerCreditOpened;
import io.fairlead.billing.event.CustomerCreditPaidOut;
import io.fairlead.billing.event.CustomerCreditReturned;
import io.fairlead.billing.event.InvoiceIssued;
import io.fairlead.billing.invoice.InvoiceId;
import io.fairlead.exception.OwnerRole;
import io.fairlead.exception.RaiseException;
import io.fairlead.exception.ResolveException;
import io.fairlead.exception.RestateException;
import io.fairlead.exception.Stake;
import io.fairlead.exception.event.ExceptionRaised;
import io.fairlead.exception.event.ExceptionResolved;
import io.fairlead.party.MergedCustomers;
import io.fairlead.shared.RuleViolated;
import io.fairlead.testing.KnownHistory;
import io.fairlead.testing.ProcessUnderTest;
import io.fairlead.testing.SentCommands;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What happens by itself to money that is owed to a customer: opened, told, set against an invoice, closed (case 38). */
class CustomerOwedTest {

    private static final InvoiceIssued INVOICED = (InvoiceIssued) eightHours().getLast();
    private static final InvoiceIssued OTHER =
            InvoiceIssued.newBuilder(INVOICED).setInvoiceId("invoice:other").build();

    /** What the credit note of 360.00 gave back beyond the 330.25 that were open. */
    private static final CustomerCreditOpened OWED = CustomerCreditOpened.newBuilder()
            .setCustomerCreditId(CustomerCreditId.of("credit-note:crn-1").value())
            .setDocumentId("credit-note:crn-1")
            .setNumber("CRN-1")
            .setInvoiceId("invoice:inv-1")
            .setAmount(wire("29.75"))
            .setCurrency("EUR")
            .setIssueDate(CREDIT_DAY)
            .setAskedBy(BILLER)
            .setContractId("contract:K-1")
            .setCustomerId("customer:ACME")
            .setLegalEntityId("legal-entity:GMBH")
            .build();

    private static final CustomerCreditId ID = new CustomerCreditId(OWED.getCustomerCreditId());

    private final SentCommands sent = new SentCommands();
    private final KnownHistory history = new KnownHistory();

    @Test
    void what_a_credit_gives_back_beyond_what_is_open_is_owed_in_the_name_of_who_asked() {
        var another = CreditReserved.newBuilder(twoHoursGranted())
                .setCreditNoteId("credit-note:another")
                .setPreparer("idp|else")
                .build();
        history.with(INVOICE.value(), another, twoHoursGranted());

        opening().on(applied("360.00", "330.25"));

        assertThat(sent.commands()).containsExactly(new OpenCustomerCredit(ID, OWED));
        assertThat(sent.keys()).containsExactly("open/" + OWED.getCustomerCreditId());
    }

    @Test
    void a_credit_within_what_is_open_owes_nothing() {
        opening().on(applied("360.00", "360.00"));

        assertThat(sent.commands()).isEmpty();
    }

    @Test
    void an_invoice_below_0_is_owed_to_its_customer_and_no_other_is() {
        opening().on(INVOICED);
        opening().on(InvoiceIssued.newBuilder(INVOICED).setGross(wire("0")).build());
        assertThat(sent.commands()).isEmpty();

        opening().on(InvoiceIssued.newBuilder(INVOICED).setGross(wire("-240")).build());
        assertThat(sent.of(OpenCustomerCredit.class)).singleElement().satisfies(open -> {
            assertThat(open.customerCreditId()).isEqualTo(CustomerCreditId.of("invoice:inv-1"));
            assertThat(open.owed().getDocumentId()).isEqualTo("invoice:inv-1");
            assertThat(open.owed().getAmount()).isEqualTo(wire("240"));
            assertThat(open.owed().getAskedBy()).isNull();
        });
    }

    @Test
    void its_key_is_that_of_its_document_alone() {
        assertThat(CustomerCreditId.of("credit-note:crn-1")).isEqualTo(CustomerCreditId.of("credit-note:crn-1"));
        assertThat(CustomerCreditId.of("credit-note:crn-1")).isNotEqualTo(CustomerCreditId.of("credit-note:crn-2"));
        assertThatThrownBy(() -> new CustomerCreditId("credit-note:crn-1")).isInstanceOf(RuleViolated.class);
    }

    @Test
    void what_is_owed_is_told_with_the_sum_and_the_ways_out() {
        history.with(ID.value(), OWED);

        telling().on(OWED);

        assertThat(sent.commands())
                .containsExactly(RaiseException.about(
                        "CREDIT_OWED",
                        "credit-note:crn-1",
                        "29.75 EUR are owed to the customer by credit-note:crn-1."
                                + " Set it against another invoice, or pay it out.",
                        OwnerRole.FINANCE_OPERATIONS,
                        new Stake(wire("29.75"), "EUR"),
                        "legal-entity:GMBH",
                        EVENING));
        assertThat(sent.keys()).containsExactly("owed/" + ProcessUnderTest.EVENT_ID);
    }

    @Test
    void what_was_used_meanwhile_is_not_told() {
        history.with(ID.value(), OWED, assigned("29.75", "0.00"));

        telling().on(OWED);

        assertThat(sent.commands()).isEmpty();
    }

    @Test
    void what_another_invoice_did_not_take_is_told_again() {
        history.with(ID.value(), OWED, assigned("29.75", "0.00"), returned("29.75"));

        telling().on(returned("29.75"));

        assertThat(stakes()).containsExactly(new Stake(wire("29.75"), "EUR"));
    }

    @Test
    void what_came_back_is_not_taken_when_its_reaction_is_repeated() {
        history.with(ID.value(), OWED, assigned("29.75", "0.00"), returned("29.75"));

        settling().on(assigned("29.75", "0.00"));

        assertThat(sent.commands()).isEmpty();
    }

    @Test
    void who_says_it_is_cleared_hears_what_is_still_owed() {
        history.with(ID.value(), OWED, paidOut("20.00", "9.75"));

        telling().on(resolved("CREDIT_OWED", "credit-note:crn-1"));

        assertThat(stakes()).containsExactly(new Stake(wire("9.75"), "EUR"));
    }

    @Test
    void another_work_item_or_one_that_it_closed_itself_is_not_told_again() {
        history.with(ID.value(), OWED);

        telling().on(resolved("POSTING_REFUSED", "credit-note:crn-1"));
        telling()
                .on(ExceptionResolved.newBuilder(resolved("CREDIT_OWED", "credit-note:crn-1"))
                        .setResolvedBy("fairlead|process-customer-owed")
                        .build());

        assertThat(sent.commands()).isEmpty();
    }

    @Test
    void the_work_item_is_closed_with_the_last_cent() {
        told(EVENING);

        telling().on(assigned("20.00", "9.75"));
        telling().on(paidOut("9.74", "0.01"));
        assertThat(sent.of(ResolveException.class)).isEmpty();
        assertThat(sent.of(RestateException.class))
                .as("it tells what is left")
                .extracting(RestateException::stake)
                .containsExactly(new Stake(wire("9.75"), "EUR"), new Stake(wire("0.01"), "EUR"));

        telling().on(assigned("9.75", "0.00"));
        telling().on(paidOut("9.75", "0.00"));
        var closed = new ResolveException(
                RaiseException.idOf("CREDIT_OWED", "credit-note:crn-1"),
                "nothing is owed any more",
                "fairlead|process-customer-owed",
                0,
                EVENING);
        assertThat(sent.of(ResolveException.class)).containsExactly(closed, closed);
        assertThat(sent.keys()).contains("cured/CREDIT_OWED/" + ProcessUnderTest.EVENT_ID);
    }

    @Test
    void a_work_item_that_was_raised_later_has_another_cause_and_stays() {
        told(EVENING.plusSeconds(1));

        telling().on(paidOut("29.75", "0.00"));

        assertThat(sent.commands()).isEmpty();
    }

    @Test
    void what_is_set_against_an_invoice_is_taken_there() {
        settling().on(assigned("20.00", "9.75"));

        assertThat(sent.commands())
                .containsExactly(new TakeCustomerCredit(new InvoiceId("invoice:other"), assigned("20.00", "9.75")));
        assertThat(sent.keys()).containsExactly("take/" + ID + "/a");
    }

    @Test
    void what_the_invoice_does_not_take_comes_back_with_its_reason() {
        sent.refuse(TakeCustomerCredit.class, new RuleViolated("B-12", "only EUR 5.00 is open"));

        settling().on(assigned("20.00", "9.75"));

        assertThat(sent.of(ReturnCustomerCredit.class))
                .containsExactly(new ReturnCustomerCredit(ID, "a", "only EUR 5.00 is open"));
        assertThat(sent.keys()).containsExactly("take/" + ID + "/a", "return/" + ID + "/a");
    }

    private ProcessUnderTest opening() {
        return new ProcessUnderTest(new WhenDocumentOwesCustomerThenOpen(sent, history));
    }

    private ProcessUnderTest telling() {
        return new ProcessUnderTest(new WhenCustomerIsOwedThenTell(sent, history));
    }

    private ProcessUnderTest settling() {
        return new ProcessUnderTest(new WhenCustomerCreditIsUsedThenSettle(sent, history));
    }

    private List<Stake> stakes() {
        return sent.of(RaiseException.class).stream().map(RaiseException::stake).toList();
    }

    private void told(Instant at) {
        var item = RaiseException.idOf("CREDIT_OWED", "credit-note:crn-1").value();
        history.with(
                item,
                ExceptionRaised.newBuilder()
                        .setExceptionId(item)
                        .setOccurrence(1)
                        .setCode("CREDIT_OWED")
                        .setSubjectId("credit-note:crn-1")
                        .setSentence("owed")
                        .setOwnerRole("FINANCE_OPERATIONS")
                        .setRaisedAt(at)
                        .setDueAt(at)
                        .build());
    }

    private static CreditApplied applied(String gross, String applied) {
        return CreditApplied.newBuilder()
                .setInvoiceId("invoice:inv-1")
                .setCreditNoteId(CREDIT.value())
                .setNumber("CRN-1")
                .setIssueDate(CREDIT_DAY)
                .setGross(wire(gross))
                .setApplied(wire(applied))
                .setOpen(wire("0"))
                .setCurrency("EUR")
                .setContractId("contract:K-1")
                .setCustomerId("customer:ACME")
                .setLegalEntityId("legal-entity:GMBH")
                .build();
    }

    private static CustomerCreditAssigned assigned(String amount, String left) {
        var command = new AssignCustomerCredit(ID, "a", OTHER, wire(amount), CREDIT_DAY, BILLER, MergedCustomers.NONE);
        return CustomerCreditEvents.assigned(command, OWED, wire(amount), wire(left));
    }

    private static CustomerCreditReturned returned(String left) {
        var back = new ReturnCustomerCredit(ID, "a", "only 5.00 is open");
        return CustomerCreditEvents.returned(back, assigned("29.75", "0.00"), wire(left));
    }

    private static CustomerCreditPaidOut paidOut(String amount, String left) {
        var command = new PayOutCustomerCredit(ID, "r", wire(amount), CREDIT_DAY, "asked for", LEAD);
        return CustomerCreditEvents.paidOut(command, OWED, wire(amount), wire(left));
    }
}
