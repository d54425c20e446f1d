package io.fairlead.billing.cash;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds what a transfer pays among what is open: by the numbers that it names, else by its amount. Only what is named is certain;
 * an amount alone proposes. What is {@linkplain #take taken} for one transfer is not open for the next. Not thread-safe.
 */
public final class TransferMatching {

    /** A creditor reference is written in groups of four: its number may have that many more parts. */
    private static final int REFERENCE_PARTS = 6;

    private static final Pattern PART = Pattern.compile("[\\p{L}\\p{N}]+");
    private static final Pattern CREDITOR_REFERENCE = Pattern.compile("RF\\p{N}{2}(.+)");

    private final Map<String, List<OpenInvoice>> byNumber = new LinkedHashMap<>();
    private final Map<String, BigDecimal> open = new LinkedHashMap<>();

    /** Most parts that a number has, with something between them as people write it: DE-INV-2026-000017 has four. */
    private int partsMax;

    /** @param invoices what is open, and what was paid lately: who names that as well may have paid it */
    public TransferMatching(Collection<OpenInvoice> invoices) {
        for (var invoice : invoices) {
            var parts = parts(invoice.number());
            partsMax = Math.max(partsMax, parts.size());
            byNumber.computeIfAbsent(String.join("", parts), _ -> new ArrayList<>())
                    .add(invoice);
            open.put(invoice.invoiceId(), invoice.open());
        }
    }

    /**
     * An invoice that a transfer may name.
     *
     * @param invoiceId invoice:<uuid>
     * @param number as printed
     * @param customerId who owes it, the one that lives on; customer:<code>
     * @param customerName registered name; null when it is not known
     * @param currency ISO 4217
     * @param open >= 0
     */
    public record OpenInvoice(
            String invoiceId,
            String number,
            String customerId,
            @Nullable String customerName,
            String currency,
            BigDecimal open) {}

    /**
     * Money that came.
     *
     * @param amount above 0
     * @param currency ISO 4217
     * @param references what the payer says that it is for, each by itself
     * @param text the same in free words
     * @param party who paid; null when it is not told
     */
    public record Transfer(
            BigDecimal amount,
            String currency,
            List<String> references,
            String text,
            @Nullable String party) {}

    /** What of a transfer pays one invoice, above 0. */
    public record Share(String invoiceId, BigDecimal amount) {}

    /** What was found. */
    public sealed interface Match permits Applied, Proposed, ByHand, Unknown {}

    /**
     * It names what it pays.
     *
     * @param rest more than is open of them, >= 0: money of their customer on account
     */
    public record Applied(List<Share> shares, String customerId, BigDecimal rest) implements Match {}

    /** It may pay these; a person decides. */
    public record Proposed(List<Share> shares, String reason) implements Match {}

    /** It may pay these, and cannot be booked as one money: a person divides it, or says which is meant. */
    public record ByHand(List<Share> shares, String reason) implements Match {}

    /**
     * Nothing says what it pays.
     *
     * @param named ids of invoices that it names and cannot pay
     * @param settled whether nothing is open of those
     */
    public record Unknown(String reason, List<String> named, boolean settled) implements Match {

        public Unknown {
            named = List.copyOf(named);
        }
    }

    /** What the transfer pays, of what is open by now. */
    public Match match(Transfer transfer) {
        var named = named(transfer);
        return named.isEmpty() ? byAmount(transfer) : byNumber(transfer, named);
    }

    /** These are booked: open no more for the next transfer, whether it named them or a person took what was proposed. */
    public void take(List<Share> shares) {
        shares.forEach(share -> open.merge(share.invoiceId(), share.amount().negate(), BigDecimal::add));
    }

    private Match byNumber(Transfer transfer, List<OpenInvoice> named) {
        if (named.stream().anyMatch(invoice -> !invoice.currency().equals(transfer.currency()))) {
            return new Unknown(
                    "it names " + numbers(named) + ", which is not in " + transfer.currency(), ids(named), false);
        }
        var left =
                named.stream().filter(invoice -> openOf(invoice).signum() > 0).toList();
        if (left.isEmpty()) {
            return new Unknown("it names " + numbers(named) + ", of which nothing is open any more", ids(named), true);
        }
        var shares = inOrder(left, transfer.amount());
        if (named.stream().map(OpenInvoice::number).distinct().count() < named.size()) {
            return new ByHand(
                    shares,
                    "several companies have an invoice of a number that it names: " + numbers(named)
                            + "; tell it by hand for the one that is meant");
        }
        if (named.stream().map(OpenInvoice::customerId).distinct().count() > 1) {
            return new ByHand(
                    shares,
                    "it names invoices of different customers: " + numbers(named)
                            + "; tell one receipt for each customer by hand");
        }
        if (left.size() < named.size()) {
            // Somebody may have booked this very transfer for those by hand.
            var paid = named.stream().filter(invoice -> !left.contains(invoice)).toList();
            return new Proposed(shares, "it names " + numbers(paid) + " as well, of which nothing is open any more");
        }
        var due = left.stream().map(this::openOf).reduce(BigDecimal.ZERO, BigDecimal::add);
        if (left.size() > 1 && transfer.amount().compareTo(due) < 0) {
            return new Proposed(shares, "it is less than is open of " + numbers(left) + ", which it names");
        }
        return new Applied(
                shares,
                left.getFirst().customerId(),
                transfer.amount().subtract(due).max(BigDecimal.ZERO));
    }

    /** Each in full as long as the money lasts. */
    private List<Share> inOrder(List<OpenInvoice> invoices, BigDecimal amount) {
        var shares = new ArrayList<Share>();
        var left = amount;
        for (var invoice : invoices) {
            var share = openOf(invoice).min(left);
            if (share.signum() > 0) {
                shares.add(new Share(invoice.invoiceId(), share));
                left = left.subtract(share);
            }
        }
        return shares;
    }

    private Match byAmount(Transfer transfer) {
        var same = byNumber.values().stream()
                .flatMap(List::stream)
                .filter(invoice -> invoice.currency().equals(transfer.currency()))
                .filter(invoice -> openOf(invoice).compareTo(transfer.amount()) == 0)
                .toList();
        var ofParty = same.stream().filter(invoice -> isOf(transfer, invoice)).toList();
        var found = same.size() > 1 ? ofParty : same;
        if (found.size() == 1) {
            var invoice = found.getFirst();
            return new Proposed(
                    List.of(new Share(invoice.invoiceId(), transfer.amount())),
                    "it names no invoice that is known; " + invoice.number() + " has its amount"
                            + (ofParty.isEmpty() ? ", of another name" : " and its name"));
        }
        return new Unknown(
                same.isEmpty()
                        ? "it names no invoice that is known, and none has its amount"
                        : "it names no invoice that is known, and " + same.size() + " have its amount",
                List.of(),
                false);
    }

    private static boolean isOf(Transfer transfer, OpenInvoice invoice) {
        return transfer.party() != null
                && invoice.customerName() != null
                && parts(transfer.party()).equals(parts(invoice.customerName()));
    }

    private BigDecimal openOf(OpenInvoice invoice) {
        return open.getOrDefault(invoice.invoiceId(), BigDecimal.ZERO);
    }

    private List<OpenInvoice> named(Transfer transfer) {
        var found = new LinkedHashSet<OpenInvoice>();
        Stream.concat(transfer.references().stream(), Stream.of(transfer.text()))
                .forEach(text -> found.addAll(namedIn(text)));
        return List.copyOf(found);
    }

    /** Numbers that stand in the text as a whole, whatever stands between their parts. */
    private Set<OpenInvoice> namedIn(String text) {
        var found = new LinkedHashSet<OpenInvoice>();
        var parts = parts(text);
        for (var from = 0; from < parts.size(); from++) {
            var joined = new StringBuilder();
            for (var to = from; to < Math.min(parts.size(), from + partsMax + REFERENCE_PARTS); to++) {
                joined.append(parts.get(to));
                find(joined.toString(), found);
            }
        }
        return found;
    }

    private void find(String word, Set<OpenInvoice> found) {
        found.addAll(byNumber.getOrDefault(word, List.of()));
        var reference = CREDITOR_REFERENCE.matcher(word); // ISO 11649: two check digits before the number.
        if (reference.matches()) {
            found.addAll(byNumber.getOrDefault(reference.group(1), List.of()));
        }
    }

    private static List<String> parts(String text) {
        return PART.matcher(text.toUpperCase(Locale.ROOT))
                .results()
                .map(found -> found.group())
                .toList();
    }

    private static List<String> ids(List<OpenInvoice> invoices) {
        return invoices.stream().map(OpenInvoice::invoiceId).toList();
    }

    private static String numbers(List<OpenInvoice> invoices) {
        return String.join(
                ", ", new TreeSet<>(invoices.stream().map(OpenInvoice::number).toList()));
    }
}
