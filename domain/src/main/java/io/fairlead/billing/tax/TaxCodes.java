package io.fairlead.billing.tax;

import io.fairlead.billing.event.CreditLine;
import io.fairlead.billing.event.InvoiceLine;
import io.fairlead.billing.event.TaxRow;
import io.fairlead.shared.RuleViolated;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Names of taxes: a category of UNCL5305, or a code of the firm's own such as GST, with @ and a region where rates differ. Says
 * also which lines bear a row of tax, for all who ask.
 */
public final class TaxCodes {

    private static final Pattern CODE = Pattern.compile("[A-Z][A-Z0-9_-]{0,11}");
    private static final Pattern REGION = Pattern.compile("[A-Z]{2}(-[A-Z0-9]{1,3})?");

    /**
     * The code as lines ask for it: PST in CA-BC is PST@CA-BC.
     *
     * @throws RuleViolated G-02
     */
    public static String of(String code, @Nullable String region) {
        if (!CODE.matcher(code).matches()) {
            throw new RuleViolated(
                    "G-02", "code", "'" + code + "' is no tax code", "use 1 to 12 capitals, digits, _ or -, like GST");
        }
        if (region != null && !REGION.matcher(region).matches()) {
            throw new RuleViolated(
                    "G-02", "region", "'" + region + "' is no region of ISO 3166", "use a code like CA or CA-BC");
        }
        return region == null ? code : code + "@" + region;
    }

    /** What the line bears: its codes, else the one of its category. */
    public static List<String> of(InvoiceLine line) {
        return line.getTaxCodes().isEmpty() ? List.of(line.getTaxCategory()) : line.getTaxCodes();
    }

    /** What the credited line bears. */
    public static List<String> of(CreditLine line) {
        return line.getTaxCodes().isEmpty() ? List.of(line.getTaxCategory()) : line.getTaxCodes();
    }

    /** The row's code; in rows of before codes its category. */
    public static String of(TaxRow row) {
        return row.getCode() == null ? row.getCategory() : row.getCode();
    }

    /** The day that decides the line's rates: its day of service, but of what was paid ahead that of the prepayment. */
    public static LocalDate dayOf(InvoiceLine line) {
        return line.getTaxDay() == null ? line.getServiceDate() : line.getTaxDay();
    }

    /** The day that decided the credited line's rates. */
    public static LocalDate dayOf(CreditLine line) {
        return line.getTaxDay() == null ? line.getServiceDate() : line.getTaxDay();
    }

    /** Whether the line bears the row. */
    public static boolean bears(InvoiceLine line, TaxRow row) {
        return bears(of(line), dayOf(line), of(row), row.getDays());
    }

    /**
     * Whether a line bears a row: it has the row's code, and its day where lines with the code have several rows.
     *
     * @param codes of the line
     * @param day of the line
     * @param code of the row
     * @param days of the row; empty means any
     */
    public static boolean bears(Collection<String> codes, LocalDate day, String code, Collection<LocalDate> days) {
        return codes.contains(code) && (days.isEmpty() || days.contains(day));
    }

    /** Whether a row of a credit gives back of the row of the invoice. */
    public static boolean isSame(TaxRow one, TaxRow other) {
        return of(one).equals(of(other)) && List.copyOf(one.getDays()).equals(List.copyOf(other.getDays()));
    }

    private TaxCodes() {}
}
