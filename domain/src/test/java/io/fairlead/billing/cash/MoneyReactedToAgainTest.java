package io.fairlead.billing.cash;

import static io.fairlead.billing.cash.MoneyExamples.MONEY;
import static io.fairlead.billing.cash.MoneyExamples.applied;
import static io.fairlead.billing.cash.MoneyExamples.issuedAs;
import static io.fairlead.billing.cash.MoneyExamples.named;
import static io.fairlead.billing.cash.MoneyExamples.ofNobody;
import static io.fairlead.billing.cash.MoneyExamples.received;
import static io.fairlead.billing.cash.MoneyExamples.unapplied;
import static io.fairlead.testing.Cast.EVENING;
import static io.fairlead.testing.Cast.MONTH_END;
import static io.fairlead.testing.Cast.wire;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.billing.event.MoneyReceived;
import io.fairlead.billing.event.PaymentTakenBack;
import io.fairlead.billing.event.ReceiptAssigned;
import io.fairlead.exception.RaiseException;
import io.fairlead.exception.RestateException;
import io.fairlead.exception.Stake;
import io.fairlead.exception.event.ExceptionRaised;
import io.fairlead.exception.event.ExceptionResolved;
import io.fairlead.party.event.CustomerMerged;
import io.fairlead.testing.KnownHistory;
import io.fairlead.testing.ProcessUnderTest;
import io.fairlead.testing.SentCommands;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Reactions about money that come again later find other things open than at first, and leave them alone. */
class MoneyReactedToAgainTest {

    private static final String ITEM =
            RaiseException.idOf("PAYMENT_NOT_APPLIED", MONEY.value()).value();

    private final SentCommands sent = new SentCommands();
    private final KnownHistory history = new KnownHistory().with("invoice:inv-1", issuedAs("inv-1"));

    @BeforeEach
    void money() {
        history.with(MONEY.value(), received("24", named("inv-1", null)));
    }

    @Test
    void what_was_told_to_be_left_stays_there_though_its_invoice_is_open_by_now() {
        applying().on(received("24", named("inv-1", null)));
        assertThat(sent.of(ApplyReceipt.class)).hasSize(1);

        history.with(ITEM, raised(EVENING));
        applying().on(received("24", named("inv-1", null)));
        assertThat(sent.of(ApplyReceipt.class)).as("nothing more").hasSize(1);
    }

    @Test
    void what_was_told_before_is_tried_again_when_something_happens_since() {
        history.with(ITEM, raised(EVENING.minusSeconds(1)));

        applying().on(received("24", named("inv-1", null)));

        assertThat(sent.of(ApplyReceipt.class)).hasSize(1);
    }

    @Test
    void what_an_invoice_refuses_stays_with_the_person_who_has_the_rest_of_that_money() {
        var refused = unapplied(applied("a", "inv-1", "4", "20"), "24", "REFUSED", "paid by then", "process|pay");
        applying().on(refused);
        assertThat(sent.of(ApplyReceipt.class)).as("nobody has it").hasSize(1);

        history.with(ITEM, raised(EVENING.minusSeconds(1)));
        applying().on(refused);
        assertThat(sent.of(ApplyReceipt.class)).as("nothing more").hasSize(1);
    }

    /** It was told where it is tried next, while its work item was open still; then the process that lags closed that. */
    @Test
    void what_an_invoice_refused_while_its_work_item_was_closed_is_told_again() {
        var refused = unapplied(applied("a", "inv-1", "24", "0"), "24", "REFUSED", "paid by then", "process|pay");
        history.with(ITEM, raised(EVENING.minusSeconds(1)));
        telling().on(refused);
        assertThat(sent.of(RaiseException.class)).as("it is open").isEmpty();

        history.with(ITEM, closed("idp|lead"));
        telling().on(refused);
        assertThat(sent.of(RaiseException.class)).as("a person did").isEmpty();

        history.with(ITEM, closed("fairlead|process-money-left"));
        telling().on(refused);
        assertThat(sent.of(RaiseException.class)).hasSize(1);
    }

    @Test
    void an_open_work_item_tells_what_is_left_by_now() {
        history.with(ITEM, raised(EVENING.minusSeconds(1))).with(MONEY.value(), applied("a", "inv-1", "4", "20"));
        telling().on(applied("a", "inv-1", "4", "20"));

        assertThat(sent.of(RestateException.class)).singleElement().satisfies(restated -> {
            assertThat(restated.stake()).isEqualTo(new Stake(wire("20"), "EUR"));
            assertThat(restated.sentence()).startsWith("20 EUR of receipt:pay-1 pay no invoice.");
            assertThat(restated.at()).isEqualTo(EVENING);
        });
    }

    @Test
    void what_nobody_was_told_of_or_a_person_cleared_is_not_told_again() {
        telling().on(applied("a", "inv-1", "4", "20"));
        history.with(ITEM, raised(EVENING.plusSeconds(1)));
        telling().on(applied("a", "inv-1", "4", "20"));
        history.with(ITEM, raised(EVENING.minusSeconds(2)))
                .with(
                        ITEM,
                        ExceptionResolved.newBuilder(closed("idp|lead"))
                                .setResolvedAt(EVENING.minusSeconds(1))
                                .build());
        telling().on(applied("a", "inv-1", "4", "20"));

        assertThat(sent.of(RestateException.class)).isEmpty();
    }

    private static ExceptionResolved closed(String by) {
        return ExceptionResolved.newBuilder()
                .setExceptionId(ITEM)
                .setOccurrence(1)
                .setCode("PAYMENT_NOT_APPLIED")
                .setSubjectId(MONEY.value())
                .setResolution("nothing is left")
                .setResolvedBy(by)
                .setMinutesSpent(0)
                .setResolvedAt(EVENING)
                .build();
    }

