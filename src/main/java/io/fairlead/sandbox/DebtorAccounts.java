package io.fairlead.sandbox;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What each debtor owes by the sandbox's own books: posted documents, payments, refunds and bookings. */
final class DebtorAccounts {

    private final SandboxLedger books;
    private final TreeMap<String, Account> accounts = new TreeMap<>();

    private DebtorAccounts(SandboxLedger books) {
        this.books = books;
    }

    /**
     * One debtor in one company and currency; those that are merged stand with the one that lives on.
     *
     * @param customerRef null: money of payers whom nobody knows
     * @param balance at scale 4, above 0 the debtor owes it
     */
    record Account(@Nullable String customerRef, String company, String currency, BigDecimal balance) {

        Account plus(Account other) {
            return new Account(customerRef, company, currency, balance.add(other.balance));
        }
    }

    static List<Account> of(SandboxLedger books) {
        var all = new DebtorAccounts(books);
        books.invoices.all().stream()
                .filter(invoice -> invoice.posting() != null)
                .forEach(invoice -> all.move(
                        invoice.customerRef(),
                        invoice.company(),
                        invoice.currency(),
                        (invoice.isCredit() ? invoice.payable().negate() : invoice.payable())
                                .subtract(invoice.paid())));
        books.refunds
                .all()
                .forEach(refund -> all.move(refund.customerRef(), refund.company(), refund.currency(), refund.gross()));
        books.bookings.all().forEach(all::book);
        return List.copyOf(all.accounts.values());
    }

    private void book(SandboxBooking booking) {
        move(booking.customerRef(), booking.company(), booking.currency(), booking.amount());
        if (booking.isOffNobodysAccount()) {
            move(null, booking.company(), booking.currency(), booking.amount().negate());
        }
    }

    private void move(@Nullable String customerRef, String company, String currency, BigDecimal amount) {
        var living = customerRef == null ? null : living(customerRef);
        var account = new Account(living, company, currency, amount);
        accounts.merge((living == null ? "" : living) + "|" + company + "|" + currency, account, Account::plus);
    }

    /** Follows merges; a ring of them ends where it was met. */
    private String living(String customerRef) {
        var met = new HashSet<String>();
        var now = customerRef;
        while (met.add(now)) {
            var known = books.customers.withRef(now).stream().findFirst().orElse(null);
            var into = known == null ? null : known.mergedInto();
            if (into == null) {
                return now;
            }
            now = into;
        }
        return now;
    }
}
