package io.fairlead.app.lease;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@SuppressWarnings("NullAway.Init")
class LeasesTest {

    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration LATE = Duration.ofSeconds(5);

    private LeasesUnderTest nodes;

    @BeforeEach
    void open() {
        nodes = new LeasesUnderTest();
    }

    @AfterEach
    void close() {
        nodes.close();
    }

    @Test
    void a_node_alone_takes_everything_at_its_first_heartbeat() {
        nodes.node("a").offering("topics", "erp", "views/0", "views/1").beat();
        assertThat(nodes.owners().values()).containsOnly("a 1");
        assertThat(nodes.log).hasSize(4).allMatch(line -> line.startsWith("a starts"));
    }

    @Test
    void work_that_is_offered_later_is_taken_at_the_next_heartbeat() {
        var node = nodes.node("a").offering("erp").beat();
        node.offering("topics").beat();
        assertThat(node.working).containsOnlyKeys("erp", "topics");
        assertThatThrownBy(() -> node.offering("erp")).hasMessageContaining("erp is offered already");
    }

    @Test
    void a_claim_that_is_renewed_is_never_taken() {
        var a = nodes.node("a").offering("erp").beat();
        var b = nodes.node("b").offering("erp");
        for (int second = 0; second < 20; second++) {
            nodes.pass(SECOND, a, b);
            a.beat();
            b.beat();
        }
        assertThat(nodes.owners()).containsEntry("erp", "a 1");
        assertThat(b.working).isEmpty();
    }

    @Test
    void a_claim_is_taken_after_its_time_out_and_not_before() {
        nodes.node("a").offering("erp").beat();
        var b = nodes.node("b").offering("erp");
        nodes.pass(LATE.minus(SECOND), b);
        b.beat();
        assertThat(nodes.owners()).containsEntry("erp", "a 1");
        nodes.pass(SECOND, b);
        b.beat();
        assertThat(nodes.owners()).containsEntry("erp", "b 2");
    }

    @Test
    void whoever_believes_a_held_claim_free_does_not_get_it() {
        nodes.node("a").offering("erp").beat();
        var store = new LeaseStore(nodes.tables.pool, LeasesUnderTest.TIMEOUT);
        assertThat(store.take(new Node("b/1", "b", "", 2), List.of("erp"))).isEmpty();
        assertThat(nodes.owners()).containsEntry("erp", "a 1");
    }

    @Test
    void a_frozen_owner_finds_its_right_gone_before_it_acts_and_its_epoch_is_old() {
        var a = nodes.node("a").offering("erp").beat();
        var b = nodes.node("b").offering("erp");
        var former = a.tenure("erp");
        nodes.pass(LATE, b); // a's process is stopped; its own clock shows that when it thaws
        b.beat();
        a.nanos.addAndGet(LATE.toNanos());
        assertThat(former.isHeld()).isFalse();
        a.beat();
        assertThat(b.tenure("erp").epoch()).isGreaterThan(former.epoch());
        assertThat(nodes.log).containsExactly("a starts erp at epoch 1", "b starts erp at epoch 2", "a stops erp");
    }

    @Test
    void an_owner_that_nobody_replaced_begins_anew_after_a_freeze() {
        var a = nodes.node("a").offering("erp").beat();
        nodes.pass(LATE, a);
        a.beat();
        a.beat();
        assertThat(nodes.log).containsExactly("a starts erp at epoch 1", "a stops erp", "a starts erp at epoch 2");
    }

    @Test
    void an_owner_without_the_database_stops_by_its_own_clock() {
        var a = nodes.node("a").offering("erp").beat();
        nodes.tables.pool.close();
        a.nanos.addAndGet(LATE.minus(SECOND).toNanos());
        assertThatThrownBy(a::beat).isInstanceOf(LeasesUnreachable.class);
        assertThat(a.tenure("erp").isHeld()).isTrue();
        a.nanos.addAndGet(SECOND.toNanos());
        a.claims.expire();
        a.claims.settle();
        assertThat(nodes.log).endsWith("a stops erp");
    }

    @ParameterizedTest
    @ValueSource(ints = {-86_400, -90, 90, 86_400})
    void only_the_databases_clock_counts_however_wrong_a_nodes_own_is(int seconds) {
        var a = nodes.node("a").offering("erp").beat();
        var b = nodes.node("b", Duration.ofSeconds(seconds)).offering("erp");
        for (int second = 0; second < 10; second++) {
            nodes.pass(SECOND, a, b);
            a.beat();
            b.beat();
        }
        assertThat(nodes.owners()).containsEntry("erp", "a 1");
        nodes.pass(LATE, b);
        b.beat();
        assertThat(nodes.owners()).containsEntry("erp", "b 2");
    }

