package io.fairlead.gateway.refused;

import io.fairlead.billing.invoice.RecordPostingRefused;
import io.fairlead.exception.event.ExceptionResolved;
import io.fairlead.gateway.erp.ErpGateway;
import io.fairlead.gateway.erp.ErpResults;
import io.fairlead.shared.Until;
import io.fairlead.shared.Waits;
import java.util.Set;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;

/**
 * When a person says that the cause of a refusal is cleared, what the ERP refused is sent again. Refused again, its work item is
 * raised again.
 */
@ProcessingGroup("process-deliver-again")
@DisallowReplay // A rebuilt read side must not call the ERP again.
@Waits(Until.NOTHING)
public final class WhenWorkItemClearedThenSendAgain {

    /** Work items about what the ERP did not take; each is about the one that is delivered. */
    private static final Set<String> CODES = Set.of(RecordPostingRefused.WORK_ITEM, ErpResults.NOT_DELIVERED);

    private final ErpGateway gateway;

    public WhenWorkItemClearedThenSendAgain(ErpGateway gateway) {
        this.gateway = gateway;
    }

    @EventHandler
    void react(ExceptionResolved event) {
        if (CODES.contains(event.getCode())
                && gateway.deliveries()
                                .parked()
                                .retryAll(event.getSubjectId(), event.getResolvedBy() + ": " + event.getResolution())
                        > 0) {
            gateway.wakeup();
        }
    }
}
