package io.fairlead.gateway.erp;

import java.net.URI;
import java.time.Duration;

/**
 * How the gateway meets one ERP.
 *
 * @param target the ERP's name in the delivery table
 * @param lanes how many deliveries are under way at once
 * @param poll how often the table is looked at when nobody calls
 * @param lease longer than one push can take: six requests at most
 * @param attemptsMax a delivery that failed so often is parked for a person
 */
public record ErpSettings(
        String target,
        URI baseUrl,
        Duration connectTimeout,
        Duration readTimeout,
        int lanes,
        Duration poll,
        Duration paymentPoll,
        Duration backoffBase,
        Duration backoffCap,
        Duration lease,
        int attemptsMax,
        Duration authPause) {

    public ErpSettings {
        if (lanes < 1 || attemptsMax < 1) {
            throw new IllegalArgumentException("lanes and attemptsMax must be at least 1");
        }
        if (lease.compareTo(readTimeout.plus(connectTimeout).multipliedBy(6)) <= 0) {
            throw new IllegalArgumentException("lease " + lease + " must be longer than six requests may take");
        }
    }

    /** Settings that suit an ERP nearby. */
    public static ErpSettings of(String target, URI baseUrl) {
        return new ErpSettings(
                target,
                baseUrl,
                Duration.ofSeconds(2),
                Duration.ofSeconds(5),
                16,
                Duration.ofSeconds(1),
                Duration.ofSeconds(1),
                Duration.ofMillis(200),
                Duration.ofSeconds(60),
                Duration.ofMinutes(2),
                50,
                Duration.ofSeconds(60));
    }

    /**
     * The same with other waits.
     *
     * @param answer for an answer
     * @param retry before a delivery that failed often is tried again, at most
     * @throws IllegalArgumentException when six such requests may take as long as the lease
     */
    public ErpSettings waiting(Duration answer, Duration retry) {
        return new ErpSettings(
                target,
                baseUrl,
                connectTimeout,
                answer,
                lanes,
                poll,
                paymentPoll,
                backoffBase,
                retry,
                lease,
                attemptsMax,
                authPause);
    }
}
