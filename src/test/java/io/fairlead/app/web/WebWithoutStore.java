package io.fairlead.app.web;

import static org.mockito.Answers.RETURNS_DEEP_STUBS;
import static org.mockito.Mockito.mock;

import io.fairlead.billing.einvoice.DraftReadiness;
import io.fairlead.billing.einvoice.EInvoiceReadiness;
import io.fairlead.billing.event.TaxTreatment;
import io.fairlead.billing.invoice.ApproveInvoice.Issuing;
import io.fairlead.billing.invoice.InvoiceId;
import io.fairlead.billing.pricing.RepricingLookup;
import io.fairlead.billing.tax.TaxAnswer;
import io.fairlead.contract.ContractId;
import io.fairlead.expense.ExpensePricing;
import io.fairlead.funding.LimitsLookup;
import io.fairlead.funding.RoomForReview;
import io.fairlead.gateway.document.BillDocuments;
import io.fairlead.gateway.erp.ErpGateway;
import io.fairlead.gateway.paper.Typefaces;
import io.fairlead.party.CustomerId;
import io.fairlead.party.CustomerTerms;
import io.fairlead.party.LegalEntityId;
import io.fairlead.project.ProjectId;
import io.fairlead.resource.PersonId;
import io.fairlead.revenue.RevenueInputsLookup;
import io.fairlead.revenue.api.DeliveryFigures;
import io.fairlead.shared.StreamHistory;
import io.fairlead.time.overlap.OverlapFacts;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;

/** The web layer alone: commands are remembered, views know one of each. No component, so that no scan finds it. */
@EnableAutoConfiguration(exclude = DataSourceAutoConfiguration.class)
@ComponentScan(
        basePackages = {
            "io.fairlead.app.web",
            "io.fairlead.access.api",
            "io.fairlead.party.api",
            "io.fairlead.resource.api",
            "io.fairlead.contract.api",
            "io.fairlead.project.api",
            "io.fairlead.time.api",
            "io.fairlead.revenue.api",
            "io.fairlead.billing.api",
            "io.fairlead.exception.api",
            "io.fairlead.operation.api"
        },
        excludeFilters = {
            @ComponentScan.Filter(
                    type = FilterType.ASSIGNABLE_TYPE,
                    classes = {Streams.class, Views.class, MasterData.class}),
            // What one test plants is of no other's concern.
            @ComponentScan.Filter(TestConfiguration.class)
        })
@Import(MockedQueries.class)
class WebWithoutStore {

    @Bean
    RememberedCommands commands() {
        return new RememberedCommands();
    }

    @Bean
    Streams streams(RememberedCommands commands) {
        return stream ->
                new Streams.Standing(Math.min(1, commands.lastPosition(stream)), commands.lastPosition(stream));
    }

    @Bean
    InstantSource clock() {
        return InstantSource.fixed(Instant.parse("2026-03-31T22:30:00Z"));
    }

    @Bean
    BillDocuments documents() {
        return mock(BillDocuments.class);
    }

    @Bean
    ErpGateway erp() {
        return mock(ErpGateway.class, RETURNS_DEEP_STUBS);
    }

    @Bean
    OverlapFacts overlaps() {
        return mock(OverlapFacts.class);
    }

    @Bean
    Typefaces typefaces() {
        return Typefaces.OWN;
    }

    @Bean
    DraftReadiness readiness() {
        return mock(DraftReadiness.class);
    }

    @Bean
    RepricingLookup repricings() {
        return mock(RepricingLookup.class);
    }

    @Bean
    ExpensePricing expensePricing() {
        return mock(ExpensePricing.class);
    }

    @Bean
    StreamHistory history() {
        return mock(StreamHistory.class);
    }

    @Bean
    RoomForReview roomForReview(StreamHistory history) {
        return new RoomForReview(mock(LimitsLookup.class), history);
    }

    @Bean
    RevenueInputsLookup revenueInputs() {
        return mock(RevenueInputsLookup.class);
    }

    @Bean
    DeliveryFigures deliveryFigures() {
        return mock(DeliveryFigures.class);
    }

    @Bean
    SettableViews views() {
        return new SettableViews();
    }

    @Bean
    MasterData directory() {
        return new OneOfEach();
    }

    /** Views that stand where a test puts them. */
    static final class SettableViews implements Views {

        final AtomicLong reached = new AtomicLong(1_000_000);

        /** Events that are stored and not yet seen. */
        final AtomicLong behind = new AtomicLong();

        @Override
        public long head() {
            return reached.get() + behind.get();
        }

        @Override
        public long reached() {
            return reached.get();
        }

        @Override
        public boolean await(long position, Duration patience) {
            return reached.get() >= position;
        }
    }

    /** Project p1 of contract c1, person amy, company de, invoice i1. */
    private static final class OneOfEach implements MasterData {

        private static final LegalEntityId DE = LegalEntityId.of("de");
        private static final CustomerId ACME = CustomerId.of("acme");

        @Override
        public Map<ProjectId, ProjectFacts> projects(Set<ProjectId> ids) {
            return ids.stream()
                    .filter(ProjectId.of("p1")::equals)
                    .collect(Collectors.toMap(
                            id -> id,
                            _ -> new ProjectFacts(
                                    ContractId.of("c1"), ACME, DE, "EUR", "Europe/Berlin", 1, "SPLIT_AT_MIDNIGHT")));
        }

        @Override
        public Optional<TaskFacts> task(ProjectId project, String taskId) {
            return taskId.equals("design") ? Optional.of(new TaskFacts(2, "CREDITED")) : Optional.empty();
        }

        @Override
        public Optional<ContractFacts> contract(ContractId id) {
            return id.equals(ContractId.of("c1"))
                    ? Optional.of(new ContractFacts(ACME, DE, "EUR", "Europe/Berlin", 1))
                    : Optional.empty();
        }

        @Override
        public Set<PersonId> known(Set<PersonId> ids) {
            return ids.stream().filter(PersonId.of("amy")::equals).collect(Collectors.toSet());
        }

        @Override
        public Optional<CustomerTerms> customerTerms(CustomerId id, LocalDate day) {
            return id.equals(ACME) ? Optional.of(new CustomerTerms(14, true, "cc 7")) : Optional.empty();
        }

        @Override
        public Optional<String> zone(LegalEntityId id) {
            return id.equals(DE) ? Optional.of("Europe/Berlin") : Optional.empty();
        }

        @Override
        public EInvoiceReadiness readiness(InvoiceId id) {
            return EInvoiceReadiness.NOT_ASKED;
        }

        @Override
        public Optional<BigDecimal> payableStep(InvoiceId id) {
            return Optional.empty();
        }

        @Override
        public Issuing issuing(InvoiceId id) {
            return Issuing.NOTHING_NEW;
        }

        @Override
        public Optional<TaxAnswer> tax(InvoiceId id) {
            return id.equals(InvoiceId.of("i1"))
                    ? Optional.of(new TaxAnswer.Taxed(List.of(), new TaxTreatment("DOCUMENT", null, "TABLE", 1)))
                    : Optional.empty();
        }
    }
}
