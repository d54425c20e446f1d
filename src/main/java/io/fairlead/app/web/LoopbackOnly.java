package io.fairlead.app.web;

import io.fairlead.access.Doorway;

/** Refuses to start where others than this machine could reach it: actors are believed, not proven. */
public final class LoopbackOnly {

    static final String DEFAULT = "127.0.0.1";

    /**
     * Checks an address.
     *
     * @throws NotLoopback when it is no loopback address
     */
    public LoopbackOnly(String address) {
        if (!Doorway.isLoopback(address)) {
            throw new NotLoopback(address);
        }
    }

    /** Told at start-up, instead of a stack. */
    public static final class NotLoopback extends RuntimeException {

        private static final long serialVersionUID = 1;

        NotLoopback(String address) {
            super("Fairlead does not listen on " + address
                    + ": no identity provider is configured, so everybody there could act as anybody."
                    + " Set FAIRLEAD_BIND to 127.0.0.1 or leave it out; or set FAIRLEAD_OIDC_ISSUER.");
        }
    }
}
