package io.fairlead.app.web;

import io.fairlead.store.axon.CommandDoor;
import io.fairlead.store.axon.DispatchOutcome;
import io.fairlead.store.axon.StreamChanged;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Sends commands for controllers and answers with position, entity tag and location. */
@Component
public class CommandResponder {

    /** Items of one batch. */
    public static final int BATCH_MAX = 5_000;

    /** What comes of a dry run. */
    private static final DispatchOutcome NOTHING = new DispatchOutcome(false, 0, 0, null);

    private static final Logger LOG = LoggerFactory.getLogger(CommandResponder.class);

    private final CommandDoor commands;
    private final Streams streams;

    CommandResponder(CommandDoor commands, Streams streams) {
        this.commands = commands;
        this.streams = streams;
    }

    /**
     * A command and what it concerns.
     *
     * @param more commands that belong to it; it is refused when one of them is
     */
    public record Draft(String streamKey, Object command, List<Object> more) {

        public Draft(String streamKey, Object command) {
            this(streamKey, command, List.of());
        }
    }

    /** Makes one item's command; may refuse. */
    public interface Preparation<T> {
        Draft prepare(T item, Call call);
    }

    /** Sends a command that makes something; answers 201. The location is null where nothing can be read. */
    public ResponseEntity<Accepted> create(Call call, @Nullable String location, Object id, Object command) {
        return answer(HttpStatus.CREATED, call, location, id.toString(), command);
    }

    /** Sends a command that changes something; answers 200. */
    public ResponseEntity<Accepted> accept(Call call, Object id, Object command) {
        return answer(HttpStatus.OK, call, null, id.toString(), command);
    }

    /**
     * Sends a command that changes something, after another that must be accepted first; answers 200.
     *
     * @param first made when the change is new and its target is as the caller saw it; nothing when none is needed
     */
    public ResponseEntity<Accepted> accept(Call call, Object id, Supplier<Optional<?>> first, Object command) {
        ahead(call, id, first).ifPresent(before -> sendAhead(call, before));
        return accept(call, id, command);
    }

    /**
     * The same where the other holds something for a target that exists: what is refused anyway holds nothing.
     *
     * @param hold made when the change is new and its target is as the caller saw it; nothing when none is needed
     */
    public ResponseEntity<Accepted> acceptHolding(Call call, Object id, Supplier<Optional<?>> hold, Object command) {
        ahead(call, id, hold).ifPresent(before -> {
            commands.rehearse(command, call.ofRehearsal());
            sendAhead(call, before);
        });
        return accept(call, id, command);
    }

    private Optional<?> ahead(Call call, Object id, Supplier<Optional<?>> made) {
        boolean isNew = commands.former(call.ofRehearsal()).isEmpty();
        return isNew && isUnchanged(call, id.toString()) ? made.get() : Optional.empty();
    }

    private void sendAhead(Call call, Object before) {
        if (call.isDryRun()) {
            commands.rehearse(before, call.ofRehearsal());
        } else {
            var _ = commands.dispatch(before, call.item(1).context());
        }
    }

    private boolean isUnchanged(Call call, String id) {
        var wanted = call.ifMatch();
        return wanted == null || Headers.matches(wanted, streams.standing(id).lastPosition());
    }

    /** Sends many; each is refused on its own, but for a store that is away: that is told for all. */
    public <T> ResponseEntity<BatchAnswer> acceptAll(Call call, List<T> items, Preparation<T> preparation) {
        requireBatch(call, items.size());
        var drafts = new ArrayList<@Nullable Draft>(items.size());
        var answers = new ArrayList<BatchAnswer.Item>(items.size());
        var orders = new ArrayList<CommandDoor.Order>(items.size());
        for (var index = 0; index < items.size(); index++) {
            var own = call.item(index);
            try {
                var draft = preparation.prepare(items.get(index), own);
                if (call.isDryRun()) {
                    commands.rehearse(draft.command(), own.ofRehearsal());
                    answers.add(item(index, draft.streamKey(), new CommandDoor.Answer.Accepted(NOTHING)));
                    drafts.add(null);
                    continue;
                }
                drafts.add(draft);
                orders.add(new CommandDoor.Order(draft.command(), own.context()));
                addMore(orders, draft.more(), own);
            } catch (RuntimeException refusal) {
                drafts.add(null);
                answers.add(BatchAnswer.Item.refused(index, null, told(refusal)));
            }
        }
        var outcomes = commands.dispatchAll(orders).iterator();
        for (var index = 0; index < drafts.size(); index++) {
            var draft = drafts.get(index);
            if (draft != null) {
                answers.add(
                        index,
                        item(
                                index,
                                draft.streamKey(),
                                joined(outcomes, 1 + draft.more().size())));
            }
        }
        var answer = BatchAnswer.of(answers);
        return ResponseEntity.ok()
                .header(Headers.POSITION, Long.toString(answer.position()))
                .body(answer);
    }

