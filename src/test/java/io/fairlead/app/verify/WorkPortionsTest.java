package io.fairlead.app.verify;

import static io.fairlead.app.verify.Seen.priced;
import static io.fairlead.app.verify.Seen.set;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.app.verify.account.WorkAccount;
import io.fairlead.app.verify.account.WorkAccount.Work;
import io.fairlead.time.event.TimeApprovalWithdrawn;
import io.fairlead.time.event.TimeBilled;
import io.fairlead.time.event.TimeCorrectedAfterBilling;
import io.fairlead.time.event.TimePutOnDraft;
import io.fairlead.time.event.TimeReopened;
import io.fairlead.time.event.TimeRepriced;
import io.fairlead.time.event.TimeWrittenOff;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;

class WorkPortionsTest {

    private static final String A = "time-entry:a";

    private final List<SpecificRecord> events = new ArrayList<>(List.of(
            priced(A, "100"),
            drafted(1, "invoice:1", "60"),
            billed(1, "invoice:1", "60"),
            drafted(2, "invoice:2", "30")));

    @Test
    void parts_of_a_source_stand_in_different_places() {
        var work = work();

        assertThat(account().contradictions()).isEmpty();
        assertThat(work.unbilled()).isEqualByComparingTo("10");
        assertThat(work.drafted()).isEqualByComparingTo("30");
        assertThat(work.billed()).isEqualByComparingTo("60");
    }

    @Test
    void credits_reopen_give_up_or_take_away() {
        events.add(event(new TimeReopened(), "portionNo", 1, "amount", "20"));
        events.add(event(new TimeWrittenOff(), "portionNo", 1, "creditNoteId", "credit-note:1", "amount", "15"));
        events.add(event(new TimeCorrectedAfterBilling(), "portionNo", 1, "amount", "25"));
        events.add(event(new TimeWrittenOff(), "portionNo", 0, "amount", "5"));
        events.add(event(new TimeRepriced(), "amountDelta", "-2"));
        var work = work();

        assertThat(account().contradictions()).isEmpty();
        assertThat(work.billed()).isZero();
        assertThat(work.unbilled()).isEqualByComparingTo("23");
        assertThat(work.writtenOff()).isEqualByComparingTo("20");
        assertThat(work.amount()).isEqualByComparingTo("73");
        assertThat(work.unbilled().add(work.drafted()).add(work.billed()).add(work.writtenOff()))
                .isEqualByComparingTo(work.amount());
    }

    @Test
    void more_on_drafts_than_there_is_is_found() {
        events.add(drafted(3, "invoice:3", "10.01"));

        assertThat(account().contradictions())
                .containsExactly(A + " is put on draft invoice:3 with 10.01 of 10 unbilled");
    }

    @Test
    void more_credited_than_billed_is_found() {
        events.add(event(new TimeReopened(), "portionNo", 1, "amount", "40"));
        events.add(event(new TimeCorrectedAfterBilling(), "portionNo", 1, "amount", "20.01"));

        assertThat(account().contradictions()).containsExactly(A + " is credited with 20.01 while billed on invoice:1");
    }

    @Test
    void a_withdrawal_of_what_is_not_left_is_found() {
        events.add(event(new TimeApprovalWithdrawn(), "amount", "100"));

        assertThat(account().contradictions()).containsExactly(A + " is withdrawn with 100 of 10 unbilled");
    }

    private WorkAccount account() {
        return Seen.account(new WorkAccount(), events);
    }

    private Work work() {
        return Objects.requireNonNull(account().bySource().get(A));
    }

    private static TimePutOnDraft drafted(int portionNo, String invoice, String amount) {
        return event(new TimePutOnDraft(), "portionNo", portionNo, "invoiceId", invoice, "amount", amount);
    }

    private static TimeBilled billed(int portionNo, String invoice, String amount) {
        return event(new TimeBilled(), "portionNo", portionNo, "invoiceId", invoice, "amount", amount);
    }

    /** @param fields names and values in turn; amounts as text */
    private static <E extends SpecificRecord> E event(E event, Object... fields) {
        set(event, "timeEntryId", A);
        for (int i = 0; i < fields.length; i += 2) {
            var name = (String) fields[i];
            set(event, name, name.startsWith("amount") ? new BigDecimal((String) fields[i + 1]) : fields[i + 1]);
        }
        return event;
    }
}
