package io.fairlead.gateway.erp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fairlead.testing.PostgresForTests;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.conf.Settings;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The delivery table on a real PostgreSQL: order, leases, fencing, and results that are told at least once. */
@SuppressWarnings("NullAway.Init")
class DeliveryStoreTest {

    private static final Duration LEASE = Duration.ofMinutes(2);
    private static final Duration RUN_OUT = Duration.ofMillis(-1);

    private static DSLContext db;
    private static int tests;

    private DeliveryStore store;
    private String target;

    @BeforeAll
    static void start() {
        var database = PostgresForTests.migrated("gateway", DeliveryStoreTest::migrate);
        db = DSL.using(database.dataSource(), SQLDialect.POSTGRES, new Settings().withExecuteLogging(false));
    }

    private static void migrate(DataSource database) {
        Flyway.configure()
                .dataSource(database)
                .schemas("gateway")
                .locations("classpath:db/gateways")
                .load()
                .migrate();
    }

    @BeforeEach
    void freshTarget() {
        target = "erp-" + ++tests;
        store = new DeliveryStore(db, target);
    }

    private List<DeliveryKind> leasedKinds() {
        return store.lease(10, LEASE).stream().map(Delivery::kind).toList();
    }

    private Delivery leaseOne() {
        return store.lease(1, LEASE).getFirst();
    }

    private void confirm(Delivery delivery) {
        assertThat(store.confirmed(delivery, Samples.snapshot(delivery.payload(), Snapshot.Status.ACTIVE)))
                .isTrue();
        forgetNotices();
    }

    private void forgetNotices() {
        db.execute("update gateway.delivery set notice = null where target = ?", target);
    }

    @Test
    void the_same_delivery_is_put_in_once() {
        assertThat(store.enqueue(Samples.customer(1))).isTrue();
        assertThat(store.enqueue(Samples.customer(1))).isFalse();
        assertThat(store.parked().states()).containsExactly(java.util.Map.entry(DeliveryState.PENDING, 1));
    }

    @Test
    void the_same_version_with_another_payload_is_refused() {
        store.enqueue(Samples.customer(1));
        var other = new CustomerData("customer-1", 1, "Initech", "EUR", null, null, false, null);
        assertThatThrownBy(() -> store.enqueue(other)).hasMessageContaining("a change needs a new version");
    }

    @Test
    void a_payload_comes_back_as_it_was_put_in() {
        store.enqueue(Samples.customer(1));
        confirm(leaseOne());
        store.enqueue(Samples.project());
        confirm(leaseOne());
        store.enqueue(Samples.invoice("invoice-1", 1));
        assertThat(leaseOne().payload()).isEqualTo(Samples.invoice("invoice-1", 1));
    }

    @Test
    void what_is_tried_again_is_told_with_reason_and_since_when_until_it_is_through() {
        var waiting = new WaitingDeliveries(db, target);
        store.enqueue(Samples.customer(1));
        assertThat(waiting.longest()).isEmpty();
        var _ = store.retry(leaseOne(), DeliveryState.RETRY_AT, new Failure.Transient("no answer"), Duration.ZERO);
        var first = waiting.longest().orElseThrow();
        assertThat(first.what()).contains("ENSURE_CUSTOMER of customer-1", target, "1 such wait");
        assertThat(first.reason()).isEqualTo("no answer");
        assertThat(first.since()).isNotNull();

        var again = leaseOne(); // Under way once more, and still not through.
        assertThat(waiting.longest()).contains(first);
        var _ = store.park(again, "REFUSED", "a person is told by an item of its own");
        assertThat(waiting.longest()).isEmpty();
        forgetNotices();
        store.parked().retry(again.key(), "a person");
        assertThat(waiting.longest().orElseThrow().since()).isAfter(first.since());
        confirm(leaseOne());
        assertThat(waiting.longest()).isEmpty();
    }

    @Test
    void an_invoice_waits_for_its_customer_and_project() {
        store.enqueue(Samples.invoice("invoice-1", 1));
        store.enqueue(Samples.project());
        store.enqueue(Samples.customer(1));
        var customer = leaseOne();
        assertThat(customer.kind()).isEqualTo(DeliveryKind.ENSURE_CUSTOMER);
        assertThat(leasedKinds()).isEmpty();
        confirm(customer);
        var project = leaseOne();
        assertThat(project.kind()).isEqualTo(DeliveryKind.ENSURE_PROJECT);
        assertThat(leasedKinds()).isEmpty();
        confirm(project);
        assertThat(leasedKinds()).containsExactly(DeliveryKind.STAGE_INVOICE);
    }

    @Test
    void a_lane_goes_in_order_and_a_parked_delivery_lets_the_next_version_pass() {
        store.enqueue(Samples.customer(1));
        store.enqueue(Samples.customer(2));
        var first = leaseOne();
        assertThat(leasedKinds()).isEmpty();
        var _ = store.park(first, "TAX_INVALID", "the tax id is wrong");
        assertThat(leaseOne().payload().version()).isEqualTo(2);
        assertThatThrownBy(() -> store.parked().retry(first.key(), "a person"))
                .hasMessageContaining("replaced by a later version");
    }

