package io.fairlead.operation.api;

import java.time.Instant;
import java.util.List;

/** What was done with roles that were given for some hours. */
public interface BreakGlassReports {

    /** All grants, the latest first. */
    List<Report> all(Instant now);

    /**
     * One grant and all that was done with it.
     *
     * @param holds whether it has not ended
     * @param uses each request, reads too
     * @param events what the requests recorded by the same person; 10,000 at most
     */
    record Report(
            String grantId,
            String grantedTo,
            String role,
            String reason,
            String grantedBy,
            Instant grantedAt,
            Instant endsAt,
            boolean holds,
            List<Use> uses,
            List<Recorded> events) {}

    /** One request. */
    record Use(Instant at, String request, String correlationId) {}

    /** One event that came of a request. */
    record Recorded(long position, String stream, String type, String correlationId) {}
}
