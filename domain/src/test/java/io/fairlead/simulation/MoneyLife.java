package io.fairlead.simulation;

import io.fairlead.billing.cash.ApplicationBasis;
import io.fairlead.billing.cash.ApplyReceipt;
import io.fairlead.billing.cash.OpenInvoice;
import io.fairlead.billing.cash.ReceiptId;
import io.fairlead.billing.cash.ReceivablePolicyId;
import io.fairlead.billing.cash.ReceiveMoney;
import io.fairlead.billing.cash.RefundMoney;
import io.fairlead.billing.cash.SendMoneyBack;
import io.fairlead.billing.cash.SetReceivablePolicy;
import io.fairlead.billing.cash.Unapplication;
import io.fairlead.billing.cash.UnapplyReceipt;
import io.fairlead.billing.deduction.CertifyWithholding;
import io.fairlead.billing.deduction.Deduction;
import io.fairlead.billing.deduction.DisputeInvoice;
import io.fairlead.billing.deduction.ProposeBadDebt;
import io.fairlead.billing.deduction.SettleDispute;
import io.fairlead.billing.deduction.TakeDeduction;
import io.fairlead.billing.deduction.WriteOffBadDebt;
import io.fairlead.billing.event.InvoiceIssued;
import io.fairlead.billing.event.MoneyReceived;
import io.fairlead.billing.event.PaymentReceived;
import io.fairlead.billing.event.ReceiptApplied;
import io.fairlead.billing.invoice.InvoiceId;
import io.fairlead.party.CustomerId;
import io.fairlead.party.LegalEntityId;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A clerk takes in money for several invoices, applies it, takes it back and refunds it; banks take some back. Often it is too
 * much, or twice, or less than was asked: withheld, contested, lost, a discount or a small rest.
 */
final class MoneyLife {

    private static final String CLERK = "idp|clerk";
    private static final String CFO = "idp|cfo";
    private static final int KEYS = 3;
    private static final BigDecimal SMALL_REST = new BigDecimal("0.05");
    private static final BigDecimal DISCOUNT = new BigDecimal("0.02");
    private static final int DISCOUNT_DAYS = 120;

    private final World world;
    private final Chance chance;
    private int receipts;

    MoneyLife(World world, Chance chance) {
        this.world = world;
        this.chance = chance;
    }

    /** Some of everything, the processes between it now and then. */
    void someDays(Runnable settle) {
        if (world.log().all(InvoiceIssued.class).isEmpty()) {
            return;
        }
        if (chance.oneIn(4)) {
            world.ask(policy());
        }
        for (int left = chance.between(4, 16); left > 0; left--) {
            switch (chance.between(1, 9)) {
                case 1, 2 -> receive();
                case 3 -> apply();
                case 4 -> unapply();
                case 5 -> sendBack();
                case 6 -> refund();
                case 7, 8 -> deduct();
                default -> settle.run();
            }
        }
    }

    private SetReceivablePolicy policy() {
        var entity = new LegalEntityId(
                chance.of(world.log().all(InvoiceIssued.class)).getLegalEntityId());
        boolean isLenient = chance.oneIn(2);
        return new SetReceivablePolicy(
                ReceivablePolicyId.of(entity),
                entity,
                LocalDate.of(2026, chance.between(1, 8), 1),
                chance.oneIn(2) ? "NONE" : "OLDEST_FIRST",
                isLenient ? SMALL_REST : null,
                isLenient ? "EUR" : null,
                isLenient ? DISCOUNT : null,
                isLenient ? DISCOUNT_DAYS : null,
                "LOWERED",
                CFO);
    }

    private void receive() {
        var named = new ArrayList<InvoiceIssued>();
        for (int left = chance.between(0, 3); left > 0; left--) {
            var invoice = chance.of(world.log().all(InvoiceIssued.class));
            if (!named.contains(invoice)) {
                named.add(invoice);
            }
        }
        var of = named.isEmpty() ? chance.of(world.log().all(InvoiceIssued.class)) : named.getFirst();
        var due = named.stream()
                .map(InvoiceIssued::getGross)
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .setScale(Firm.digits(of.getCurrency()), RoundingMode.DOWN);
        var some = chance.amount(Firm.digits(of.getCurrency()));
        var key = "m-" + (chance.oneIn(6) && receipts > 0 ? chance.between(1, receipts) : ++receipts);
        world.ask(new ReceiveMoney(
                ReceiptId.of("bank", key),
                "bank",
                key,
                new LegalEntityId(of.getLegalEntityId()),
                chance.oneIn(4) ? null : new CustomerId(of.getCustomerId()),
                due.signum() > 0 && chance.oneIn(2) ? paid(due, Firm.digits(of.getCurrency())) : some,
                of.getCurrency(),
                day(),
                named.stream()
                        .map(invoice -> new ReceiveMoney.Named(
                                new InvoiceId(invoice.getInvoiceId()), chance.oneIn(5) ? some : null))
                        .toList(),
                null,
                null,
                CLERK));
    }

