package io.fairlead.billing.run;

import io.fairlead.funding.FundCap;
import io.fairlead.funding.FundLimit;
import io.fairlead.funding.LimitedLines;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/**
 * A time entry, item or expense of which something is ready to be billed, as {@link UnbilledWorkLookup} finds it; read by
 * {@link InvoiceGrouping}. Limited work that draws from several purchase orders comes once for each.
 *
 * @param sourceId time-entry:<uuid>, billing-item:<uuid> or expense:<uuid>
 * @param contractId contract:<key>
 * @param customerId buyer, customer:<code>; pays where the contract names no payers
 * @param poRequired whether the contract's payer wants a purchase order
 * @param poNumber order that the funds are drawn from, else the contract's; null means none
 * @param currency ISO 4217
 * @param projectId project:<key>
 * @param lineNo contract line
 * @param personId who worked or spent; null for items
 * @param author who entered it, issuer|subject; null when nobody of the firm did
 * @param description note of the time or text of the item; null when nothing was said
 * @param serviceDate day of work or acceptance
 * @param seconds time on no draft; 0 for items
 * @param price of secondsPerUnit seconds; null for what is not billed by time
 * @param secondsPerUnit null for what is not billed by time
 * @param ready worth on no draft, granted or not
 * @param granted funds that it has reserved of that order and on no draft; 0 when it has none or needs none
 * @param limits what the contract agrees on for this line: its own, the contract's, that of an order
 * @param portionNo number that its next portion gets, from 1
 * @param perProject whether an invoice holds one project alone
 * @param disbursement whether it is an expense paid on behalf of the customer
 * @param held what drafts and invoices have of it, where its contract has several payers; else empty
 */
public record BillableSource(
        String sourceId,
        String contractId,
        String customerId,
        boolean poRequired,
        @Nullable String poNumber,
        String currency,
        String projectId,
        int lineNo,
        @Nullable String personId,
        @Nullable String author,
        @Nullable String description,
        LocalDate serviceDate,
        int seconds,
        @Nullable BigDecimal price,
        @Nullable Integer secondsPerUnit,
        BigDecimal ready,
        BigDecimal granted,
        List<FundLimit> limits,
        int portionNo,
        boolean perProject,
        boolean disbursement,
        List<Held> held) {

    public BillableSource {
        limits = List.copyOf(limits);
        held = List.copyOf(held);
    }

    /**
     * What one draft or invoice has of a source, or has lost of it: all that it claimed but for what came back unbilled.
     *
     * @param invoiceId the draft or invoice
     * @param payerId whose it is, customer:<code>; null when the views do not know it yet
     * @param seconds 0 for items, and of what is not claimed yet
     * @param amount without what a review adjusted
     * @param claimed false of a draft that holds the funds of a part and has not claimed it yet: its run was interrupted
     */
    public record Held(String invoiceId, @Nullable String payerId, int seconds, BigDecimal amount, boolean claimed) {}

    /** Whether a limit holds for it; none does for what was paid on behalf of the customer (R15). */
    public boolean isLimited() {
        return !disbursement && LimitedLines.of(limits).holdFor(lineNo);
    }

    /** What a draft may take: of limited work no more than is granted; what lowers an invoice needs no funds. */
    public BigDecimal billable() {
        return isLimited() && ready.signum() > 0 ? granted.min(ready) : ready;
    }

    /** Whether a draft may take all that is ready of it. */
    boolean isBillableWhole() {
        return isBillable() && billable().compareTo(ready) == 0;
    }

    /** Whether a draft may take it at all: work that is held waits, and a price of 0 is a price. */
    public boolean isBillable() {
        return !isLimited() || ready.signum() <= 0 || granted.signum() > 0;
    }

    /**
     * Whole seconds of a part of what is ready. What stays behind has the seconds that its amount pays for at the price, so that
     * it is not taken for otherwise priced however often a limit parts it; in proportion where it has another worth. All of the
     * time goes with all of the amount. Where its hours are capped, no more of them than the cap counts for the amount.
     *
     * @param amount what was funded before may be more than what is ready by now
     */
    int secondsOf(BigDecimal amount) {
        if (ready.signum() == 0 || amount.compareTo(ready) >= 0) {
            return seconds;
        }
        if (!isReadyAtPrice()) {
            return inProportion(amount, RoundingMode.DOWN);
        }
        int left = secondsWorth(ready.subtract(amount)).intValueExact();
        int most = isCappedInHours() ? inProportion(amount, RoundingMode.UP) : seconds;
        return Math.clamp(seconds - left, 0, most);
    }

    /** Seconds of a part beside others, with no more capped hours than the cap counts for the amount. */
    int within(BigDecimal amount, int wanted) {
        return Math.clamp(wanted, 0, isCappedInHours() ? inProportion(amount, RoundingMode.UP) : seconds);
    }

    private int inProportion(BigDecimal amount, RoundingMode rounding) {
        return BigDecimal.valueOf(seconds)
                .multiply(amount)
                .divide(ready, 0, rounding)
                .intValueExact();
    }

    private boolean isCappedInHours() {
        return limits.stream()
                .filter(limit -> Objects.equals(limit.lineNo(), lineNo))
                .map(FundLimit::cap)
                .anyMatch(cap -> cap != null && cap.unit() == FundCap.Unit.HOURS);
    }

    private boolean isReadyAtPrice() {
        return price != null
                && price.signum() > 0
                && ready.signum() > 0
                && secondsWorth(ready)
                                .subtract(BigDecimal.valueOf(seconds))
                                .abs()
                                .compareTo(BigDecimal.ONE.add(secondsWorth(unit())))
                        <= 0;
    }

    /** Rounded up: a part of a second is not given away with what is billed first. */
    private BigDecimal secondsWorth(BigDecimal amount) {
        return amount.multiply(BigDecimal.valueOf(Objects.requireNonNull(secondsPerUnit)))
                .divide(Objects.requireNonNull(price), 0, RoundingMode.CEILING);
    }

    private BigDecimal unit() {
        return BigDecimal.ONE.movePointLeft(CurrencyUnit.of(currency).getDecimalPlaces());
    }
}
