package io.fairlead.projection;

import io.fairlead.log.EventLog;
import io.fairlead.projection.RebuildRequest.Kind;
import io.fairlead.projection.RebuildRequest.State;
import io.fairlead.schema.EventCodec;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/**
 * Makes a new generation of a view, or of all, beside the serving one, and lets it serve. Only projections are replayed:
 * processes and gateways follow the log by positions of their own and never read a generation. Operators use it.
 */
public final class ViewRebuilds {

    private static final long SWITCH_LAG_MAX = 2_000;
    private static final int ROUNDS_MAX = 50;
    private static final long ONE_AT_A_TIME = 7_236_450_911L;

    private final EventLog log;
    private final EventCodec codec;
    private final DataSource database;
    private final Supplier<? extends List<? extends Projection>> projections;
    private final int threads;
    private final DSLContext serving;
    private final GenerationRegistry registry;
    private volatile @Nullable ProjectionEngine replaying;

    /**
     * @param projections fresh instances at each call
     * @param threads that fold, 1..16
     */
    public ViewRebuilds(
            EventLog log,
            EventCodec codec,
            DataSource database,
            Supplier<? extends List<? extends Projection>> projections,
            int threads) {
        this.log = log;
        this.codec = codec;
        this.database = database;
        this.projections = projections;
        this.threads = threads;
        this.serving = ProjectionDatabase.open(database);
        this.registry = new GenerationRegistry(serving);
    }

    /**
     * Notes a rebuild; {@link #run} does it.
     *
     * @param id UUID; the same again is the same rebuild
     * @param view name of a projection, or {@link RebuildRequest#ALL}
     * @param who issuer|subject
     * @throws RebuildRefused when another one is running, the id stands for another one, or there is nothing to return to
     */
    public RebuildRequest begin(String id, String view, Kind kind, boolean compare, String who) {
        return registry.begin(id, view, kind, compare, who);
    }

    public Optional<RebuildRequest> find(String id) {
        return registry.find(id);
    }

    /** The last 100 that were begun, the latest first. */
    public List<RebuildRequest> list() {
        return registry.list();
    }

    /** The rebuild that was begun and not finished, perhaps by a program that was killed. */
    public Optional<RebuildRequest> running() {
        return registry.running();
    }

    public void finish(RebuildRequest request, State state, String outcome) {
        registry.finish(request.id(), state, outcome);
    }

    /** How far the replay under way here has come; 0 when none is. */
    public long position() {
        var engine = replaying;
        return engine == null ? 0 : engine.position();
    }

    /**
     * Does what was asked for, from where it stood. Blocks until it is done.
     *
     * @return empty when another node is at it
     */
    public Optional<ShadowReport> run(RebuildRequest request) {
        try (var connection = database.getConnection();
                var lock = connection.createStatement()) {
            try (var taken = lock.executeQuery("select pg_try_advisory_lock(" + ONE_AT_A_TIME + ")")) {
                taken.next();
                if (!taken.getBoolean(1)) {
                    return Optional.empty();
                }
            }
            try {
                return Optional.of(rebuild(request));
            } finally {
                lock.execute("select pg_advisory_unlock(" + ONE_AT_A_TIME + ")");
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the views' database cannot be reached: " + e.getMessage(), e);
        }
    }

    private ShadowReport rebuild(RebuildRequest request) {
        int serves = registry.serving(request.view());
        if (serves == request.generation()) {
            // Killed between the switch and its note.
            long position = Segments.read(serving).lowest();
            return new ShadowReport(position, position, 0, List.of(), ReplayPark.EMPTY, true);
        }
        var folds = folds(request.view());
        var schema = schema(request.view(), request.generation(), folds);
        dropAll(request, GenerationRegistry.BUILDING, folds); // Of rebuilds that failed.
        if (request.kind() == Kind.DRY_RUN) {
            schema.makeToCompare();
        } else if (request.kind() == Kind.BUILD) {
            schema.make();
        } else if (!schema.isReady()) {
            throw new RebuildRefused(
                    "REBUILD_NO_FORMER",
                    "generation " + schema.name() + " is gone or was made by another version",
                    "rebuild the view instead");
        }
        var engine = ProjectionEngine.ofGeneration(log, codec, schema.open(), () -> folds(request.view()), threads);
        replaying = engine;
        try {
            long begin = System.nanoTime();
            catchUp(engine);
            schema.addIndexes();
            catchUp(engine);
            long millis = (System.nanoTime() - begin) / 1_000_000;
            boolean compare = request.compare() || request.kind() == Kind.DRY_RUN;
            var tables = compare
                    ? GenerationComparison.run(engine, serving, schema.open(), folds)
                    : List.<TableDifference>of();
            if (request.kind() != Kind.DRY_RUN) {
                catchUp(engine);
            }
            var parked = Park.report(schema.open());
            if (request.kind() == Kind.DRY_RUN) {
                drop(request.view(), request.generation(), folds);
            } else {
                switchTo(request, serves, schema, engine, folds);
            }
            long position = engine.position();
            return new ShadowReport(position, position, millis, tables, parked, request.kind() != Kind.DRY_RUN);
        } finally {
            replaying = null;
        }
    }

    private List<? extends Projection> folds(String view) {
        return projections.get().stream()
                .filter(fold -> view.equals(RebuildRequest.ALL) || fold.name().equals(view))
                .toList();
    }

    private GenerationSchema schema(String view, int generation, List<? extends Projection> folds) {
        return new GenerationSchema(database, GenerationSchema.nameOf(view, generation), folds);
    }

    private void catchUp(ProjectionEngine engine) {
        for (int round = 0; round < ROUNDS_MAX; round++) {
            var goal = Segments.read(serving);
            engine.fold(goal);
            if (Segments.read(serving).highest() - goal.lowest() < SWITCH_LAG_MAX) {
                return;
            }
        }
    }

    private void switchTo(
            RebuildRequest request,
            int serves,
            GenerationSchema schema,
            ProjectionEngine engine,
            List<? extends Projection> folds) {
        var view = request.view();
        var names = folds.stream().map(Projection::name).toList();
        var formers = registry.numbers(view, GenerationRegistry.FORMER);
        new GenerationSwitch(serving, schema, engine, names)
                .run(
                        GenerationSchema.nameOf(view, serves),
                        (own, position) -> registry.switched(own, view, serves, request.generation(), position));
        formers.stream().filter(former -> former != request.generation()).forEach(former -> drop(view, former, folds));
    }

    private void dropAll(RebuildRequest but, String state, List<? extends Projection> folds) {
        registry.numbers(but.view(), state).stream()
                .filter(generation -> generation != but.generation())
                .forEach(generation -> drop(but.view(), generation, folds));
    }

    private void drop(String view, int generation, List<? extends Projection> folds) {
        schema(view, generation, folds).drop();
        registry.dropped(view, generation);
    }
}
