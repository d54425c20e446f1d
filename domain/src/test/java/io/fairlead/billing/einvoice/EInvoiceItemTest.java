package io.fairlead.billing.einvoice;

import static io.fairlead.billing.einvoice.EInvoiceItem.CODE;
import static io.fairlead.billing.invoice.BillingExamples.drafted;
import static io.fairlead.testing.Cast.INVOICE;
import static io.fairlead.testing.Cast.resolved;
import static io.fairlead.testing.Cast.wire;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.billing.event.InvoiceDiscarded;
import io.fairlead.billing.event.InvoiceIssued;
import io.fairlead.billing.event.InvoiceLineAdjusted;
import io.fairlead.billing.event.InvoiceLineRemoved;
import io.fairlead.billing.event.TaxRateSet;
import io.fairlead.billing.invoice.InvoiceId;
import io.fairlead.exception.RaiseException;
import io.fairlead.exception.ResolveException;
import io.fairlead.exception.event.ExceptionRaised;
import io.fairlead.exception.event.ExceptionResolved;
import io.fairlead.exception.event.ExceptionWaived;
import io.fairlead.party.event.CustomerEndpointChanged;
import io.fairlead.party.event.CustomerTaxProfileChanged;
import io.fairlead.party.event.SellerDetailsChanged;
import io.fairlead.shared.Commands;
import io.fairlead.testing.AnyEvent;
import io.fairlead.testing.Cast;
import io.fairlead.testing.KnownHistory;
import io.fairlead.testing.ProcessUnderTest;
import io.fairlead.testing.SentCommands;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class EInvoiceItemTest {

    private static final String ITEM =
            RaiseException.idOf(CODE, INVOICE.value()).value();
    private static final EInvoiceFinding REVERSED =
            new EInvoiceFinding("UBL_TAX_ID", "buyer", "reverse charge needs it", "tell it");
    private static final EInvoiceFinding REFERENCE =
            new EInvoiceFinding("UBL_REFERENCE_MISSING", "buyerReference", "no reference", "ask the buyer");

    private final SentCommands sent = new SentCommands();
    private final KnownHistory history = new KnownHistory().with(INVOICE.value(), drafted(1, "100"));
    private EInvoiceReadiness readiness = new EInvoiceReadiness(EInvoicePolicy.WANTED, true, List.of(REVERSED));
    private final ProcessUnderTest process =
            new ProcessUnderTest(new WhenInvoiceDraftedThenCheckEInvoice(new Drafts(), sent, history));
    private final ProcessUnderTest ofParties =
            new ProcessUnderTest(new WhenPartyChangedThenCheckEInvoice(new Drafts(), sent, history));
    private final ProcessUnderTest ofIssued =
            new ProcessUnderTest(new WhenInvoiceIssuedOrDroppedThenCloseEInvoice(new Drafts(), sent, history));

    private final class Drafts implements DraftReadiness {

        @Override
        public Optional<EInvoiceReadiness> of(InvoiceId invoice) {
            return Optional.of(readiness);
        }

        @Override
        public List<InvoiceId> draftsOf(String partyId) {
            return List.of(INVOICE);
        }
    }

    @Test
    void what_a_draft_lacks_becomes_a_work_item() {
        process.on(drafted(1, "100"));

        assertThat(sent.commands()).singleElement().isInstanceOfSatisfying(RaiseException.class, raised -> {
            assertThat(raised.code()).isEqualTo("E_INVOICE_NOT_READY");
            assertThat(raised.subjectId()).isEqualTo(INVOICE.value());
            assertThat(raised.sentence()).contains("the PDF goes out alone", "UBL_TAX_ID", "tell it");
            assertThat(raised.stake())
                    .satisfies(stake -> assertThat(stake.amount()).isEqualTo(wire("100")));
        });
    }

    @Test
    void a_draft_that_lacks_nothing_needs_nobody() {
        readiness = new EInvoiceReadiness(EInvoicePolicy.REQUIRED, true, List.of());
        process.on(drafted(1, "100"));

        assertThat(sent.commands()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("cures")
    void the_item_closes_by_itself_when_what_was_missing_comes(SpecificRecord cure) {
        waits();
        readiness = new EInvoiceReadiness(EInvoicePolicy.WANTED, true, List.of());
        ofParties.on(cure);

        assertThat(sinceThen()).singleElement().isInstanceOfSatisfying(ResolveException.class, resolved -> assertThat(
                        resolved.exceptionId().value())
                .isEqualTo(ITEM));
    }

    static Stream<SpecificRecord> cures() {
        var profile = new CustomerTaxProfileChanged();
        profile.put("customerId", "customer:ACME");
        var endpoint = new CustomerEndpointChanged();
        endpoint.put("customerId", "customer:ACME");
        var seller = new SellerDetailsChanged();
        seller.put("legalEntityId", "legal-entity:GMBH");
        var rate = new TaxRateSet();
        rate.put("legalEntityId", "legal-entity:GMBH");
        return Stream.of(profile, endpoint, seller, rate);
    }

    @Test
    void something_else_that_is_missing_is_another_item() {
        waits();
        readiness = new EInvoiceReadiness(EInvoicePolicy.WANTED, true, List.of(REFERENCE));
        ofParties.on(cures().findFirst().orElseThrow());

        assertThat(sinceThen()).hasExactlyElementsOfTypes(ResolveException.class, RaiseException.class);
    }

    @Test
    void the_same_is_told_once_and_what_a_person_waived_is_not_told_again() {
        waits();
        ofParties.on(cures().findFirst().orElseThrow());
        var waived = new ExceptionWaived();
        waived.put("exceptionId", ITEM);
        waived.put("occurrence", 1);
        history.with(ITEM, waived);
        ofParties.on(cures().findFirst().orElseThrow());

        assertThat(sinceThen()).isEmpty();
    }

    @Test
    void who_says_that_it_is_cleared_though_it_is_not_hears_of_it() {
        waits();
        history.with(ITEM, resolved(CODE, INVOICE.value()));
        process.on(resolved("TAX_INVALID", INVOICE.value()));
        process.on(ExceptionResolved.newBuilder(resolved(CODE, INVOICE.value()))
                .setResolvedBy(EInvoiceItem.BY)
                .build());
        assertThat(sinceThen()).isEmpty();

        process.on(resolved(CODE, INVOICE.value()));
        assertThat(sinceThen()).singleElement().isInstanceOf(RaiseException.class);
    }

    @Test
    void with_its_issue_the_item_closes_and_nothing_is_asked_any_more() {
        waits();
        var issued = new InvoiceIssued();
        issued.put("invoiceId", INVOICE.value());
        ofIssued.on(issued);
        history.with(INVOICE.value(), issued);
        ofParties.on(cures().findFirst().orElseThrow());

        assertThat(sinceThen()).singleElement().isInstanceOf(ResolveException.class);
    }

    @ParameterizedTest
    @ValueSource(classes = {InvoiceLineRemoved.class, InvoiceLineAdjusted.class})
    void with_its_review_a_draft_is_asked_again(Class<? extends SpecificRecord> review) {
        process.on(AnyEvent.of(review, "invoiceId", INVOICE.value()));

        assertThat(sent.commands()).singleElement().isInstanceOf(RaiseException.class);
    }

    @Test
    void a_draft_that_is_given_up_lacks_nothing_any_more() {
        waits();
        ofIssued.on(AnyEvent.of(InvoiceDiscarded.class, "invoiceId", INVOICE.value()));

        assertThat(sinceThen()).singleElement().isInstanceOfSatisfying(ResolveException.class, closed -> assertThat(
                        closed.resolution())
                .isEqualTo("The draft was given up."));
    }

    @Test
    void an_item_that_a_person_waived_is_not_closed_once_more() {
        waits();
        history.with(ITEM, AnyEvent.of(ExceptionWaived.class, "exceptionId", ITEM, "occurrence", 1));
        ofIssued.on(AnyEvent.of(InvoiceDiscarded.class, "invoiceId", INVOICE.value()));

        assertThat(sinceThen()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(classes = {ExceptionWaived.class, ExceptionResolved.class})
    void what_was_done_about_an_earlier_item_leaves_the_present_one_open(Class<? extends SpecificRecord> done) {
        waits();
        var second = new KnownHistory().with(INVOICE.value(), drafted(1, "100"));
        second.with(ITEM, AnyEvent.of(done, "exceptionId", ITEM, "occurrence", 1));
        second.with(
                ITEM,
                ExceptionRaised.newBuilder(
                                history.last(ITEM, ExceptionRaised.class).orElseThrow())
                        .setOccurrence(2)
                        .build());

        new ProcessUnderTest(new WhenInvoiceDraftedThenCheckEInvoice(new Drafts(), sent, second)).on(drafted(1, "100"));
        assertThat(sinceThen()).isEmpty();

        new ProcessUnderTest(new WhenInvoiceIssuedOrDroppedThenCloseEInvoice(new Drafts(), sent, second))
                .on(AnyEvent.of(InvoiceDiscarded.class, "invoiceId", INVOICE.value()));
        assertThat(sinceThen()).singleElement().isInstanceOf(ResolveException.class);
    }

    @ParameterizedTest
    @CsvSource({"1000, false", "1001, true"})
    void a_sentence_of_more_than_a_thousand_characters_is_cut(int length, boolean cut) {
        process.on(drafted(1, "100"));
        var shortest = sentence().length() - REVERSED.reason().length();
        var reason = "r".repeat(length - shortest);
        var wordy = new EInvoiceFinding("UBL_TAX_ID", "buyer", reason, "tell it");
        readiness = new EInvoiceReadiness(EInvoicePolicy.WANTED, true, List.of(wordy));
        process.on(drafted(1, "100"));

        assertThat(sentence()).hasSize(1_000).endsWith(cut ? "(tell..." : "(tell it)");
    }

    private String sentence() {
        return sent.of(RaiseException.class).getLast().sentence();
    }

    @Test
    void what_is_told_while_the_invoice_is_issued_is_closed_at_once() {
        var meanwhile = new Commands() {
            @Override
            public void send(Object command, String key) {
                sent.send(command, key);
                if (command instanceof RaiseException) {
                    history.with(INVOICE.value(), AnyEvent.of(InvoiceIssued.class))
                            .with(ITEM, AnyEvent.of(ExceptionRaised.class, "exceptionId", ITEM));
                }
            }

            @Override
            public List<Answer> sendAll(List<Keyed> commands) {
                return sent.sendAll(commands);
            }
        };

        new ProcessUnderTest(new WhenInvoiceDraftedThenCheckEInvoice(new Drafts(), meanwhile, history))
                .on(drafted(1, "100"));

        assertThat(sent.commands()).hasExactlyElementsOfTypes(RaiseException.class, ResolveException.class);
        assertThat(sent.of(ResolveException.class).getFirst().resolution()).isEqualTo("It was issued meanwhile.");
    }

    /** All but the command that made the item. */
    private List<Object> sinceThen() {
        return sent.commands().stream().skip(1).toList();
    }

    /** The item that the first event makes stands open. */
    private void waits() {
        process.on(drafted(1, "100"));
        var raised = (RaiseException) sent.commands().getFirst();
        history.with(
                ITEM,
                ExceptionRaised.newBuilder()
                        .setExceptionId(ITEM)
                        .setOccurrence(1)
                        .setCode(CODE)
                        .setSubjectId(INVOICE.value())
                        .setSentence(raised.sentence())
                        .setOwnerRole("FINANCE_OPERATIONS")
                        .setRaisedAt(Cast.NOON)
                        .setDueAt(Cast.EVENING)
                        .build());
    }
}
