package io.fairlead.time;

import static java.util.Objects.requireNonNull;

import io.fairlead.time.Retelling.Told;
import io.fairlead.time.event.TimeMoved;
import io.fairlead.time.event.TimeRecorded;
import io.fairlead.time.event.TimeSubmitted;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;

/** How the events of time that moves are filled, on both of its entries. */
final class MoveEvents {

    static TimeMoved moved(RecordedTime recorded, boolean approved, int seconds, MoveTime command) {
        var entry = recorded.entry();
        var target = command.target();
        return TimeMoved.newBuilder()
                .setTimeEntryId(entry.getTimeEntryId())
                .setVersion(recorded.version())
                .setPersonId(entry.getPersonId())
                .setProjectId(entry.getProjectId())
                .setContractId(entry.getContractId())
                .setCustomerId(entry.getCustomerId())
                .setLegalEntityId(entry.getLegalEntityId())
                .setLineNo(entry.getLineNo())
                .setMovedTo(command.movedTo().value())
                .setToProjectId(target.projectId().value())
                .setToContractId(target.contractId().value())
                .setToCustomerId(target.customerId().value())
                .setToLegalEntityId(target.legalEntityId().value())
                .setToLineNo(target.lineNo())
                .setToTaskId(target.taskId())
                .setToTimeClass(command.timeClass())
                .setToZone(target.zone())
                .setToWorkDate(command.workDate())
                .setSeconds(seconds)
                .setAuthor(recorded.author())
                .setSubmittedAt(recorded.submittedAt())
                .setApproved(approved)
                .setReason(command.reason())
                .setMovedBy(command.movedBy())
                .setMovedAt(command.at())
                .build();
    }

    /** The entry there, recorded and as far offered and approved as it was. */
    static List<SpecificRecord> taken(TakeMovedTime command) {
        var move = command.move();
        var entry = recorded(command);
        var events = new ArrayList<SpecificRecord>();
        events.add(entry);
        if (command.toldSeconds() != entry.getSeconds()) {
            events.add(
                    TimeEvents.retold(entry, new Told(entry.getWorkDate(), command.toldSeconds()), entry.getAuthor()));
        }
        if (move.getSubmittedAt() != null) {
            events.add(TimeSubmitted.newBuilder()
                    .setTimeEntryId(entry.getTimeEntryId())
                    .setVersion(1)
                    .setSubmittedBy(move.getAuthor())
                    .setSubmittedAt(move.getSubmittedAt())
                    .build());
        }
        if (move.getApproved()) {
            var approval = new ApproveTime(command.timeEntryId(), move.getMovedBy(), move.getMovedAt());
            events.add(TimeEvents.approved(
                    entry,
                    1,
                    entry.getWorkDate(),
                    entry.getSeconds(),
                    requireNonNull(move.getSubmittedAt()),
                    approval));
        }
        return events;
    }

    /** What a source says of an entry that was moved, for the place where it is now. */
    static TimeRecorded inPlace(TimeRecorded said, TimeRecorded known) {
        return TimeRecorded.newBuilder(said)
                .setProjectId(known.getProjectId())
                .setContractId(known.getContractId())
                .setCustomerId(known.getCustomerId())
                .setLegalEntityId(known.getLegalEntityId())
                .setLineNo(known.getLineNo())
                .setTaskId(known.getTaskId())
                .setTimeClass(known.getTimeClass())
                .setZone(known.getZone())
                .build();
    }

    private static TimeRecorded recorded(TakeMovedTime command) {
        var move = command.move();
        return TimeRecorded.newBuilder(command.before())
                .setTimeEntryId(move.getMovedTo())
                .setProjectId(move.getToProjectId())
                .setContractId(move.getToContractId())
                .setCustomerId(move.getToCustomerId())
                .setLegalEntityId(move.getToLegalEntityId())
                .setLineNo(move.getToLineNo())
                .setTaskId(move.getToTaskId())
                .setTimeClass(move.getToTimeClass())
                .setZone(move.getToZone())
                .setWorkDate(move.getToWorkDate())
                .setSeconds(move.getSeconds())
                .setAuthor(move.getAuthor())
                .setMovedFrom(move.getTimeEntryId())
                .build();
    }

    private MoveEvents() {}
}
