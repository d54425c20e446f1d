package io.fairlead.billing.cash;

import static io.fairlead.billing.cash.MoneyExamples.MONEY;
import static io.fairlead.billing.cash.MoneyExamples.applied;
import static io.fairlead.billing.cash.MoneyExamples.issuedAs;
import static io.fairlead.billing.cash.MoneyExamples.named;
import static io.fairlead.billing.cash.MoneyExamples.ofNobody;
import static io.fairlead.billing.cash.MoneyExamples.received;
import static io.fairlead.billing.cash.MoneyExamples.unapplied;
import static io.fairlead.testing.Cast.ACME;
import static io.fairlead.testing.Cast.GMBH;
import static io.fairlead.testing.Cast.MONTH_END;
import static io.fairlead.testing.Cast.resolved;
import static io.fairlead.testing.Cast.wire;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.billing.event.InvoiceIssued;
import io.fairlead.billing.event.PaymentApplied;
import io.fairlead.billing.event.ReceivablePolicySet;
import io.fairlead.billing.invoice.BillingExamples;
import io.fairlead.exception.RaiseException;
import io.fairlead.exception.Stake;
import io.fairlead.shared.RuleViolated;
import io.fairlead.testing.KnownHistory;
import io.fairlead.testing.ProcessUnderTest;
import io.fairlead.testing.SentCommands;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What happens by itself with money: applied as it names, then to the earliest due; what is left is told. */
class MoneyProcessesTest {

    private final SentCommands sent = new SentCommands();
    private final KnownHistory history = new KnownHistory()
            .with("invoice:inv-1", issuedAs("inv-1")) // 119.00 each
            .with("invoice:inv-2", issuedAs("inv-2"))
            .with("invoice:inv-3", issuedAs("inv-3"));
    private List<String> due = List.of();
    private List<String> waiting = List.of();

    @Test
    void money_goes_where_it_says_in_that_order() {
        var money = received("200", named("inv-2", null), named("inv-1", null));
        history.with(MONEY.value(), money);

        applying().on(money);

        assertThat(parts()).containsExactly("inv-2 119.00 NAMED", "inv-1 81.00 NAMED");
        assertThat(sent.of(RaiseException.class)).isEmpty();
    }

    @Test
    void what_it_does_not_name_goes_to_the_earliest_due() {
        due = List.of("invoice:inv-3", "invoice:inv-1", "invoice:inv-2");
        var money = received("250", named("inv-1", "100"));
        history.with(MONEY.value(), money);

        applying().on(money);

        assertThat(parts())
                .containsExactly("inv-1 100.00 NAMED", "inv-3 119.00 OLDEST_FIRST", "inv-2 31.00 OLDEST_FIRST");
    }

    @Test
    void what_names_the_invoice_of_another_customer_pays_no_invoice_that_nobody_named() {
        due = List.of("invoice:inv-2");
        var other = InvoiceIssued.newBuilder(issuedAs("inv-4"))
                .setCustomerId("customer:other")
                .build();
        history.with("invoice:inv-4", other);
        var money = received("238", named("inv-1", null), named("inv-4", null));
        history.with(MONEY.value(), money);

        applying().on(money);

        assertThat(parts()).containsExactly("inv-1 119.00 NAMED");
        assertThat(sent.of(RaiseException.class)).singleElement().satisfies(raised -> assertThat(raised.sentence())
                .contains("INV-inv-4 is no invoice of"));
    }

    @Test
    void where_the_policy_says_so_the_rest_stays_on_account() {
        due = List.of("invoice:inv-3");
        history.with("receivable-policy:GMBH", policy("2026-01-01", "NONE"), policy("2026-04-01", "OLDEST_FIRST"));
        var money = received("250", named("inv-1", null));
        history.with(MONEY.value(), money);

        applying().on(money);

        assertThat(parts()).containsExactly("inv-1 119.00 NAMED");
        assertThat(sent.of(RaiseException.class)).singleElement().satisfies(raised -> {
            assertThat(raised.code()).isEqualTo("PAYMENT_NOT_APPLIED");
            assertThat(raised.sentence()).contains("only 119 is open of INV-inv-1");
        });
    }

    @Test
    void money_for_one_invoice_goes_as_far_as_it_is_open() {
        due = List.of("invoice:inv-2");
        var payment = BillingExamples.received("150");
        history.with(MONEY.value(), payment);

        applying().on(payment);

        assertThat(parts()).containsExactly("inv-1 119.00 NAMED", "inv-2 31.00 OLDEST_FIRST");
    }

    @Test
    void money_that_nobody_is_known_for_is_told() {
        due = List.of("invoice:inv-1");
        var money = ofNobody("500");
        history.with(MONEY.value(), money);

        applying().on(money);

        assertThat(sent.of(ApplyReceipt.class)).isEmpty();
        assertThat(sent.of(RaiseException.class)).singleElement().satisfies(raised -> {
            assertThat(raised.subjectId()).isEqualTo(MONEY.value());
            assertThat(raised.stake()).isEqualTo(new Stake(wire("500"), "EUR"));
        });
    }

