package io.fairlead.bench;

import io.fairlead.contract.ContractId;
import io.fairlead.party.CustomerId;
import io.fairlead.party.LegalEntityId;
import io.fairlead.project.ProjectId;
import io.fairlead.resource.PersonId;
import io.fairlead.store.EventIds;
import io.fairlead.store.axon.CommandContext;
import io.fairlead.time.RecordTime;
import io.fairlead.time.SubmitTime;
import io.fairlead.time.TimeEntryId;
import io.fairlead.time.TimeTarget;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import java.util.function.Consumer;
import org.axonframework.commandhandling.GenericCommandMessage;

/**
 * The whole command path: each client records time and submits it, so every second command loads its aggregate. Ours goes through
 * the door that the application uses and keeps idempotency keys; the peer has none to keep.
 */
public final class CommandBench {

    private static final TimeTarget TARGET = new TimeTarget(
            ProjectId.of("apollo"),
            null,
            ContractId.of("apollo-2026"),
            1,
            CustomerId.of("acme"),
            LegalEntityId.of("us"),
            "USD",
            "America/New_York");

    private CommandBench() {}

    /** One command under its key. */
    interface Door {
        void send(Object command, String key);
    }

    /**
     * Runs it on a PostgreSQL of its own.
     *
     * @param folder where that is made for the time of the run
     * @param told each line as soon as it is measured
     */
    public static void run(Path folder, BenchPlan plan, Consumer<Comparison> told) {
        try (var database = new BenchDatabase(folder);
                var ours = new OwnSide(database);
                var peer = plan.peer() ? new AxonJdbcSide(database, BenchEvents.schemas()) : null) {
            var own = door(ours);
            var other = peer == null ? null : door(peer);
            Subject theirs = other == null ? null : (_, go) -> commands(other, go);
            plan.run("command", (_, go) -> commands(own, go), theirs, () -> Machine.described(ours.pool()), told);
        }
    }

    static Door door(OwnSide ours) {
        return (command, key) -> {
            var context = new CommandContext("bench", key, BenchEvents.BODY_HASH, "local|ann.bench", key, key);
            var _ = ours.axon.door().dispatch(command, context);
        };
    }

    static Door door(AxonJdbcSide peer) {
        var gateway = peer.gateway();
        return (command, key) -> gateway.sendAndWait(
                GenericCommandMessage.asCommandMessage(command).withMetaData(BenchEvents.metadata(key)));
    }

    private static void commands(Door door, ClientLoad.Go go) {
        while (go.on()) {
            var id = TimeEntryId.of(UUID.randomUUID().toString());
            timed(door, record(id), go);
            timed(door, new SubmitTime(id, "local|ann.bench", Instant.ofEpochSecond(1_772_000_000)), go);
        }
    }

    private static void timed(Door door, Object command, ClientLoad.Go go) {
        var start = System.nanoTime();
        door.send(command, EventIds.at(System.currentTimeMillis()));
        go.took(start);
    }

    static RecordTime record(TimeEntryId id) {
        return new RecordTime(
                id,
                "psa",
                id.value().substring(11, 19),
                PersonId.of("ann"),
                TARGET,
                "consulting",
                null,
                LocalDate.of(2026, 3, 2),
                27_000,
                "BILLABLE",
                null,
                "local|ann.bench");
    }
}
