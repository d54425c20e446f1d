package io.fairlead.idp;

import io.fairlead.launch.DataFolder;
import java.util.Map;
import java.util.function.Consumer;

/** The identity provider of a data folder for a command that needs one: joined if it runs, started if not. */
public final class TrialProvider implements AutoCloseable {

    private final Keycloak keycloak;
    private final String issuer;
    private final boolean isOwn;

    private TrialProvider(Keycloak keycloak, String issuer, boolean isOwn) {
        this.keycloak = keycloak;
        this.issuer = issuer;
        this.isOwn = isOwn;
    }

    /** Starts it where it does not run. */
    public static TrialProvider ensureRunning(DataFolder data, Map<String, String> environment, Consumer<String> says) {
        var keycloak = new Keycloak(data, environment);
        boolean ran = keycloak.seen().pid() != 0;
        return new TrialProvider(
                keycloak, keycloak.up(KeycloakDelivery.CENTRAL, says).issuer(), !ran);
    }

    public String issuer() {
        return issuer;
    }

    /** Ends it where it was started. */
    @Override
    public void close() {
        if (isOwn) {
            var _ = keycloak.down();
        }
    }
}
