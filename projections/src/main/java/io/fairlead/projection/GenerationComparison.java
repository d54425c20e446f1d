package io.fairlead.projection;

import java.util.ArrayList;
import java.util.List;
import org.jooq.DSLContext;

/** Compares a generation with the serving tables, both at the same positions, while the serving ones go on. */
final class GenerationComparison {

    private GenerationComparison() {}

    /** @param engine folds the generation up to the snapshot that is compared */
    static List<TableDifference> run(
            ProjectionEngine engine, DSLContext serving, DSLContext generation, List<? extends Projection> folds) {
        return serving.transactionResult(tx -> {
            var snapshot = tx.dsl();
            // Rows and positions are committed together, so a snapshot needs no lock to have both of one moment.
            snapshot.execute("set transaction isolation level repeatable read, read only");
            engine.fold(Segments.read(snapshot));
            // A transaction of its own: PostgreSQL streams rows only within one.
            return generation.transactionResult(other -> compare(folds, snapshot, other.dsl()));
        });
    }

    private static List<TableDifference> compare(
            List<? extends Projection> folds, DSLContext serving, DSLContext generation) {
        var differences = new ArrayList<TableDifference>();
        for (var fold : folds) {
            for (var table : fold.tables()) {
                differences.add(TableComparison.of(table, serving, generation));
            }
        }
        return List.copyOf(differences);
    }
}
