package io.fairlead.contract;

import io.fairlead.contract.event.OpportunityWon;
import io.fairlead.party.CustomerId;
import io.fairlead.party.LegalEntityId;
import io.fairlead.project.OpenProject;
import io.fairlead.project.ProjectId;
import io.fairlead.project.ScheduleMilestone;
import io.fairlead.shared.BillingMethods;
import io.fairlead.shared.Commands.Keyed;
import io.fairlead.shared.StreamKey;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A complete deal as the commands that make a contract and a project of it. */
final class DealConversion {

    private final OpportunityWon deal;
    private final DealTerms.Complete terms;
    private final String key;

    DealConversion(OpportunityWon deal, DealTerms.Complete terms) {
        this.deal = deal;
        this.terms = terms;
        this.key = StreamKey.keyOf(deal.getDealId());
    }

    SignContract contract() {
        var buyer = terms.buyer();
        return new SignContract(
                ContractId.of(key),
                new DealId(deal.getDealId()),
                new LegalEntityId(terms.seller().legalEntityId()),
                new CustomerId(buyer.customerId()),
                deal.getName(),
                terms.currency(),
                deal.getCloseDate(),
                deal.getCloseDate(),
                null,
                terms.seller().zone(),
                null,
                null,
                deal.getPoNumber(),
                null,
                deal.getRateCardId() == null ? null : new RateCardId(deal.getRateCardId()),
                ContractPolicies.DEFAULT,
                lines(),
                buyer.terms());
    }

    /** Opens the project and, where the deal is billed by results, schedules one per line. */
    List<Keyed> project() {
        var project = ProjectId.of(key);
        var commands = new ArrayList<Keyed>();
        commands.add(new Keyed(
                new OpenProject(
                        project,
                        ContractId.of(key),
                        new CustomerId(terms.buyer().customerId()),
                        new LegalEntityId(terms.seller().legalEntityId()),
                        deal.getName(),
                        terms.currency(),
                        terms.seller().zone(),
                        1,
                        deal.getCloseDate()),
                "open/" + project));
        if (terms.method().equals(BillingMethods.MILESTONE)) {
            for (var line : lines()) {
                if (line.amount() != null && line.amount().signum() > 0) {
                    commands.add(new Keyed(milestone(project, line), "milestone/" + project + "/" + line.lineNo()));
                }
            }
        }
        return commands;
    }

    private ScheduleMilestone milestone(ProjectId project, SignContract.Line line) {
        var dealLine = deal.getLines().isEmpty() ? null : deal.getLines().get(line.lineNo() - 1);
        var due =
                dealLine == null || dealLine.getServiceDate() == null ? deal.getCloseDate() : dealLine.getServiceDate();
        var amount = line.amount() == null ? BigDecimal.ZERO : line.amount();
        return new ScheduleMilestone(
                project, "M" + line.lineNo(), line.lineNo(), line.description(), amount, due, null, null);
    }

    private List<SignContract.Line> lines() {
        if (deal.getLines().isEmpty()) {
            return List.of(line(1, deal.getName(), deal.getAmount()));
        }
        var lines = new ArrayList<SignContract.Line>();
        for (var line : deal.getLines()) {
            lines.add(line(lines.size() + 1, line.getDescription(), line.getAmount()));
        }
        return lines;
    }

    private SignContract.Line line(int lineNo, String description, @Nullable BigDecimal amount) {
        return new SignContract.Line(
                lineNo, description, terms.method(), amount, null, deal.getTaxCategory(), null, LineTerms.NONE);
    }
}
