package io.fairlead.time.api;

import io.fairlead.app.web.Views;
import io.fairlead.party.WorkPolicies.Overlap;
import io.fairlead.time.MoveTime;
import io.fairlead.time.TimeEntryId;
import io.fairlead.time.overlap.OverlapFacts;
import io.fairlead.time.overlap.Overlaps;
import io.fairlead.time.overlap.Span;
import io.fairlead.time.view.TimeEntryQuery;
import io.fairlead.time.view.TimeEntryQuery.Entry;
import java.time.Duration;
import java.time.LocalDate;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/**
 * Asks whether work that is corrected or moved would meet other work of its person, where the company takes no such work (T-20).
 * What becomes less, or stays on its day with its company, is always taken: it meets nothing that it did not meet before.
 */
@Component
class ChangedOverlaps {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final OverlapFacts facts;
    private final TimeEntryQuery entries;
    private final Views views;

    ChangedOverlaps(OverlapFacts facts, TimeEntryQuery entries, Views views) {
        this.facts = facts;
        this.entries = entries;
        this.views = views;
    }

    /** @throws io.fairlead.shared.RuleViolated T-20 */
    void requireNone(TimeEntryId id, LocalDate day, int seconds) {
        look(id, entry -> span(entry, entry.legalEntityId(), day, seconds));
    }

    /** @throws io.fairlead.shared.RuleViolated T-20 */
    void requireNone(TimeEntryId id, int secondsDelta) {
        look(id, entry -> span(entry, entry.legalEntityId(), entry.workDate(), entry.seconds() + secondsDelta));
    }

    /** @throws io.fairlead.shared.RuleViolated T-20 */
    void requireNone(MoveTime command) {
        var company = command.target().legalEntityId().value();
        look(command.timeEntryId(), entry -> span(entry, company, command.workDate(), entry.seconds()));
    }

    private void look(TimeEntryId id, Function<Entry, Span> changed) {
        var known = entries.byId(id.value());
        if (known.isEmpty() || !isStrict(changed.apply(known.get()))) {
            return; // An entry that is not there is told of by the command.
        }
        views.awaitHead(PATIENCE);
        var now = entries.byId(id.value()).orElse(known.get());
        var span = changed.apply(now);
        boolean isMore = span.seconds() > now.seconds()
                || !span.workDate().equals(now.workDate())
                || !span.legalEntityId().equals(now.legalEntityId());
        if (isMore) {
            Overlaps.requireNone(span, facts.around(now.personId(), span.workDate()));
        }
    }

    private boolean isStrict(Span span) {
        return facts.policies(span.legalEntityId()).overlap() == Overlap.REFUSE;
    }

    /** On another day nobody knows when it began. */
    private static Span span(Entry entry, String company, LocalDate day, int seconds) {
        var start = entry.startAt();
        return new Span(
                entry.timeEntryId(),
                company,
                start == null || !day.equals(entry.workDate()) ? null : start.toInstant(),
                day,
                seconds,
                false);
    }
}
