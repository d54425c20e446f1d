package io.fairlead.funding;

import io.fairlead.contract.ContractId;
import io.fairlead.party.LegalEntityId;
import io.fairlead.shared.Check;
import java.math.BigDecimal;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Watch the limits of a contract, as they are now. Sent again, it moves the limits that differ; a limit that is not named
 * any more is lifted.
 *
 * @param fundingId the contract's limits
 * @param contractId the contract
 * @param legalEntityId seller
 * @param currency ISO 4217, of the contract
 * @param policy SPLIT, WHOLE_ITEM or STOP
 * @param limits purchase orders in the order in which they are drawn
 * @param billedBefore net billed so far on limits that are new, from the views
 * @param reason what set the limits
 */
public record OpenFunding(
        @TargetAggregateIdentifier FundingId fundingId,
        ContractId contractId,
        LegalEntityId legalEntityId,
        String currency,
        Policy policy,
        List<FundLimit> limits,
        List<Billed> billedBefore,
        String reason) {

    /** What happens at the boundary. */
    public enum Policy {
        /** The part that fits is granted. */
        SPLIT,
        /** Whole items only, earliest first; one that does not fit is passed over. */
        WHOLE_ITEM,
        /** Whole items only; nothing passes one that does not fit. */
        STOP
    }

    public OpenFunding {
        Check.currency("currency", currency);
        Check.text("reason", reason, 400);
        limits = List.copyOf(limits);
        billedBefore = List.copyOf(billedBefore);
    }

    /** Net billed on a limit before it was watched. */
    public record Billed(String limitId, BigDecimal amount) {}
}
