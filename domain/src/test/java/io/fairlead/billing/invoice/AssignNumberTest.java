package io.fairlead.billing.invoice;

import static io.fairlead.testing.Cast.GMBH;
import static io.fairlead.testing.Cast.INVOICE;
import static io.fairlead.testing.Cast.ISSUE_DAY;
import static io.fairlead.testing.Cast.OTHER_INVOICE;
import static io.fairlead.testing.Refusals.refusal;

import io.fairlead.billing.event.NumberAssigned;
import java.time.LocalDate;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AssignNumberTest {

    private static final LocalDate LATER = ISSUE_DAY.plusDays(1);

    private final FixtureConfiguration<NumberSeries> series = new AggregateTestFixture<>(NumberSeries.class);

    @Test
    void the_first_document_gets_number_one() {
        series.givenNoPriorActivity().when(assign(INVOICE, ISSUE_DAY)).expectEvents(assigned(1, INVOICE, ISSUE_DAY));
    }

    @Test
    void numbers_have_no_gap() {
        series.given(assigned(1, INVOICE, ISSUE_DAY))
                .when(assign(OTHER_INVOICE, LATER))
                .expectEvents(assigned(2, OTHER_INVOICE, LATER));
    }

    @Test
    void a_later_number_has_no_earlier_date() {
        series.given(assigned(1, INVOICE, LATER))
                .when(assign(OTHER_INVOICE, ISSUE_DAY))
                .expectEvents(assigned(2, OTHER_INVOICE, LATER));
    }

    @Test
    void a_document_keeps_its_number() {
        series.given(assigned(1, INVOICE, ISSUE_DAY), assigned(2, OTHER_INVOICE, LATER))
                .when(assign(INVOICE, LATER))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @ParameterizedTest
    @CsvSource({"2025-12-31, false", "2026-01-01, true", "2026-12-31, true", "2027-01-01, false"})
    void a_series_holds_the_dates_of_its_year(LocalDate issueDate, boolean taken) {
        var result = series.givenNoPriorActivity().when(assign(INVOICE, issueDate));
        if (taken) {
            result.expectEvents(assigned(1, INVOICE, issueDate));
        } else {
            result.expectException(refusal("N-01")).expectNoEvents();
        }
    }

    private static AssignNumber assign(InvoiceId document, LocalDate issueDate) {
        return new AssignNumber(
                NumberSeries.idOf("legal-entity:GMBH", "INV", 2026), GMBH, "INV", 2026, document.value(), issueDate);
    }

    private static NumberAssigned assigned(int number, InvoiceId document, LocalDate issueDate) {
        return NumberAssigned.newBuilder()
                .setNumberSeriesId("number-series:GMBH-INV-2026")
                .setLegalEntityId("legal-entity:GMBH")
                .setSeries("INV")
                .setYear(2026)
                .setNumber(number)
                .setText("GMBH-INV-2026-00000" + number)
                .setDocumentId(document.value())
                .setIssueDate(issueDate)
                .build();
    }
}