    @Test
    void reacted_to_again_nothing_is_applied_twice() {
        var money = received("119", named("inv-1", null));
        history.with(MONEY.value(), money);
        applying().on(money);
        var first = sent.of(ApplyReceipt.class).getFirst();
        history.with(MONEY.value(), applied(first.applicationId(), "inv-1", "119", "0"));

        applying().on(money);

        assertThat(sent.of(ApplyReceipt.class)).hasSize(1);
    }

    @Test
    void what_a_person_clears_is_tried_again() {
        var money = received("119", named("inv-1", null));
        history.with(MONEY.value(), money);

        applying().on(resolved("PAYMENT_NOT_APPLIED", MONEY.value()));

        assertThat(parts()).containsExactly("inv-1 119.00 NAMED");
    }

    @Test
    void what_was_applied_before_receipts_had_parts_is_noted_and_not_applied_again() {
        var payment = BillingExamples.received("119");
        history.with(MONEY.value(), payment).with("invoice:inv-1", former());

        applying().on(payment);
        new ProcessUnderTest(new WhenPaymentAppliedThenNote(sent)).on(former());

        assertThat(sent.commands()).containsExactly(new NotePayment(MONEY, former()), new NotePayment(MONEY, former()));
        assertThat(sent.keys()).containsExactly("note/receipt:pay-1", "note/receipt:pay-1");
    }

    @Test
    void what_an_invoice_refuses_is_on_account_again() {
        var part = applied("a", "inv-1", "119", "381");
        sent.refuse(ApplyPayment.class, new RuleViolated("B-12", "only EUR 100.00 is open"));

        paying().on(part);

        assertThat(sent.of(UnapplyReceipt.class)).singleElement().satisfies(back -> {
            assertThat(back.cause()).isEqualTo(Unapplication.REFUSED);
            assertThat(back.reason()).isEqualTo("only EUR 100.00 is open");
        });
    }

    @Test
    void what_is_taken_from_an_invoice_is_open_there() {
        var back = unapplied(applied("a", "inv-1", "119", "0"), "119", "BY_HAND", "wrong", "idp|clerk");

        paying().on(back);

        assertThat(sent.of(TakeBackPayment.class))
                .extracting(TakeBackPayment::invoiceId)
                .hasToString("[invoice:inv-1]");
    }

    @Test
    void an_invoice_that_is_issued_takes_money_on_account_the_earliest_first() {
        waiting = List.of("receipt:pay-1", "receipt:pay-2");
        history.with(MONEY.value(), received("24")).with("receipt:pay-2", received("100"));

        issuing().on(issuedAs("inv-1"));

        assertThat(sent.of(ApplyReceipt.class))
                .extracting(each -> each.receiptId().value() + " " + each.amount() + " " + each.how())
                .as("as much as is left by then")
                .containsExactly(MONEY.value() + " null OLDEST_FIRST", "receipt:pay-2 null OLDEST_FIRST");
        assertThat(sent.of(ApplyReceipt.class)).allSatisfy(each -> assertThat(each.on())
                .isEqualTo(each.to().issued().getIssueDate()));
    }

    @Test
    void an_invoice_takes_none_where_the_policy_says_so() {
        waiting = List.of("receipt:pay-1");
        history.with(MONEY.value(), received("24")).with("receivable-policy:GMBH", policy("2026-01-01", "NONE"));

        issuing().on(issuedAs("inv-1"));

        assertThat(sent.commands()).isEmpty();
    }

    private List<String> parts() {
        return sent.of(ApplyReceipt.class).stream()
                .map(each -> each.to().issued().getInvoiceId().substring("invoice:".length()) + " "
                        + Objects.requireNonNull(each.amount()).setScale(2) + " " + each.how())
                .toList();
    }

    private ProcessUnderTest applying() {
        return new ProcessUnderTest(new WhenPaymentReceivedThenApply(items(), sent, history));
    }

    private ProcessUnderTest paying() {
        return new ProcessUnderTest(
                new WhenReceiptIsAppliedThenPay((one, other, day) -> Optional.empty(), sent, history));
    }

    private ProcessUnderTest issuing() {
        return new ProcessUnderTest(new WhenInvoiceIssuedThenTakeMoneyOnAccount(items(), sent, history));
    }

    private OpenItems items() {
        return new OpenItems() {
            @Override
            public List<String> invoices(String legalEntityId, String customerId, String currency) {
                return due;
            }

            @Override
            public List<String> receipts(String legalEntityId, String customerId, String currency) {
                return waiting;
            }
        };
    }

    private static PaymentApplied former() {
        return PaymentApplied.newBuilder()
                .setInvoiceId("invoice:inv-1")
                .setReceiptId(MONEY.value())
                .setAmount(wire("119"))
                .setOpen(wire("0"))
                .setCurrency("EUR")
                .setValueDate(MONTH_END)
                .setContractId("contract:K-1")
                .setCustomerId(ACME.value())
                .setLegalEntityId(GMBH.value())
                .build();
    }

    private static ReceivablePolicySet policy(String from, String application) {
        return ReceivablePolicySet.newBuilder()
                .setReceivablePolicyId("receivable-policy:GMBH")
                .setLegalEntityId(GMBH.value())
                .setFrom(LocalDate.parse(from))
                .setApplication(application)
                .setSetBy("idp|cfo")
                .build();
    }
}
