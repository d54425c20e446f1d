package io.fairlead.app.web;

import io.fairlead.gateway.intake.FileRefused;
import io.fairlead.shared.RuleViolated;
import io.fairlead.store.AppendRefused;
import io.fairlead.store.CommandKeyReused;
import io.fairlead.view.CursorRefused;
import java.util.Locale;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/**
 * Why a request, or one item of a batch, was not accepted.
 *
 * @param status HTTP status
 * @param code stable code
 * @param field of the request at fault, as a path; null when it is none
 * @param reason what is wrong
 * @param hint what to do; null when the reason says it all
 */
public record Refusal(
        int status,
        String code,
        @Nullable String field,
        String reason,
        @Nullable String hint) {

    static final String INTERNAL = "INTERNAL";

    /** What a failure tells the client; never the failure's own text unless it was written for clients. */
    public static Refusal of(Throwable failure) {
        return switch (failure) {
            case Refused refused -> refused.refusal();
            case RuleViolated rule ->
                new Refusal(422, rule.code(), asRequested(rule.field()), rule.reason(), orNull(rule.remedy()));
            case FileRefused file ->
                new Refusal(
                        file.code().equals("FILE_TOO_LARGE") ? 413 : 422,
                        file.code(),
                        file.field(),
                        file.reason(),
                        file.remedy());
            case CursorRefused _ ->
                new Refusal(400, "PARAMETER_INVALID", "cursor", "it is none of ours", "use the one of the page before");
            case JacksonException json -> BadJson.refusal(json);
            case AggregateNotFoundException missing -> notFound(String.valueOf(missing.getAggregateIdentifier()));
            case ConcurrencyException _ ->
                new Refusal(
                        409,
                        "CONFLICT",
                        null,
                        "others changed the same thing at the same moment",
                        "read it, send again");
            case CommandKeyReused _ ->
                new Refusal(
                        422,
                        "IDEMPOTENCY_KEY_REUSED",
                        "Idempotency-Key",
                        "the key was used before with another request",
                        "send a new key for a new request");
            case AppendRefused store
            when !store.retryable() ->
                new Refusal(409, "STORE_REJECTED", null, "the store refused what the command would record", null);
            default -> Outage.behind(failure).orElseGet(Refusal::internal);
        };
    }

    /**
     * What one of many was refused for.
     *
     * @throws Refused when that is nothing about the one, since the store is away: all are to be sent again, and those that were
     *     taken count once
     */
    public static Refusal ofOne(Throwable failure) {
        var refusal = of(failure);
        if (refusal.status() == 503) {
            throw new Refused(refusal);
        }
        return refusal;
    }

    /** As requests name it: who acts comes as a header, and a credit note's own id as id. */
    private static @Nullable String asRequested(String field) {
        if (field.matches("[a-z][A-Za-z]*By") && !field.equals("acceptedBy")) { // The customer's person is in the body.
            return Headers.ACTOR;
        }
        return field.equals("creditNoteId") ? "id" : orNull(field);
    }

    private static Refusal internal() {
        return new Refusal(
                500,
                INTERNAL,
                null,
                "the server failed; nothing is known to be wrong with the request",
                "send it again with the same Idempotency-Key; if it stays so, report the traceId");
    }

    /** Nothing stands there. */
    public static Refusal notFound(String what) {
        return new Refusal(404, "NOT_FOUND", null, "there is no " + shortened(what), "check the id");
    }

    /** The views have not come as far as the answer needs. */
    static Refusal viewsBehind(@Nullable String field, long reached, long wanted, String hint) {
        return new Refusal(
                503, "VIEW_BEHIND", field, "the views have reached position " + reached + ", not yet " + wanted, hint);
    }

    /** Client text, cut so that answers stay short. */
    static String shortened(String text) {
        return text.length() <= 80 ? text : text.substring(0, 80) + "...";
    }

    String type() {
        return "urn:fairlead:problem:" + code.toLowerCase(Locale.ROOT);
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
