package io.fairlead.cli.login;

/** What proves to a server who calls; it never shows in a text. */
public interface Bearer {

    /** Nothing does: the server asks for nothing, or refuses. */
    Bearer NONE = new Fixed("", false);

    /** The token to send now, empty for none; asked for each call, since tokens end and are renewed. */
    String token();

    /** Whether the token tells who acts; then nothing else may. */
    boolean isActor();

    /** The secret of a machine that knows no people, as an ERP has it. */
    static Bearer secret(String secret) {
        return new Fixed(secret, false);
    }

    /**
     * One that stays as it is.
     *
     * @param token empty for none
     */
    record Fixed(String token, boolean isActor) implements Bearer {

        @Override
        public String toString() {
            return token.isEmpty() ? "no token" : "a token";
        }
    }
}
