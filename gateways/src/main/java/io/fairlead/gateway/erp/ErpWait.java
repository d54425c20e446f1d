package io.fairlead.gateway.erp;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the gateway waits for, for whoever operates it.
 *
 * @param what deliveries, their results or payments
 * @param reason why they do not go on
 * @param remedy what to do
 * @param since UTC, by the database; null when nothing says it
 */
public record ErpWait(
        String what, String reason, String remedy, @Nullable Instant since) {}
