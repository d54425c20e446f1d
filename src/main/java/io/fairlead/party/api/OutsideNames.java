package io.fairlead.party.api;

import io.fairlead.app.web.Views;
import io.fairlead.party.ChangeCustomer;
import io.fairlead.party.CustomerId;
import io.fairlead.party.RegisterCustomer;
import io.fairlead.party.view.CustomerQuery;
import io.fairlead.shared.RuleViolated;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** An outside name means one customer: by one that meant two, a deal would find none. */
@Component
final class OutsideNames {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final CustomerQuery customers;
    private final Views views;

    /** One at a time, so that the second of two that are given one name at once sees the first. */
    private final Lock naming = new ReentrantLock();

    OutsideNames(CustomerQuery customers, Views views) {
        this.customers = customers;
        this.views = views;
    }

    /** @throws RuleViolated P-07 when an outside name means another customer */
    <T> T taken(RegisterCustomer command, Supplier<T> sent) {
        return taken(command.customerId(), "aliases", command.aliases(), LocalDate.EPOCH, sent);
    }

    /** @throws RuleViolated P-07 when an outside name means another customer from that day on */
    <T> T taken(ChangeCustomer command, Supplier<T> sent) {
        return taken(command.customerId(), "aliasesAdded", command.aliasesAdded(), command.from(), sent);
    }

    private <T> T taken(CustomerId customer, String field, List<String> names, LocalDate from, Supplier<T> sent) {
        if (names.isEmpty()) {
            return sent.get();
        }
        naming.lock();
        try {
            views.awaitHead(PATIENCE);
            for (var name : names) {
                customers.otherOfName(name, customer.value(), from).ifPresent(other -> {
                    throw new RuleViolated(
                            "P-07",
                            field,
                            name + " means " + other + " already",
                            "take it from " + other + " first, or merge the two");
                });
            }
            return sent.get();
        } finally {
            naming.unlock();
        }
    }
}
