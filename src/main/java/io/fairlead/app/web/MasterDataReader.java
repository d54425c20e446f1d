package io.fairlead.app.web;

import io.fairlead.app.web.MasterData.ContractFacts;
import io.fairlead.app.web.MasterData.LineFacts;
import io.fairlead.app.web.MasterData.ProjectFacts;
import io.fairlead.app.web.MasterData.TaskFacts;
import io.fairlead.billing.einvoice.EInvoiceReadiness;
import io.fairlead.billing.invoice.ApproveInvoice.Issuing;
import io.fairlead.billing.invoice.InvoiceId;
import io.fairlead.billing.tax.TaxAnswer.NotTaxable;
import io.fairlead.billing.tax.TaxAnswer.Taxed;
import io.fairlead.contract.ContractId;
import io.fairlead.party.CustomerId;
import io.fairlead.party.CustomerTerms;
import io.fairlead.party.LegalEntityId;
import io.fairlead.party.WorkPolicies;
import io.fairlead.project.ProjectId;
import io.fairlead.resource.PersonId;
import io.fairlead.shared.RuleViolated;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Look-ups that commands need. What is not there yet may be on its way from the log to the views: a miss waits until
 * the views have seen everything stored, then looks once more.
 */
@Component
public class MasterDataReader {

    static final Duration PATIENCE = Duration.ofSeconds(5);

    private final MasterData directory;
    private final Views views;

    MasterDataReader(MasterData directory, Views views) {
        this.directory = directory;
        this.views = views;
    }

    /** Look-ups of one request, each asked once. */
    public Answers ask() {
        return new Answers();
    }

    /** A required field that is not there. */
    static Refusal missing(String field) {
        return new Refusal(422, "G-02", field, field + " is missing or out of range", "see /openapi.json for its form");
    }

    /** Answers of one request. Not thread-safe. */
    public final class Answers {

        private final Map<Object, Optional<?>> seen = new HashMap<>();

        /** What follows from a project; 422 when unknown. */
        public ProjectFacts project(ProjectId id) {
            return look(id, () -> directory.project(id)).orElseThrow(() -> unknown("PROJECT_UNKNOWN", "project", id));
        }

        /** Asks for many projects and people at once; what is not there yet is asked for again when it is needed. */
        public void expect(Set<ProjectId> projects, Set<PersonId> people) {
            directory.projects(projects).forEach((id, facts) -> seen.put(id, Optional.of(facts)));
            directory.known(people).forEach(id -> seen.put(id, Optional.of(id)));
        }

        /** What follows from a task; 422 when unknown. */
        public TaskFacts task(ProjectId project, String taskId) {
            return look(project + "/" + taskId, () -> directory.task(project, taskId))
                    .orElseThrow(() -> unknown("TASK_UNKNOWN", "task", taskId));
        }

        /** What follows from a contract; 422 when unknown. */
        public ContractFacts contract(ContractId id) {
            return look(id, () -> directory.contract(id))
                    .orElseThrow(() -> unknown("CONTRACT_UNKNOWN", "contract", id));
        }

        /** What follows from a contract line; 422 when unknown. */
        public LineFacts line(ContractId contract, int lineNo) {
            return look(contract + "#" + lineNo, () -> directory.line(contract, lineNo))
                    .orElseThrow(
                            () -> unknown("CONTRACT_LINE_UNKNOWN", "lineNo", "line " + lineNo + " of " + contract));
        }

        /** The stream key of a company that a path names; 404 when unknown. */
        public String existing(LegalEntityId id) {
            var _ = look(id, () -> directory.zone(id)).orElseThrow(() -> new Refused(Refusal.notFound(id.value())));
            return id.value();
        }

        /** The stream key of a contract that a path names; 404 when unknown. */
        public String existing(ContractId id) {
            var _ = look(id, () -> directory.contract(id)).orElseThrow(() -> new Refused(Refusal.notFound(id.value())));
            return id.value();
        }

