package io.fairlead.faults;

import io.fairlead.faults.Claim.Fate;
import io.fairlead.faults.Violations.Kind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/**
 * Clients that send one command after the other to whatever node lives, and keep a journal of what they were told. When
 * told nothing or to come later, half of the time they send the same command again, else they leave it open.
 */
final class JournaledLoad implements AutoCloseable {

    static final int CLIENTS = 24;

    private static final int PAUSE_MILLIS_MAX = 40;
    // The application waits 10 s for a connection and 10 s for an append.
    private static final Duration ANSWER_MAX = Duration.ofSeconds(22);

    private final Supplier<NodeLink> node;
    private final Violations violations;
    private final List<Client> clients = new ArrayList<>();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final AtomicLong acknowledged = new AtomicLong();
    private final AtomicLong later = new AtomicLong();
    private final AtomicLong slowestNanos = new AtomicLong();
    private volatile boolean stopped;

    JournaledLoad(Supplier<NodeLink> node, long seed, Violations violations) {
        this.node = node;
        this.violations = violations;
        for (var i = 0; i < CLIENTS; i++) {
            var client = new Client(i, new Random(seed * 1_000 + i));
            clients.add(client);
            threads.execute(client::run);
        }
    }

    /** Lets every client come to the end of its command. */
    void stop() {
        stopped = true;
        threads.close();
    }

    @Override
    public void close() {
        stop();
    }

    long acknowledged() {
        return acknowledged.get();
    }

    /** How many answers told to come later. */
    long later() {
        return later.get();
    }

    long slowestMillis() {
        return Duration.ofNanos(slowestNanos.get()).toMillis();
    }

    /** The journal, each client's in its order; after {@link #stop}. */
    List<Claim> claims() {
        return clients.stream().flatMap(client -> client.claims.stream()).toList();
    }

    /** What was sent, beside {@link #claims}. */
    List<Order> orders() {
        return clients.stream().flatMap(client -> client.orders.stream()).toList();
    }

    private final class Client {

        private final int number;
        private final Random random;
        private final List<Claim> claims = new ArrayList<>();
        private final List<Order> orders = new ArrayList<>();
        private int entry;
        private int step;
        private int corrections;

        Client(int number, Random random) {
            this.number = number;
            this.random = random;
        }

        void run() {
            try {
                while (!stopped) {
                    var order = next();
                    var answer = send(order);
                    while (!stopped && isOpen(answer) && random.nextBoolean()) {
                        answer = send(order);
                    }
                    orders.add(order);
                    claims.add(claim(order, answer));
                    LockSupport.parkNanos(
                            Duration.ofMillis(random.nextInt(PAUSE_MILLIS_MAX)).toNanos());
                }
            } catch (RuntimeException e) {
                violations.add(Kind.STUCK, "client " + number + " failed: " + e);
            }
        }

        /** Recorded, corrected a few times, sometimes to the same again, submitted, approved; then the next entry. */
        private Order next() {
            var key = "c%d-%d".formatted(number, claims.size());
            if (step == 0) {
                entry++;
                corrections = 1 + random.nextInt(5);
            }
            var kind = step == 0
                    ? Order.Kind.RECORD
                    : step <= corrections
                            ? Order.Kind.CORRECT
                            : step == corrections + 1 ? Order.Kind.SUBMIT : Order.Kind.APPROVE;
            step = kind == Order.Kind.APPROVE ? 0 : step + 1;
            return new Order(key, kind, "c%d-%d".formatted(number, entry), 60 * (1 + random.nextInt(4)));
        }

        private NodeAnswer send(Order order) {
            var begin = System.nanoTime();
            var answer = node.get().ask(order);
            var took = System.nanoTime() - begin;
            switch (answer) {
                case NodeAnswer.Accepted _ -> acknowledged.incrementAndGet();
                case NodeAnswer.Refused _ -> {}
                case NodeAnswer.Later _ -> later.incrementAndGet();
                case NodeAnswer.Broken(var reason) -> violations.add(Kind.STUCK, order.key() + ": " + reason);
                case NodeAnswer.None _ ->
                    LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
            }
            if (!(answer instanceof NodeAnswer.None)) {
                slowestNanos.accumulateAndGet(took, Math::max);
                if (took > ANSWER_MAX.toNanos()) {
                    violations.add(
                            Kind.STUCK,
                            order.key() + " waited " + Duration.ofNanos(took).toMillis() + " ms");
                }
            }
            return answer;
        }

        private Claim claim(Order order, NodeAnswer answer) {
            return switch (answer) {
                case NodeAnswer.Accepted told ->
                    new Claim(number, order.key(), Fate.ACKNOWLEDGED, told.first(), told.last());
                case NodeAnswer.Refused _ -> new Claim(number, order.key(), Fate.REFUSED, 0, 0);
                case NodeAnswer.Later _, NodeAnswer.Broken _, NodeAnswer.None _ ->
                    new Claim(number, order.key(), Fate.UNKNOWN, 0, 0);
            };
        }
    }

    private static boolean isOpen(NodeAnswer answer) {
        return answer instanceof NodeAnswer.Later || answer instanceof NodeAnswer.None;
    }
}
