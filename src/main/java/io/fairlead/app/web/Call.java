package io.fairlead.app.web;

import io.fairlead.shared.NameUuid;
import io.fairlead.store.axon.CommandContext;
import org.jspecify.annotations.Nullable;

/**
 * One request to change something: who sends it and what makes it the same when it is sent again. An argument of
 * controllers.
 *
 * @param actor {@code local|<name>}
 * @param key idempotency key, 1..200 visible ASCII characters
 * @param requestHash SHA-256 over method, path and body, 64 hex digits
 * @param correlationId constant from this request through all reactions
 * @param ifMatch entity tag that the target must still have; null means any
 * @param isDryRun whether it is only asked what would come of it
 */
public record Call(
        String actor,
        String key,
        String requestHash,
        String correlationId,
        @Nullable String ifMatch,
        boolean isDryRun) {

    /** Keys of batches leave room for the item's index. */
    static final int BATCH_KEY_LENGTH_MAX = 190;

    /** The key given, or one made from the idempotency key, so that a repeat names the same thing. */
    public String keyOr(@Nullable String given, String kind) {
        return given != null
                ? given
                : NameUuid.of("made-by-api", kind, actor, key).toString();
    }

    /**
     * What the store keeps of it: keys of different actors never meet, and nothing but the request is its cause.
     *
     * @throws Refused when nothing is to be stored; {@link CommandResponder} alone knows how to ask without
     */
    public CommandContext context() {
        if (isDryRun) {
            throw new Refused(new Refusal(
                    400,
                    "DRY_RUN_UNKNOWN",
                    Headers.DRY_RUN,
                    "this cannot be asked for without doing it",
                    "look whether it has a preview, or a parameter dry-run"));
        }
        return ofRehearsal();
    }

    /** For what stores nothing. */
    CommandContext ofRehearsal() {
        return new CommandContext(actor, key, requestHash, actor, correlationId, correlationId);
    }

    /** This call for what is recorded beside what it asks for, by a key of its own that follows from this one. */
    public Call beside(String what) {
        var own = NameUuid.of("beside", what, actor, key).toString();
        return new Call(actor, own, requestHash, correlationId, null, isDryRun);
    }

    /** This call for one item of a batch. */
    Call item(int index) {
        return new Call(actor, key + "/" + index, requestHash, correlationId, null, isDryRun);
    }
}
