package io.fairlead.gateway.document;

import io.fairlead.billing.event.DocumentParty;
import io.fairlead.billing.event.PayeeAccount;
import io.fairlead.billing.tax.TaxCodes;
import io.fairlead.party.DocumentLanguage;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a document to a buyer says, whatever it is written in. Amounts are at the currency's digits; a credit note
 * states what it credits as amounts above zero.
 *
 * @param kind invoice or credit note
 * @param number as printed; null on a draft
 * @param issueDate printed date; on a draft the one wished for
 * @param taxPoint day that decides the tax rate; null on a draft
 * @param dueDate day payment is due; null on drafts and credit notes
 * @param currency ISO 4217
 * @param sellerCode the seller's code in this system
 * @param seller as it was at issue
 * @param buyer as it was at issue
 * @param poNumber purchase order (BT-13); null means none
 * @param buyerReference reference the buyer wants (BT-10); null means none
 * @param contract key of the contract (BT-12)
 * @param payee account to pay to; null when the seller told none
 * @param original the invoice that a credit note corrects; null on invoices
 * @param reason why it is credited; null on invoices
 * @param lines in order, at least one; numbered from 1 without gaps, whatever a review removed
 * @param taxes one row per category and rate, with the days of these lines alone; empty on a draft
 * @param net sum of the lines
 * @param tax sum of the tax rows
 * @param gross net and tax
 * @param taxInBooks the tax in the seller's own currency (BT-6, BT-111); null where that is the document's
 * @param rounding what is added to the gross to pay in steps (BT-114); 0 where nothing is rounded
 * @param language in which its buyer reads it
 * @param timesheet time one by one, where lines have it together; else empty
 */
