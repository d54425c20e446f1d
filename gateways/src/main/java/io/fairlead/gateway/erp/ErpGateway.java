package io.fairlead.gateway.erp;

import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/**
 * The ERP gateway: sends, tells, takes in, while it is started. Of all nodes one at a time has it started; deliveries can
 * be put in on every node. Declared and closed by the application.
 */
public final class ErpGateway implements AutoCloseable {

    private final ErpAdapter erp;
    private final ErpSettings settings;
    private final Notices notices;
    private final PaymentIntake intake;
    private final Backoff backoff;
    private final DeliveryStore deliveries;
    private final WaitingDeliveries waiting;
    private volatile @Nullable Running running;

    /** What runs between start and stop. */
    private record Running(ErpSender sender, Loop sending, Loop telling, Loop taking) {}

    /**
     * @param db needs as many connections as lanes, and some for the loops
     * @param random for the jitter of waits; seeded in tests
     */
    public ErpGateway(
            DSLContext db,
            ErpAdapter erp,
            ErpSettings settings,
            DeliveryListener results,
            PaymentListener payments,
            RandomGenerator random) {
        this.erp = erp;
        this.settings = settings;
        this.backoff = new Backoff(settings.backoffBase(), settings.backoffCap(), random);
        this.notices = new Notices(db, settings.target(), results, backoff);
        this.intake = new PaymentIntake(db, settings.target(), erp, payments);
        this.deliveries = new DeliveryStore(db, settings.target());
        this.waiting = new WaitingDeliveries(db, settings.target());
    }

    private boolean handOver() throws InterruptedException {
        var more = notices.handOver();
        wakeup(Running::sending);
        return more;
    }

    private void moved() {
        wakeup(Running::telling);
        wakeup(Running::sending);
    }

    private void wakeup(Function<Running, Loop> loop) {
        var now = running;
        if (now != null) {
            loop.apply(now).wakeup();
        }
    }

    /** Where processes put their deliveries; call {@link #wakeup()} after the transaction. */
    public DeliveryStore deliveries() {
        return deliveries;
    }

    /** Whether this ERP is the system that told of something: what it told it knows. */
    public boolean isSource(String system) {
        return settings.target().equals(system);
    }

    /** Puts a delivery in, once, and has it looked at; for processes that have nothing else to store. */
    public void deliver(DeliveryPayload payload) {
        deliveries.enqueue(payload);
        wakeup();
    }

    /** Starts as the only gateway there is. */
    public void start() {
        start(() -> true);
    }

    /**
     * Starts after every former owner has ended or may not act any more.
     *
     * @param mayAct asked before anything is written to the ERP: false once this node's right has ended
     */
    public synchronized void start(BooleanSupplier mayAct) {
        if (running != null) {
            throw new IllegalStateException("the gateway runs already");
        }
        // A request that a former owner had begun may still be on its way; after that long it is not.
        deliveries.takeOver(settings.connectTimeout().plus(settings.readTimeout()));
        var target = settings.target();
        var sender = new ErpSender(deliveries, erp, settings, backoff, this::moved, mayAct);
        var now = new Running(
                sender,
                new Loop("erp-send-" + target, settings.poll(), sender::sendDue),
                new Loop("erp-tell-" + target, settings.poll(), this::handOver),
                new Loop("erp-take-" + target, settings.paymentPoll(), intake::takePage));
        running = now;
        now.sending().start();
        now.telling().start();
        now.taking().start();
    }

    /** Has the table and the change feed looked at now; on other nodes that happens at the next poll. */
    public void wakeup() {
        wakeup(Running::sending);
        wakeup(Running::telling);
        wakeup(Running::taking);
    }

    /**
     * What keeps it from going on, the gravest first; nothing while all goes on, or when it does not run here. Asks the database
     * for deliveries that are tried again.
     */
    public Optional<ErpWait> waitsFor() {
        var now = running;
        if (now == null) {
            return Optional.empty();
        }
        return failing("deliveries to ", now.sending().trouble())
                .or(waiting::longest)
                .or(() -> failing("results of deliveries to ", now.telling().trouble()))
                .or(() -> failing("payments of ", now.taking().trouble()))
                .or(() -> failing("payments of ", intake.trouble()));
    }

    private Optional<ErpWait> failing(String what, @Nullable String trouble) {
        return Optional.ofNullable(trouble)
                .map(reason -> new ErpWait(
                        what + settings.target(),
                        reason,
                        "see whether the ERP and the database answer; the gateway then goes on by itself",
                        null));
    }

    /** Ends the loops and waits for the pushes under way; what is left stays in the table. May be started again. */
    public synchronized void stop() {
        var now = running;
        running = null;
        if (now != null) {
            now.sending().close();
            now.sender().close();
            now.telling().close();
            now.taking().close();
        }
    }

    @Override
    public void close() {
        stop();
    }
}
