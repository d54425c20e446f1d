package io.fairlead.billing.run;

import io.fairlead.billing.event.BillingRunStarted;
import io.fairlead.billing.invoice.DraftLine;
import io.fairlead.billing.run.UnbilledWorkLookup.ClaimedPart;
import io.fairlead.billing.run.UnbilledWorkLookup.FundedPart;
import io.fairlead.shared.Portions.Part;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which part of which source goes on which invoice: one for each payer, purchase order and, where agreed, project of a contract;
 * where each must go out electronically, what is outside the scope of tax is apart.
 * Work is parted between orders as the limits granted it and between payers by their shares; seconds follow the amounts, and the
 * last part of all that is left takes what rounding leaves. Sources come contract by contract, the parts of one behind each other.
 * One instance serves one run; not thread-safe. Read by the billing run.
 */
public final class InvoiceGrouping {

    private final BillingTerms terms;
    private final Function<String, String> payerOf;
    private final List<Group> groups = new ArrayList<>();
    private final List<BillableSource> ofContract = new ArrayList<>();

    InvoiceGrouping(BillingTerms terms) {
        this(terms, Function.identity());
    }

    private InvoiceGrouping(BillingTerms terms, Function<String, String> payerOf) {
        this.terms = terms;
        this.payerOf = payerOf;
    }

    /**
     * Everything that the run may propose.
     *
     * @param payerOf whose a draft or an invoice is that the views do not know yet
     */
    static List<Group> of(UnbilledWorkLookup work, BillingRunStarted run, Function<String, String> payerOf) {
        var grouping = new InvoiceGrouping(work.terms(), payerOf);
        work.ready(run, grouping::take);
        return grouping.groups();
    }

    /**
     * What goes on one invoice.
     *
     * @param contractId contract:<key>
     * @param customerId payer, customer:<code>
     * @param currency ISO 4217
     * @param poRequired whether the payer wants a purchase order
     * @param poNumber the order; null means none
     * @param project what the invoice is for alone; null means the contract
     * @param outsideTax whether it is apart from the others since it is outside the scope of tax (BR-O-11)
     * @param amount sum of the sources
     * @param sources by day of service
     */
    public record Group(
            String contractId,
            String customerId,
            String currency,
            boolean poRequired,
            @Nullable String poNumber,
            @Nullable String project,
            boolean outsideTax,
            BigDecimal amount,
            List<Source> sources) {

        /** What it is for alone, beside its contract, payer and order; part of its identity. */
        List<String> apart() {
            return Stream.of(project, outsideTax ? "outside the scope of tax" : null)
                    .filter(Objects::nonNull)
                    .toList();
        }

        /** Whether it must wait for a purchase order. */
        boolean purchaseOrderMissing() {
            return poRequired && poNumber == null;
        }
    }

    /**
     * One entry, item or expense, or a part of it.
     *
     * @param line as it will stand on the invoice
     * @param author who entered it, issuer|subject; null when nobody of the firm did
     * @param personId who worked or spent; null for items
     * @param limited whether a limit holds for it: its funds are held before it is claimed
     * @param part whether more of the source is left
     * @param ready what is unbilled of the source, this part included
     */
    public record Source(
            DraftLine line,
            @Nullable String author,
            @Nullable String personId,
            boolean limited,
            boolean part,
            Part ready) {

        /** All of it, under no limit. */
        public Source(DraftLine line, @Nullable String author) {
            this(line, author, null, false, false, new Part(secondsOf(line), line.net()));
        }

        int seconds() {
            return secondsOf(line);
        }

        private static int secondsOf(DraftLine line) {
            return Objects.requireNonNullElse(line.seconds(), 0);
        }
    }

    private record Key(
            String payerId,
            @Nullable String poNumber,
            @Nullable String project,
            boolean outsideTax) {}

    /** The next source, or the next part of the last one. */
    void take(BillableSource next) {
        if (!next.isBillable()) {
            return;
        }
        if (!ofContract.isEmpty() && !ofContract.getFirst().contractId().equals(next.contractId())) {
            closeContract();
        }
        ofContract.add(next);
    }

    /** The invoices of all that was taken, contract by contract. */
    List<Group> groups() {
        if (!ofContract.isEmpty()) {
            closeContract();
        }
        return List.copyOf(groups);
    }

    private void closeContract() {
        groups.addAll(new ContractInvoices(ofContract.getFirst()).of(ofContract));
        ofContract.clear();
    }

    /** The invoices of one contract. */
    private final class ContractInvoices {

        private final BillableSource first;
        private final @Nullable PayerShares shares;
        private final Map<Key, List<Source>> invoices = new LinkedHashMap<>();
        private final Map<String, Integer> portions = new HashMap<>();

        ContractInvoices(BillableSource first) {
            this.first = first;
            var payers = terms.payersOf(first.contractId());
            this.shares = payers == null ? null : new PayerShares(payers, first.currency());
        }