public record BillDocument(
        Kind kind,
        @Nullable String number,
        LocalDate issueDate,
        @Nullable LocalDate taxPoint,
        @Nullable LocalDate dueDate,
        String currency,
        String sellerCode,
        DocumentParty seller,
        DocumentParty buyer,
        @Nullable String poNumber,
        @Nullable String buyerReference,
        String contract,
        @Nullable PayeeAccount payee,
        @Nullable Original original,
        @Nullable String reason,
        List<Line> lines,
        List<Tax> taxes,
        BigDecimal net,
        BigDecimal tax,
        BigDecimal gross,
        @Nullable BookTax taxInBooks,
        BigDecimal rounding,
        DocumentLanguage language,
        List<Line> timesheet) {

    public BillDocument {
        taxes = withOwnDays(
                taxes, Stream.concat(lines.stream(), timesheet.stream()).toList());
        lines = numbered(lines);
        timesheet = List.copyOf(timesheet);
    }

    private static List<Line> numbered(List<Line> lines) {
        return IntStream.range(0, lines.size())
                .mapToObj(at -> lines.get(at).as(at + 1))
                .toList();
    }

    /** A credit's row has the days of its invoice's, where lines stand that it does not credit. */
    private static List<Tax> withOwnDays(List<Tax> taxes, List<Line> lines) {
        return taxes.stream()
                .map(row -> row.on(lines.stream()
                        .filter(line -> TaxCodes.bears(line.taxes(), line.taxDay(), row.code(), row.days()))
                        .map(Line::taxDay)
                        .distinct()
                        .sorted()
                        .toList()))
                .toList();
    }

    /** What is to be paid, or given back (BT-115). */
    public BigDecimal payable() {
        return gross.add(rounding);
    }

    /** Which document it is; the code is of UNTDID 1001. */
    public enum Kind {
        INVOICE("380"),
        CREDIT_NOTE("381");

        private final String code;

        Kind(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }
    }

    /** The invoice that a credit note corrects. */
    public record Original(String number, LocalDate issueDate) {}

    /** The document's tax in the seller's book currency. */
    public record BookTax(String currency, BigDecimal amount) {}

    /**
     * One line.
     *
     * @param description what was done, for the reader
     * @param from first day of service
     * @param to last day of service
     * @param seconds worked time; null for what is not billed by time
     * @param price of secondsPerUnit seconds; null for agreed amounts
     * @param secondsPerUnit base of the price; null for agreed amounts
     * @param taxes codes of its rows of tax; one, or several where several taxes are levied
     * @param taxDay day that decides its rates; of what was paid ahead that of the prepayment
     * @param work who did what for which project, by name
     */
    public record Line(
            int lineNo,
            String description,
            LocalDate from,
            LocalDate to,
            @Nullable Integer seconds,
            @Nullable BigDecimal price,
            @Nullable Integer secondsPerUnit,
            BigDecimal net,
            List<String> taxes,
            LocalDate taxDay,
            Work work) {

        public Line {
            taxes = List.copyOf(taxes);
        }

        /** Project and task, without what the description says already; empty when neither is known. */
        public List<String> purpose() {
            return work.purpose().stream()
                    .filter(part -> !part.equals(description))
                    .toList();
        }

        /** What it says: who worked, and what for. */
        public String text() {
            return work.person() == null ? description : work.person() + ": " + description;
        }

        Line times(BigDecimal sign) {
            return new Line(
                    lineNo,
                    description,
                    from,
                    to,
                    seconds,
                    price,
                    secondsPerUnit,
                    net.multiply(sign),
                    taxes,
                    taxDay,
                    work);
        }

        private Line as(int printedNo) {
            return new Line(printedNo, description, from, to, seconds, price, secondsPerUnit, net, taxes, taxDay, work);
        }
    }

    /**
     * Names as they were when the line was drafted; null where nobody worked, where it was for none, or where none is
     * known.
     *
     * @param person who worked or spent
     * @param project what it was for
     * @param task of the project
     */
    public record Work(
            @Nullable String person,
            @Nullable String project,
            @Nullable String task) {

        /** Of which no names are known. */
        public static final Work UNNAMED = new Work(null, null, null);

        /** Project and task; empty when neither is known. */
        List<String> purpose() {
            return Stream.of(project, task).flatMap(Stream::ofNullable).toList();
        }
    }

    /**
     * One row of tax.
     *
     * @param code of the tax, to which lines refer; the category where the seller has one tax of it
     * @param category UNCL5305
     * @param rate part of the base, 0..1
     * @param reason where the rate is 0; null otherwise
     * @param days whose lines it taxes, where the code has several rows; empty means all lines with the code
     */
    public record Tax(
            String code,
            String category,
            BigDecimal rate,
            BigDecimal base,
            BigDecimal amount,
            @Nullable String reason,
            List<LocalDate> days) {

        public Tax {
            days = List.copyOf(days);
        }

        /** Of all lines with the code. */
        public Tax(
                String code,
                String category,
                BigDecimal rate,
                BigDecimal base,
                BigDecimal amount,
                @Nullable String reason) {
            this(code, category, rate, base, amount, reason, List.of());
        }

        /** Without the days of others; as it is where it is for all days, or none is its own. */
        private Tax on(List<LocalDate> own) {
            return days.isEmpty() || own.isEmpty() ? this : new Tax(code, category, rate, base, amount, reason, own);
        }
    }

    /** The rows of tax that a line bears. */
    List<Tax> taxesOf(Line line) {
        return taxes.stream()
                .filter(row -> TaxCodes.bears(line.taxes(), line.taxDay(), row.code(), row.days()))
                .toList();
    }

    /** Whether lines of the row's code have other rows too, so that the code alone does not tell a line's rate. */
    boolean isOneOfSeveral(Tax row) {
        return taxes.stream().filter(other -> other.code().equals(row.code())).count() > 1;
    }

    /** Whether it is no legal document yet. */
    public boolean draft() {
        return number == null;
    }

    /** First day of service on any line. */
    public LocalDate serviceFrom() {
        return lines.stream().map(Line::from).min(Comparator.naturalOrder()).orElse(issueDate);
    }

    /** Last day of service on any line. */
    public LocalDate serviceTo() {
        return lines.stream().map(Line::to).max(Comparator.naturalOrder()).orElse(issueDate);
    }
}
