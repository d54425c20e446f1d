package io.fairlead.access;

/** A token that is not believed, and why. */
public final class TokenRefused extends Exception {

    private static final long serialVersionUID = 1;

    private final Reason reason;

    /** What is wrong with a token; nothing of the token itself. */
    public enum Reason {
        MALFORMED("is no token", "send the access token as the provider gave it"),
        SIGNATURE("is not signed by a key and algorithm that are believed", "get a token from the provider"),
        TYPE("is no access token", "send the access token, neither the ID nor the refresh token"),
        ISSUER("comes from another issuer", "get a token from the provider of this server"),
        AUDIENCE("is meant for somebody else", "ask the provider for one with this server as audience"),
        EXPIRED("has expired, or never ends", "get a new one"),
        EARLY("does not hold yet", "compare the clocks of provider and server"),
        SUBJECT(
                "names nobody, or in odd characters",
                "give who it is for a subject of 1 to 99 visible ASCII characters");

        private final String text;
        private final String remedy;

        Reason(String text, String remedy) {
            this.text = text;
            this.remedy = remedy;
        }

        /** Goes on behind "the token". */
        public String text() {
            return text;
        }

        public String remedy() {
            return remedy;
        }
    }

    public TokenRefused(Reason reason) {
        super(reason.text(), null, false, false);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