        private List<Group> of(List<BillableSource> sources) {
            for (int from = 0; from < sources.size(); ) {
                int to = from + 1;
                while (to < sources.size()
                        && sources.get(to).sourceId().equals(sources.get(from).sourceId())) {
                    to++;
                }
                add(sources.subList(from, to));
                from = to;
            }
            return invoices.entrySet().stream()
                    .map(invoice -> group(invoice.getKey(), invoice.getValue()))
                    .toList();
        }

        private void add(List<BillableSource> parts) {
            int given = 0;
            var amountGiven = BigDecimal.ZERO;
            for (var part : parts) {
                var amount = part.billable();
                amountGiven = amountGiven.add(amount);
                // By all that is given so far: rounded for each part, the rest would have a second too much for each.
                int more = part.secondsOf(amountGiven) - given;
                int seconds = amountGiven.compareTo(part.ready()) == 0 ? more : part.within(amount, more);
                given += seconds;
                share(part, seconds, amount);
            }
        }

        private void share(BillableSource part, int seconds, BigDecimal amount) {
            if (shares == null) {
                add(part, terms.payer(part.customerId()), seconds, amount);
                return;
            }
            for (var share : shares(shares, part, seconds, amount)) {
                // Who has time and not a cent of it gets that now: else the next run would find it left over.
                if (share.amount().signum() != 0 || share.seconds() != 0 || amount.signum() == 0) {
                    add(part, share.payerId(), share.seconds(), share.amount());
                }
            }
        }

        /**
         * Work of which nobody has anything by the shares; what is left of it, or came back, to who has less than its share. What a
         * draft of an interrupted run holds the funds of is as good as its payer's.
         */
        private List<PayerShares.Part> shares(PayerShares of, BillableSource part, int seconds, BigDecimal amount) {
            if (part.held().isEmpty()) {
                return of.next(seconds, amount);
            }
            var have = new HashMap<String, PayerShares.Part>();
            var left = new PayerShares.Part("", part.seconds(), part.ready());
            for (var held : part.held()) {
                var payer = terms.payer(
                        Objects.requireNonNullElseGet(held.payerId(), () -> payerOf.apply(held.invoiceId())));
                int time = held.claimed() ? held.seconds() : part.secondsOf(held.amount());
                var its = new PayerShares.Part(payer, time, held.amount());
                have.merge(payer, its, PayerShares.Part::plus);
                left = held.claimed() ? left : left.minus(its);
            }
            return of.ofRest(have, left, seconds, amount);
        }

        private void add(BillableSource part, String payerId, int seconds, BigDecimal amount) {
            int no = portions.merge(part.sourceId(), part.portionNo(), (last, _) -> last + 1);
            var source = source(part, terms, payerId, part.isLimited(), no, seconds, amount);
            var key = new Key(
                    payerId,
                    part.poNumber(),
                    part.perProject() ? part.projectId() : null,
                    terms.isApart(part.contractId(), source.line().taxCategory()));
            invoices.computeIfAbsent(key, _ -> new ArrayList<>()).add(source);
        }

        private Group group(Key key, List<Source> sources) {
            return new Group(
                    first.contractId(),
                    key.payerId(),
                    first.currency(),
                    first.poRequired(),
                    key.poNumber(),
                    key.project(),
                    key.outsideTax(),
                    sources.stream().map(source -> source.line().net()).reduce(BigDecimal.ZERO, BigDecimal::add),
                    List.copyOf(sources));
        }
    }

    /** What an interrupted attempt put on a draft, as it stands there. */
    public static Source claimed(ClaimedPart part, BillingTerms terms, String payer) {
        return source(part.source(), terms, payer, true, part.portionNo(), part.seconds(), part.amount());
    }

    /** What an interrupted attempt held funds of, to be claimed now. */
    public static Source funded(FundedPart part, BillingTerms terms, String payer) {
        var source = part.source();
        return source(source, terms, payer, true, source.portionNo(), source.secondsOf(part.amount()), part.amount());
    }

    private static Source source(
            BillableSource of,
            BillingTerms terms,
            String payer,
            boolean limited,
            int portionNo,
            int seconds,
            BigDecimal amount) {
        var tax = terms.taxOf(of, payer);
        return new Source(
                new DraftLine(
                        of.sourceId(),
                        portionNo,
                        of.lineNo(),
                        of.projectId(),
                        of.description(),
                        of.serviceDate(),
                        of.price() == null ? null : seconds,
                        of.price(),
                        of.secondsPerUnit(),
                        amount,
                        Objects.requireNonNull(tax.category()),
                        tax.codes()),
                of.author(),
                of.personId(),
                limited,
                amount.compareTo(of.ready()) != 0,
                new Part(of.seconds(), of.ready()));
    }
}
