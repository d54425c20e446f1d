package io.fairlead.faults;

import io.fairlead.contract.ContractId;
import io.fairlead.party.CustomerId;
import io.fairlead.party.LegalEntityId;
import io.fairlead.project.ProjectId;
import io.fairlead.resource.PersonId;
import io.fairlead.schema.Sha256;
import io.fairlead.store.axon.CommandContext;
import io.fairlead.time.ApproveTime;
import io.fairlead.time.CorrectTime;
import io.fairlead.time.RecordTime;
import io.fairlead.time.SubmitTime;
import io.fairlead.time.TimeEntryId;
import io.fairlead.time.TimeTarget;
import java.time.Instant;
import java.time.LocalDate;

/**
 * One command of the load, as it crosses the pipe to the node.
 *
 * @param key idempotency key, without blanks
 * @param kind what to do
 * @param entry which time entry
 * @param seconds worked time, for the kinds that state it
 */
record Order(String key, Kind kind, String entry, int seconds) {

    /** What may happen to a time entry here. */
    enum Kind {
        RECORD,
        CORRECT,
        SUBMIT,
        APPROVE
    }

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final LocalDate DAY = LocalDate.parse("2026-03-02");
    private static final String AUTHOR = "local|ann";
    private static final TimeTarget TARGET = new TimeTarget(
            ProjectId.of("faults"),
            null,
            ContractId.of("faults"),
            1,
            CustomerId.of("faults"),
            LegalEntityId.of("faults"),
            "EUR",
            "Europe/Berlin");

    String line() {
        return key + " " + kind + " " + entry + " " + seconds;
    }

    static Order parse(String line) {
        var words = line.split(" ", -1);
        return new Order(words[0], Kind.valueOf(words[1]), words[2], Integer.parseInt(words[3]));
    }

    Object command() {
        var id = TimeEntryId.of(entry);
        return switch (kind) {
            case RECORD ->
                new RecordTime(
                        id,
                        "faults",
                        entry,
                        PersonId.of("ann"),
                        TARGET,
                        null,
                        null,
                        DAY,
                        seconds,
                        "BILLABLE",
                        null,
                        AUTHOR);
            case CORRECT -> new CorrectTime(id, DAY, seconds, key, AUTHOR);
            case SUBMIT -> new SubmitTime(id, AUTHOR, NOON);
            case APPROVE -> new ApproveTime(id, "local|bob", NOON);
        };
    }

    CommandContext context() {
        return new CommandContext("faults", key, Sha256.hex(line()), AUTHOR, key, "request|" + key);
    }
}
