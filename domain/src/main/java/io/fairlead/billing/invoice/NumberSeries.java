package io.fairlead.billing.invoice;

import static org.axonframework.modelling.command.AggregateCreationPolicy.CREATE_IF_MISSING;

import io.fairlead.billing.event.NumberAssigned;
import io.fairlead.shared.Recording;
import io.fairlead.shared.RuleViolated;
import io.fairlead.shared.StreamKey;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/** Document numbers of one company, series and year: serial, gapless, the same document always the same. Rule N-01. */
@AggregateRoot
public class NumberSeries {

    @AggregateIdentifier
    private @Nullable NumberSeriesId id;

    private long last;
    private @Nullable LocalDate lastIssueDate;
    private final Set<String> numbered = new HashSet<>();

    NumberSeries() {} // Axon creates it empty, then evolves it from its events.

    /** The stream of a company's series and year. */
    public static NumberSeriesId idOf(String legalEntityId, String series, int year) {
        return NumberSeriesId.of(StreamKey.keyOf(legalEntityId) + "-" + series + "-" + year);
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void decide(AssignNumber command) {
        if (numbered.contains(command.documentId())) {
            return; // It has its number.
        }
        var issueDate = notBefore(command.issueDate());
        if (issueDate.getYear() != command.year()) {
            throw new RuleViolated(
                    "N-01",
                    "issueDate",
                    "the issue date " + issueDate + " is not in " + command.year(),
                    "number it in the series of its year");
        }
        var number = last + 1;
        Recording.record(
                NumberAssigned.newBuilder()
                        .setNumberSeriesId(command.numberSeriesId().value())
                        .setLegalEntityId(command.legalEntityId().value())
                        .setSeries(command.series())
                        .setYear(command.year())
                        .setNumber(number)
                        .setText(String.format(
                                Locale.ROOT,
                                "%s-%s-%d-%06d",
                                StreamKey.keyOf(command.legalEntityId().value()),
                                command.series(),
                                command.year(),
                                number))
                        .setDocumentId(command.documentId())
                        .setIssueDate(issueDate)
                        .build(),
                command.legalEntityId().value());
    }

    private LocalDate notBefore(LocalDate wished) {
        return lastIssueDate == null || wished.isAfter(lastIssueDate) ? wished : lastIssueDate;
    }

    @EventSourcingHandler
    void evolve(NumberAssigned event) {
        id = new NumberSeriesId(event.getNumberSeriesId());
        last = event.getNumber();
        lastIssueDate = event.getIssueDate();
        numbered.add(event.getDocumentId());
    }
}
