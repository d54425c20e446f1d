package io.fairlead.contract;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * For whom, what and when a price is asked.
 *
 * @param contractId contract:<key>
 * @param lineNo its line
 * @param contractCardId the contract's own card; null means none
 * @param projectId project:<key>
 * @param customerId customer:<code>
 * @param legalEntityId legal-entity:<code>
 * @param personId who worked
 * @param role usual role of that person
 * @param workType kind of work; null means none
 * @param currency of the contract: among rows of a level, one in it needs no exchange rate and wins
 * @param day work date in the contract's zone
 */
public record RateQuestion(
        String contractId,
        int lineNo,
        @Nullable String contractCardId,
        String projectId,
        String customerId,
        String legalEntityId,
        String personId,
        String role,
        @Nullable String workType,
        String currency,
        LocalDate day) {}
