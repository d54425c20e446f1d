package io.fairlead.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.Set;

/** The secret by which parts of one installation ask its own schema registry; it opens nothing else. */
public final class RegistryLogin implements MachineLogins {

    /** Setting that holds it; with {@code _FILE} behind, the setting that names its file. */
    public static final String SETTING = "FAIRLEAD_REGISTRY_TOKEN";

    private static final String DOOR = "/registry/";

    private final byte[] secret;

    /** @param secret empty opens nothing */
    public RegistryLogin(String secret) {
        this.secret = secret.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public Optional<Caller> callerAt(String path, String scheme, String credentials) {
        return secret.length > 0
                        && path.startsWith(DOOR)
                        && scheme.equals("bearer")
                        && MessageDigest.isEqual(secret, credentials.getBytes(StandardCharsets.UTF_8))
                ? Optional.of(
                        new Caller("installation|registry", "installation", Set.of(Role.IT_OPERATOR), Companies.NONE))
                : Optional.empty();
    }
}
