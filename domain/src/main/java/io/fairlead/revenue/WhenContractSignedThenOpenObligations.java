package io.fairlead.revenue;

import io.fairlead.contract.ContractId;
import io.fairlead.contract.event.ContractLine;
import io.fairlead.contract.event.ContractSigned;
import io.fairlead.party.CustomerId;
import io.fairlead.party.LegalEntityId;
import io.fairlead.shared.Commands;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;

/** When a contract is signed, each of its promises becomes an obligation with a revenue of its own. */
@ProcessingGroup("process-open-obligations")
@DisallowReplay // A rebuilt read side must not open again.
public class WhenContractSignedThenOpenObligations {

    private final Commands commands;

    public WhenContractSignedThenOpenObligations(Commands commands) {
        this.commands = commands;
    }

    @EventHandler
    void react(ContractSigned event) {
        for (var line : event.getLines()) {
            var id = idOf(event.getContractId(), line);
            commands.send(open(id, event, line), "open-obligation/" + id);
        }
    }

    static ObligationId idOf(String contractId, ContractLine line) {
        return ObligationId.of(contractId, "line " + line.getLineNo());
    }
}
