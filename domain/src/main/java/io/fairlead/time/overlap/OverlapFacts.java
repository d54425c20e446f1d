package io.fairlead.time.overlap;

import io.fairlead.party.WorkPolicies;
import java.time.LocalDate;
import java.util.List;

/** Port: what is asked to find overlaps; it only fetches. */
public interface OverlapFacts {

    /** Work of a person of the day and those beside it; what was rejected or moved away has 0 seconds. */
    List<Span> around(String personId, LocalDate day);

    /** What legal-entity:<code> decided. */
    WorkPolicies policies(String legalEntityId);
}
