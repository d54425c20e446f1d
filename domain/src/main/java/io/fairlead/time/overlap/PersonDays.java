package io.fairlead.time.overlap;

import io.fairlead.party.WorkPolicies.Overlap;
import io.fairlead.shared.Commands;
import io.fairlead.time.TimeEntryId;
import java.time.LocalDate;

/** Looks at a person's day and notes what overlaps, and what does no more; for the processes that follow time. */
public final class PersonDays {

    private final OverlapFacts facts;
    private final Commands commands;

    public PersonDays(OverlapFacts facts, Commands commands) {
        this.facts = facts;
        this.commands = commands;
    }

    /** @param eventId of what makes it worth a look, for the keys of the notes */
    void look(String personId, LocalDate day, String eventId) {
        var around = facts.around(personId, day);
        for (var span : around) {
            var policy = facts.policies(span.legalEntityId()).overlap();
            var found = policy == Overlap.ALLOW ? Overlaps.Found.NOTHING : Overlaps.of(span, around);
            if (span.noted() || !found.isNothing()) {
                commands.send(
                        new NoteOverlap(TimeEntryId.of(span.timeEntryId()), found.others(), found.daySeconds()),
                        "overlap/" + eventId + "/" + day + "/" + span.timeEntryId());
            }
        }
    }
}
