package io.fairlead.billing.credit;

import static io.fairlead.billing.credit.CreditExamples.CREDIT;
import static io.fairlead.billing.credit.CreditExamples.CREDIT_DAY;
import static io.fairlead.billing.credit.CreditExamples.ask;
import static io.fairlead.billing.credit.CreditExamples.askForAll;
import static io.fairlead.billing.credit.CreditExamples.creditDrafted;
import static io.fairlead.billing.credit.CreditExamples.eightHours;
import static io.fairlead.billing.credit.CreditExamples.twoHours;
import static io.fairlead.billing.credit.CreditExamples.twoHoursGranted;
import static io.fairlead.testing.Cast.BILLER;
import static io.fairlead.testing.Cast.INVOICE;
import static io.fairlead.testing.Refusals.refusal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fairlead.billing.event.CreditReserved;
import io.fairlead.billing.invoice.Invoice;
import io.fairlead.billing.invoice.InvoiceId;
import io.fairlead.shared.Disposition;
import io.fairlead.shared.RuleViolated;
import io.fairlead.testing.KnownHistory;
import io.fairlead.testing.ProcessUnderTest;
import io.fairlead.testing.SentCommands;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;

/** The same credit asked for again changes nothing; another one of its id is refused, and nothing is held for it. */
class RepeatedCreditTest {

    private static final InvoiceId OTHER = InvoiceId.of("inv-2");

    private final FixtureConfiguration<Invoice> invoice = new AggregateTestFixture<>(Invoice.class);

    @Test
    void the_same_request_again_changes_nothing_however_its_amount_is_spelled() {
        var asked = ask(money("10.00"));
        var granted = CreditExamples.grant(eightHours()).of(asked);

        invoice.given(with(granted))
                .when(asked)
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
        invoice.given(with(granted))
                .when(ask(money("10")))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void other_lines_under_the_same_id_are_another_credit() {
        for (var other : List.of(
                ask(money("10.01")),
                ask(new CreditRequest(1, 3_600, null, Disposition.CORRECTED)),
                ask(new CreditRequest(1, 7_200, null, Disposition.REOPEN)),
                ask(twoHours(), new CreditRequest(99, 60, null, Disposition.CORRECTED)),
                askForAll(Disposition.CORRECTED))) {
            invoice.given(with(twoHoursGranted())).when(other).expectException(refusal("K-06"));
        }
    }

    @Test
    void a_credit_granted_before_requests_were_kept_is_known_by_its_words_alone() {
        var before =
                CreditReserved.newBuilder(twoHoursGranted()).setRequest(null).build();

        invoice.given(with(before))
                .when(ask(money("10.00")))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void lines_and_what_becomes_of_the_whole_are_not_said_both() {
        assertThatThrownBy(() -> new ReserveCredit(
                        INVOICE, CREDIT, List.of(twoHours()), Disposition.REOPEN, CREDIT_DAY, "agreed", BILLER))
                .isInstanceOfSatisfying(RuleViolated.class, refused -> {
                    assertThat(refused.code()).isEqualTo("K-05");
                    assertThat(refused.field()).isEqualTo("rest");
                });
    }

    @Test
    void a_credit_note_of_another_invoice_is_not_drawn_up_again() {
        var ofOther = CreditReserved.newBuilder(twoHoursGranted())
                .setInvoiceId(OTHER.value())
                .build();

        new AggregateTestFixture<>(CreditNote.class)
                .given(creditDrafted())
                .when(new DraftCreditNote(CREDIT, ofOther))
                .expectException(refusal("K-06"));
    }

    @Test
    void what_was_granted_under_an_id_of_another_invoice_is_given_back() {
        var sent = new SentCommands();
        sent.refuse(
                DraftCreditNote.class, new RuleViolated("K-06", "creditNoteId", "it is another one", "use another"));
        new ProcessUnderTest(new WhenCreditGrantedThenDraft(sent)).on(twoHoursGranted());

        assertThat(sent.commands()).endsWith(new ReleaseCredit(INVOICE, CREDIT, "it is another one"));
        assertThat(sent.keys()).last().isEqualTo("release/credit-note:crn-1/" + INVOICE.value());
    }

    @Test
    void an_id_is_looked_up_before_anything_is_asked_for() {
        var history = new KnownHistory().with(CREDIT.value(), creditDrafted());
        var ofOther = new ReserveCredit(OTHER, CREDIT, List.of(), Disposition.REOPEN, CREDIT_DAY, "agreed", BILLER);

        CreditGrant.requireOwnId(history, ask(twoHours()));
        CreditGrant.requireOwnId(new KnownHistory(), ofOther);
        assertThatThrownBy(() -> CreditGrant.requireOwnId(history, ofOther))
                .isInstanceOfSatisfying(RuleViolated.class, refused -> assertThat(refused.code())
                        .isEqualTo("K-06"));
    }

    private static CreditRequest money(String amount) {
        return new CreditRequest(1, null, new BigDecimal(amount), Disposition.WRITE_OFF);
    }

    private static List<Object> with(CreditReserved granted) {
        var events = new ArrayList<>(eightHours());
        events.add(granted);
        return events;
    }
}
