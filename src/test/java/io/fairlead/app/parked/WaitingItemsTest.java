package io.fairlead.app.parked;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.app.lease.Lease;
import io.fairlead.app.lease.LeasedWork;
import io.fairlead.app.lease.WaitReason;
import io.fairlead.app.process.LogHistory;
import io.fairlead.app.process.OutsideCommands;
import io.fairlead.app.process.RunnerUnderTest;
import io.fairlead.app.web.Streams;
import io.fairlead.exception.ExceptionId;
import io.fairlead.exception.ResolveException;
import io.fairlead.exception.WaitingWork;
import io.fairlead.exception.WorkItem;
import io.fairlead.exception.event.ExceptionRaised;
import io.fairlead.store.axon.AxonSetup;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Work that waits is told after some seconds, is a work item once it has waited long, and none any more when it goes on. */
@SuppressWarnings("NullAway.Init")
class WaitingItemsTest {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final Duration TOLD_AFTER = Duration.ofMinutes(2);
    private static final ExceptionId ITEM = new WaitingWork("topics").exceptionId();

    private final Map<String, LeasedWork> works = new TreeMap<>();
    private RunnerUnderTest subject;
    private AxonSetup axon;
    private LogHistory history;
    private WaitingItems items;
    private Instant now = NOON;
    private @Nullable String claimsTrouble;

    /** Work that waits when it is told to. */
    private static final class Work implements LeasedWork {

        @Nullable
        WaitReason waiting;

        boolean breaks;

        @Override
        public void start(Lease tenure) {}

        @Override
        public void stop() {}

        @Override
        public Optional<WaitReason> waiting() {
            if (breaks) {
                throw new IllegalStateException("planted: no answer");
            }
            return Optional.ofNullable(waiting);
        }
    }

    @BeforeEach
    void open() {
        subject = new RunnerUnderTest();
        axon = new AxonSetup(subject.log.store, List.of(WorkItem.class));
        history = new LogHistory(subject.log.store.log(), subject.codec);
        items = items();
    }

    @AfterEach
    void close() {
        axon.close();
        subject.close();
    }

    private WaitingItems items() {
        return new WaitingItems(
                () -> works,
                () -> Optional.ofNullable(claimsTrouble),
                () -> List.of(ITEM.value(), "exception:never-raised"), // As a view that never learns of a close.
                id -> {
                    var head = subject.log.store.log().head(id);
                    return new Streams.Standing(head.events(), head.lastPosition());
                },
                history,
                new OutsideCommands(axon.door(), "waiting-work"),
                () -> now,
                TOLD_AFTER);
    }

    private Work topics() {
        return (Work) works.computeIfAbsent("topics", _ -> new Work());
    }

    private static WaitReason waiting(@Nullable Instant since) {
        return new WaitReason("fairlead.deal.v1", "refused", "mend it", since);
    }

    private void lookAfter(Duration passed) {
        now = now.plus(passed);
        items.look();
        items.look();
    }

    private List<String> story() {
        return history.all(ITEM.value()).stream()
                .map(event -> event.getClass().getSimpleName())
                .toList();
    }

    @Test
    void what_waits_is_told_once_it_has_for_some_seconds_and_an_item_only_after_the_stated_time() {
        topics().waiting = waiting(null);
        lookAfter(Duration.ZERO);
        lookAfter(WaitingItems.SETTLED.minusMillis(1));
        assertThat(items.waits()).isEmpty();
        lookAfter(Duration.ofMillis(1));
        assertThat(items.waits()).containsExactly(new WaitingItems.Wait("topics", waiting(null), NOON));
        lookAfter(TOLD_AFTER.minus(WaitingItems.SETTLED).minusSeconds(1));
        assertThat(story()).isEmpty();
        lookAfter(Duration.ofSeconds(1));
        assertThat(story()).containsExactly("ExceptionRaised");
        var raised = history.last(ITEM.value(), ExceptionRaised.class).orElseThrow();
        assertThat(raised.getCode()).isEqualTo("WORK_WAITS");
        assertThat(raised.getSentence()).contains("topics", "fairlead.deal.v1", NOON.toString(), "refused", "mend it");
        lookAfter(Duration.ofHours(1));
        assertThat(story()).hasSize(1);
    }

