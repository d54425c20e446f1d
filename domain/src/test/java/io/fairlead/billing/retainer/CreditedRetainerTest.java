package io.fairlead.billing.retainer;

import static io.fairlead.testing.Cast.EVENING;
import static io.fairlead.testing.Cast.LEAD;
import static io.fairlead.testing.Cast.resolved;
import static io.fairlead.testing.Cast.wire;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.billing.event.BillingItemReady;
import io.fairlead.billing.event.BillingItemReopened;
import io.fairlead.billing.event.RetainerInvoiced;
import io.fairlead.billing.event.RetainerRestored;
import io.fairlead.billing.item.BillingItemExamples;
import io.fairlead.exception.RaiseException;
import io.fairlead.exception.ResolveException;
import io.fairlead.exception.Stake;
import io.fairlead.exception.event.ExceptionRaised;
import io.fairlead.exception.event.ExceptionWaived;
import io.fairlead.shared.RuleViolated;
import io.fairlead.testing.KnownHistory;
import io.fairlead.testing.ProcessUnderTest;
import io.fairlead.testing.SentCommands;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/**
 * A retainer of 5,000 of which 3,200 were drawn is credited: the credit waits until the draw came back, and nothing comes of it
 * twice.
 */
class CreditedRetainerTest {

    private static final RetainerId RETAINER = RetainerId.of("contract:K-1", 2);
    private static final String WORK_ITEM =
            RaiseException.idOf("RETAINER_DRAWN", RETAINER.value()).value();
    private static final BillingItemReady ITEM = BillingItemReady.newBuilder(BillingItemExamples.itemReady())
            .setKind("RETAINER")
            .build();
    private static final BillingItemReopened CREDITED = BillingItemExamples.reopened("5000");
    private static final FillRetainer LOWER =
            new FillRetainer(RETAINER, ITEM, CREDITED.getCreditNoteId(), wire("-5000"), CREDITED.getAccountingDate());

    private final SentCommands sent = new SentCommands();
    private final KnownHistory history = new KnownHistory()
            .with("billing-item:m-1", ITEM, CREDITED)
            .with(RETAINER.value(), invoiced("invoice:inv-1", "5000", "5000"));

    @Test
    void what_was_credited_is_taken_off_once_the_draw_came_back() {
        told(EVENING);

        process().on(restored("3200", "5000"));

        assertThat(sent.of(FillRetainer.class)).containsExactly(LOWER);
    }

    @Test
    void it_is_taken_off_another_prepayment_as_well() {
        told(EVENING);

        process().on(invoiced("invoice:inv-2", "9000", "10800"));

        assertThat(sent.of(FillRetainer.class)).containsExactly(LOWER);
    }

    @Test
    void what_is_taken_off_closes_its_work_item_and_is_not_taken_off_again() {
        told(EVENING);
        history.with(RETAINER.value(), invoiced(CREDITED.getCreditNoteId(), "-5000", "0"));

        process().on(restored("3200", "5000"));

        assertThat(sent.commands()).extracting(Object::getClass).containsExactly(ResolveException.class);
    }

    @Test
    void as_long_as_too_little_is_left_it_waits_and_the_work_item_stays_open() {
        told(EVENING);
        sent.refuse(FillRetainer.class, new RuleViolated("Y-01", "only 1900 of the retainer is left"));

        process().on(restored("100", "1900"));

        assertThat(sent.of(ResolveException.class)).isEmpty();
    }

    @Test
    void what_people_waived_stays_as_it_is_whatever_comes_back_or_is_reacted_to_again() {
        told(EVENING);
        history.with(WORK_ITEM, waived());

        process().on(CREDITED);
        process().on(restored("3200", "5000"));
        process().on(invoiced("invoice:inv-2", "9000", "10800"));

        assertThat(sent.commands()).isEmpty();
    }

    @Test
    void another_credit_after_that_is_tried() {
        told(EVENING.minusSeconds(1));
        history.with(WORK_ITEM, waived());

        process().on(CREDITED);

        assertThat(sent.of(FillRetainer.class)).containsExactly(LOWER);
    }

    @Test
    void what_people_say_is_cleared_is_tried_and_told_again_when_it_is_not() {
        told(EVENING);
        sent.refuse(FillRetainer.class, new RuleViolated("Y-01", "only 1800 of the retainer is left"));

        process().on(resolved("RETAINER_DRAWN", RETAINER.value()));

        assertThat(sent.of(FillRetainer.class)).containsExactly(LOWER);
        assertThat(sent.of(RaiseException.class)).hasSize(1);
    }

    @Test
    void the_work_item_is_about_all_that_waits_and_not_the_first_credit_alone() {
        var more = BillingItemReopened.newBuilder(BillingItemExamples.reopened("700"))
                .setCreditNoteId("credit-note:c-2")
                .build();
        history.with("billing-item:m-1", more);
        sent.refuse(FillRetainer.class, new RuleViolated("Y-01", "only 1800 of the retainer is left"));

        process().on(more);

        assertThat(sent.of(RaiseException.class)).first().satisfies(raised -> {
            assertThat(raised.stake()).isEqualTo(new Stake(wire("5700"), "EUR"));
            assertThat(raised.sentence()).startsWith("credit-note:c-2 and 1 before it credit 5700");
            assertThat(raised.latest()).isTrue();
        });
    }

    @Test
    void a_credit_that_waits_alone_is_told_alone() {
        sent.refuse(FillRetainer.class, new RuleViolated("Y-01", "only 1800 of the retainer is left"));

        process().on(CREDITED);

        assertThat(sent.of(RaiseException.class)).first().satisfies(raised -> {
            assertThat(raised.stake()).isEqualTo(new Stake(wire("5000"), "EUR"));
            assertThat(raised.sentence()).startsWith(CREDITED.getCreditNoteId() + " credits 5000");
        });
    }

    private void told(Instant at) {
        history.with(
                WORK_ITEM,
                ExceptionRaised.newBuilder()
                        .setExceptionId(WORK_ITEM)
                        .setOccurrence(1)
                        .setCode("RETAINER_DRAWN")
                        .setSubjectId(RETAINER.value())
                        .setSentence("drawn")
                        .setOwnerRole("FINANCE_OPERATIONS")
                        .setRaisedAt(at)
                        .setDueAt(at)
                        .build());
    }

    private static ExceptionWaived waived() {
        return ExceptionWaived.newBuilder()
                .setExceptionId(WORK_ITEM)
                .setOccurrence(1)
                .setReason("the customer pays for the work")
                .setWaivedBy(LEAD)
                .setWaivedAt(EVENING)
                .build();
    }

    private static RetainerInvoiced invoiced(String document, String amount, String balance) {
        return RetainerInvoiced.newBuilder(RetainerBalanceTest.invoiced(document, amount, balance))
                .setRetainerId(RETAINER.value())
                .build();
    }

    private static RetainerRestored restored(String amount, String balance) {
        return RetainerRestored.newBuilder(
                        RetainerBalanceTest.restored("invoice:inv-1", amount, balance, "wrong month"))
                .setRetainerId(RETAINER.value())
                .build();
    }

    private ProcessUnderTest process() {
        return new ProcessUnderTest(new WhenRetainerBilledThenFill(sent, history));
    }
}
