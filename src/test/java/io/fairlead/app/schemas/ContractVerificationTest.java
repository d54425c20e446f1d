package io.fairlead.app.schemas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.fairlead.app.schemas.ContractReport.Finding;
import io.fairlead.app.schemas.ContractReport.Place;
import io.fairlead.app.schemas.ContractReport.Verdict;
import io.fairlead.app.schemas.ContractVerification.Wanted;
import io.fairlead.billing.event.BillingItemReady;
import io.fairlead.log.ForwardingEventLog;
import io.fairlead.log.StoredEvent;
import io.fairlead.schema.EventCodec;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Stored events against their contracts, on a real PostgreSQL into which breaches are planted. */
@SuppressWarnings("NullAway.Init")
class ContractVerificationTest {

    private static final KnownBreaches NONE = new KnownBreaches(List.of());
    private static final Wanted ALL = new Wanted(1, Long.MAX_VALUE, null);
    private static final String READY = BillingItemReady.class.getName();

    private PlantedLog log;

    @BeforeEach
    void open() {
        log = new PlantedLog();
    }

    @AfterEach
    void close() {
        log.close();
    }

    private ContractReport check(Wanted wanted) {
        return log.check(NONE, 2).run(wanted, new LongAdder());
    }

    @Test
    void an_empty_log_keeps_all_contracts() {
        var report = check(ALL);
        assertThat(report.examined()).isZero();
        assertThat(report.failed()).isZero();
        assertThat(report.to()).isZero();
        assertThat(report.perSecond()).isZero();
        assertThat(report.findings()).isEmpty();
    }

    @Test
    void events_that_keep_their_contracts_are_counted_and_nothing_is_found() {
        log.sound(7);
        var report = check(ALL);
        assertThat(report.examined()).isEqualTo(7);
        assertThat(report.failed()).isZero();
        assertThat(report.findings()).isEmpty();
        assertThat(report.perSecond()).isPositive();
    }

    static Stream<Arguments> breaches() {
        return Stream.of(
                breach("kind", "codes", "text 'GIFT'", event -> event.setKind("GIFT")),
                breach("lineNo", "range", "number 0", event -> event.setLineNo(0)),
                breach("lineNo", "range", "number 501", event -> event.setLineNo(501)),
                breach("projectId", "ref", "text 'contract:c1'", event -> event.setProjectId("contract:c1")),
                breach("author", "unit", "empty text", event -> event.setAuthor("")));
    }

    private static Arguments breach(String path, String rule, String found, Consumer<BillingItemReady.Builder> spoil) {
        return Arguments.of(path, rule, found, spoil);
    }

    @ParameterizedTest
    @MethodSource("breaches")
    void a_breach_is_found_where_it_stands_and_nothing_else(
            String path, String rule, String found, Consumer<BillingItemReady.Builder> spoil) {
        log.sound(3);
        long position = log.ready(spoil);
        log.sound(2);

        var report = check(ALL);

        assertThat(report.examined()).isEqualTo(6);
        assertThat(report.broken()).isOne();
        assertThat(report.failed()).isOne();
        var finding = assertThat(report.findings()).singleElement().actual();
        assertThat(finding)
                .extracting(Finding::verdict, Finding::event, Finding::path, Finding::rule, Finding::events)
                .containsExactly(Verdict.BROKEN, READY, path, rule, 1L);
        assertThat(finding.promised()).startsWith("is ");
        assertThat(finding.excuse()).isNull();
        assertThat(finding.first())
                .singleElement()
                .extracting(Place::aggregateId, Place::position)
                .containsExactly("billing-item:t" + position, position);
        assertThat(finding.first().getFirst().found()).startsWith(found.split(" '")[0]);
    }

    @Test
    void the_first_five_of_many_are_named_in_order_whichever_reader_met_them() {
        log.sound(2);
        for (int i = 0; i < 12; i++) {
            log.ready(event -> event.setLineNo(0));
        }
        var report = log.check(NONE, 4).run(ALL, new LongAdder());
        var finding = report.findings().getFirst();
        assertThat(finding.events()).isEqualTo(12);
        assertThat(finding.first()).extracting(Place::position).containsExactly(3L, 4L, 5L, 6L, 7L);
        assertThat(report.broken()).isEqualTo(12);
    }

    @Test
    void an_event_that_breaks_two_promises_is_one_event_in_two_findings() {
        log.ready(event -> {
            event.setLineNo(0);
            event.setKind("GIFT");
        });
        var report = check(ALL);
        assertThat(report.broken()).isOne();
        assertThat(report.findings())
                .extracting(Finding::path, Finding::rule, Finding::events)
                .containsExactly(tuple("kind", "codes", 1L), tuple("lineNo", "range", 1L));
    }

    @Test
    void elements_of_a_list_are_one_path_and_count_their_event_once() {
        log.linesAdded("", "local|amy", "");
        var finding = check(ALL).findings().getFirst();
        assertThat(finding.path()).isEqualTo("authors[]");
        assertThat(finding.events()).isOne();
        assertThat(finding.first()).hasSize(1);
    }

    @Test
    void what_cannot_be_read_is_counted_with_its_place_and_the_check_goes_on() {
        log.sound(1);
        long garbled = log.garbled();
        long vanished = log.vanished();
        log.ready(event -> event.setLineNo(0));

        var report = check(ALL);

        assertThat(report.examined()).isEqualTo(4);
        assertThat(report.unreadable()).isEqualTo(2);
        assertThat(report.broken()).isOne();
        assertThat(report.failed()).isEqualTo(3);
        assertThat(report.findings())
                .filteredOn(finding -> finding.verdict() == Verdict.UNREADABLE)
                .extracting(
                        Finding::event, finding -> finding.first().getFirst().position())
                .containsExactly(tuple(READY, garbled), tuple("io.fairlead.billing.event.Vanished", vanished));
    }

