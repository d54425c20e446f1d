package io.fairlead.faults;

/**
 * What a client may claim about one command at the end of a campaign.
 *
 * @param client number of the client; it sent one command after the other
 * @param key idempotency key
 * @param fate what it was told
 * @param first position of its first event as told; 0 when it was told none
 * @param last position of its last event as told
 */
record Claim(int client, String key, Fate fate, long first, long last) {

    /** What a client knows. */
    enum Fate {
        /** It was told that the command is stored: it must be there once. */
        ACKNOWLEDGED,
        /** It was told that the command is refused for good: it must not be there. */
        REFUSED,
        /** It was told nothing, or to try again later: there not at all or once. */
        UNKNOWN
    }
}
