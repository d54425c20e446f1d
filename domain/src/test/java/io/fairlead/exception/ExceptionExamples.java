package io.fairlead.exception;

import static io.fairlead.testing.Cast.EVENING;
import static io.fairlead.testing.Cast.LEAD;
import static io.fairlead.testing.Cast.NOON;
import static io.fairlead.testing.Cast.wire;

import io.fairlead.exception.event.ExceptionAssigned;
import io.fairlead.exception.event.ExceptionRaised;
import io.fairlead.exception.event.ExceptionResolved;
import io.fairlead.exception.event.ExceptionWaived;
import java.time.Instant;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;

/** A missing rate that somebody has to set. */
final class ExceptionExamples {

    static final ExceptionId ID = RaiseException.idOf("RATE_MISSING", "time-entry:e-1");

    static FixtureConfiguration<WorkItem> items() {
        return new AggregateTestFixture<>(WorkItem.class);
    }

    static ExceptionRaised raised(int occurrence) {
        return ExceptionRaised.newBuilder()
                .setExceptionId(ID.value())
                .setOccurrence(occurrence)
                .setCode("RATE_MISSING")
                .setSubjectId("time-entry:e-1")
                .setSentence("set a rate")
                .setOwnerRole("FINANCE_OPERATIONS")
                .setAmount(wire("1200"))
                .setCurrency("EUR")
                .setLegalEntityId("legal-entity:GMBH")
                .setRaisedAt(NOON)
                .setDueAt(Instant.parse("2026-03-13T12:00:00Z"))
                .build();
    }

    static ExceptionAssigned assigned(String assignee) {
        return ExceptionAssigned.newBuilder()
                .setExceptionId(ID.value())
                .setAssignee(assignee)
                .build();
    }

    static ExceptionResolved cleared(int occurrence) {
        return ExceptionResolved.newBuilder()
                .setExceptionId(ID.value())
                .setOccurrence(occurrence)
                .setCode("RATE_MISSING")
                .setSubjectId("time-entry:e-1")
                .setResolution("rate set")
                .setResolvedBy(LEAD)
                .setMinutesSpent(5)
                .setResolvedAt(EVENING)
                .build();
    }

    static ExceptionWaived waived() {
        return ExceptionWaived.newBuilder()
                .setExceptionId(ID.value())
                .setOccurrence(1)
                .setReason("a gift")
                .setWaivedBy(LEAD)
                .setWaivedAt(EVENING)
                .build();
    }

    private ExceptionExamples() {}
}
