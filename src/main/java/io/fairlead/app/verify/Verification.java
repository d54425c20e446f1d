package io.fairlead.app.verify;

import io.fairlead.app.schemas.ContractReport;
import io.fairlead.app.verify.account.LogFold;
import io.fairlead.app.verify.invariant.ContractsAreKept;
import io.fairlead.app.verify.invariant.ErpAccountsAgree;
import io.fairlead.app.verify.invariant.ErpAgrees;
import io.fairlead.app.verify.invariant.ErpDocument;
import io.fairlead.app.verify.invariant.ErpLedger;
import io.fairlead.app.verify.invariant.EventsReadable;
import io.fairlead.app.verify.invariant.ExpensesAddUp;
import io.fairlead.app.verify.invariant.Finding;
import io.fairlead.app.verify.invariant.Invariant;
import io.fairlead.app.verify.invariant.InvoicesAddUp;
import io.fairlead.app.verify.invariant.MoneyAddsUp;
import io.fairlead.app.verify.invariant.NothingWaits;
import io.fairlead.app.verify.invariant.NumbersHaveNoGaps;
import io.fairlead.app.verify.invariant.OneStateEach;
import io.fairlead.app.verify.invariant.PricesFollow;
import io.fairlead.app.verify.invariant.ReadersSeeTheLog;
import io.fairlead.app.verify.invariant.StoreIsWhole;
import io.fairlead.app.verify.invariant.TopicContents;
import io.fairlead.app.verify.invariant.TopicsHoldEachEventOnce;
import io.fairlead.app.verify.invariant.ViewRows;
import io.fairlead.app.verify.invariant.ViewsEqualReplay;
import io.fairlead.app.verify.invariant.WorkBalances;
import io.fairlead.app.web.Outage;
import io.fairlead.gateway.topics.KafkaConnection;
import io.fairlead.gateway.topics.RecordMarks;
import io.fairlead.log.EventLog;
import io.fairlead.projection.ProjectionEngine;
import io.fairlead.projection.ShadowReport;
import io.fairlead.schema.EventCodec;
import io.fairlead.store.StoreVerifier;
import io.fairlead.store.StoredSchemas;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jooq.DSLContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs the invariants over what is stored, for auditors and for {@code fairlead verify}. Thread-safe. */
public final class Verification {

    /** The invariants there are, in the order in which they are told. */
    public static final List<String> IDS = List.of(
            "I1", "I2", "I3", "I4", "I5", "I6", "I7", "I8", "I9", "I10", "I11", "I12", "I13", "I14", "I15", "I16");

    private static final Logger LOG = LoggerFactory.getLogger(Verification.class);
    private static final double NANOS_PER_SECOND = 1e9;

    private final Sources sources;

    public Verification(Sources sources) {
        this.sources = sources;
    }

    /**
     * Where to look.
     *
     * @param store reads the store's own tables
     * @param log the events
     * @param schemas that they were written with, read afresh
     * @param codec decodes them
     * @param tables the views', processes' and deliveries' tables
     * @param engine whose views must have caught up
     * @param topicsReached position that stands on the topics
     * @param processes how far each process has come, by name
     * @param processesReached position that all of them have reached
     * @param replay a fresh replay compared with the views
     * @param contracts the whole log checked against the contracts of its events
     * @param kafka where the topics are
     * @param marks of what records have to say
     * @param erp the sandbox ERP's ledger
     */
    public record Sources(
            StoreVerifier store,
            EventLog log,
            Supplier<StoredSchemas> schemas,
            EventCodec codec,
            DSLContext tables,
            ProjectionEngine engine,
            LongSupplier topicsReached,
            Supplier<Map<String, Long>> processes,
            LongSupplier processesReached,
            Supplier<ShadowReport> replay,
            Supplier<ContractReport> contracts,
            KafkaConnection kafka,
            RecordMarks marks,
            ErpLedger erp) {}

