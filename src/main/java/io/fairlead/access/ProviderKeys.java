package io.fairlead.access;

import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyConverter;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.proc.JWSKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import java.io.IOException;
import java.security.Key;
import java.security.PublicKey;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The provider's keys as they were read last. They are read anew every few minutes, and for a key that is not known, at most
 * once a minute; whoever invents names of keys makes no more work. While the provider is away the known ones go on, for as long as
 * it takes: whoever has a token got it before, and it ends by itself. Thread-safe.
 */
public final class ProviderKeys implements JWSKeySelector<SecurityContext> {

    static final Duration PAUSE = Duration.ofMinutes(1);
    static final Duration PAUSE_WHILE_AWAY = Duration.ofSeconds(5);
    static final Duration KEPT = Duration.ofMinutes(5);

    private static final Logger LOG = LoggerFactory.getLogger(ProviderKeys.class);

    private final KeyDirectory directory;
    private final InstantSource clock;
    private final ReentrantLock reading = new ReentrantLock();
    private volatile JWKSet keys = new JWKSet();
    private volatile @Nullable Instant tried;
    private volatile @Nullable Trouble trouble;

    /**
     * That keys cannot be read.
     *
     * @param since when it was first seen
     * @param reason without secrets
     * @param knownKeys how many are known from before
     */
    public record Trouble(Instant since, String reason, int knownKeys) {}

    ProviderKeys(KeyDirectory directory, InstantSource clock) {
        this.directory = directory;
        this.clock = clock;
    }

    /** What keeps keys from being read; empty when the last reading went well. */
    public Optional<Trouble> trouble() {
        return Optional.ofNullable(trouble);
    }

    /** Whether any key is known, so that somebody could come in. */
    public boolean anyKnown() {
        return !keys.isEmpty();
    }

    /** Reads keys that are old, and tries again what failed; called every few seconds. */
    public void refresh() {
        readUnlessWithin(tried == null || trouble != null ? PAUSE_WHILE_AWAY : KEPT);
    }

    /**
     * Keys that may have signed a token with this header.
     *
     * @return empty when the provider has no such key
     * @throws ProviderAway when nobody can say, since it does not answer
     */
    @Override
    public List<Key> selectJWSKeys(JWSHeader header, @Nullable SecurityContext context) throws ProviderAway {
        if (header.getKeyID() == null || !SignatureCheck.ALGORITHMS.contains(header.getAlgorithm())) {
            return List.of();
        }
        var found = matching(header);
        if (found.isEmpty()) {
            readUnlessWithin(trouble == null ? PAUSE : PAUSE_WHILE_AWAY);
            found = matching(header); // Others may have read them meanwhile, too.
        }
        if (found.isEmpty() && trouble != null) {
            throw new ProviderAway();
        }
        return found;
    }

    private List<Key> matching(JWSHeader header) {
        var selected = new JWKSelector(JWKMatcher.forJWSHeader(header)).select(keys);
        var found = new ArrayList<Key>();
        selected.stream()
                .filter(OctetKeyPair.class::isInstance)
                .map(OctetKeyPair.class::cast)
                .forEach(edwards -> EdwardsSignature.publicKey(edwards).ifPresent(found::add));
        KeyConverter.toJavaKeys(selected).stream()
                .filter(PublicKey.class::isInstance)
                .forEach(found::add);
        return found;
    }

    /** Reads keys, unless somebody did or tried within that time; many that want it wait for one. */
    private void readUnlessWithin(Duration pause) {
        reading.lock();
        try {
            var last = tried;
            if (last == null || !clock.instant().isBefore(last.plus(pause))) {
                tried = clock.instant();
                read();
            }
        } finally {
            reading.unlock();
        }
    }

    private void read() {
        try {
            var read = directory.read();
            if (read.getKeys().stream().noneMatch(ProviderKeys::isUsable)) {
                throw new IOException("it publishes no key that signs");
            }
            keys = read.toPublicJWKSet();
            if (trouble != null) {
                LOG.info("The identity provider answers again, with {} keys", keys.size());
            }
            trouble = null;
        } catch (IOException e) {
            var former = trouble;
            var reason = String.valueOf(e.getMessage());
            trouble = new Trouble(former == null ? clock.instant() : former.since(), reason, keys.size());
            if (former == null) {
                LOG.warn("Keys of the identity provider cannot be read ({}); {} are known", reason, keys.size());
            }
        }
    }

    private static boolean isUsable(JWK key) {
        return key.getKeyUse() == null || key.getKeyUse().getValue().equals("sig");
    }
}
