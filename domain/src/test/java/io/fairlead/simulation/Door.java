package io.fairlead.simulation;

import io.fairlead.billing.invoice.AddInvoiceLines;
import io.fairlead.billing.invoice.DraftInvoice;
import io.fairlead.billing.item.PutBillingItemOnDraft;
import io.fairlead.billing.retainer.DrawRetainer;
import io.fairlead.billing.run.CompleteBillingRun;
import io.fairlead.expense.PutExpenseOnDraft;
import io.fairlead.funding.DraftFunds;
import io.fairlead.funding.TakeFundsOffDraft;
import io.fairlead.shared.Commands;
import io.fairlead.shared.RuleViolated;
import io.fairlead.time.PutTimeOnDraft;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/** The door of the processes: remembers accepted keys as the store does, lets others act in between, and crashes. */
final class Door implements Commands {

    private final Aggregates aggregates;
    private final Supplier<World> world;
    private final Set<String> accepted = new HashSet<>();

    Door(Aggregates aggregates, Supplier<World> world) {
        this.aggregates = aggregates;
        this.world = world;
    }

    /** The machine stopped: whatever the reaction did so far is stored, what it would have done is not. */
    static final class Crashed extends RuntimeException {
        private static final long serialVersionUID = 1;

        Crashed() {
            super("crashed", null, false, false);
        }
    }

    void clear() {
        accepted.clear();
    }

    @Override
    public void send(Object command, String key) {
        if (answer(command, key) instanceof Refused(var reason)) {
            throw reason;
        }
    }

    @Override
    public List<Answer> sendAll(List<Keyed> commands) {
        var answers = new Answer[commands.size()];
        var order = new LinkedHashSet<Integer>();
        // Sent at once means stored in any order.
        while (order.size() < commands.size()) {
            order.add(world.get().chance().between(0, commands.size() - 1));
        }
        for (int i : order) {
            answers[i] = answer(commands.get(i).command(), commands.get(i).key());
        }
        return List.of(answers);
    }

    private Answer answer(Object command, String key) {
        var current = world.get();
        current.letOthersAct();
        crashOnceIn(crash(command));
        if (accepted.contains(key) && !current.chance().oneIn(current.faults().forget())) {
            return new Accepted();
        }
        Answer answer;
        try {
            aggregates.run(command);
            accepted.add(key);
            current.giveAgain(command);
            answer = new Accepted();
        } catch (RuleViolated refused) {
            answer = new Refused(refused);
        }
        current.count(command, answer instanceof Accepted);
        crashOnceIn(crash(command));
        return answer;
    }

    private int crash(Object command) {
        var current = world.get();
        boolean safe =
                current.keepsAwayFrom(Excluded.CRASH_BETWEEN_PAYERS) && isDrafting(command) && current.hasPayers();
        return safe ? 0 : current.faults().crash();
    }

    /** Whether a billing run sends it once it has planned its invoices. */
    private static boolean isDrafting(Object command) {
        return command instanceof DraftFunds
                || command instanceof TakeFundsOffDraft
                || command instanceof PutTimeOnDraft
                || command instanceof PutBillingItemOnDraft
                || command instanceof PutExpenseOnDraft
                || command instanceof DrawRetainer
                || command instanceof AddInvoiceLines
                || command instanceof DraftInvoice
                || command instanceof CompleteBillingRun;
    }

    private void crashOnceIn(int times) {
        if (world.get().chance().oneIn(times)) {
            throw new Crashed();
        }
    }
}
