package io.fairlead.contract.api;

import io.fairlead.app.web.Call;
import io.fairlead.app.web.Refusal;
import io.fairlead.app.web.Streams;
import io.fairlead.app.web.ToldRefusals;
import io.fairlead.app.web.Uploads;
import io.fairlead.contract.DealId;
import io.fairlead.contract.RateCardId;
import io.fairlead.contract.ReceiveOpportunity;
import io.fairlead.contract.api.OpportunitiesImported.OtherDeal;
import io.fairlead.contract.api.OpportunitiesImported.RefusedDeal;
import io.fairlead.gateway.crm.Opportunity;
import io.fairlead.gateway.crm.OpportunityMapping;
import io.fairlead.gateway.crm.OpportunityReader;
import io.fairlead.gateway.crm.OpportunityResult;
import io.fairlead.gateway.intake.RawFile;
import io.fairlead.party.LegalEntityId;
import io.fairlead.shared.NameUuid;
import io.fairlead.shared.StreamKey;
import io.fairlead.store.axon.CommandDoor;
import io.fairlead.store.axon.CommandDoor.Order;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Takes in the won deals of a CRM's file; what a deal lacks is the signing process's business, not this one's. */
@Component
class OpportunityIntake {

    private static final int DEALS_AT_ONCE = 1_000;
    private static final int VALUE_LENGTH_MAX = 200;

    private final CommandDoor commands;
    private final Streams streams;

    OpportunityIntake(CommandDoor commands, Streams streams) {
        this.commands = commands;
        this.streams = streams;
    }

    private record Ready(int index, ReceiveOpportunity command) {}

    private static final class Report {

        private final ToldRefusals<RefusedDeal> refusals = new ToldRefusals<>();
        private final List<OtherDeal> others = new ArrayList<>();
        private int won;
        private int notWon;
        private int unread;
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

        void other(OtherDeal deal) {
            notWon++;
            if (others.size() < ToldRefusals.FIRST_MAX) {
                others.add(deal);
            }
        }

        void refused(int index, Refusal why) {
            refused(new RefusedDeal(
                    index, why.field() == null ? "record" : why.field(), "", why.code(), why.reason(), why.hint()));
        }

        void refused(RefusedDeal deal) {
            refusals.add(deal.index(), deal.code(), deal.field(), deal);
        }
    }

    OpportunitiesImported take(Call call, RawFile file, OpportunityMapping mapping, boolean dryRun) {
        var report = new Report();
        var ready = new ArrayList<Ready>();
        OpportunityReader.read(file, mapping, result -> {
            take(result, mapping.source(), ready, report);
            if (ready.size() == DEALS_AT_ONCE) {
                send(call, List.copyOf(ready), dryRun, report);
                ready.clear();
            }
        });
        send(call, ready, dryRun, report);
        return new OpportunitiesImported(
                dryRun,
                file.sha256(),
                report.won + report.notWon + report.unread,
                report.won,
                report.accepted,
                report.repeated,
                report.notWon,
                report.refusals.count(),
                report.position,
                List.copyOf(report.others),
                report.refusals.kinds(),
                report.refusals.first());
    }

    private static void take(OpportunityResult result, String source, List<Ready> ready, Report report) {
        switch (result) {
            case OpportunityResult.NotWon(var index, var id, var name, var stage) ->
                report.other(new OtherDeal(index, id, name, stage));
            case OpportunityResult.Refused(var index, var field, var value, var reason, var remedy) -> {
                report.unread++;
                report.refused(new RefusedDeal(index, field, shortened(value), "FIELD_INVALID", reason, remedy));
            }
            case OpportunityResult.Won(var index, var opportunity) -> {
                report.won++;
                try {
                    ready.add(new Ready(index, command(opportunity, source)));
                } catch (RuntimeException refusal) {
                    report.refused(index, Refusal.ofOne(refusal));
                }
            }
        }
    }

    private static String shortened(String value) {
        return value.length() > VALUE_LENGTH_MAX ? value.substring(0, VALUE_LENGTH_MAX) : value;
    }

    private void send(Call call, List<Ready> ready, boolean dryRun, Report report) {
        if (dryRun) {
            ready.forEach(one ->
                    report.taken(streams.lastPosition(one.command().dealId().value()) > 0, 0));
            return;
        }
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