    /** All that is asked, or less a discount, or less a small rest. */
    private BigDecimal paid(BigDecimal due, int digits) {
        var less = due.subtract(due.multiply(DISCOUNT).setScale(digits, RoundingMode.HALF_UP));
        return switch (chance.between(1, 4)) {
            case 1 -> less.signum() > 0 ? less : due;
            case 2 -> due.compareTo(SMALL_REST) > 0 && digits == SMALL_REST.scale() ? due.subtract(SMALL_REST) : due;
            default -> due;
        };
    }

    private void deduct() {
        var invoice = chance.of(world.log().all(InvoiceIssued.class));
        var id = new InvoiceId(invoice.getInvoiceId());
        var key = "d-" + chance.between(1, KEYS);
        var some = chance.oneIn(2) ? null : chance.amount(Firm.digits(invoice.getCurrency()));
        var money = money();
        var with = money.isEmpty() || chance.oneIn(2) ? null : new ReceiptId(chance.of(money));
        world.ask(
                switch (chance.between(1, 7)) {
                    case 1, 2 ->
                        new TakeDeduction(id, key, Deduction.WITHHOLDING, with, some, day(), "withheld", CLERK);
                    case 3 -> new CertifyWithholding(id, key, "C-" + chance.between(1, 2), day(), CLERK);
                    case 4 -> new ProposeBadDebt(id, key, some, "insolvent", CLERK);
                    case 5 -> new WriteOffBadDebt(id, key, chance.oneIn(2), day(), chance.oneIn(5) ? CLERK : CFO);
                    case 6 -> new DisputeInvoice(id, "hours", day(), CLERK);
                    default -> new SettleDispute(id, "agreed", day(), CLERK);
                });
    }

    private void apply() {
        var money = money();
        if (!money.isEmpty()) {
            var invoice = chance.of(world.log().all(InvoiceIssued.class));
            var open = OpenInvoice.of(world.log(), invoice.getInvoiceId()).orElseThrow();
            world.ask(new ApplyReceipt(
                    new ReceiptId(chance.of(money)),
                    "h-" + chance.between(1, KEYS),
                    open,
                    chance.oneIn(2) ? null : chance.amount(Firm.digits(invoice.getCurrency())),
                    day(),
                    ApplicationBasis.BY_HAND,
                    CLERK,
                    MergeLife.merged(world.log().events())));
        }
    }

    private void unapply() {
        var applied = world.log().all(ReceiptApplied.class);
        if (!applied.isEmpty()) {
            var one = chance.of(applied);
            world.ask(new UnapplyReceipt(
                    new ReceiptId(one.getReceiptId()),
                    one.getApplicationId(),
                    day(),
                    Unapplication.BY_HAND,
                    "meant for another",
                    CLERK));
        }
    }

    private void sendBack() {
        var money = money();
        if (!money.isEmpty()) {
            world.ask(new SendMoneyBack(new ReceiptId(chance.of(money)), day(), "no funds", null, CLERK));
        }
    }

    private void refund() {
        var money = money();
        if (!money.isEmpty()) {
            // Mostly after the money came; before that it is refused.
            world.ask(new RefundMoney(
                    new ReceiptId(chance.of(money)),
                    "r-" + chance.between(1, KEYS),
                    chance.oneIn(2) ? null : chance.amount(2),
                    day().plusDays(30),
                    "paid twice",
                    chance.oneIn(5) ? CLERK : CFO));
        }
    }

    private LocalDate day() {
        return LocalDate.of(2026, 6, 1).plusDays(chance.between(0, 40));
    }

    private List<String> money() {
        return Stream.concat(
                        world.log().all(PaymentReceived.class).stream().map(PaymentReceived::getReceiptId),
                        world.log().all(MoneyReceived.class).stream().map(MoneyReceived::getReceiptId))
                .toList();
    }
}
