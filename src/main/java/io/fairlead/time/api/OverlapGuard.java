package io.fairlead.time.api;

import io.fairlead.app.web.MasterDataReader;
import io.fairlead.app.web.Views;
import io.fairlead.party.WorkPolicies.Overlap;
import io.fairlead.time.RecordTime;
import io.fairlead.time.overlap.OverlapFacts;
import io.fairlead.time.overlap.Overlaps;
import io.fairlead.time.overlap.Span;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Asks whether new work meets other work of its person, where the company takes no such work (T-20). */
@Component
class OverlapGuard {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final OverlapFacts facts;
    private final Views views;

    OverlapGuard(OverlapFacts facts, Views views) {
        this.facts = facts;
        this.views = views;
    }

    /** For one request, which may bring entries that meet each other. */
    Asked asked(MasterDataReader.Answers answers) {
        return new Asked(answers);
    }

    /** Not thread-safe. */
    final class Asked {

        private final MasterDataReader.Answers answers;
        private final List<Entered> before = new ArrayList<>();

        private Asked(MasterDataReader.Answers answers) {
            this.answers = answers;
        }

        /** Work that was let in by this request. */
        private record Entered(String personId, Span span) {}

        /**
         * Returns the entries.
         *
         * @throws io.fairlead.shared.RuleViolated T-20
         */
        List<RecordTime> passed(List<RecordTime> entries) {
            var strict = entries.stream()
                    .filter(entry ->
                            answers.workPolicies(entry.target().legalEntityId()).overlap() == Overlap.REFUSE)
                    .toList();
            if (strict.isEmpty()) {
                return entries;
            }
            if (before.isEmpty()) {
                views.awaitHead(PATIENCE);
            }
            for (var entry : strict) {
                var person = entry.personId().value();
                var around = new ArrayList<>(facts.around(person, entry.workDate()));
                before.stream()
                        .filter(other -> other.personId().equals(person))
                        .map(Entered::span)
                        .forEach(around::add);
                var span = span(entry);
                around.removeIf(other -> entries.stream()
                        .anyMatch(own -> own.timeEntryId().value().equals(other.timeEntryId())));
                Overlaps.requireNone(span, around);
            }
            strict.forEach(entry -> before.add(new Entered(entry.personId().value(), span(entry))));
            return entries;
        }

        private static Span span(RecordTime entry) {
            return new Span(
                    entry.timeEntryId().value(),
                    entry.target().legalEntityId().value(),
                    entry.startAt(),
                    entry.workDate(),
                    entry.seconds(),
                    false);
        }
    }
}
