package io.fairlead.billing;

import io.fairlead.billing.event.InvoiceLine;
import io.fairlead.shared.Wire;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A line as people read it on a document, made of one or more lines of the invoice. It reproduces: quantity x price / base
 * quantity, rounded to the currency's digits, is its net, to within 0.02 (two of the currency's smallest units); what is
 * further off prints quantity 1 and a statement. Read by whoever prints or sends invoices and credit notes.
 *
 * @param lineNos lines of the invoice that it sums up, at least one
 * @param description text for the reader
 * @param from first day of service
 * @param to last day of service
 * @param quantity in units
 * @param unit UNECE Recommendation 20: MIN, SEC, or C62 for one
 * @param baseQuantity units that the price is for (BT-149): 60 MIN or 3600 SEC for an hour
 * @param price of the base quantity
 * @param net sum of the lines
 * @param taxCodes taxes that it bears
 * @param taxCategory UNCL5305
 * @param statement what the reader must know to follow the net; null when quantity and price tell it
 */
public record PrintedLine(
        List<Integer> lineNos,
        String description,
        LocalDate from,
        LocalDate to,
        BigDecimal quantity,
        String unit,
        BigDecimal baseQuantity,
        BigDecimal price,
        BigDecimal net,
        List<String> taxCodes,
        String taxCategory,
        @Nullable String statement) {

    private static final String MINUTE = "MIN";
    private static final String SECOND = "SEC";
    private static final String ONE = "C62";

    /** Smallest units of the currency that a printed line may be off. */
    private static final BigDecimal OFF_MAX = BigDecimal.TWO;

    /** Each line by itself. */
    public static List<PrintedLine> each(List<InvoiceLine> lines, String currency) {
        return lines.stream().map(line -> of(List.of(line), currency)).toList();
    }

    /** Lines of the same contract line, project, text, price and tax as one; in the order of their first ones. */
    public static List<PrintedLine> grouped(List<InvoiceLine> lines, String currency) {
        var groups = new LinkedHashMap<List<Object>, List<InvoiceLine>>();
        for (var line : lines) {
            var like = new ArrayList<Object>(List.of(
                    line.getContractLineNo(),
                    line.getProjectId(),
                    line.getDescription(),
                    line.getTaxCategory(),
                    line.getTaxCodes()));
            like.add(line.getPrice());
            like.add(line.getSecondsPerUnit());
            groups.computeIfAbsent(like, _ -> new ArrayList<>()).add(line);
        }
        return groups.values().stream().map(group -> of(group, currency)).toList();
    }

    private static PrintedLine of(List<InvoiceLine> lines, String currency) {
        var first = lines.getFirst();
        var net = lines.stream().map(InvoiceLine::getNet).reduce(BigDecimal.ZERO, BigDecimal::add);
        if (lines.stream().anyMatch(line -> line.getSeconds() == null || line.getPrice() == null)) {
            return line(lines, BigDecimal.ONE, ONE, BigDecimal.ONE, net, net, null);
        }
        int seconds = lines.stream().mapToInt(InvoiceLine::getSeconds).sum();
        int perUnit = Objects.requireNonNull(first.getSecondsPerUnit());
        var price = Objects.requireNonNull(first.getPrice());
        boolean inMinutes = seconds % 60 == 0 && perUnit % 60 == 0;
        var quantity = BigDecimal.valueOf(inMinutes ? seconds / 60 : seconds);
        var base = BigDecimal.valueOf(inMinutes ? perUnit / 60 : perUnit);
        var unit = inMinutes ? MINUTE : SECOND;
        if (reproduces(quantity, price, base, Wire.money(net, currency))) {
            return line(lines, quantity, unit, base, price, net, null);
        }
        var statement = quantity.toPlainString() + " " + unit + " at "
                + price.stripTrailingZeros().toPlainString() + " for " + base.toPlainString() + " " + unit
                + "; the net is the sum of " + lines.size() + " amounts, each rounded";
        return line(lines, BigDecimal.ONE, ONE, BigDecimal.ONE, net, net, statement);
    }

    private static boolean reproduces(BigDecimal quantity, BigDecimal price, BigDecimal base, Money net) {
        int digits = net.getCurrencyUnit().getDecimalPlaces();
        var shown = quantity.multiply(price).divide(base, digits, RoundingMode.HALF_UP);
        return shown.subtract(net.getAmount()).abs().compareTo(OFF_MAX.movePointLeft(digits)) <= 0;
    }

    private static PrintedLine line(
            List<InvoiceLine> lines,
            BigDecimal quantity,
            String unit,
            BigDecimal base,
            BigDecimal price,
            BigDecimal net,
            @Nullable String statement) {
        var first = lines.getFirst();
        var days = lines.stream().map(InvoiceLine::getServiceDate).sorted().toList();
        return new PrintedLine(
                lines.stream().map(InvoiceLine::getLineNo).toList(),
                first.getDescription(),
                days.getFirst(),
                days.getLast(),
                quantity,
                unit,
                base,
                price,
                net,
                TaxCodes.of(first),
                first.getTaxCategory(),
                statement);
    }
}
