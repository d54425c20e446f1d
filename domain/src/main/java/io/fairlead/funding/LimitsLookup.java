package io.fairlead.funding;

import io.fairlead.funding.OpenFunding.Policy;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Port: which work is under a limit, as the views know it at the event's position or later; from memory where it can be. */
public interface LimitsLookup {

    /**
     * Which lines of the contract are limited; {@link LimitedLines#NONE} for an unknown one. Asked for each price, so it must
     * cost nothing.
     */
    LimitedLines limited(String contractId);

    /** The limits of a contract as they are agreed now; empty when it is unknown. */
    Optional<Agreed> agreed(String contractId);

    /** Work of the contract that has never asked for funds, beside what is agreed, as everything stored by now says. */
    Unbilled unbilled(String contractId);

    /**
     * What a contract agrees on.
     *
     * @param legalEntityId legal-entity:<code>
     * @param currency ISO 4217
     * @param policy at the boundary
     * @param limits those to watch, see {@link LimitedLines#watched}
     * @param billed net billed so far within each limit
     */
    record Agreed(
            String legalEntityId,
            String currency,
            Policy policy,
            List<FundLimit> limits,
            List<OpenFunding.Billed> billed) {}

    /**
     * What may have to ask for funds now.
     *
     * @param limits of the contract, as {@link Agreed#limits}
     * @param work unbilled, whether limited or not, by day and source
     */
    record Unbilled(List<FundLimit> limits, List<Work> work) {}

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
