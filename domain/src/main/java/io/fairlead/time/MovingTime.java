package io.fairlead.time;

import io.fairlead.shared.RuleViolated;
import io.fairlead.time.ApprovedTime.Worked;
import io.fairlead.time.ChangeEvents.Cause;
import io.fairlead.time.event.TimeMoved;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * An entry that is asked to move: events that TimeEntry records. Immutable.
 *
 * @param approved null while it is not
 * @param moved null unless it moved before
 */
record MovingTime(
        RecordedTime recorded,
        @Nullable ApprovedTime approved,
        Worked worked,
        @Nullable TimeMoved moved) {

    /**
     * Nothing when it is there already.
     *
     * @throws RuleViolated T-03, T-12, T-19
     */
    List<SpecificRecord> events(MoveTime command) {
        if (moved != null) {
            if (isTo(moved, command)) {
                return List.of();
            }
            throw gone(moved);
        }
        if (isThere(command)) {
            return List.of();
        }
        var approval = approved;
        var events = new ArrayList<SpecificRecord>();
        int seconds = worked.seconds();
        if (approval != null) {
            TimeRules.requireAnother(
                    command.movedBy(), recorded.author(), recorded.entry().getPersonId());
            approval.requireMovable(worked);
            seconds = approval.proposedSeconds() == null ? seconds : approval.proposedSeconds();
            events.addAll(approval.emptied(worked, new Cause(command.reason(), command.movedBy()), command.at()));
        }
        if (seconds == 0) {
            throw new RuleViolated("T-19", "timeEntryId", "nothing of the time is left to move", "leave it as it is");
        }
        events.add(MoveEvents.moved(recorded, approval != null, seconds, command));
        return events;
    }

    /** An entry that moved changes no more. */
    static RuleViolated gone(TimeMoved moved) {
        return new RuleViolated(
                "T-19",
                "timeEntryId",
                "the time was moved to " + moved.getMovedTo(),
                "change " + moved.getMovedTo() + ", or credit what is billed here");
    }

    private boolean isThere(MoveTime command) {
        var entry = recorded.entry();
        var target = command.target();
        return entry.getProjectId().equals(target.projectId().value())
                && entry.getContractId().equals(target.contractId().value())
                && entry.getLineNo() == target.lineNo()
                && Objects.equals(entry.getTaskId(), target.taskId())
                && entry.getTimeClass().equals(command.timeClass());
    }

    private static boolean isTo(TimeMoved moved, MoveTime command) {
        var target = command.target();
        return moved.getToProjectId().equals(target.projectId().value())
                && moved.getToContractId().equals(target.contractId().value())
                && moved.getToLineNo() == target.lineNo()
                && Objects.equals(moved.getToTaskId(), target.taskId())
                && moved.getToTimeClass().equals(command.timeClass());
    }
}
