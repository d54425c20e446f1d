package io.fairlead.time.cost;

import io.fairlead.shared.StreamHistory;
import io.fairlead.time.event.TimeApprovalWithdrawn;
import io.fairlead.time.event.TimeApproved;
import io.fairlead.time.event.TimeCorrectedAfterApproval;
import io.fairlead.time.event.TimeCorrectedAfterBilling;
import org.apache.avro.specific.SpecificRecord;

/** What changed the approved time of an entry, in order, and whether it still is approved; asked by the process that costs it. */
final class TimeChanges {

    /** Else what came after it tells how much time is approved, and a repeat must not bring the old cost back. */
    static boolean isLast(StreamHistory history, String entry, SpecificRecord event) {
        var changes = history.all(entry).stream()
                .map(TimeChanges::changeOf)
                .filter(change -> !change.isEmpty())
                .toList();
        return changes.lastIndexOf(changeOf(event)) == changes.size() - 1;
    }

    /** Whether that approval was taken back since; another one may have followed. */
    static boolean isWithdrawn(StreamHistory history, TimeApproved approval) {
        return history.last(approval.getTimeEntryId(), TimeApprovalWithdrawn.class)
                .filter(withdrawn -> withdrawn.getVersion() >= approval.getVersion())
                .isPresent();
    }

    /** What the event changes, once and for all; empty when it leaves the approved time as it is. */
    private static String changeOf(SpecificRecord event) {
        return switch (event) {
            case TimeApproved approved -> "approved " + approved.getVersion();
            case TimeCorrectedAfterApproval changed -> "version " + changed.getVersion();
            case TimeCorrectedAfterBilling credited -> credited.getCreditNoteId() + "#" + credited.getPortionNo();
            case TimeApprovalWithdrawn withdrawn -> "withdrawn " + withdrawn.getVersion();
            default -> "";
        };
    }

    private TimeChanges() {}
}
