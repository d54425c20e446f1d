package io.fairlead.contract;

import io.fairlead.shared.Check;
import io.fairlead.shared.Happened;
import java.time.LocalDate;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Accept nothing more on a contract.
 *
 * @param contractId its key
 * @param closedOn first day without service
 */
public record CloseContract(
        @TargetAggregateIdentifier ContractId contractId,
        @Happened LocalDate closedOn) {

    public CloseContract {
        Check.day("closedOn", closedOn);
    }
}
