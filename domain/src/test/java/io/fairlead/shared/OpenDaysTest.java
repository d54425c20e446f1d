package io.fairlead.shared;

import static io.fairlead.testing.Cast.wire;
import static io.fairlead.testing.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.time.event.TimeBilled;
import io.fairlead.time.event.TimeSubmitted;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;

/** Case 16: with March closed, work of 03-31 approved on 04-03 counts on 04-01; its service date stays. */
class OpenDaysTest {

    private static final LocalDate MARCH_31 = LocalDate.of(2026, 3, 31);
    private static final LocalDate APRIL_1 = LocalDate.of(2026, 4, 1);
    private static final AccountingCalendar MARCH_CLOSED =
            _ -> day -> Optional.of(day.isBefore(APRIL_1) ? APRIL_1 : day);

    private static void date(AccountingCalendar calendar, SpecificRecord event) {
        assertThat(OpenDays.during(calendar, () -> {
                    OpenDays.date(event, "legal-entity:US01");
                    return event;
                }))
                .isSameAs(event);
    }

    @Test
    void a_fact_of_a_closed_period_counts_on_the_first_open_day_and_keeps_its_service_date() {
        var event = billed(MARCH_31);
        date(MARCH_CLOSED, event);

        assertThat(event.getAccountingDate()).isEqualTo(APRIL_1);
        assertThat(event.getServiceDate()).isEqualTo(MARCH_31);
    }

    @Test
    void a_fact_of_an_open_day_keeps_it_and_so_does_any_fact_while_no_calendar_is_bound() {
        var later = billed(APRIL_1.plusDays(2));
        date(MARCH_CLOSED, later);
        var unbound = billed(MARCH_31);
        OpenDays.date(unbound, "legal-entity:US01");

        assertThat(later.getAccountingDate()).isEqualTo(APRIL_1.plusDays(2));
        assertThat(unbound.getAccountingDate()).isEqualTo(MARCH_31);
    }

    @Test
    void an_event_without_accounting_date_is_left_alone() {
        var event = new TimeSubmitted("time-entry:1", 1, "idp|ana", Instant.EPOCH);
        date(MARCH_CLOSED, event);

        assertThat(event.getSubmittedAt()).isEqualTo(Instant.EPOCH);
    }

    @Test
    void where_no_day_is_open_nothing_is_recorded() {
        assertRefused("A-04", "accountingDate", () -> date(_ -> _ -> Optional.empty(), billed(MARCH_31)));
    }

    @Test
    void the_same_fact_again_after_a_close_is_a_repeat() {
        assertThat(StatedOnce.isNew("T-09", "the bill", billed(APRIL_1), billed(MARCH_31)))
                .isFalse();
    }

    private static TimeBilled billed(LocalDate accounting) {
        return TimeBilled.newBuilder()
                .setTimeEntryId("time-entry:1")
                .setInvoiceId("invoice:1")
                .setInvoiceNumber("N-1")
                .setInvoiceLineNo(1)
                .setPortionNo(1)
                .setSeconds(3_600)
                .setAmount(wire("150"))
                .setCurrency("USD")
                .setContractId("contract:K-1")
                .setServiceDate(MARCH_31)
                .setAccountingDate(accounting)
                .build();
    }
}