    private ProcessUnderTest telling() {
        return new ProcessUnderTest(new WhenMoneyIsLeftThenTell(sent, history));
    }

    @Test
    void an_invoice_takes_no_money_that_came_back_after_its_issue() {
        issuing().on(issuedAs("inv-1"));
        assertThat(sent.of(ApplyReceipt.class)).hasSize(1);

        history.with(ITEM, raised(EVENING.plusSeconds(1)));
        issuing().on(issuedAs("inv-1"));
        assertThat(sent.of(ApplyReceipt.class)).as("nothing more").hasSize(1);
    }

    /** It came in before the invoice was issued, and nobody knew whose it was. */
    @Test
    void an_invoice_takes_no_money_of_which_it_is_told_after_its_issue_whose_it_is() {
        var late = new KnownHistory()
                .with("invoice:inv-1", issuedAs("inv-1"))
                .with(MONEY.value(), ofNobody("24"))
                .at(EVENING.plusSeconds(1), MONEY.value(), assigned());

        new ProcessUnderTest(new WhenInvoiceIssuedThenTakeMoneyOnAccount(new NothingDue(), sent, late))
                .on(issuedAs("inv-1"));
        assertThat(sent.commands()).isEmpty();

        var early = new KnownHistory()
                .with("invoice:inv-1", issuedAs("inv-1"))
                .with(MONEY.value(), ofNobody("24"))
                .at(EVENING, MONEY.value(), assigned());
        new ProcessUnderTest(new WhenInvoiceIssuedThenTakeMoneyOnAccount(new NothingDue(), sent, early))
                .on(issuedAs("inv-1"));
        assertThat(sent.of(ApplyReceipt.class)).hasSize(1);
    }

    @Test
    void an_invoice_takes_no_money_that_came_in_after_its_issue() {
        var late = new KnownHistory()
                .with("invoice:inv-1", issuedAs("inv-1"))
                .at(EVENING.plusSeconds(1), MONEY.value(), received("24"));

        new ProcessUnderTest(new WhenInvoiceIssuedThenTakeMoneyOnAccount(new NothingDue(), sent, late))
                .on(issuedAs("inv-1"));

        assertThat(sent.commands()).isEmpty();
    }

    @Test
    void an_invoice_takes_no_money_of_a_customer_that_became_the_same_after_its_issue() {
        var other = MoneyReceived.newBuilder(received("24"))
                .setCustomerId("customer:acme-old")
                .build();
        var merged = CustomerMerged.newBuilder()
                .setCustomerId("customer:acme-old")
                .setIntoCustomerId("customer:ACME")
                .setReason("the same firm")
                .setMergedBy("idp|clerk")
                .setMergedAt(EVENING)
                .build();
        var late = new KnownHistory()
                .with("invoice:inv-1", issuedAs("inv-1"))
                .with(MONEY.value(), other)
                .at(EVENING.plusSeconds(1), "customer:acme-old", merged);

        new ProcessUnderTest(new WhenInvoiceIssuedThenTakeMoneyOnAccount(new NothingDue(), sent, late))
                .on(issuedAs("inv-1"));

        assertThat(sent.commands()).isEmpty();
    }

    private static ReceiptAssigned assigned() {
        return ReceiptAssigned.newBuilder()
                .setReceiptId(MONEY.value())
                .setLegalEntityId("legal-entity:GMBH")
                .setCustomerId("customer:ACME")
                .setLeft(wire("24"))
                .setCurrency("EUR")
                .setValueDate(MONTH_END)
                .setAssignedBy("idp|clerk")
                .build();
    }

    @Test
    void an_invoice_that_is_open_again_takes_none_by_itself() {
        history.with(
                "invoice:inv-1",
                issuedAs("inv-1"),
                PaymentTakenBack.newBuilder()
                        .setInvoiceId("invoice:inv-1")
                        .setReceiptId("receipt:other")
                        .setApplicationId("a")
                        .setAmount(wire("119"))
                        .setOpen(wire("119"))
                        .setCurrency("EUR")
                        .setValueDate(MONTH_END)
                        .setReason("meant for another")
                        .setContractId("contract:K-1")
                        .setCustomerId("customer:ACME")
                        .setLegalEntityId("legal-entity:GMBH")
                        .build());

        issuing().on(issuedAs("inv-1"));

        assertThat(sent.commands()).isEmpty();
    }

    private static ExceptionRaised raised(Instant at) {
        return ExceptionRaised.newBuilder()
                .setExceptionId(ITEM)
                .setOccurrence(1)
                .setCode("PAYMENT_NOT_APPLIED")
                .setSubjectId(MONEY.value())
                .setSentence("left")
                .setOwnerRole("FINANCE_OPERATIONS")
                .setRaisedAt(at)
                .setDueAt(at)
                .build();
    }

    private ProcessUnderTest applying() {
        return new ProcessUnderTest(new WhenPaymentReceivedThenApply(new NothingDue(), sent, history));
    }

    private ProcessUnderTest issuing() {
        return new ProcessUnderTest(new WhenInvoiceIssuedThenTakeMoneyOnAccount(new NothingDue(), sent, history));
    }

    /** All of the money is on account. */
    private static final class NothingDue implements OpenItems {

        @Override
        public List<String> invoices(String legalEntityId, String customerId, String currency) {
            return List.of();
        }

        @Override
        public List<String> receipts(String legalEntityId, String customerId, String currency) {
            return List.of(MONEY.value());
        }
    }
}
