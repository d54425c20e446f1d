package io.fairlead.revenue;

import io.fairlead.contract.event.ContractLine;
import io.fairlead.contract.event.ContractSigned;
import io.fairlead.shared.Commands;
import io.fairlead.shared.Until;
import io.fairlead.shared.Waits;
import java.util.LinkedHashMap;
import java.util.List;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;

/** When a contract is signed, each of its promises becomes an obligation with revenue of its own. */
@ProcessingGroup("process-open-obligations")
@DisallowReplay // A rebuilt read side must not open again.
@Waits(Until.VIEWS_SEEN)
public class WhenContractSignedThenOpenObligations {

    private final Commands commands;
    private final boolean withinLimit;

    /**
     * @param withinLimit whether revenue as incurred stops at the limit: an accounting policy, noted on each obligation
     */
    public WhenContractSignedThenOpenObligations(Commands commands, boolean withinLimit) {
        this.commands = commands;
        this.withinLimit = withinLimit;
    }

    @EventHandler
    void react(ContractSigned event) {
        var promises = new LinkedHashMap<String, List<ContractLine>>();
        for (var line : event.getLines()) {
            promises.merge(Promise.nameOf(line), List.of(line), Promise::joined);
        }
        promises.forEach((name, lines) -> {
            var command = Promise.of(event, name, lines, withinLimit);
            commands.send(command, "open/" + command.obligationId());
        });
    }
}
