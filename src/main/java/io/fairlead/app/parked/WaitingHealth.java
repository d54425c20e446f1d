package io.fairlead.app.parked;

import java.util.LinkedHashMap;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/**
 * Tells with the health which work waits here: a detail for each, with what waits, since when, why and what to do. It is never
 * down: who waits goes on by itself or is mended by a person, and no other process would do better in its place.
 */
public final class WaitingHealth implements HealthIndicator {

    private final WaitingItems items;

    public WaitingHealth(WaitingItems items) {
        this.items = items;
    }

    @Override
    public Health health() {
        var health = Health.up();
        for (var wait : items.waits()) {
            var told = new LinkedHashMap<String, String>();
            told.put("what", wait.waiting().what());
            told.put("since", wait.since().toString());
            told.put("reason", wait.waiting().reason());
            told.put("remedy", wait.waiting().remedy());
            health.withDetail(wait.work(), told);
        }
        return health.build();
    }
}
