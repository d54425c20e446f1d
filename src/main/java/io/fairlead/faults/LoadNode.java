package io.fairlead.faults;

import io.fairlead.launch.Logging;
import io.fairlead.shared.RuleViolated;
import io.fairlead.store.AppendRefused;
import io.fairlead.store.PostgresStore;
import io.fairlead.store.StoreLimits;
import io.fairlead.store.axon.AxonSetup;
import io.fairlead.store.axon.CommandDoor;
import io.fairlead.time.TimeEntry;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Executors;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.ConcurrencyException;

/**
 * The process that a campaign kills: store, command door, one aggregate and the views, as the application has them. Reads
 * orders from standard input and answers each on standard output.
 */
public final class LoadNode {

    private final PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
    private final PostgresStore store;
    private final CommandDoor door;
    private final ViewsUnderFault views;

    private LoadNode(PostgresStore store, CommandDoor door, ViewsUnderFault views) {
        this.store = store;
        this.door = door;
        this.views = views;
    }

    /** Runs until standard input ends or says {@code end}. */
    public static void main(String[] arguments) throws IOException {
        Logging.toConsole("WARN");
        try (var commands = FaultBed.pool(ChildJvm.database(), "store", 24);
                var tables = FaultBed.pool(ChildJvm.database(), "views", 8);
                var store = new PostgresStore(commands, InstantSource.system(), StoreLimits.DEFAULT);
                var axon = new AxonSetup(store, List.of(TimeEntry.class));
                var views = ViewsUnderFault.start(store, tables)) {
            new LoadNode(store, axon.door(), views).serve();
        }
    }

    private void serve() throws IOException {
        say("ready " + store.log().head());
        var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var line = in.readLine(); line != null && !line.equals("end"); line = in.readLine()) {
                var said = line;
                threads.execute(() -> say(said.startsWith("views ") ? awaitViews(said) : answer(said)));
            }
        }
    }

    private String awaitViews(String line) {
        var words = line.split(" ", -1);
        return "views " + views.await(Long.parseLong(words[1]), Duration.ofSeconds(Long.parseLong(words[2])));
    }

    private String answer(String line) {
        var order = Order.parse(line);
        return order.key() + " " + dispatch(order).line();
    }

    private NodeAnswer dispatch(Order order) {
        try {
            var outcome = door.dispatch(order.command(), order.context());
            return new NodeAnswer.Accepted(outcome.repeated(), outcome.firstPosition(), outcome.lastPosition());
        } catch (RuleViolated | AggregateNotFoundException e) {
            return new NodeAnswer.Refused(String.valueOf(e.getMessage()));
        } catch (AppendRefused e) {
            var reason = e.getClass().getSimpleName() + ": " + e.getMessage();
            return e.retryable() ? new NodeAnswer.Later(reason) : new NodeAnswer.Broken(reason);
        } catch (ConcurrencyException e) {
            return new NodeAnswer.Later(String.valueOf(e.getMessage()));
        } catch (RuntimeException e) {
            return new NodeAnswer.Broken(e.toString());
        }
    }

    private synchronized void say(String line) {
        out.println(line);
        out.flush();
    }
}
