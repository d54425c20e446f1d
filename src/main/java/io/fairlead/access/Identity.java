package io.fairlead.access;

import java.time.InstantSource;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a server knows of its identity provider; there is none of it where no provider is set. */
public final class Identity implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Identity.class);

    private final IdentityProvider provider;
    private final ProviderKeys keys;
    private final BearerTokens tokens;
    private final ScheduledExecutorService refreshing = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("provider-keys").factory());

    /** @param clock of the day, since tokens end by it */
    public Identity(IdentityProvider provider, InstantSource clock) {
        this.provider = provider;
        this.keys = new ProviderKeys(new PublishedKeys(provider), clock);
        this.tokens = new BearerTokens(provider, keys, clock);
    }

    /** Reads the provider's keys from now on; whether it answers or not, the server starts. */
    public void start() {
        var _ = refreshing.scheduleWithFixedDelay(
                this::refresh, 0, ProviderKeys.PAUSE_WHILE_AWAY.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void refresh() {
        try {
            keys.refresh();
        } catch (RuntimeException e) {
            LOG.error("Keys of the identity provider could not be read", e);
        }
    }

    public IdentityProvider provider() {
        return provider;
    }

    public ProviderKeys keys() {
        return keys;
    }

    public BearerTokens tokens() {
        return tokens;
    }

    @Override
    public void close() {
        refreshing.shutdownNow();
    }
}