    @Test
    void a_lease_that_ran_out_is_taken_over_and_its_old_owner_is_fenced() {
        store.enqueue(Samples.customer(1));
        var stale = store.lease(1, RUN_OUT).getFirst();
        var owner = leaseOne();
        assertThat(owner.epoch()).isEqualTo(stale.epoch() + 1);
        assertThat(store.park(stale, "X", "too late")).isFalse();
        confirm(owner);
        assertThat(store.parked().history(owner.key()))
                .containsExactly(
                        DeliveryState.PENDING,
                        DeliveryState.IN_FLIGHT,
                        DeliveryState.IN_FLIGHT,
                        DeliveryState.CONFIRMED);
    }

    @Test
    void a_wait_is_kept_in_the_table() {
        store.enqueue(Samples.customer(1));
        var failure = new Failure.Throttled(Duration.ofSeconds(30));
        assertThat(store.retry(leaseOne(), DeliveryState.RETRY_AT, failure, Duration.ofSeconds(30)))
                .isTrue();
        assertThat(leasedKinds()).isEmpty();
        db.execute("update gateway.delivery set next_attempt_at = clock_timestamp() where target = ?", target);
        assertThat(leaseOne().attempts()).isEqualTo(2);
    }

    @Test
    void a_parked_delivery_is_sent_again_when_a_person_says_so() {
        store.enqueue(Samples.customer(1));
        var parked = leaseOne();
        var _ = store.park(parked, "PERIOD_CLOSED", "closed");
        forgetNotices();
        assertThat(leasedKinds()).isEmpty();
        store.parked().retry(parked.key(), "a person");
        assertThat(leasedKinds()).containsExactly(DeliveryKind.ENSURE_CUSTOMER);
        assertThatThrownBy(() -> store.parked().retry(parked.key(), "a person")).hasMessageContaining("not parked");
    }

    @Test
    void what_went_back_is_sent_by_nobody_any_more_and_its_sender_is_fenced() {
        store.enqueue(Samples.customer(1));
        confirm(leaseOne());
        store.enqueue(Samples.project());
        confirm(leaseOne());
        store.enqueue(Samples.invoice("invoice-9", 1));
        var sending = leaseOne();
        store.parked().withdraw("invoice-9", "returned: wrong order");

        assertThat(store.park(sending, "PO_MISSING", "no order")).isFalse();
        assertThat(leasedKinds()).isEmpty();
        assertThat(store.parked().retryAll("invoice-9", "a person")).isZero();
        assertThat(store.parked().list(DeliveryState.WITHDRAWN, "invoice-9", 10))
                .singleElement()
                .satisfies(told -> assertThat(store.parked().steps(told.key()))
                        .last()
                        .satisfies(step -> assertThat(step.reason()).isEqualTo("returned: wrong order")));
        store.parked().withdraw("invoice-9", "again");
        assertThat(store.parked().steps(sending.key())).hasSize(3);
    }

    @Test
    void a_result_is_told_again_until_its_listener_has_taken_it() throws Exception {
        store.enqueue(Samples.customer(1));
        var delivery = leaseOne();
        var _ = store.confirmed(delivery, Samples.snapshot(delivery.payload(), Snapshot.Status.ACTIVE));
        var told = new ArrayList<String>();
        var listener = new DeliveryListener() {
            @Override
            public void staged(Delivery of, Snapshot snapshot) {
                told.add("staged");
            }

            @Override
            public void confirmed(Delivery of, Snapshot snapshot) {
                told.add("confirmed " + snapshot.outsideId());
                if (told.size() == 1) {
                    throw new IllegalStateException("the store is away");
                }
            }

            @Override
            public void parked(Delivery of, String code, String reason) {
                told.add(code);
            }
        };
        var notices = new Notices(db, target, listener, new Backoff(Duration.ZERO, Duration.ZERO, new Random(1)));
        var _ = notices.handOver();
        var _ = notices.handOver();
        var _ = notices.handOver();
        assertThat(told).containsExactly("confirmed X-1", "confirmed X-1");
    }

    @Test
    void a_delivery_does_not_move_on_before_its_result_is_told() {
        store.enqueue(Samples.customer(1));
        var parked = leaseOne();
        var _ = store.park(parked, "PERIOD_CLOSED", "closed");
        store.parked().retry(parked.key(), "a person");
        assertThat(leasedKinds()).isEmpty();
        forgetNotices();
        assertThat(leasedKinds()).hasSize(1);
    }

    @Test
    void a_new_owner_waits_only_as_long_as_a_request_of_the_former_one_may_take() {
        store.enqueue(Samples.customer(1));
        var former = leaseOne();
        store.takeOver(Duration.ofMinutes(1));
        assertThat(store.lease(1, LEASE)).isEmpty();
        store.takeOver(RUN_OUT);
        var again = leaseOne();
        assertThat(again.key()).isEqualTo(former.key());
        assertThat(store.confirmed(former, Samples.snapshot(former.payload(), Snapshot.Status.ACTIVE)))
                .isFalse();
    }
}
