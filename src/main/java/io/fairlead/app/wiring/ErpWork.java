package io.fairlead.app.wiring;

import io.fairlead.app.claim.Tenure;
import io.fairlead.app.claim.Work;
import io.fairlead.gateway.erp.ErpGateway;

/**
 * The ERP gateway on the node that has claimed it.
 *
 * @param gateway of this node
 */
record ErpWork(ErpGateway gateway) implements Work {

    @Override
    public void start(Tenure tenure) {
        gateway.start(tenure::isHeld);
    }

    @Override
    public void stop() {
        gateway.stop();
    }
}
