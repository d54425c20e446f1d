package io.fairlead.gateway.erp;

import static io.fairlead.gateway.db.Tables.INTAKE_CURSOR;

import io.fairlead.gateway.erp.ErpAdapter.ChangePage;
import java.lang.System.Logger.Level;
import java.time.Duration;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/**
 * Takes payments in from the ERP's change feed. The cursor is stored after a page's facts were handed over, so a crash
 * repeats a page and never skips one.
 */
final class PaymentIntake {

    private static final System.Logger LOG = System.getLogger(PaymentIntake.class.getName());
    private static final String FEED = "changes";

    private final DSLContext db;
    private final String target;
    private final ErpAdapter erp;
    private final PaymentListener listener;
    private volatile @Nullable String trouble;

    PaymentIntake(DSLContext db, String target, ErpAdapter erp, PaymentListener listener) {
        this.db = db;
        this.target = target;
        this.erp = erp;
        this.listener = listener;
    }

    /** Takes one page in; true when there is another. */
    boolean takePage() {
        return switch (erp.changesSince(cursor())) {
            case AdapterAnswer.Given<ChangePage>(var page) -> {
                page.payments().forEach(listener::paid);
                store(page.next());
                trouble = null;
                yield page.more();
            }
            case AdapterAnswer.Failed<ChangePage>(var failure) -> {
                LOG.log(Level.DEBUG, "{0}: no change page now ({1})", target, failure.reason());
                trouble = failure.reason();
                yield false;
            }
        };
    }

    /** Why the ERP gave no page when it was last asked; null when it did. */
    @Nullable
    String trouble() {
        return trouble;
    }

    private String cursor() {
        var stored = db.select(INTAKE_CURSOR.CURSOR)
                .from(INTAKE_CURSOR)
                .where(INTAKE_CURSOR.TARGET.eq(target))
                .and(INTAKE_CURSOR.FEED.eq(FEED))
                .fetchOne(INTAKE_CURSOR.CURSOR);
        return stored == null ? "" : stored;
    }

    private void store(String next) {
        db.insertInto(INTAKE_CURSOR)
                .set(INTAKE_CURSOR.TARGET, target)
                .set(INTAKE_CURSOR.FEED, FEED)
                .set(INTAKE_CURSOR.CURSOR, next)
                .onConflict(INTAKE_CURSOR.TARGET, INTAKE_CURSOR.FEED)
                .doUpdate()
                .set(INTAKE_CURSOR.CURSOR, next)
                .set(INTAKE_CURSOR.UPDATED_AT, DeliveryStore.in(Duration.ZERO))
                .execute();
    }
}
