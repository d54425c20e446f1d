package io.fairlead.billing.pricing;

import io.fairlead.contract.RateRow;
import java.time.LocalDate;
import org.joda.money.Money;

/**
 * Approved time that waits for a price, and the price that it would get.
 *
 * @param row that would price it
 * @param seconds that would be billed
 * @param amount in the contract's currency
 */
public record FreedWork(
        String timeEntryId, String contractId, LocalDate workDate, RateRow row, int seconds, Money amount) {}
