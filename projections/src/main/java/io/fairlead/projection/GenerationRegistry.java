package io.fairlead.projection;

import static io.fairlead.projection.db.Tables.REBUILD;
import static io.fairlead.projection.db.Tables.VIEW_GENERATION;

import io.fairlead.projection.RebuildRequest.Kind;
import io.fairlead.projection.RebuildRequest.State;
import io.fairlead.projection.db.tables.records.RebuildRecord;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** Which make of each view serves, which is kept, and who asked for it. */
final class GenerationRegistry {

    static final String BUILDING = "building";
    static final String SERVING = "serving";
    static final String FORMER = "former";
    static final String DROPPED = "dropped";

    private static final int LISTED_MAX = 100;
    private final DSLContext db;

    GenerationRegistry(DSLContext db) {
        this.db = db;
    }

    /** Notes the wish, once for each id; the table takes one running rebuild at most. */
    RebuildRequest begin(String id, String view, Kind kind, boolean compare, String who) {
        return db.transactionResult(tx -> {
            var own = tx.dsl();
            var noted = own.selectFrom(REBUILD).where(REBUILD.ID.eq(id)).fetchOptional(GenerationRegistry::request);
            if (noted.isPresent()) {
                return same(noted.get(), view, kind, compare);
            }
            serving(own, view, who);
            int generation = kind == Kind.ROLLBACK
                    ? numbers(own, view, FORMER).stream()
                            .findFirst()
                            .orElseThrow(() -> new RebuildRefused(
                                    "REBUILD_NO_FORMER",
                                    "view " + view + " has no former generation to return to",
                                    "rebuild it first: a rebuild keeps the rows that served before"))
                    : next(own, view);
            var row = own.newRecord(REBUILD);
            row.setId(id);
            row.setView(view);
            row.setKind(text(kind));
            row.setCompare(compare);
            row.setState(text(State.RUNNING));
            row.setGeneration(generation);
            row.setRequestedBy(who);
            int added = own.insertInto(REBUILD)
                    .set(row)
                    .set(REBUILD.REQUESTED_AT, DSL.currentOffsetDateTime())
                    .onConflictDoNothing()
                    .execute();
            if (added == 0) {
                throw new RebuildRefused(
                        "REBUILD_RUNNING",
                        "a rebuild is running already",
                        "wait until it is done"
                                + running(own).map(": /v1/rebuilds/"::concat).orElse(""));
            }
            if (kind != Kind.ROLLBACK) {
                insert(own, view, generation, BUILDING, who);
            }
            return request(row);
        });
    }

    private static RebuildRequest same(RebuildRequest noted, String view, Kind kind, boolean compare) {
        if (!noted.view().equals(view) || noted.kind() != kind || noted.compare() != compare) {
            throw new RebuildRefused(
                    "IDEMPOTENCY_KEY_REUSED",
                    "the key was used before for another rebuild",
                    "send a new key for a new rebuild");
        }
        return noted;
    }

    private static Optional<String> running(DSLContext own) {
        return own.select(REBUILD.ID)
                .from(REBUILD)
                .where(REBUILD.STATE.eq(text(State.RUNNING)))
                .fetchOptional(REBUILD.ID);
    }

    Optional<RebuildRequest> find(String id) {
        return db.selectFrom(REBUILD).where(REBUILD.ID.eq(id)).fetchOptional(GenerationRegistry::request);
    }

    List<RebuildRequest> list() {
        return db.selectFrom(REBUILD)
                .orderBy(REBUILD.REQUESTED_AT.desc(), REBUILD.ID)
                .limit(LISTED_MAX)
                .fetch(GenerationRegistry::request);
    }

    Optional<RebuildRequest> running() {
        return db.selectFrom(REBUILD)
                .where(REBUILD.STATE.eq(text(State.RUNNING)))
                .fetchOptional(GenerationRegistry::request);
    }

    void finish(String id, State state, String outcome) {
        db.update(REBUILD)
                .set(REBUILD.STATE, text(state))
                .set(REBUILD.OUTCOME, outcome)
                .set(REBUILD.FINISHED_AT, DSL.currentOffsetDateTime())
                .where(REBUILD.ID.eq(id))
                .execute();
    }

    /** The generation that serves; the first when nobody ever rebuilt the view. */
    int serving(String view) {
        return numbers(db, view, SERVING).stream().findFirst().orElse(1);
    }

    /** Numbers of the generations in a state, the newest first. */
    List<Integer> numbers(String view, String state) {
        return numbers(db, view, state);
    }

    /** Within the transaction that switches. */
    void switched(DSLContext own, String view, int from, int to, long position) {
        change(own, view, from, FORMER, position);
        change(own, view, to, SERVING, position);
    }

    void dropped(String view, int generation) {
        change(db, view, generation, DROPPED, null);
    }

    private static void change(DSLContext own, String view, int generation, String state, @Nullable Long position) {
        own.update(VIEW_GENERATION)
                .set(VIEW_GENERATION.STATE, state)
                .set(VIEW_GENERATION.POSITION, position == null ? VIEW_GENERATION.POSITION : DSL.val(position))
                .set(VIEW_GENERATION.SWITCHED_AT, DSL.currentOffsetDateTime())
                .where(VIEW_GENERATION.VIEW.eq(view))
                .and(VIEW_GENERATION.GENERATION.eq(generation))
                .execute();
    }

    private static void serving(DSLContext own, String view, String who) {
        if (!own.fetchExists(VIEW_GENERATION, VIEW_GENERATION.VIEW.eq(view))) {
            insert(own, view, 1, SERVING, who);
        }
    }

    private static void insert(DSLContext own, String view, int generation, String state, String who) {
        own.insertInto(VIEW_GENERATION)
                .set(VIEW_GENERATION.VIEW, view)
                .set(VIEW_GENERATION.GENERATION, generation)
                .set(VIEW_GENERATION.STATE, state)
                .set(VIEW_GENERATION.POSITION, 0L)
                .set(VIEW_GENERATION.STARTED_BY, who)
                .set(VIEW_GENERATION.STARTED_AT, DSL.currentOffsetDateTime())
                .execute();
    }

    private static int next(DSLContext own, String view) {
        var last = own.select(DSL.max(VIEW_GENERATION.GENERATION))
                .from(VIEW_GENERATION)
                .where(VIEW_GENERATION.VIEW.eq(view))
                .fetchOne(0, Integer.class);
        return (last == null ? 1 : last) + 1;
    }

    private static List<Integer> numbers(DSLContext own, String view, String state) {
        return own.select(VIEW_GENERATION.GENERATION)
                .from(VIEW_GENERATION)
                .where(VIEW_GENERATION.VIEW.eq(view), VIEW_GENERATION.STATE.eq(state))
                .orderBy(VIEW_GENERATION.GENERATION.desc())
                .fetch(VIEW_GENERATION.GENERATION);
    }

    private static RebuildRequest request(RebuildRecord row) {
        var outcome = row.getOutcome();
        return new RebuildRequest(
                row.getId(),
                row.getView(),
                Kind.valueOf(constant(row.getKind())),
                row.getCompare(),
                State.valueOf(constant(row.getState())),
                row.getGeneration(),
                row.getRequestedBy(),
                outcome == null ? "" : outcome);
    }

    private static String text(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String constant(String text) {
        return text.toUpperCase(Locale.ROOT).replace('-', '_');
    }
}
