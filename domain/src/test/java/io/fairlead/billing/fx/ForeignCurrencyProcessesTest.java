package io.fairlead.billing.fx;

import static io.fairlead.billing.invoice.BillingExamples.NUMBER;
import static io.fairlead.billing.invoice.BillingExamples.PARTIES;
import static io.fairlead.billing.invoice.BillingExamples.approved;
import static io.fairlead.billing.invoice.BillingExamples.issued;
import static io.fairlead.billing.invoice.BillingExamples.received;
import static io.fairlead.billing.invoice.BillingExamples.staged;
import static io.fairlead.testing.Cast.GMBH;
import static io.fairlead.testing.Cast.INVOICE;
import static io.fairlead.testing.Cast.ISSUE_DAY;
import static io.fairlead.testing.Cast.MONTH_END;
import static io.fairlead.testing.Cast.NOON;
import static io.fairlead.testing.Cast.resolved;
import static io.fairlead.testing.Cast.wire;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.fairlead.billing.cash.ApplyPayment;
import io.fairlead.billing.cash.ReceiptId;
import io.fairlead.billing.cash.WhenReceiptIsAppliedThenPay;
import io.fairlead.billing.event.InvoiceApproved;
import io.fairlead.billing.event.InvoiceIssued;
import io.fairlead.billing.event.NumberAssigned;
import io.fairlead.billing.event.PaymentReceived;
import io.fairlead.billing.event.ReceiptApplied;
import io.fairlead.billing.event.ReceiptUnapplied;
import io.fairlead.billing.invoice.AssignNumber;
import io.fairlead.billing.invoice.BookedAmounts;
import io.fairlead.billing.invoice.IssueInvoice;
import io.fairlead.billing.invoice.NumberSeriesId;
import io.fairlead.billing.invoice.WhenInvoiceStagedThenIssue;
import io.fairlead.exception.RaiseException;
import io.fairlead.exception.ResolveException;
import io.fairlead.exception.event.ExceptionRaised;
import io.fairlead.party.event.LegalEntityRegistered;
import io.fairlead.shared.ExchangeRate;
import io.fairlead.testing.KnownHistory;
import io.fairlead.testing.ProcessUnderTest;
import io.fairlead.testing.SentCommands;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Issue and payment of an invoice in another currency than its seller's (R13). */
class ForeignCurrencyProcessesTest {

    private static final InvoiceApproved APPROVED =
            InvoiceApproved.newBuilder(approved()).setCurrency("USD").build();
    private static final InvoiceIssued ISSUED = InvoiceIssued.newBuilder(issued("0".repeat(64)))
            .setCurrency("USD")
            .setEntityAmounts(BookedAmounts.of(
                    org.joda.money.Money.parse("USD 100.00"),
                    org.joda.money.Money.parse("USD 19.00"),
                    null,
                    rate("1.12")))
            .build();
    private static final PaymentReceived PAYMENT =
            PaymentReceived.newBuilder(received("119")).setCurrency("USD").build();
    private static final ReceiptApplied APPLIED = ReceiptApplied.newBuilder()
            .setReceiptId("receipt:pay-1")
            .setLegalEntityId("legal-entity:GMBH")
            .setCustomerId("customer:ACME")
            .setApplicationId("a-1")
            .setInvoiceId("invoice:inv-1")
            .setAmount(wire("119"))
            .setLeft(wire("0"))
            .setCurrency("USD")
            .setValueDate(MONTH_END)
            .setHow("NAMED")
            .setAppliedBy("process|process-apply-payment")
            .build();
    private static final NumberAssigned ASSIGNED = NumberAssigned.newBuilder()
            .setNumberSeriesId("number-series:GMBH-INV-2026")
            .setLegalEntityId("legal-entity:GMBH")
            .setSeries("INV")
            .setYear(2026)
            .setNumber(1)
            .setText(NUMBER)
            .setDocumentId("invoice:inv-1")
            .setIssueDate(ISSUE_DAY)
            .build();

    private final SentCommands sent = new SentCommands();
    private final Map<LocalDate, ExchangeRate> rates = new HashMap<>();
    private final KnownHistory history = new KnownHistory()
            .with("invoice:inv-1", APPROVED, staged(), ISSUED)
            .with("receipt:pay-1", PAYMENT, APPLIED)
            .with(
                    "legal-entity:GMBH",
                    LegalEntityRegistered.newBuilder()
                            .setLegalEntityId("legal-entity:GMBH")
                            .setName("Firm GmbH")
                            .setCountry("DE")
                            .setCurrency("EUR")
                            .setSellerTaxId("DE999")
                            .setZone("Europe/Berlin")
                            .setNumbering("FAIRLEAD")
                            .setInvoiceSeries("INV")
                            .setStandardRateCardId("rate-card:standard")
                            .build());

    @Test
    void it_is_issued_at_the_rate_of_its_date() {
        rates.put(ISSUE_DAY, rate("1.12"));
        issuing().on(staged());
        issuing().on(ASSIGNED);

        assertThat(sent.commands())
                .containsExactly(
                        new AssignNumber(
                                NumberSeriesId.of("GMBH-INV-2026"), GMBH, "INV", 2026, INVOICE.value(), ISSUE_DAY),
                        new IssueInvoice(INVOICE, NUMBER, "INV", 2026, ISSUE_DAY, PARTIES, rate("1.12")));
    }

