package io.fairlead.simulation;

import io.fairlead.contract.PricingFacts.DaySoFar;
import io.fairlead.time.event.TimeApprovalWithdrawn;
import io.fairlead.time.event.TimeApproved;
import io.fairlead.time.event.TimeCorrectedAfterApproval;
import io.fairlead.time.event.TimeCorrectedAfterBilling;
import io.fairlead.time.event.TimePriced;
import org.apache.avro.specific.SpecificRecord;

/** One entry as the view of time shows it to pricing: worked seconds, and billed ones while it has a price. */
final class DayOfWork {

    private int worked;
    private int billed;
    private boolean priced;

    /** The other priced entries of the person, contract line and day. */
    static DaySoFar of(HistoryLog log, TimeApproved entry) {
        int worked = 0;
        int billed = 0;
        var others = log.all(TimePriced.class).stream()
                .filter(other -> isOfTheSameDay(other, entry))
                .map(TimePriced::getTimeEntryId)
                .distinct()
                .toList();
        for (var id : others) {
            var other = new DayOfWork();
            var approved = log.last(id, TimeApproved.class).orElseThrow();
            log.all(id, SpecificRecord.class).forEach(other::see);
            if (other.priced && approved.getWorkDate().equals(entry.getWorkDate())) {
                worked += other.worked;
                billed += other.billed;
            }
        }
        return new DaySoFar(worked, billed);
    }

    private static boolean isOfTheSameDay(TimePriced other, TimeApproved entry) {
        return other.getServiceDate().equals(entry.getWorkDate())
                && other.getPersonId().equals(entry.getPersonId())
                && other.getContractId().equals(entry.getContractId())
                && other.getLineNo() == entry.getLineNo()
                && !other.getTimeEntryId().equals(entry.getTimeEntryId());
    }

    private void see(SpecificRecord event) {
        switch (event) {
            case TimeApproved e -> worked = e.getSeconds();
            case TimePriced e -> {
                priced = true;
                billed = e.getBilledSeconds();
            }
            case TimeCorrectedAfterApproval e -> {
                worked = e.getSeconds();
                billed += e.getBilledSecondsDelta() == null ? 0 : e.getBilledSecondsDelta();
            }
            case TimeCorrectedAfterBilling e -> {
                worked = e.getApprovedSeconds();
                billed -= e.getSeconds();
            }
            case TimeApprovalWithdrawn _ -> priced = false;
            default -> {}
        }
    }
}
