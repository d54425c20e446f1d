package io.fairlead.app.explain;

import static io.fairlead.projection.db.Tables.INVOICE;

import io.fairlead.app.explain.Explanation.Node;
import io.fairlead.app.history.Histories;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** Explains figures from the log; views only say which invoice has a number and which movements a contract has. Thread-safe. */
public final class Explanations {

    private final Histories histories;
    private final DSLContext views;

    public Explanations(Histories histories, DSLContext views) {
        this.histories = histories;
        this.views = views;
    }

    /** What the text may mean: stream keys, keys without their kind, or the number printed on an invoice. */
    public List<String> meant(String text) {
        var known = histories.meant(text);
        return known.isEmpty()
                ? views.select(INVOICE.INVOICE_ID)
                        .from(INVOICE)
                        .where(INVOICE.NUMBER.eq(text))
                        .fetch(INVOICE.INVOICE_ID)
                : known;
    }

    /**
     * Why the thing is as it is.
     *
     * @param id its stream key
     * @param lineNo the one line of an invoice; null means all of it
     * @param asOf only what was recorded until then; null means all
     * @return empty when nothing was known of it then
     */
    public Optional<Explanation> of(String id, @Nullable Integer lineNo, @Nullable Instant asOf) {
        var trail = new Trail(histories, asOf);
        if (trail.of(id).isEmpty()) {
            return Optional.empty();
        }
        return because(trail, id, lineNo).map(node -> new Explanation(id, asOf, node, trail.differences()));
    }

    private Optional<Node> because(Trail trail, String id, @Nullable Integer lineNo) {
        var kind = id.substring(0, id.indexOf(':'));
        var invoices = new InvoiceExplanation(trail);
        return switch (kind) {
            case "invoice" -> lineNo == null ? Optional.of(invoices.of(id)) : invoices.line(id, lineNo);
            case "contract" -> Optional.of(new ContractExplanation(trail, views).of(id));
            default -> Optional.of(new SourceExplanation(trail).of(id));
        };
    }
}
