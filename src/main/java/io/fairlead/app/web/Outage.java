package io.fairlead.app.web;

import io.fairlead.store.AppendRefused;
import io.fairlead.store.SqlTrouble;
import java.net.ConnectException;
import java.net.http.HttpTimeoutException;
import java.sql.SQLException;
import java.util.Optional;
import org.apache.kafka.common.errors.RetriableException;
import org.jspecify.annotations.Nullable;

/**
 * Tells what the application stands on and what is away - the database, the broker, another server - from faults of its own:
 * the one passes and is worth another try, the other is not. For every door, and for long work that goes on behind them.
 */
public final class Outage {

    /** Whether the failure, or what caused it, passes by itself. */
    public static boolean isBehind(Throwable failure) {
        return behind(failure).isPresent();
    }

    /** What a client is told of it; empty when nothing is away. */
    static Optional<Refusal> behind(Throwable failure) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            var told = refusal(cause);
            if (told != null) {
                return Optional.of(told);
            }
        }
        return Optional.empty();
    }

    private static @Nullable Refusal refusal(Throwable cause) {
        return switch (cause) {
            case Refused refused when refused.refusal().status() == 503 -> refused.refusal();
            case AppendRefused store
            when store.retryable() -> away("STORE_UNAVAILABLE", "the store does not answer in time");
            case SQLException sql
            when SqlTrouble.isPassing(sql) -> away("STORE_UNAVAILABLE", "the database does not answer in time");
            case RetriableException _ -> away("BROKER_UNAVAILABLE", "the message broker does not answer in time");
            case ConnectException _, HttpTimeoutException _ ->
                away("SERVER_UNAVAILABLE", "a server that this needs does not answer in time");
            default -> null;
        };
    }

    private static Refusal away(String code, String reason) {
        return new Refusal(
                503, code, null, reason, "send it again later with the same Idempotency-Key: it counts once");
    }

    private Outage() {}
}
