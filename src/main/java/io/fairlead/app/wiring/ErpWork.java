package io.fairlead.app.wiring;

import io.fairlead.app.lease.Lease;
import io.fairlead.app.lease.LeasedWork;
import io.fairlead.app.lease.WaitReason;
import io.fairlead.gateway.erp.ErpGateway;
import java.util.Optional;

/**
 * The ERP gateway on the node that has claimed it.
 *
 * @param gateway of this node
 */
record ErpWork(ErpGateway gateway) implements LeasedWork {

    @Override
    public void start(Lease tenure) {
        gateway.start(tenure::isHeld);
    }

    @Override
    public void stop() {
        gateway.stop();
    }

    @Override
    public Optional<WaitReason> waiting() {
        return gateway.waitsFor().map(wait -> new WaitReason(wait.what(), wait.reason(), wait.remedy(), wait.since()));
    }
}
