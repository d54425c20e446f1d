package io.fairlead.app.quota;

import io.fairlead.access.Caller;
import io.fairlead.app.web.Refusal;
import io.fairlead.app.web.Refused;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;

/** What one request costs its caller, told in the fields RateLimit and RateLimit-Policy of the answer. */
final class Spending {

    static final String LIMIT = "RateLimit";
    static final String POLICY = "RateLimit-Policy";
    static final String RETRY_AFTER = "Retry-After";

    private static final String ATTRIBUTE = Spending.class.getName();
    private static final int WINDOW_S = 60;

    private final Quotas quotas;
    private final Caller caller;
    private final HttpServletResponse response;
    private long spent;

    Spending(Quotas quotas, Caller caller, HttpServletResponse response) {
        this.quotas = quotas;
        this.caller = caller;
        this.response = response;
    }

    /** That of a request; empty where nothing is counted. */
    static Optional<Spending> of(ServletRequest request) {
        return Optional.ofNullable((Spending) request.getAttribute(ATTRIBUTE));
    }

    void keepIn(ServletRequest request) {
        request.setAttribute(ATTRIBUTE, this);
    }

    /**
     * Counts calls.
     *
     * @throws Refused 429 when the caller has fewer left
     */
    void take(long calls) {
        if (calls > 0) {
            quotas.take(caller, calls).ifPresent(standing -> tell(standing, calls));
        }
    }

    /** Counts what one request may cost at most, where what it asks for is larger than any quota. */
    void takeWithin(long calls) {
        quotas.perMinute(caller).ifPresent(perMinute -> take(Math.min(calls, perMinute - 1)));
    }

    private void tell(Quotas.Standing standing, long calls) {
        spent += calls;
        response.setHeader(POLICY, "\"client\";q=%d;w=%d".formatted(standing.perMinute(), WINDOW_S));
        response.setHeader(LIMIT, "\"client\";r=%d;t=%d".formatted(standing.left(), seconds(standing.reset())));
        if (!standing.isTaken()) {
            boolean isTooLarge = spent > standing.perMinute();
            response.setHeader(RETRY_AFTER, Long.toString(Math.max(1, seconds(standing.retryIn()))));
            throw new Refused(new Refusal(
                    429,
                    "QUOTA_EXCEEDED",
                    null,
                    "%s has %d calls a minute and %d left, and this one counts as %d"
                            .formatted(caller.client(), standing.perMinute(), standing.left(), spent),
                    isTooLarge
                            ? "send fewer items at once"
                            : "send it again after Retry-After; who needs more asks whoever runs Fairlead"));
        }
    }

    private static long seconds(Duration time) {
        return time.plusMillis(999).toSeconds();
    }
}
