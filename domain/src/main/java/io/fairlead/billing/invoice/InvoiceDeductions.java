package io.fairlead.billing.invoice;

import io.fairlead.billing.deduction.CertifyWithholding;
import io.fairlead.billing.deduction.CreditedDeductions;
import io.fairlead.billing.deduction.DeductedTax;
import io.fairlead.billing.deduction.Deduction;
import io.fairlead.billing.deduction.ProposeBadDebt;
import io.fairlead.billing.deduction.TakeDeduction;
import io.fairlead.billing.deduction.WriteOffBadDebt;
import io.fairlead.shared.Check;
import io.fairlead.shared.FourEyes;
import io.fairlead.shared.RuleViolated;
import io.fairlead.shared.WireAmount;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.function.Supplier;
import org.axonframework.commandhandling.CommandHandler;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** What of an issued {@link Invoice} its payer does not pay. Rules B-12, B-18 to B-22. */
final class InvoiceDeductions {

    private final InvoiceBalance balance;
    private final InvoiceClaims claims;

    InvoiceDeductions(InvoiceBalance balance, InvoiceClaims claims) {
        this.balance = balance;
        this.claims = claims;
    }

    @CommandHandler
    void decide(TakeDeduction command) {
        var known = claims.deduction(command.deductionId());
        if (known != null) {
            requireSame(known.getKind().equals(command.kind().name()), known.getAmount(), command.amount());
            return;
        }
        if (command.kind() == Deduction.BAD_DEBT) {
            throw new RuleViolated("B-19", "kind", "a bad debt is written off by a second person", "propose it first");
        }
        balance.requireSinceIssue(command.on());
        var receipt = command.receiptId();
        if (receipt != null && !balance.isPaidBy(receipt.value())) {
            throw new RuleViolated(
                    "B-18", "receiptId", "that money does not pay the invoice", "name money that does, or none");
        }
        var amount = amount(command.amount());
        if (command.kind() != Deduction.WITHHOLDING && !amount.isEqual(balance.open())) {
            throw new RuleViolated(
                    "B-21", "amount", balance.open() + " is open, and that is not all of it", "let it stay open");
        }
        var tax = command.kind() == Deduction.CASH_DISCOUNT
                ? DeductedTax.of(balance.invoice(), amount)
                : DeductedTax.NONE;
        var left = after(amount);
        balance.record(InvoiceDeductionEvents.taken(command, balance.invoice(), amount, left, tax));
        balance.recordPaidAtZero(left, command.on());
    }

    @CommandHandler
    void decide(ProposeBadDebt command) {
        var known = claims.proposal(command.deductionId());
        if (known != null) {
            requireSame(true, known.getAmount(), command.amount());
            return;
        }
        requireSame(claims.deduction(command.deductionId()) == null, BigDecimal.ZERO, null);
        var amount = amount(command.amount());
        var _ = after(amount);
        balance.record(InvoiceDeductionEvents.proposed(command, balance.invoice(), amount));
    }

    @CommandHandler
    void decide(WriteOffBadDebt command) {
        var proposed = claims.proposal(command.deductionId());
        if (proposed == null) {
            throw new RuleViolated("B-19", "deductionId", "nobody proposed it", "propose it first");
        }
        if (claims.deduction(command.deductionId()) != null) {
            return; // Once.
        }
        balance.requireSinceIssue(command.on());
        if (FourEyes.isSame(command.writtenOffBy(), proposed.getProposedBy())) {
            throw new RuleViolated(
                    "B-19", "writtenOffBy", "nobody writes off what they proposed", "let somebody else write it off");
        }
        var amount = WireAmount.money(proposed.getAmount(), proposed.getCurrency());
        var tax = command.isTaxLowered() ? DeductedTax.of(balance.invoice(), amount) : DeductedTax.NONE;
        // What is lost is not paid, also when nothing more is open.
        balance.record(InvoiceDeductionEvents.lost(command, proposed, balance.invoice(), after(amount), tax));
    }

    @CommandHandler
    void decide(CertifyWithholding command) {
        var known = claims.deduction(command.deductionId());
        var certificate = claims.certificate(command.deductionId());
        if (certificate != null && certificate.equals(command.certificate())) {
            return; // It is so.
        }
        if (known == null
                || certificate != null
                || !known.getKind().equals(Deduction.WITHHOLDING.name())
                || claims.isTakenBack(command.deductionId())) {
            throw new RuleViolated(
                    "B-20",
                    "deductionId",
                    "nothing of that key stands as withheld",
                    "look at the invoice's deductions");
        }
        balance.requireSinceIssue(command.on());
        balance.record(InvoiceDeductionEvents.certified(command, known));
    }

    /**
     * Before a credit lowers what is open: what of the deductions it meets is open again, so that only money that was paid is owed
     * to anybody.
     */
    void giveWay(Supplier<Money> uncredited, Money given, LocalDate on) {
        if (claims.standing().isEmpty()) {
            return;
        }
        for (var back : new CreditedDeductions(uncredited.get(), given, balance.open()).of(claims.standing())) {
            balance.record(InvoiceDeductionEvents.takenBack(back, balance.open(), on, "credited"));
        }
    }

    private Money after(Money amount) {
        return balance.openAfter(amount, "deduct at most that");
    }

    private Money amount(@Nullable BigDecimal wanted) {
        var invoice = balance.invoice();
        var amount = wanted == null
                ? balance.open()
                : WireAmount.money(Check.payable("amount", wanted, invoice.getCurrency()), invoice.getCurrency());
        if (!amount.isPositive()) {
            throw new RuleViolated("B-12", "amount", "nothing is open", "look at the invoice");
        }
        return amount;
    }

    private static void requireSame(boolean isSame, BigDecimal known, @Nullable BigDecimal asked) {
        if (!isSame || (asked != null && asked.compareTo(known) != 0)) {
            throw new RuleViolated("B-18", "id", "that key is something else", "use another key");
        }
    }
}
