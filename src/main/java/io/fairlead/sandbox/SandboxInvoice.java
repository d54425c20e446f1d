package io.fairlead.sandbox;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A sales invoice or credit note of the sandbox ERP: a draft until posted, then never changed but for what was paid or
 * credited. A credit note names the invoice that it credits; its amounts are above 0.
 *
 * <p>Net, tax and gross are the ERP's own sums, made from the lines and the rates of the tax rows, so that a sender can
 * verify its figures against them.
 */
record SandboxInvoice(
        String id,
        String externalRef,
        int version,
        String company,
        String customerRef,
        String currency,
        LocalDate accountingDate,
        LocalDate dueDate,
        @Nullable String purchaseOrder,
        @Nullable String taxRounding,
        List<Line> lines,
        List<TaxRow> taxRows,
        BigDecimal net,
        BigDecimal tax,
        BigDecimal gross,
        @Nullable BigDecimal rounding,
        BigDecimal paid,
        @Nullable Posting posting,
        @Nullable String creditsRef,
        @Nullable BigDecimal credited)
        implements Referenced {

    static final int SCALE = 4;
    private static final int QUANTITY_SCALE = 6;

    /** One billed position; net at scale 4, codes of its taxes and, where they are told, their rates comma separated. */
    record Line(
            String description,
            @Nullable String projectRef,
            BigDecimal quantity,
            @Nullable String unit,
            BigDecimal price,
            BigDecimal net,
            String taxCategory,
            @Nullable String taxRates) {

        /** Where the line tells no rates, its codes alone say which rows tax it. */
        boolean bears(TaxRow row) {
            int at = taxCodes().indexOf(row.category());
            return at >= 0 && (taxRates == null || rates().get(at).compareTo(row.rate()) == 0);
        }

        List<String> taxCodes() {
            return List.of(taxCategory.split(",", -1));
        }

        private List<BigDecimal> rates() {
            return taxRates == null
                    ? List.of()
                    : Stream.of(taxRates.split(",", -1)).map(BigDecimal::new).toList();
        }

        static Line read(BodyFields line) {
            var read = new Line(
                    line.text("description"),
                    line.optional("projectRef"),
                    line.decimal("quantity", QUANTITY_SCALE),
                    line.optional("unit"),
                    line.decimal("price", QUANTITY_SCALE),
                    line.decimal("net", SCALE),
                    line.text("taxCategory"),
                    line.optional("taxRates"));
            if (read.taxRates != null && read.rates().size() != read.taxCodes().size()) {
                throw SandboxRefusal.business("TAX_INVALID", "taxRates", "each code of a line needs its rate");
            }
            return read;
        }
    }

    /** The tax of one code at one rate: base and tax at scale 4, the rate as a fraction (0.19). */
    record TaxRow(String category, BigDecimal rate, BigDecimal base, BigDecimal tax) {}

    /** What posting added: the ERP's own document number, the seller's number and the dates. */
    record Posting(
            String documentNumber, String number, LocalDate issueDate, LocalDate accountingDate, LocalDate dueDate) {

        boolean sameAs(Posting other) {
            return number.equals(other.number)
                    && issueDate.equals(other.issueDate)
                    && accountingDate.equals(other.accountingDate)
                    && dueDate.equals(other.dueDate);
        }
    }

    static SandboxInvoice read(BodyFields body, String id) {
        var currency = body.currency();
        var lines = body.each("lines", Line::read);
        var creditsRef = body.optional("creditsRef");
        // The tax of a credit depends on what was credited before, so the sender tells it; Credits bounds it.
        var rates = body.each(
                "taxRows",
                row -> new TaxRow(
                        row.text("category"),
                        row.decimal("rate", QUANTITY_SCALE),
                        BigDecimal.ZERO,
                        creditsRef == null ? BigDecimal.ZERO : row.decimal("tax", SCALE)));
        var digits = Currency.getInstance(currency).getDefaultFractionDigits();
        var taxRounding = body.optional("taxRounding");
        var taxRows = rates.stream()
                .map(row -> creditsRef == null
                        ? taxed(row, lines, digits, "LINE".equals(taxRounding))
                        : new TaxRow(row.category(), row.rate(), base(row, lines), row.tax()))
                .toList();
        var net = lines.stream().map(Line::net).reduce(BigDecimal.ZERO.setScale(SCALE), BigDecimal::add);
        requireOneRowPerTax(lines, rates);
        var tax = taxRows.stream().map(TaxRow::tax).reduce(BigDecimal.ZERO.setScale(SCALE), BigDecimal::add);
        return new SandboxInvoice(
                id,
                body.reference("externalRef"),
                body.version("version"),
                body.reference("company"),
                body.reference("customerRef"),
                currency,
                body.date("accountingDate"),
                body.date("dueDate"),
                body.optional("purchaseOrder"),
                taxRounding,
                lines,
                taxRows,
                net,
                tax,
                net.add(tax),
                body.optional("rounding") == null ? null : body.decimal("rounding", SCALE),
                BigDecimal.ZERO.setScale(SCALE),
                null,
                creditsRef,
                BigDecimal.ZERO.setScale(SCALE));
    }

    private static void requireOneRowPerTax(List<Line> lines, List<TaxRow> rows) {
        boolean fits = lines.stream().allMatch(line -> line.taxCodes().stream()
                .allMatch(code -> rows.stream()
                                .filter(row -> row.category().equals(code) && line.bears(row))
                                .count()
                        == 1));
        if (!fits || rows.stream().anyMatch(row -> lines.stream().noneMatch(line -> line.bears(row)))) {
            throw SandboxRefusal.business(
                    "TAX_INVALID",
                    "taxRows",
                    "each line's tax category needs exactly one tax row; rows are "
                            + rows.stream().map(TaxRow::category).sorted().toList());
        }
    }

    private static TaxRow taxed(TaxRow row, List<Line> lines, int digits, boolean perLine) {
        var nets = lines.stream().filter(line -> line.bears(row)).map(Line::net).toList();
        var tax = (perLine ? nets : List.of(base(row, lines)))
                .stream()
                        .map(net -> net.multiply(row.rate()).setScale(digits, RoundingMode.HALF_UP))
                        .reduce(BigDecimal.ZERO.setScale(SCALE), BigDecimal::add);
        return new TaxRow(row.category(), row.rate(), base(row, lines), tax);
    }

    private static BigDecimal base(TaxRow row, List<Line> lines) {
        return lines.stream()
                .filter(line -> line.bears(row))
                .map(Line::net)
                .reduce(BigDecimal.ZERO.setScale(SCALE), BigDecimal::add);
    }

    boolean sameContentAs(SandboxInvoice other) {
        return Objects.equals(unmoved(), other.unmoved());
    }

    private SandboxInvoice unmoved() {
        return with("", BigDecimal.ZERO, null, BigDecimal.ZERO);
    }

    SandboxInvoice posted(Posting with) {
        return with(id, paid, with, creditedSum());
    }

    SandboxInvoice paidBy(BigDecimal amount) {
        return with(id, paid.add(amount), posting, creditedSum());
    }

    SandboxInvoice creditedBy(BigDecimal amount) {
        return with(id, paid, posting, creditedSum().add(amount));
    }

    /** Journals of before credits say nothing of them. */
    private BigDecimal creditedSum() {
        return credited == null ? BigDecimal.ZERO.setScale(SCALE) : credited;
    }

    private SandboxInvoice with(
            String newId, BigDecimal newPaid, @Nullable Posting newPosting, BigDecimal newCredited) {
        return new SandboxInvoice(
                newId,
                externalRef,
                version,
                company,
                customerRef,
                currency,
                accountingDate,
                dueDate,
                purchaseOrder,
                taxRounding,
                lines,
                taxRows,
                net,
                tax,
                gross,
                rounding,
                newPaid,
                newPosting,
                creditsRef,
                newCredited);
    }

    /** Gross and rounding; journals of before rounding say nothing of it. */
    BigDecimal payable() {
        return rounding == null ? gross : gross.add(rounding);
    }

    boolean isCredit() {
        return creditsRef != null;
    }

    /** Neither paid nor credited; never below 0, since what is credited of a paid invoice is owed to the customer. */
    BigDecimal open() {
        return payable().subtract(paid).subtract(creditedSum()).max(BigDecimal.ZERO);
    }

    String status() {
        if (posting == null) {
            return "DRAFT";
        }
        if (creditedSum().signum() > 0 && creditedSum().compareTo(payable()) >= 0) {
            return "CREDITED";
        }
        if (open().signum() == 0) {
            return "PAID";
        }
        return paid.signum() == 0 ? "POSTED" : "PARTLY_PAID";
    }
}