        /** Whose rate card it is: a company, a project or a contract; 422 when unknown. Customers are not asked for. */
        public void rateOwner(String owner) {
            switch (owner.replaceFirst(":.*", "")) {
                case LegalEntityId.KIND -> {
                    var _ = zone(LegalEntityId.of(owner));
                }
                case ProjectId.KIND -> {
                    var _ = project(ProjectId.of(owner));
                }
                case ContractId.KIND -> {
                    var _ = contract(ContractId.of(owner));
                }
                default -> {}
            }
        }

        /**
         * What holds on a day for contracts with the customer that say nothing, as everything stored by now left it; 422 when it
         * is unknown, 503 when the views are behind.
         */
        public CustomerTerms customerTerms(CustomerId id, LocalDate day) {
            views.awaitHead(PATIENCE);
            return look(id + "@" + day, () -> directory.customerTerms(id, day))
                    .orElseThrow(() -> unknown("CUSTOMER_UNKNOWN", "customer", id));
        }

        /** The company's zone; 422 when unknown. */
        public String zone(LegalEntityId id) {
            return look(id, () -> directory.zone(id))
                    .orElseThrow(() -> unknown("LEGAL_ENTITY_UNKNOWN", "legalEntity", id));
        }

        /** The person, if known; 422 otherwise. */
        public PersonId person(PersonId id) {
            return look(id, () -> directory.knows(id) ? Optional.of(id) : Optional.empty())
                    .orElseThrow(() -> unknown("PERSON_UNKNOWN", "person", id));
        }

        /**
         * Tax of a draft as everything stored by now left it; 404 when it is unknown, 422 when it cannot be told, 503 when
         * the views are behind.
         */
        public Taxed tax(InvoiceId id) {
            views.awaitHead(PATIENCE);
            return switch (look(id, () -> directory.tax(id))
                    .orElseThrow(() -> new Refused(Refusal.notFound(id.value())))) {
                case Taxed taxed -> taxed;
                case NotTaxable(var sentence, var remedy) ->
                    throw new RuleViolated("X-02", "taxRates", sentence, remedy);
            };
        }

        /** How a company looks at overlapping work and at four eyes over invoices. */
        public WorkPolicies workPolicies(LegalEntityId id) {
            return look("policies of " + id, () -> Optional.of(directory.workPolicies(id)))
                    .orElse(WorkPolicies.DEFAULT);
        }

        /** Whether the company of a draft lets who worked approve it. Asked after its tax. */
        public boolean allowsOwnWork(InvoiceId id) {
            return directory
                    .issuer(id)
                    .map(this::workPolicies)
                    .orElse(WorkPolicies.DEFAULT)
                    .ownWorkAllowed();
        }

        /** Whether a draft can be an electronic invoice. Asked after its tax. */
        public EInvoiceReadiness readiness(InvoiceId id) {
            return directory.readiness(id);
        }

        /** The step by which the amount to pay of a draft is rounded; null when it is not. Asked after its tax. */
        public @Nullable BigDecimal payableStep(InvoiceId id) {
            return directory.payableStep(id).orElse(null);
        }

        /** What is known by now of the issue of a draft. Asked after its tax. */
        public Issuing issuing(InvoiceId id) {
            return directory.issuing(id);
        }

        @SuppressWarnings("unchecked")
        private <T> Optional<T> look(Object key, Supplier<Optional<T>> question) {
            return (Optional<T>) seen.computeIfAbsent(key, _ -> {
                var answer = question.get();
                if (answer.isEmpty() && views.await(views.head(), PATIENCE)) {
                    return question.get();
                }
                return answer;
            });
        }

        private RuleViolated unknown(String code, String field, Object id) {
            return new RuleViolated(
                    code,
                    field,
                    "there is no " + Refusal.shortened(id.toString()),
                    "register it first, or check the id");
        }
    }
}
