package io.fairlead.app.verify;

import java.util.List;
import java.util.Map;

/**
 * What all checks found.
 *
 * @param failed sum of all differences; 0 when everything holds
 * @param checks one for each invariant looked at
 * @param counts what was there: events, topic_records, topic_events, erp_documents, invoices_issued
 * @param lagging what had not come to its end before the checks, in sentences
 * @param seconds that it took
 */
public record VerificationReport(
        long failed, List<Check> checks, Map<String, Long> counts, List<String> lagging, double seconds) {

    /**
     * One invariant.
     *
     * @param id for example {@code I4}
     * @param sentence what must hold
     * @param examined things looked at
     * @param failed differences
     * @param examples sentences about the first of them
     * @param notes what is no difference but worth knowing
     * @param seconds that it took
     */
    public record Check(
            String id,
            String sentence,
            long examined,
            long failed,
            List<String> examples,
            List<String> notes,
            double seconds) {}
}
