package io.fairlead.app.explain;

import static io.fairlead.projection.db.Tables.CREDIT_NOTE;
import static io.fairlead.projection.db.Tables.INVOICE;

import io.fairlead.app.explain.Explanation.Node;
import io.fairlead.app.history.Histories;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** Explains figures from the log; views only say which invoice has a number and which movements a contract has. Thread-safe. */
public final class Explanations {

    /** Figures that are no stream of their own. */
    private static final Set<String> FIGURES =
            Set.of("position", "backlog", BalanceExplanation.KIND, KpiExplanation.KIND);

    private final Histories histories;
    private final DSLContext views;

    public Explanations(Histories histories, DSLContext views) {
        this.histories = histories;
        this.views = views;
    }

    /** What the text may mean: stream keys, keys without their kind, or the number printed on an invoice or credit note. */
    public List<String> meant(String given) {
        var text = Histories.spelled(given);
        if (FIGURES.contains(text.substring(0, Math.max(0, text.indexOf(':'))))) {
            return List.of(text);
        }
        var known = histories.meant(text);
        return known.isEmpty()
                ? views.select(INVOICE.INVOICE_ID)
                        .from(INVOICE)
                        .where(INVOICE.NUMBER.eq(text))
                        .unionAll(views.select(CREDIT_NOTE.CREDIT_NOTE_ID)
                                .from(CREDIT_NOTE)
                                .where(CREDIT_NOTE.NUMBER.eq(text)))
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
        if (trail.of(subject(id)).isEmpty()) {
            return Optional.empty();
        }
        return because(trail, id, lineNo).map(node -> new Explanation(id, asOf, node, trail.differences()));
    }

    /** The thing whose events there have to be. */
    static String subject(String id) {
        var at = id.indexOf(':');
        var period = KpiExplanation.Period.of(id);
        if (period.isPresent()) {
            return period.get().company();
        }
        var kind = id.substring(0, at);
        if (kind.equals(BalanceExplanation.KIND)) {
            return "customer" + id.substring(at);
        }
        return FIGURES.contains(kind) ? "contract" + id.substring(at) : id;
    }

    private Optional<Node> because(Trail trail, String id, @Nullable Integer lineNo) {
        var kind = id.substring(0, id.indexOf(':'));
        var invoices = new InvoiceExplanation(trail);
        var credits = new CreditExplanation(trail);
        var figures = new FigureExplanation(trail, views);
        return switch (kind) {
            case "invoice" -> lineNo == null ? Optional.of(invoices.of(id)) : invoices.line(id, lineNo);
            case "credit-note" -> lineNo == null ? Optional.of(credits.of(id)) : credits.line(id, lineNo);
            case "contract" -> Optional.of(new ContractExplanation(trail, views).of(id));
            case "funding" -> Optional.of(figures.funding(id));
            case "obligation" -> Optional.of(figures.obligation(id));
            case "position" -> Optional.of(figures.position(id));
            case "backlog" -> Optional.of(figures.backlog(id));
            case BalanceExplanation.KIND -> Optional.of(new BalanceExplanation(trail, views).of(id));
            case KpiExplanation.KIND ->
                KpiExplanation.Period.of(id).map(period -> new KpiExplanation(trail, views).of(id, period));
            default -> Optional.of(new SourceExplanation(trail).of(id));
        };
    }
}