    @Test
    void a_second_node_gets_half_of_each_kind_gently_and_nothing_runs_twice() {
        var names = IntStream.range(0, 16).mapToObj(i -> "views/" + i).toArray(String[]::new);
        var a = nodes.node("a").offering(names).offering("topics", "erp").beat();
        var b = nodes.node("b").offering(names).offering("topics", "erp").beat();
        assertThat(b.working).isEmpty();
        for (int second = 0; second < 5; second++) {
            nodes.pass(SECOND, a, b);
            a.beat();
            a.beat();
            b.beat();
            assertThat(a.working.keySet()).doesNotContainAnyElementsOf(b.working.keySet());
            assertThat(a.working.size() + b.working.size()).isGreaterThanOrEqualTo(18 - FairShare.GIVE_BACK_MAX);
        }
        assertThat(a.working).hasSize(9);
        assertThat(b.working).hasSize(9);
        assertThat(b.working.keySet().stream().filter(name -> name.startsWith("views/")))
                .hasSize(8);
    }

    @Test
    void a_node_that_closes_gives_back_at_once_and_after_its_work_has_stopped() {
        var a = nodes.node("a").offering("erp", "topics").beat();
        var b = nodes.node("b").offering("erp", "topics");
        a.claims.close();
        assertThat(nodes.owners().values()).containsOnly("nobody");
        b.beat();
        assertThat(nodes.owners().values()).containsOnly("b 2");
        assertThat(nodes.log.subList(2, 4)).allMatch(line -> line.startsWith("a stops"));
        assertThat(nodes.log.subList(4, 6)).allMatch(line -> line.startsWith("b starts"));
    }

    @Test
    void two_nodes_that_ask_at_the_same_time_never_both_get_it() throws InterruptedException {
        var all = IntStream.range(0, 4).mapToObj(i -> nodes.node("n" + i)).toList();
        var names = IntStream.range(0, 40).mapToObj(i -> "views/" + i).toList();
        all.forEach(node -> node.offering(names.toArray(String[]::new)));
        var threads =
                all.stream().map(node -> Thread.ofVirtual().start(node::beat)).toList();
        for (var thread : threads) {
            thread.join();
        }
        assertThat(nodes.log).doesNotHaveDuplicates();
        assertThat(nodes.log.stream().map(line -> line.replaceFirst("^n. ", "")))
                .doesNotHaveDuplicates();
        // Who asked first may have taken more than its share, and two who asked for the same one left others free.
        for (int round = 0; round < 12; round++) {
            all.forEach(LeasesUnderTest.TestNode::beat);
        }
        assertThat(nodes.owners().values()).doesNotContain("nobody");
        assertThat(all).allSatisfy(node -> assertThat(node.working).hasSize(10));
    }

    @Test
    void a_process_of_the_same_place_that_has_ended_is_not_waited_for() {
        var place = Node.thisPlace();
        nodes.node(new Node("a/1", "a", place, Integer.MAX_VALUE), Duration.ZERO)
                .offering("erp")
                .beat();
        nodes.node(new Node("b/1", "b", "elsewhere", 2), Duration.ZERO)
                .offering("erp")
                .beat();
        assertThat(nodes.owners()).containsEntry("erp", "a 1");
        nodes.node(new Node("c/1", "c", place, ProcessHandle.current().pid()), Duration.ZERO)
                .offering("erp")
                .beat();
        assertThat(nodes.owners()).containsEntry("erp", "c 2");
    }

    @Test
    void a_process_of_the_same_place_that_lives_is_waited_for() {
        var alive = ProcessHandle.current().parent().orElseThrow().pid();
        nodes.node(new Node("a/1", "a", Node.thisPlace(), alive), Duration.ZERO)
                .offering("erp")
                .beat();
        nodes.node(Node.ofThisProcess("b"), Duration.ZERO).offering("erp").beat();
        assertThat(nodes.owners()).containsEntry("erp", "a 1");
    }

    @Test
    void work_that_cannot_start_is_given_back() {
        var a = nodes.node("a");
        a.claims.offer("erp", new LeasedWork() {
            @Override
            public void start(Lease tenure) {
                throw new IllegalStateException("planted");
            }

            @Override
            public void stop() {}
        });
        a.beat();
        nodes.pass(SECOND, a);
        var b = nodes.node("b").offering("erp").beat();
        assertThat(b.working).isEmpty();
        a.claims.close();
        b.beat();
        assertThat(List.copyOf(b.working.keySet())).containsExactly("erp");
    }
}
