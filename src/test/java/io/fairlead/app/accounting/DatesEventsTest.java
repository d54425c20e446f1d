package io.fairlead.app.accounting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fairlead.party.LegalEntityId;
import io.fairlead.revenue.AccountingPeriodId;
import io.fairlead.revenue.ClosePeriod;
import io.fairlead.revenue.OpenPeriod;
import io.fairlead.revenue.ReopenPeriod;
import io.fairlead.schema.EventCodec;
import io.fairlead.shared.Recording;
import io.fairlead.store.StoreUnderTest;
import io.fairlead.store.axon.AxonSetup;
import io.fairlead.store.axon.CommandContext;
import io.fairlead.store.axon.CommandDoor;
import io.fairlead.time.event.TimeBilled;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Commands through the store's door, dated by a calendar that counts how often it is read. */
class DatesEventsTest {

    private static final LegalEntityId DE = LegalEntityId.of("de");
    private static final AccountingPeriodId PERIODS = AccountingPeriodId.of(DE);
    private static final LocalDate MARCH_31 = LocalDate.parse("2026-03-31");
    private static final LocalDate APRIL_1 = LocalDate.parse("2026-04-01");

    private static final AtomicInteger READS = new AtomicInteger();
    private static StoreUnderTest subject;
    private static AxonSetup axon;

    /** Bills one entry. */
    public record Bill(@TargetAggregateIdentifier String id) {}

    /** What periods' commands stand for here: accepted, refused or without a change. */
    @AggregateRoot
    public static class Periods {

        @AggregateIdentifier
        private @Nullable String id;

        Periods() {} // Axon creates it empty, then evolves it from its events.

        @CommandHandler
        @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
        void decide(Bill command) {
            Recording.record(billed(command.id()), DE.value());
        }

        @CommandHandler
        @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
        void decide(ClosePeriod command) {
            Recording.record(billed(command.accountingPeriodId().value()), DE.value());
        }

        @CommandHandler
        @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
        void decide(OpenPeriod command) {
            Recording.record(billed(command.accountingPeriodId().value()), DE.value());
        }

        @CommandHandler
        @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
        void decide(ReopenPeriod command) {
            if (command.period().equals("refused")) {
                throw new IllegalArgumentException("planted");
            }
            Recording.record(billed(command.accountingPeriodId().value()), DE.value());
        }

        @EventSourcingHandler
        void evolve(TimeBilled event) {
            id = event.getTimeEntryId();
        }
    }

    @BeforeAll
    static void open() {
        // No time passes for these days, so that only a change has them read anew.
        var books = new RecentBooks(
                _ -> {
                    READS.incrementAndGet();
                    return day -> Optional.of(day.isBefore(APRIL_1) ? APRIL_1 : day);
                },
                () -> 0);
        subject = new StoreUnderTest();
        axon = new AxonSetup(subject.store, List.of(Periods.class), List.of(new DatesEvents(books)));
    }

    @AfterAll
    static void close() {
        axon.close();
        subject.close();
    }

    private static CommandDoor door() {
        return axon.door();
    }

    private static CommandContext context(String key) {
        return new CommandContext("test", key, "00".repeat(32), "local|ann", key, key);
    }

    private static TimeBilled billed(String id) {
        return TimeBilled.newBuilder()
                .setTimeEntryId(id)
                .setInvoiceId("invoice:1")
                .setInvoiceNumber("N-1")
                .setInvoiceLineNo(1)
                .setPortionNo(1)
                .setSeconds(3_600)
                .setAmount(new BigDecimal("150.0000"))
                .setCurrency("USD")
                .setContractId("contract:K-1")
                .setServiceDate(MARCH_31)
                .setAccountingDate(MARCH_31)
                .build();
    }

    private static Object command(String name) {
        return switch (name) {
            case "open" -> new OpenPeriod(PERIODS, DE, "2026-03", LocalDate.parse("2026-03-01"), MARCH_31);
            case "close" -> new ClosePeriod(PERIODS, DE, "2026-03", "local|ann", Instant.EPOCH);
            default -> new ReopenPeriod(PERIODS, name, "local|ann", "late", Instant.EPOCH);
        };
    }

    /** How often the days were read while an entry was billed. */
    private static int readsOfBilling(String entry) {
        int before = READS.get();
        assertThat(door().dispatch(new Bill(entry), context(entry)).repeated()).isFalse();
        return READS.get() - before;
    }

    @Test
    void what_a_command_records_counts_on_the_first_open_day() {
        var codec = new EventCodec(subject.store.log());
        var _ = readsOfBilling("time-entry:dated");
        assertThat(subject.store.log().stream("time-entry:dated", 0))
                .extracting(event -> ((TimeBilled) codec.decode(event)).getAccountingDate())
                .containsExactly(APRIL_1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"open", "close", "reopened"})
    void what_opens_or_closes_days_has_them_read_anew_at_once(String name) {
        var _ = readsOfBilling("time-entry:before-" + name);
        assertThat(readsOfBilling("time-entry:kept-" + name)).isZero();
        assertThat(door().dispatch(command(name), context(name)).repeated()).isFalse();
        assertThat(readsOfBilling("time-entry:after-" + name)).isEqualTo(1);
    }

    @Test
    void a_refusal_and_a_repeat_change_no_days() {
        assertThat(door().dispatch(command("once"), context("once")).repeated()).isFalse();
        var _ = readsOfBilling("time-entry:once");
        assertThat(door().dispatch(command("once"), context("once")).repeated()).isTrue();
        assertThatThrownBy(() -> door().dispatch(command("refused"), context("refused")))
                .hasMessage("planted");
        assertThat(readsOfBilling("time-entry:twice")).isZero();
    }
}
