package io.fairlead.simulation.rule;

import io.fairlead.simulation.Facts;
import io.fairlead.time.event.TimeApproved;
import io.fairlead.time.event.TimeMoved;
import io.fairlead.time.event.TimeRecorded;
import java.util.HashSet;

/**
 * Time that moves is one entry there: of the same person, as long, and approved where it was; and nobody else enters time that
 * claims to have moved.
 */
final class MovedTimeIsOnce implements Rule {

    @Override
    public void check(Facts facts, Findings findings) {
        var taken = new HashSet<String>();
        facts.each(TimeMoved.class).forEach(move -> {
            var there = facts.of(move.getMovedTo(), TimeRecorded.class).toList();
            findings.same("entries of what moved from " + move.getTimeEntryId(), there.size(), 1);
            findings.require(taken.add(move.getMovedTo()), move.getMovedTo() + " is moved to twice");
            if (!there.isEmpty()) {
                var entry = there.getFirst();
                findings.same("the seconds of " + move.getMovedTo(), entry.getSeconds(), move.getSeconds());
                findings.same("who worked " + move.getMovedTo(), entry.getPersonId(), move.getPersonId());
                findings.same("where " + move.getMovedTo() + " came from", entry.getMovedFrom(), move.getTimeEntryId());
                findings.same("the contract of " + move.getMovedTo(), entry.getContractId(), move.getToContractId());
                findings.require(
                        !move.getApproved() || facts.has(move.getMovedTo(), TimeApproved.class),
                        move.getMovedTo() + " is not approved, and was before it moved");
            }
        });
        facts.each(TimeRecorded.class)
                .filter(entry -> entry.getMovedFrom() != null)
                .forEach(entry -> findings.require(
                        taken.contains(entry.getTimeEntryId()), entry.getTimeEntryId() + " came from nowhere"));
    }
}