    @Test
    void a_start_that_connects_within_seconds_is_never_told_as_waiting() {
        topics().waiting = new WaitReason("all topics", "connects to Kafka and has no answer yet", "see", null);
        for (var passed = Duration.ZERO; passed.compareTo(WaitingItems.SETTLED) < 0; passed = passed.plusSeconds(2)) {
            lookAfter(passed.isZero() ? Duration.ZERO : Duration.ofSeconds(2));
            assertThat(new WaitingHealth(items).health().getDetails()).isEmpty();
        }
        topics().waiting = null;
        lookAfter(Duration.ofSeconds(2));
        assertThat(items.waits()).isEmpty();
        assertThat(story()).isEmpty();
    }

    @Test
    void it_is_cleared_when_the_work_goes_on_and_raised_anew_when_it_waits_again() {
        topics().waiting = waiting(null);
        lookAfter(Duration.ZERO);
        lookAfter(TOLD_AFTER);
        topics().waiting = null;
        lookAfter(Duration.ZERO);
        assertThat(items.waits()).isEmpty();
        assertThat(story()).containsExactly("ExceptionRaised", "ExceptionResolved");
        topics().waiting = waiting(null);
        lookAfter(Duration.ZERO);
        var again = now;
        lookAfter(WaitingItems.SETTLED);
        assertThat(items.waits().getFirst().since()).isEqualTo(again);
        assertThat(story()).hasSize(2);
        lookAfter(TOLD_AFTER);
        assertThat(story()).containsExactly("ExceptionRaised", "ExceptionResolved", "ExceptionRaised");
    }

    @Test
    void another_reason_meanwhile_does_not_begin_the_time_anew() {
        topics().waiting = waiting(null);
        lookAfter(Duration.ZERO);
        topics().waiting = new WaitReason("all topics", "away", "see", null);
        lookAfter(TOLD_AFTER);
        assertThat(items.waits().getFirst().since()).isEqualTo(NOON);
        assertThat(story()).containsExactly("ExceptionRaised");
    }

    @Test
    void work_that_knows_since_when_is_believed_after_a_restart_too() {
        topics().waiting = waiting(NOON.minus(TOLD_AFTER));
        lookAfter(Duration.ZERO);
        assertThat(story()).containsExactly("ExceptionRaised");
        items = items();
        lookAfter(Duration.ZERO);
        assertThat(story()).hasSize(1);
    }

    @Test
    void what_a_node_does_not_do_it_does_not_clear_and_its_next_owner_does() {
        topics().waiting = waiting(NOON.minus(TOLD_AFTER));
        lookAfter(Duration.ZERO);
        works.clear();
        lookAfter(Duration.ofHours(1));
        assertThat(story()).containsExactly("ExceptionRaised");
        items = items();
        topics().waiting = null;
        lookAfter(Duration.ZERO);
        assertThat(story()).containsExactly("ExceptionRaised", "ExceptionResolved");
    }

    @Test
    void an_item_that_a_person_closed_while_it_still_waits_is_raised_again() {
        topics().waiting = waiting(NOON.minus(TOLD_AFTER));
        lookAfter(Duration.ZERO);
        new OutsideCommands(axon.door(), "person").send(new ResolveException(ITEM, "seen", "local|ann", 1, NOON), "k");
        lookAfter(Duration.ofSeconds(2));
        assertThat(story()).containsExactly("ExceptionRaised", "ExceptionResolved", "ExceptionRaised");
    }

    @Test
    void work_that_cannot_even_say_whether_it_waits_is_told_as_waiting() {
        topics().breaks = true;
        lookAfter(Duration.ZERO);
        lookAfter(WaitingItems.SETTLED);
        assertThat(items.waits().getFirst().waiting().reason()).contains("planted");
    }

    @Test
    void claims_that_cannot_be_kept_are_told_and_are_no_work_item() {
        claimsTrouble = "the database does not answer";
        lookAfter(Duration.ZERO);
        lookAfter(TOLD_AFTER);
        assertThat(items.waits()).singleElement().satisfies(wait -> {
            assertThat(wait.work()).isEqualTo("claims");
            assertThat(wait.since()).isEqualTo(NOON);
        });
        assertThat(subject.log.store.log().head()).isZero();
    }

    @Test
    void health_names_all_of_it_and_is_never_down() {
        topics().waiting = waiting(null);
        lookAfter(Duration.ZERO);
        lookAfter(WaitingItems.SETTLED);
        var health = new WaitingHealth(items).health();
        assertThat(health.getStatus().getCode()).isEqualTo("UP");
        assertThat(health.getDetails())
                .containsEntry(
                        "topics",
                        Map.of(
                                "what", "fairlead.deal.v1",
                                "since", NOON.toString(),
                                "reason", "refused",
                                "remedy", "mend it"));
    }
}