    /**
     * Sends a command that makes something, and those that belong to it; answers 201 for the first.
     *
     * @param more sent before the answer, each with a key of its own
     */
    public ResponseEntity<Accepted> create(
            Call call, @Nullable String location, Object id, Object command, List<Object> more) {
        var answer = answer(HttpStatus.CREATED, call, location, id.toString(), command);
        if (call.isDryRun()) {
            return answer; // What belongs to it is decided on what it makes.
        }
        var orders = new ArrayList<CommandDoor.Order>();
        addMore(orders, more, call);
        for (var other : commands.dispatchAll(orders)) {
            if (other instanceof CommandDoor.Answer.Refused(var reason)) {
                throw reason;
            }
        }
        return answer;
    }

    private static void addMore(List<CommandDoor.Order> orders, List<Object> more, Call own) {
        for (int i = 0; i < more.size(); i++) {
            orders.add(new CommandDoor.Order(more.get(i), own.item(i + 1).context()));
        }
    }

    /** The first refusal, else the first answer at the greatest position. */
    private static CommandDoor.Answer joined(Iterator<CommandDoor.Answer> outcomes, int count) {
        var first = outcomes.next();
        var position = first instanceof CommandDoor.Answer.Accepted(var outcome) ? outcome.lastPosition() : 0;
        for (int i = 1; i < count; i++) {
            switch (outcomes.next()) {
                case CommandDoor.Answer.Accepted(var outcome) -> position = Math.max(position, outcome.lastPosition());
                case CommandDoor.Answer.Refused refused ->
                    first = first instanceof CommandDoor.Answer.Refused ? first : refused;
            }
        }
        return first instanceof CommandDoor.Answer.Accepted(var outcome)
                ? new CommandDoor.Answer.Accepted(
                        new DispatchOutcome(outcome.repeated(), outcome.firstPosition(), position, null))
                : first;
    }

    private ResponseEntity<Accepted> answer(
            HttpStatus status, Call call, @Nullable String location, String id, Object command) {
        var outcome = send(call, id, command);
        var answer = ResponseEntity.status(status).header(Headers.POSITION, Long.toString(outcome.lastPosition()));
        if (location != null) {
            answer.header("Location", location);
        }
        if (outcome.repeated()) {
            answer.header(Headers.REPEATED, "true");
        }
        if (call.isDryRun()) {
            answer.header(Headers.DRY_RUN, "true");
        }
        var tag = outcome.lastPosition() == 0 || outcome.repeated() ? streams.lastPosition(id) : outcome.lastPosition();
        if (tag > 0) {
            answer.eTag(Long.toString(tag));
        }
        return answer.body(new Accepted(id, outcome.lastPosition()));
    }

    private DispatchOutcome send(Call call, String id, Object command) {
        var wanted = call.ifMatch();
        if (call.isDryRun()) {
            if (!isUnchanged(call, id)) {
                throw changed(id);
            }
            commands.rehearse(command, call.ofRehearsal());
            return NOTHING;
        }
        if (wanted == null) {
            return commands.dispatch(command, call.context());
        }
        var seen = streams.standing(id);
        if (!Headers.matches(wanted, seen.lastPosition())) {
            // A repeat answers as the first time did, although the first time changed the tag.
            return commands.former(call.context()).orElseThrow(() -> changed(id));
        }
        try {
            return Headers.isAny(wanted)
                    ? commands.dispatch(command, call.context())
                    : commands.dispatch(new CommandDoor.StreamState(id, seen.events()), command, call.context());
        } catch (StreamChanged meanwhile) {
            throw changed(id);
        }
    }

    private static Refused changed(String id) {
        return new Refused(new Refusal(
                412,
                "PRECONDITION_FAILED",
                "If-Match",
                id + " has changed since it was read",
                "read it again and send the new ETag"));
    }

    private static BatchAnswer.Item item(int index, String id, CommandDoor.Answer answer) {
        return switch (answer) {
            case CommandDoor.Answer.Accepted(var outcome) ->
                new BatchAnswer.Item(
                        index,
                        outcome.repeated() ? BatchAnswer.Status.repeated : BatchAnswer.Status.accepted,
                        id,
                        outcome.lastPosition(),
                        null,
                        null,
                        null,
                        null);
            case CommandDoor.Answer.Refused(var reason) -> BatchAnswer.Item.refused(index, id, told(reason));
        };
    }

    private static Refusal told(RuntimeException failure) {
        var refusal = Refusal.ofOne(failure);
        if (refusal.status() == 500) {
            LOG.error("One item of a batch failed", failure);
        }
        return refusal;
    }

    private static void requireBatch(Call call, int size) {
        if (size < 1 || size > BATCH_MAX) {
            throw new Refused(new Refusal(
                    422, "BATCH_SIZE", "items", "a batch has 1 to " + BATCH_MAX + " items", "this one has " + size));
        }
        if (call.key().length() > Call.BATCH_KEY_LENGTH_MAX) {
            throw new Refused(new Refusal(
                    400,
                    "IDEMPOTENCY_KEY_INVALID",
                    Headers.KEY,
                    "the key of a batch has at most " + Call.BATCH_KEY_LENGTH_MAX + " characters",
                    "send a shorter key"));
        }
    }
}
