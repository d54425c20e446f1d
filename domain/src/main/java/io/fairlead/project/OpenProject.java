package io.fairlead.project;

import io.fairlead.contract.ContractId;
import io.fairlead.party.CustomerId;
import io.fairlead.party.LegalEntityId;
import io.fairlead.shared.Check;
import io.fairlead.shared.Foreseen;
import java.time.LocalDate;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Let work on a contract begin.
 *
 * @param projectId its key
 * @param contractId the contract
 * @param customerId the contract's buyer
 * @param legalEntityId the contract's seller
 * @param name what people call it
 * @param currency the contract's
 * @param zone the contract's
 * @param lineNo contract line that time goes to
 * @param openedOn day
 */
public record OpenProject(
        @TargetAggregateIdentifier ProjectId projectId,
        ContractId contractId,
        CustomerId customerId,
        LegalEntityId legalEntityId,
        String name,
        String currency,
        String zone,
        int lineNo,
        @Foreseen LocalDate openedOn) {

    public OpenProject {
        Check.text("name", name, 400);
        Check.currency("currency", currency);
        Check.zone("zone", zone);
        Check.range("lineNo", lineNo, 1, 500);
        Check.day("openedOn", openedOn);
    }
}
