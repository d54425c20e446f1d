package io.fairlead.store;

/**
 * What makes a command the same command when it is sent again.
 *
 * @param client whose key it is; keys of different clients never meet
 * @param key idempotency key, 1..200 characters
 * @param requestHash SHA-256 of the request's body, 64 hex digits
 */
public record CommandIdentity(String client, String key, String requestHash) {

    static final int KEY_LENGTH_MAX = 200;

    public CommandIdentity {
        if (client.isEmpty() || client.length() > KEY_LENGTH_MAX) {
            throw new IllegalArgumentException("client must have 1..200 characters");
        }
        if (key.isEmpty() || key.length() > KEY_LENGTH_MAX) {
            throw new IllegalArgumentException("command key must have 1..200 characters: send a shorter one");
        }
        if (!requestHash.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException(
                    "requestHash must be SHA-256 as 64 lower-case hex digits: " + requestHash);
        }
    }
}
