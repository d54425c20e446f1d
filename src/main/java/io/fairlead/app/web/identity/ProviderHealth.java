package io.fairlead.app.web.identity;

import io.fairlead.access.Identity;
import io.fairlead.access.ProviderKeys;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/**
 * Tells with the health since when and why keys of the identity provider cannot be read. It is down only where no key is known, so
 * that nobody could come in: everybody else has a token whose key is known, and another process would do no better.
 */
final class ProviderHealth implements HealthIndicator {

    private final Identity identity;

    ProviderHealth(Identity identity) {
        this.identity = identity;
    }

    @Override
    public Health health() {
        var trouble = identity.keys().trouble();
        var health = identity.keys().anyKnown() ? Health.up() : Health.down();
        health.withDetail("issuer", identity.provider().issuer());
        trouble.ifPresent(told -> health.withDetail("what", what(told))
                .withDetail("since", told.since().toString())
                .withDetail("reason", told.reason())
                .withDetail("remedy", "see that the provider answers; keys are asked for every few seconds"));
        return health.build();
    }

    private static String what(ProviderKeys.Trouble trouble) {
        return trouble.knownKeys() == 0
                ? "no key of the identity provider is known, so nobody comes in"
                : "keys of the identity provider cannot be read; tokens of known keys go on, new keys are not taken";
    }
}
