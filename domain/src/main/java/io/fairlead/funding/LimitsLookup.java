package io.fairlead.funding;

import io.fairlead.funding.OpenFunding.Policy;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Port: which work is under a limit, as the views know it at the event's position or later; from memory where it can be. */
public interface LimitsLookup {

    /** Whether the line, its contract or its purchase orders set a limit. Asked for each price, so it must cost nothing. */
    boolean isLimited(String contractId, int lineNo);

    /** Whether anything of the contract is limited. */
    boolean isLimited(String contractId);

    /** The limits of a contract as they are agreed now; empty when it is unknown. */
    Optional<Agreed> agreed(String contractId);

    /** Unbilled work on limited lines of the contract that has never asked for funds, as everything stored by now tells. */
    List<Work> unbilled(String contractId);

    /**
     * What a contract agrees on.
     *
     * @param legalEntityId legal-entity:<code>
     * @param currency ISO 4217
     * @param policy at the boundary
     * @param limits with an amount, and all purchase orders once one of them has
     * @param billed net billed so far within each limit
     */
    record Agreed(
            String legalEntityId,
            String currency,
            Policy policy,
            List<FundLimit> limits,
            List<OpenFunding.Billed> billed) {

        public boolean isLimited() {
            return !limits.isEmpty();
        }
    }

    /**
     * One source of unbilled work.
     *
     * @param sourceId time-entry:<uuid> or billing-item:<uuid>
     * @param lineNo contract line that pays
     * @param customerId customer:<code>
     * @param projectId project:<key>
     * @param serviceDate day of work or acceptance
     * @param worth unbilled, on drafts or not
     * @param currency ISO 4217
     */
    record Work(
            String sourceId,
            int lineNo,
            String customerId,
            String projectId,
            LocalDate serviceDate,
            BigDecimal worth,
            String currency) {}
}
