package io.fairlead.contract.api;

import io.fairlead.app.web.Call;
import io.fairlead.app.web.Refusal;
import io.fairlead.app.web.Streams;
import io.fairlead.app.web.Uploads;
import io.fairlead.contract.DealId;
import io.fairlead.contract.RateCardId;
import io.fairlead.contract.ReceiveOpportunity;
import io.fairlead.contract.api.OpportunitiesImported.OtherDeal;
import io.fairlead.contract.api.OpportunitiesImported.RefusedDeal;
import io.fairlead.gateway.crm.Opportunity;
import io.fairlead.gateway.crm.OpportunityFile;
import io.fairlead.gateway.crm.OpportunityResult;
import io.fairlead.party.LegalEntityId;
import io.fairlead.shared.NameUuid;
import io.fairlead.shared.StreamKey;
import io.fairlead.store.axon.CommandDoor;
import io.fairlead.store.axon.CommandDoor.Order;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;

/** Takes in the won deals of a CRM's file; what a deal lacks is the signing process's business, not this one's. */
@Component
class OpportunityIntake {

    private final CommandDoor commands;
    private final Streams streams;

    OpportunityIntake(CommandDoor commands, Streams streams) {
        this.commands = commands;
        this.streams = streams;
    }

    private record Ready(int index, ReceiveOpportunity command) {}

    private static final class Report {

        private final List<RefusedDeal> refusals = new ArrayList<>();
        private int accepted;
        private int repeated;
        private long position;

        void taken(boolean again, long written) {
            if (again) {
                repeated++;
            } else {
                accepted++;
            }
            position = Math.max(position, written);
        }

        void refused(int index, Refusal why) {
            refusals.add(new RefusedDeal(
                    index, why.field() == null ? "record" : why.field(), "", why.code(), why.reason(), why.hint()));
        }
    }

    OpportunitiesImported take(Call call, OpportunityFile file, String source, boolean dryRun) {
        var report = new Report();
        var ready = new ArrayList<Ready>();
        var others = new ArrayList<OtherDeal>();
        for (var result : file.results()) {
            switch (result) {
                case OpportunityResult.NotWon(var index, var id, var name, var stage) ->
                    others.add(new OtherDeal(index, id, name, stage));
                case OpportunityResult.Refused(var index, var field, var value, var reason, var remedy) ->
                    report.refusals.add(new RefusedDeal(index, field, value, "FIELD_INVALID", reason, remedy));
                case OpportunityResult.Won(var index, var opportunity) -> {
                    try {
                        ready.add(new Ready(index, command(opportunity, source)));
                    } catch (RuntimeException refusal) {
                        report.refused(index, Refusal.ofOne(refusal));
                    }
                }
            }
        }
        if (dryRun) {
            ready.forEach(one ->
                    report.taken(streams.lastPosition(one.command().dealId().value()) > 0, 0));
        } else {
            send(call, ready, report);
        }
        report.refusals.sort(Comparator.comparingInt(RefusedDeal::index));
        return new OpportunitiesImported(
                dryRun,
                file.sha256(),
                file.results().size(),
                file.won(),
                report.accepted,
                report.repeated,
                file.notWon(),
                report.refusals.size(),
                report.position,
                List.copyOf(others),
                List.copyOf(report.refusals));
    }

    private void send(Call call, List<Ready> ready, Report report) {
        var answers = commands.dispatchAll(ready.stream()
                .map(one -> new Order(
                        one.command(),
                        Uploads.own(call, one.command().dealId().value(), one.command())
                                .context()))
                .toList());
        for (var index = 0; index < ready.size(); index++) {
            switch (answers.get(index)) {
                // Position 0: the deal is known and says the same.
                case CommandDoor.Answer.Accepted(var outcome) ->
                    report.taken(outcome.repeated() || outcome.lastPosition() == 0, outcome.lastPosition());
                case CommandDoor.Answer.Refused(var reason) ->
                    report.refused(ready.get(index).index(), Refusal.ofOne(reason));
            }
        }
    }

    /** The same deal has the same key whether it comes as a file or as a single command. */
    private static ReceiveOpportunity command(Opportunity won, String source) {
        var customer = won.customerId();
        var entity = won.legalEntityId();
        var card = won.rateCardId();
        return new ReceiveOpportunity(
                DealId.of(NameUuid.of(DealId.KIND, source, won.id()).toString()),
                source,
                won.id(),
                won.name(),
                customer == null ? won.accountId() : StreamKey.keyOf(customer),
                won.amount(),
                won.currency(),
                won.closeDate(),
                entity == null ? null : LegalEntityId.of(entity),
                won.billingMethod(),
                won.poNumber(),
                won.taxCategory(),
                card == null ? null : RateCardId.of(card),
                won.lines().stream()
                        .map(line -> new ReceiveOpportunity.Line(
                                line.description(),
                                line.quantity(),
                                line.unitPrice(),
                                line.totalPrice(),
                                line.serviceDate()))
                        .toList());
    }
}