    @Test
    void without_a_rate_it_gets_no_number_until_that_is_cleared() {
        issuing().on(staged());
        assertThat(sent.commands()).singleElement().isInstanceOfSatisfying(RaiseException.class, raised -> {
            assertThat(raised.code()).isEqualTo("FX_RATE_MISSING");
            assertThat(raised.sentence()).contains("USD", "EUR", "2026-04-02");
        });

        rates.put(ISSUE_DAY, rate("1.12"));
        issuing().on(resolved("FX_RATE_MISSING", "invoice:inv-1"));
        assertThat(sent.of(AssignNumber.class)).hasSize(1);
    }

    @Test
    void a_number_moved_to_a_day_without_a_rate_is_kept_and_issued_once_that_is_cleared() {
        var earlier = NumberAssigned.newBuilder(ASSIGNED)
                .setDocumentId("invoice:earlier")
                .build();
        history.with("number-series:GMBH-INV-2026", earlier, ASSIGNED);
        issuing().on(ASSIGNED);
        assertThat(sent.of(IssueInvoice.class)).isEmpty();
        assertThat(sent.of(RaiseException.class))
                .extracting(RaiseException::code, RaiseException::subjectId)
                .containsExactly(tuple("FX_RATE_MISSING", "invoice:inv-1"));

        rates.put(ISSUE_DAY, rate("1.13"));
        issuing().on(resolved("FX_RATE_MISSING", "invoice:inv-1"));
        assertThat(sent.of(IssueInvoice.class))
                .extracting(IssueInvoice::bookingFx)
                .containsExactly(rate("1.13"));
        assertThat(sent.of(AssignNumber.class)).isEmpty();
    }

    @Test
    void money_is_settled_at_the_rate_of_its_day() {
        rates.put(MONTH_END, rate("1.10"));
        paying().on(APPLIED);

        assertThat(sent.commands())
                .containsExactly(new ApplyPayment(
                        INVOICE, ReceiptId.of("pay-1"), "a-1", wire("119"), "USD", MONTH_END, rate("1.10")));
    }

    @Test
    void money_waits_for_its_rate() {
        paying().on(APPLIED);
        assertThat(sent.of(ApplyPayment.class)).isEmpty();
        assertThat(sent.of(RaiseException.class))
                .extracting(RaiseException::code)
                .containsExactly("FX_RATE_MISSING");

        rates.put(MONTH_END, rate("1.10"));
        paying().on(resolved("FX_RATE_MISSING", "receipt:pay-1"));
        assertThat(sent.of(ApplyPayment.class)).hasSize(1);
    }

    @Test
    void money_that_waits_for_a_rate_and_is_taken_back_waits_no_more() {
        paying().on(APPLIED);
        var other = ReceiptApplied.newBuilder(APPLIED).setApplicationId("a-2").build();
        history.with(RaiseException.idOf("FX_RATE_MISSING", "receipt:pay-1").value(), rateMissing())
                .with("receipt:pay-1", other, gone("a-1"));
        paying().on(gone("a-1"));
        assertThat(sent.of(ResolveException.class)).as("a-2 waits").isEmpty();

        history.with("receipt:pay-1", gone("a-2"));
        paying().on(gone("a-2"));
        assertThat(sent.of(ResolveException.class))
                .extracting(ResolveException::exceptionId)
                .containsExactly(RaiseException.idOf("FX_RATE_MISSING", "receipt:pay-1"));
    }

    @Test
    void money_that_was_taken_back_does_not_pay_when_its_reaction_is_repeated() {
        rates.put(MONTH_END, rate("1.10"));
        history.with("receipt:pay-1", gone("a-1"));

        paying().on(APPLIED);

        assertThat(sent.commands()).isEmpty();
    }

    private static ExceptionRaised rateMissing() {
        return ExceptionRaised.newBuilder()
                .setExceptionId(
                        RaiseException.idOf("FX_RATE_MISSING", "receipt:pay-1").value())
                .setOccurrence(1)
                .setCode("FX_RATE_MISSING")
                .setSubjectId("receipt:pay-1")
                .setSentence("no rate")
                .setOwnerRole("FINANCE_OPERATIONS")
                .setRaisedAt(NOON)
                .setDueAt(NOON)
                .build();
    }

    private static ReceiptUnapplied gone(String application) {
        return ReceiptUnapplied.newBuilder()
                .setReceiptId("receipt:pay-1")
                .setLegalEntityId("legal-entity:GMBH")
                .setCustomerId("customer:ACME")
                .setApplicationId(application)
                .setInvoiceId("invoice:inv-1")
                .setAmount(wire("119"))
                .setLeft(wire("119"))
                .setCurrency("USD")
                .setValueDate(MONTH_END)
                .setCause("BY_HAND")
                .setReason("meant for another")
                .setUnappliedBy("idp|teller")
                .build();
    }

    private ProcessUnderTest issuing() {
        return new ProcessUnderTest(
                new WhenInvoiceStagedThenIssue((entity, customer, contract, day) -> PARTIES, this::on, sent, history));
    }

    private ProcessUnderTest paying() {
        return new ProcessUnderTest(new WhenReceiptIsAppliedThenPay(this::on, sent, history));
    }

    private Optional<ExchangeRate> on(String one, String other, LocalDate day) {
        return one.equals("USD") && other.equals("EUR") ? Optional.ofNullable(rates.get(day)) : Optional.empty();
    }

    private static ExchangeRate rate(String rate) {
        return new ExchangeRate("EUR", "USD", new BigDecimal(rate), MONTH_END, "ECB");
    }
}
