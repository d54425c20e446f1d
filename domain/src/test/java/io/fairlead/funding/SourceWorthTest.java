package io.fairlead.funding;

import static io.fairlead.testing.Cast.EVENING;
import static io.fairlead.testing.Cast.NOON;
import static io.fairlead.testing.Cast.wire;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.testing.AnyEvent;
import io.fairlead.testing.KnownHistory;
import io.fairlead.time.event.TimeApprovalChallenged;
import io.fairlead.time.event.TimeApprovalConfirmed;
import io.fairlead.time.event.TimeApprovalWithdrawn;
import io.fairlead.time.event.TimeApproved;
import io.fairlead.time.event.TimeBilled;
import io.fairlead.time.event.TimeCorrectedAfterApproval;
import io.fairlead.time.event.TimeCorrectedAfterBilling;
import io.fairlead.time.event.TimeDeferred;
import io.fairlead.time.event.TimePriced;
import io.fairlead.time.event.TimePutOnDraft;
import io.fairlead.time.event.TimeReopened;
import io.fairlead.time.event.TimeRepriced;
import io.fairlead.time.event.TimeTakenOffDraft;
import io.fairlead.time.event.TimeWrittenOff;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two hours at 60.00, and what their events leave of them for the limits. */
class SourceWorthTest {

    private static final String ENTRY = "time-entry:e-1";

    private final KnownHistory history = new KnownHistory()
            .with(ENTRY, AnyEvent.of(TimeApproved.class, "version", 1, "approvedAt", NOON))
            .with(ENTRY, priced(7_200, "120"));

    @ParameterizedTest
    @ValueSource(
            classes = {
                TimePutOnDraft.class,
                TimeTakenOffDraft.class,
                TimeBilled.class,
                TimeReopened.class,
                TimeApprovalChallenged.class,
                TimeApprovalConfirmed.class,
                TimeDeferred.class
            })
    void where_it_stands_and_what_people_think_of_it_changes_neither_worth_nor_time(
            Class<? extends SpecificRecord> type) {
        history.with(ENTRY, part(type, 1_800, "30"));

        assertThat(left()).isEqualTo("7200 s, 120.00");
    }

    @ParameterizedTest
    @ValueSource(classes = {TimeWrittenOff.class, TimeCorrectedAfterBilling.class})
    void what_was_given_up_or_never_existed_is_off(Class<? extends SpecificRecord> type) {
        history.with(ENTRY, part(type, 1_800, "30"));
        assertThat(left()).isEqualTo("5400 s, 90.00");

        history.with(ENTRY, part(type, 5_401, "90.01"));
        assertThat(left()).isEqualTo("0 s, 0.00");
    }

    @Test
    void another_price_changes_its_worth_alone_and_other_time_both() {
        history.with(ENTRY, part(TimeRepriced.class, "amountDelta", wire("-20")));
        assertThat(left()).isEqualTo("7200 s, 100.00");

        history.with(
                ENTRY, part(TimeCorrectedAfterApproval.class, "amountDelta", wire("50"), "billedSecondsDelta", 3_600));
        assertThat(left()).isEqualTo("10800 s, 150.00");
    }

    @Test
    void an_approval_taken_back_leaves_nothing_and_the_next_price_begins_anew() {
        history.with(ENTRY, part(TimeApprovalWithdrawn.class, "billedSeconds", 7_200, "amount", wire("120")));
        assertThat(left()).isEqualTo("0 s, 0.00");

        history.with(ENTRY, AnyEvent.of(TimeApproved.class, "version", 2, "approvedAt", EVENING))
                .with(ENTRY, priced(3_600, "60"));
        assertThat(left()).isEqualTo("3600 s, 60.00");
        assertThat(SourceWorth.of(history, ENTRY)).map(SourceWorth::approvedAt).contains(EVENING);
    }

    @Test
    void what_never_had_a_price_has_no_worth() {
        assertThat(SourceWorth.of(history, "time-entry:e-2")).isEmpty();
    }

    private String left() {
        var now = SourceWorth.of(history, ENTRY).orElseThrow();
        return now.seconds() + " s, " + now.worth().setScale(2).toPlainString();
    }

    private static TimePriced priced(int seconds, String amount) {
        return part(TimePriced.class, "billedSeconds", seconds, "amount", wire(amount));
    }

    private static <T extends SpecificRecord> T part(Class<T> type, int seconds, String amount) {
        var event = part(type);
        put(event, "seconds", seconds);
        put(event, "amount", wire(amount));
        return event;
    }

    private static <T extends SpecificRecord> T part(Class<T> type, Object... fields) {
        var event = AnyEvent.of(type, fields);
        put(event, "timeEntryId", ENTRY);
        put(event, "contractId", "contract:K-1");
        put(event, "currency", "EUR");
        put(event, "lineNo", 1);
        return event;
    }

    private static void put(SpecificRecord event, String name, Object value) {
        var field = event.getSchema().getField(name);
        if (field != null) {
            event.put(field.pos(), value);
        }
    }
}
