package io.fairlead.app.parked;

import static io.fairlead.app.process.RunnerUnderTest.GROUP;
import static io.fairlead.app.process.RunnerUnderTest.stream;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fairlead.app.process.LogHistory;
import io.fairlead.app.process.OutsideCommands;
import io.fairlead.app.process.RunnerUnderTest;
import io.fairlead.app.web.Streams;
import io.fairlead.exception.ExceptionId;
import io.fairlead.exception.ParkedStream;
import io.fairlead.exception.ResolveException;
import io.fairlead.exception.WorkItem;
import io.fairlead.exception.event.ExceptionRaised;
import io.fairlead.exception.event.ExceptionResolved;
import io.fairlead.projection.ProjectionDatabase;
import io.fairlead.shared.Commands;
import io.fairlead.store.StoreUnavailable;
import io.fairlead.store.axon.AxonSetup;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is parked is a work item as long as it is parked, and only then. */
@SuppressWarnings("NullAway.Init")
class ParkedItemsTest {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final String SEVEN = stream(7);
    private static final ExceptionId ITEM = new ParkedStream(ParkedStream.PROCESS, GROUP, SEVEN).exceptionId();

    private RunnerUnderTest subject;
    private AxonSetup axon;
    private LogHistory history;
    private ParkedItems items;

    @BeforeEach
    void open() {
        subject = new RunnerUnderTest();
        ProjectionDatabase.migrate(subject.tables.pool);
        axon = new AxonSetup(subject.log.store, List.of(WorkItem.class));
        history = new LogHistory(subject.log.store.log(), subject.codec);
        items = items(new OutsideCommands(axon.door(), "parked-items"));
    }

    @AfterEach
    void close() {
        axon.close();
        subject.close();
    }

    private ParkedItems items(Commands commands) {
        return new ParkedItems(
                new ParkTables(subject.jdbc),
                this::known,
                id -> {
                    var head = subject.log.store.log().head(id);
                    return new Streams.Standing(head.events(), head.lastPosition());
                },
                history,
                commands,
                InstantSource.fixed(NOON));
    }

    /** As a view that never learns that an item was closed, and knows one that the log does not. */
    private List<String> known() {
        return List.of(ITEM.value(), "exception:never-raised");
    }

    private void park(String name, String stream, int position) {
        subject.jdbc
                .sql("""
                        insert into process.parked (name, position, sequence_key, event_id, event_type, reason)
                        values (?, ?, ?, ?, 'io.fairlead.time.event.TimeApproved', 'poison')""")
                .params(name, position, stream, "event-" + position)
                .update();
    }

    private void unpark() {
        var _ = subject.jdbc.sql("delete from process.parked").update();
    }

    private List<String> story(ExceptionId item) {
        return history.all(item.value()).stream()
                .map(event -> event.getClass().getSimpleName())
                .toList();
    }

    private void look(int times) {
        for (var i = 0; i < times; i++) {
            items.look();
        }
    }

    private long head() {
        return subject.log.store.log().head();
    }

    @Test
    void a_parked_stream_is_one_item_until_it_is_taken_again_and_a_new_one_when_it_parks_again() {
        park(GROUP, SEVEN, 1);
        park(GROUP, SEVEN, 2);
        look(3);
        assertThat(story(ITEM)).containsExactly("ExceptionRaised");
        var raised = history.last(ITEM.value(), ExceptionRaised.class).orElseThrow();
        assertThat(raised.getSubjectId()).isEqualTo(SEVEN);
        assertThat(raised.getCode()).isEqualTo("PROCESS_PARKED");
        assertThat(raised.getSentence()).contains(GROUP, "TimeApproved", SEVEN).doesNotContain("poison");

        unpark();
        look(3);
        assertThat(story(ITEM)).containsExactly("ExceptionRaised", "ExceptionResolved");
        park(GROUP, SEVEN, 9);
        look(2);
        assertThat(story(ITEM)).containsExactly("ExceptionRaised", "ExceptionResolved", "ExceptionRaised");
        assertThat(history.last(ITEM.value(), ExceptionRaised.class)
                        .orElseThrow()
                        .getOccurrence())
                .isEqualTo(2);
    }

    @Test
    void an_item_that_a_person_closed_while_its_stream_still_waits_is_raised_again() {
        park(GROUP, SEVEN, 1);
        look(1);
        new OutsideCommands(axon.door(), "person").send(new ResolveException(ITEM, "seen", "local|ann", 1, NOON), "k");
        look(3);
        assertThat(story(ITEM)).containsExactly("ExceptionRaised", "ExceptionResolved", "ExceptionRaised");
    }

    @Test
    void each_view_and_process_has_its_own_item_of_a_stream() {
        park(GROUP, SEVEN, 1);
        park("process-other", SEVEN, 1);
        look(1);
        assertThat(story(ITEM)).hasSize(1);
        assertThat(story(new ParkedStream(ParkedStream.PROCESS, "process-other", SEVEN).exceptionId()))
                .hasSize(1);
        assertThat(new ParkedStream(ParkedStream.VIEW, GROUP, SEVEN).exceptionId())
                .isNotEqualTo(ITEM);
    }

    @Test
    void a_reader_that_cannot_take_work_items_gets_one_for_all_of_them() {
        park(GROUP, "exception:a", 1);
        look(1);
        var before = head();
        park(GROUP, "exception:b", 2);
        park(
                GROUP,
                new ParkedStream(ParkedStream.PROCESS, GROUP, "exception:a")
                        .exceptionId()
                        .value(),
                3);
        look(3);
        assertThat(head()).isEqualTo(before);
    }

    @Test
    void nothing_parked_stores_nothing_and_an_item_that_was_never_raised_is_not_cleared() {
        look(3);
        assertThat(head()).isZero();
        assertThat(JdbcClient.create(subject.log.owner)
                        .sql("select count(*) from store.es_command")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void a_restart_repeats_nothing() {
        park(GROUP, SEVEN, 1);
        look(1);
        items = items(new OutsideCommands(axon.door(), "parked-items"));
        look(2);
        assertThat(story(ITEM)).containsExactly("ExceptionRaised");
    }

    @Test
    void while_the_store_is_away_nothing_is_sent_twice_and_it_goes_on_afterwards() {
        park(GROUP, SEVEN, 1);
        var sent = new ArrayList<String>();
        var away = items(new Commands() {
            @Override
            public void send(Object command, String key) {
                sent.add(key);
                throw new StoreUnavailable("away", null);
            }

            @Override
            public List<Answer> sendAll(List<Keyed> commands) {
                throw new AssertionError("not used");
            }
        });
        assertThatThrownBy(away::look).isInstanceOf(StoreUnavailable.class);
        assertThatThrownBy(away::look).isInstanceOf(StoreUnavailable.class);
        assertThat(sent).hasSize(2).containsOnly("raise/" + ITEM + "/0");
        look(1);
        assertThat(story(ITEM)).containsExactly("ExceptionRaised");
        assertThat(history.all(ITEM.value(), ExceptionResolved.class)).isEmpty();
    }
}
