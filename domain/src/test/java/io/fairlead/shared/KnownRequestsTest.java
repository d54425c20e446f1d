package io.fairlead.shared;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.billing.event.BillingItemReady;
import io.fairlead.billing.event.BillingItemWrittenOff;
import io.fairlead.expense.event.ExpenseCorrected;
import io.fairlead.expense.event.ExpenseWrittenOff;
import io.fairlead.testing.AnyEvent;
import io.fairlead.testing.Sent;
import io.fairlead.time.event.TimeChangeRequested;
import io.fairlead.time.event.TimeCorrected;
import io.fairlead.time.event.TimeCorrectedAfterApproval;
import io.fairlead.time.event.TimeCreditProposed;
import io.fairlead.time.event.TimePriced;
import io.fairlead.time.event.TimeWrittenOff;
import org.apache.avro.specific.SpecificRecord;
import org.axonframework.messaging.MetaData;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A request that changes time or gives value up is carried out once, however often it is sent. */
class KnownRequestsTest {

    private static final MetaData REQUEST = Sent.with("key-1", "body");

    @ParameterizedTest
    @ValueSource(
            classes = {
                TimeCorrected.class,
                TimeCorrectedAfterApproval.class,
                TimeChangeRequested.class,
                TimeCreditProposed.class,
                TimeWrittenOff.class,
                BillingItemWrittenOff.class,
                ExpenseCorrected.class,
                ExpenseWrittenOff.class
            })
    void what_a_request_did_is_known_by_its_key_and_body(Class<? extends SpecificRecord> type) {
        var known = KnownRequests.NONE.after(AnyEvent.of(type), REQUEST);

        assertThat(known.have(REQUEST)).isTrue();
        assertThat(known.have(Sent.with("key-2", "body"))).isFalse();
        assertThat(known.have(Sent.with("key-1", "another body"))).isFalse();
        assertThat(known.have(MetaData.emptyInstance())).isFalse();
        assertThat(known.after(AnyEvent.of(type), REQUEST)).isEqualTo(known);
    }

    @ParameterizedTest
    @ValueSource(classes = {TimePriced.class, BillingItemReady.class})
    void of_other_events_the_stream_itself_tells_whether_they_happened(Class<? extends SpecificRecord> type) {
        assertThat(KnownRequests.NONE.after(AnyEvent.of(type), REQUEST)).isEqualTo(KnownRequests.NONE);
    }
}