    /**
     * Waits until everything came to its end, for a minute at most, then checks.
     *
     * @param wanted ids of {@link #IDS}
     */
    public VerificationReport run(Set<String> wanted) {
        long begin = System.nanoTime();
        var quiet = new AwaitQuiet(
                        sources.log(),
                        sources.engine(),
                        sources.processesReached(),
                        sources.topicsReached(),
                        sources.tables())
                .await();
        var views = new Memoized<>(() -> ViewRows.read(sources.tables()));
        var log = new Memoized<>(() -> LogFold.upTo(views.get().position(), sources.log(), sources.codec()));
        var topics = new Memoized<>(() -> TopicContents.read(
                sources.kafka(), sources.marks(), sources.log(), views.get().position()));
        var ledger = new Memoized<>(sources.erp()::documents);
        var invariants = List.of(
                        new StoreIsWhole(sources.store()),
                        new WorkBalances(log, views),
                        new OneStateEach(log, views),
                        new InvoicesAddUp(log, views),
                        new NumbersHaveNoGaps(log),
                        new TopicsHoldEachEventOnce(topics),
                        new ViewsEqualReplay(sources.replay(), sources.tables()),
                        new ErpAgrees(log, sources.log(), sources.tables(), ledger),
                        new NothingWaits(sources.tables(), sources.processes(), quiet::head),
                        new EventsReadable(sources.log(), sources.schemas(), sources.codec()),
                        new ContractsAreKept(sources.contracts()),
                        new MoneyAddsUp(log, views),
                        new ErpAccountsAgree(sources.tables(), sources.erp()::accounts),
                        new ExpensesAddUp(log),
                        new PricesFollow(log),
                        new ReadersSeeTheLog(log, views))
                .stream()
                .filter(invariant -> wanted.contains(invariant.id()))
                .toList();
        var checks = sideBySide(invariants);
        return new VerificationReport(
                checks.stream().mapToLong(VerificationReport.Check::failed).sum(),
                checks,
                counts(quiet, log, topics, ledger),
                quiet.lagging(),
                seconds(begin));
    }

    /** Reports in the order given; what several of them need is fetched once, see {@link Memoized}. */
    private static List<VerificationReport.Check> sideBySide(List<? extends Invariant> invariants) {
        try (var threads = Executors.newThreadPerTaskExecutor(
                Thread.ofPlatform().daemon().name("verify-", 1).factory())) {
            var running = invariants.stream()
                    .map(invariant -> CompletableFuture.supplyAsync(() -> check(invariant), threads))
                    .toList();
            return running.stream().map(CompletableFuture::join).toList();
        }
    }

    private static VerificationReport.Check check(Invariant invariant) {
        long begin = System.nanoTime();
        var finding = finding(invariant);
        return new VerificationReport.Check(
                invariant.id(),
                invariant.sentence(),
                finding.examined(),
                finding.failed(),
                finding.examples(),
                finding.notes(),
                seconds(begin));
    }

    /** What cannot be looked at is no proof: it counts as a difference, and the other checks go on, unless something is away. */
    private static Finding finding(Invariant invariant) {
        try {
            return invariant.check();
        } catch (RuntimeException e) {
            if (Outage.isBehind(e)) {
                throw e; // Nothing is proved either way: to be asked again.
            }
            LOG.warn("Check {} could not be made", invariant.id(), e);
            return new Finding(0, 1, List.of("could not be checked: " + e.getMessage()), List.of());
        }
    }

    private static Map<String, Long> counts(
            AwaitQuiet.Reached quiet,
            Memoized<LogFold> log,
            Memoized<TopicContents> topics,
            Memoized<List<ErpDocument>> ledger) {
        var counts = new LinkedHashMap<String, Long>();
        counts.put("events", quiet.head());
        if (topics.isFetched()) {
            counts.put("topic_records", topics.get().census().records());
            counts.put("topic_events", topics.get().census().distinctEvents());
        }
        if (ledger.isFetched()) {
            counts.put("erp_documents", (long) ledger.get().size());
        }
        if (log.isFetched()) {
            var invoices = log.get().invoices().byInvoice().values();
            counts.put(
                    "invoices_issued",
                    invoices.stream().filter(told -> told.issued() != null).count());
            counts.put("work_items", (long) log.get().work().bySource().size());
        }
        return counts;
    }

    private static double seconds(long begin) {
        return Math.round((System.nanoTime() - begin) / NANOS_PER_SECOND * 1000) / 1000.0;
    }
}
