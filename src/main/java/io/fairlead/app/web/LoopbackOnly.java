package io.fairlead.app.web;

import java.util.regex.Pattern;

/** Refuses to start where others than this machine could reach it: actors are believed, not proven. */
public final class LoopbackOnly {

    static final String DEFAULT = "127.0.0.1";
    private static final Pattern LOOPBACK = Pattern.compile("localhost|127(\\.[0-9]{1,3}){3}|(0:){7}0*1|::1|\\[::1]");

    /**
     * Checks an address.
     *
     * @throws NotLoopback when it is no loopback address
     */
    public LoopbackOnly(String address) {
        if (!LOOPBACK.matcher(address).matches()) {
            throw new NotLoopback(address);
        }
    }

    /** Told at start-up, instead of a stack. */
    public static final class NotLoopback extends RuntimeException {

        private static final long serialVersionUID = 1;

        NotLoopback(String address) {
            super("Fairlead does not listen on " + address
                    + ": no identity provider is configured, so everybody there could act as anybody."
                    + " Set FAIRLEAD_BIND to 127.0.0.1 or leave it out.");
        }
    }
}
