package io.fairlead.gateway.erp;

import java.util.random.RandomGenerator;
import org.jooq.DSLContext;

/** The running ERP gateway: sends, tells, takes in. Declared, started and closed by the application. */
public final class ErpGateway implements AutoCloseable {

    private final DeliveryStore deliveries;
    private final ErpSender sender;
    private final Loop sending;
    private final Loop telling;
    private final Loop taking;

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
        var target = settings.target();
        var backoff = new Backoff(settings.backoffBase(), settings.backoffCap(), random);
        var notices = new Notices(db, target, results, backoff);
        var intake = new PaymentIntake(db, target, erp, payments);
        this.deliveries = new DeliveryStore(db, target);
        this.telling = new Loop("erp-tell-" + target, settings.poll(), () -> tell(notices));
        this.sender = new ErpSender(deliveries, erp, settings, backoff, this::moved);
        this.sending = new Loop("erp-send-" + target, settings.poll(), sender::sendDue);
        this.taking = new Loop("erp-take-" + target, settings.paymentPoll(), intake::takePage);
    }

    private boolean tell(Notices notices) throws InterruptedException {
        var more = notices.tell();
        sending.wakeup();
        return more;
    }

    private void moved() {
        telling.wakeup();
        sending.wakeup();
    }

    /** Where processes put their deliveries; call {@link #wakeup()} after the transaction. */
    public DeliveryStore deliveries() {
        return deliveries;
    }

    public void start() {
        sending.start();
        telling.start();
        taking.start();
    }

    /** Has the table and the change feed looked at now. */
    public void wakeup() {
        sending.wakeup();
        telling.wakeup();
        taking.wakeup();
    }

    /** Ends the loops and waits for the pushes under way; what is left stays in the table. */
    @Override
    public void close() {
        sending.close();
        sender.close();
        telling.close();
        taking.close();
    }
}