    @Test
    void a_part_of_the_log_and_one_kind_of_event_are_checked_alone() {
        log.ready(event -> event.setLineNo(0));
        log.linesAdded("");
        log.ready(event -> event.setLineNo(0));
        assertThat(check(new Wanted(2, 3, null)).examined()).isEqualTo(2);
        assertThat(check(new Wanted(2, 3, null)).broken()).isEqualTo(2);
        assertThat(check(new Wanted(3, 3, null)).findings().getFirst().first())
                .extracting(Place::position)
                .containsExactly(3L);
        assertThat(check(new Wanted(1, 99, "BillingItemReady")).examined()).isEqualTo(2);
        assertThat(check(new Wanted(1, 99, READY)).to()).isEqualTo(3);
        assertThat(check(new Wanted(1, 99, "Ready")).examined()).isZero();
        assertThat(check(new Wanted(4, 99, null)).examined()).isZero();
    }

    @Test
    void a_known_breach_is_excused_with_its_reason_and_only_until_its_end() {
        long old = log.linesAdded("");
        long late = log.linesAdded("");
        var byPosition = known(null, old);
        var report = log.check(byPosition, 1).run(ALL, new LongAdder());
        assertThat(report.excused()).isOne();
        assertThat(report.broken()).isOne();
        assertThat(report.failed()).isOne();
        assertThat(report.findings())
                .extracting(
                        Finding::verdict, finding -> finding.first().getFirst().position())
                .containsExactly(tuple(Verdict.BROKEN, late), tuple(Verdict.EXCUSED, old));
        assertThat(report.findings().getLast().excuse()).isEqualTo("older builds (up to position " + old + ")");

        var later = log.check(known(PlantedLog.NOON.plusSeconds(1), null), 1).run(ALL, new LongAdder());
        assertThat(later.failed()).isZero();
        assertThat(later.excused()).isEqualTo(2);
        var sooner = log.check(known(PlantedLog.NOON, null), 1).run(ALL, new LongAdder());
        assertThat(sooner.failed()).isEqualTo(2);
        assertThat(sooner.excused()).isZero();
    }

    private static KnownBreaches known(@Nullable Instant before, @Nullable Long last) {
        return new KnownBreaches(List.of(new KnownBreach(
                "io.fairlead.billing.event.InvoiceLinesAdded", "authors[]", "unit", before, last, "older builds")));
    }

    @Test
    void an_excuse_for_one_field_is_none_for_another_breach_of_the_event() {
        log.ready(event -> {
            event.setLineNo(0);
            event.setKind("GIFT");
        });
        var known = new KnownBreaches(List.of(new KnownBreach(READY, "lineNo", "range", null, 9L, "older builds")));
        var report = log.check(known, 1).run(ALL, new LongAdder());
        assertThat(report.broken()).isOne();
        assertThat(report.excused()).isZero();
        assertThat(report.findings()).extracting(Finding::verdict).containsExactly(Verdict.BROKEN, Verdict.EXCUSED);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5})
    void a_long_log_is_read_once_page_by_page(int readers) {
        var one = log;
        one.sound(1);
        one.ready(event -> event.setLineNo(0));
        var template = one.stored.store.log().after(0, 2);
        int events = 50_000;
        var largest = new AtomicInteger();
        var reads = new LongAdder();
        var many = new ForwardingEventLog(one.stored.store.log()) {

            @Override
            public List<StoredEvent> after(long position, int limit) {
                largest.accumulateAndGet(limit, Math::max);
                reads.increment();
                return Stream.iterate(position + 1, next -> next + 1)
                        .limit(Math.min(limit, Math.max(0, events - position)))
                        .map(at -> at(template.get(at % 1_000 == 0 ? 1 : 0), at))
                        .toList();
            }

            @Override
            public long head() {
                return events;
            }
        };
        var passed = new LongAdder();
        var report =
                new ContractVerification(many, new EventCodec(one.stored.store.log()), NONE, readers).run(ALL, passed);
        assertThat(report.examined()).isEqualTo(events);
        assertThat(passed.sum()).isEqualTo(events);
        assertThat(report.broken()).isEqualTo(events / 1_000);
        assertThat(report.findings()).hasSize(1);
        assertThat(report.findings().getFirst().first())
                .extracting(Place::position)
                .containsExactly(1_000L, 2_000L, 3_000L, 4_000L, 5_000L);
        assertThat(largest.get()).isLessThanOrEqualTo(ContractVerification.PAGE_SIZE);
        assertThat(reads.sum()).isEqualTo(Math.ceilDiv(events, ContractVerification.PAGE_SIZE));
    }

    private static StoredEvent at(StoredEvent event, long position) {
        return new StoredEvent(
                position,
                event.eventId(),
                event.aggregateId(),
                event.aggregateType(),
                event.sequence(),
                event.type(),
                event.schemaFingerprint(),
                event.recordedAt(),
                event.metadata(),
                event.payload());
    }

    @Test
    void a_log_that_cannot_be_read_ends_the_check_with_that_failure() {
        log.sound(3);
        var torn = new ForwardingEventLog(log.stored.store.log()) {

            @Override
            public List<StoredEvent> after(long position, int limit) {
                throw new IllegalStateException("planted: the log cannot be read");
            }
        };
        var check = new ContractVerification(torn, new EventCodec(log.stored.store.log()), NONE, 3);
        assertThatThrownBy(() -> check.run(ALL, new LongAdder()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("planted: the log cannot be read");
    }
}
