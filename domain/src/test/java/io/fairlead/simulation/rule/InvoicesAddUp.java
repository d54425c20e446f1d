package io.fairlead.simulation.rule;

import io.fairlead.billing.event.InvoiceApproved;
import io.fairlead.billing.event.InvoiceDrafted;
import io.fairlead.billing.event.InvoiceIssued;
import io.fairlead.billing.event.InvoiceLine;
import io.fairlead.billing.event.InvoiceLineAdjusted;
import io.fairlead.billing.event.InvoiceLinesAdded;
import io.fairlead.billing.event.RetainerDrawn;
import io.fairlead.billing.event.TaxRateSet;
import io.fairlead.billing.event.TaxRow;
import io.fairlead.expense.event.ExpensePriced;
import io.fairlead.party.event.CustomerRegistered;
import io.fairlead.party.event.CustomerTaxProfileChanged;
import io.fairlead.simulation.Facts;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * I4 and R4: net is the sum of the lines, tax per code and rate is the rounded product of the sum of its nets, each line at the
 * rate of its own day, gross is both; what is issued is what was approved.
 */
final class InvoicesAddUp implements Rule {

    @Override
    public void check(Facts facts, Findings findings) {
        for (var draft : facts.each(InvoiceDrafted.class).toList()) {
            var invoice = draft.getInvoiceId();
            var lines = drafted(facts, invoice);
            findings.same("the net of draft " + invoice, draft.getNet(), net(lines));
            findings.same("the lines of draft " + invoice, draft.getLineCount(), lines.size());
            for (int i = 0; i < lines.size(); i++) {
                var line = lines.get(i);
                findings.same("the place of a line of " + invoice, line.getLineNo(), i + 1);
                taxed(facts, draft, line, findings);
            }
            long outside = lines.stream()
                    .filter(line -> line.getTaxCategory().equals("O"))
                    .count();
            findings.require(
                    outside == 0
                            || outside == lines.size()
                            || !facts.contract(draft.getContractId())
                                    .getEInvoice()
                                    .equals("REQUIRED"),
                    invoice + " cannot go out electronically, since it has taxed lines and others");
            var approved = facts.last(invoice, InvoiceApproved.class);
            if (approved != null) {
                approved(facts, draft, approved, reviewed(facts, invoice), findings);
            }
            var issued = facts.last(invoice, InvoiceIssued.class);
            if (issued != null && approved != null) {
                issued(facts, approved, issued, findings);
            }
        }
    }

    /**
     * As its contract line, or where that says nothing as its payer was on the day; but a disbursement not at all, and what a
     * retainer pays as what was paid ahead.
     */
    private static void taxed(Facts facts, InvoiceDrafted draft, InvoiceLine line, Findings findings) {
        var what = " of line " + line.getLineNo() + " of " + draft.getInvoiceId();
        var ahead = prepayment(facts, line);
        if (ahead != null) {
            findings.same("the tax codes" + what, line.getTaxCodes(), ahead.getTaxCodes());
            findings.same("the tax category" + what, line.getTaxCategory(), ahead.getTaxCategory());
            return;
        }
        var expense = facts.last(line.getSourceId(), ExpensePriced.class);
        boolean outside = expense != null && expense.getDisbursement();
        var terms = facts.line(draft.getContractId(), line.getContractLineNo());
        var own = terms.getTaxCategory() == null
                ? category(facts, draft.getCustomerId(), line.getServiceDate())
                : terms.getTaxCategory();
        findings.same("the tax codes" + what, line.getTaxCodes(), outside ? List.of() : terms.getTaxCodes());
        findings.same("the tax category" + what, line.getTaxCategory(), outside ? "O" : own);
    }

    /** Of the changes that hold from the day or before the one from the latest day, of these the last told; else as registered. */
    private static @Nullable String category(Facts facts, String payer, LocalDate day) {
        var category = Objects.requireNonNull(facts.last(payer, CustomerRegistered.class))
                .getTaxCategory();
        var since = LocalDate.MIN;
        for (var change : facts.of(payer, CustomerTaxProfileChanged.class).toList()) {
            var from = Objects.requireNonNullElse(change.getFrom(), LocalDate.MIN);
            if (!from.isAfter(day) && !from.isBefore(since)) {
                since = from;
                category = change.getTaxCategory();
            }
        }
        return category;
    }

    /** As the run made them. */
    static List<InvoiceLine> drafted(Facts facts, String invoice) {
        return facts.of(invoice, InvoiceLinesAdded.class)
                .flatMap(added -> added.getLines().stream())
                .toList();
    }

    /** As the reviewers left them: each line has the net that was said of it last. */
    static List<InvoiceLine> reviewed(Facts facts, String invoice) {
        var nets = new HashMap<Integer, BigDecimal>();
        facts.of(invoice, InvoiceLineAdjusted.class).forEach(said -> nets.put(said.getLineNo(), said.getNet()));
        return drafted(facts, invoice).stream()
                .map(line -> nets.containsKey(line.getLineNo())
                        ? InvoiceLine.newBuilder(line)
                                .setNet(nets.get(line.getLineNo()))
                                .build()
                        : line)
                .toList();
    }

    private static BigDecimal net(List<InvoiceLine> lines) {
        return lines.stream().map(InvoiceLine::getNet).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static void approved(
            Facts facts, InvoiceDrafted draft, InvoiceApproved approved, List<InvoiceLine> lines, Findings findings) {
        var invoice = draft.getInvoiceId();
        var taxPoint = lines.stream()
                .map(InvoiceLine::getServiceDate)
                .max(LocalDate::compareTo)
                .orElse(LocalDate.MIN);
        var tax = tax(facts, draft, approved, lines, findings);
        findings.same("the tax point of " + invoice, approved.getTaxPoint(), taxPoint);
        findings.same("the net of " + invoice, approved.getNet(), net(lines));
        findings.same("the tax of " + invoice, approved.getTax(), tax);
        findings.same("the gross of " + invoice, approved.getGross(), net(lines).add(tax));
        findings.same(
                "what is paid by " + invoice,
                RoundingReckoning.payable(approved.getGross(), approved.getPayableRounding()),
                RoundingReckoning.nearest(
                        net(lines).add(tax),
                        facts.contract(draft.getContractId()).getPayableStep()));
        findings.require(
                !approved.getApprovedBy().equals(draft.getPreparer()), invoice + " is approved by who prepared it");
    }

    /** R4: DOCUMENT rounds once per code and what holds of it over all lines, LINE rounds each line; the rows sum to the tax. */
    private static BigDecimal tax(
            Facts facts, InvoiceDrafted draft, InvoiceApproved approved, List<InvoiceLine> lines, Findings findings) {
        boolean perLine = facts.contract(draft.getContractId()).getTaxRounding().equals("LINE");
        int digits = Facts.digits(draft.getCurrency());
        var bases = new TreeMap<String, BigDecimal>();
        var taxes = new TreeMap<String, BigDecimal>();
        for (var line : lines) {
            for (var code : codes(line)) {
                var held = held(facts, draft.getLegalEntityId(), code, dayOf(facts, line));
                var row = row(code, held == null ? BigDecimal.valueOf(-1) : held.getRate(), reason(held));
                var own = line.getNet().multiply(held == null ? BigDecimal.valueOf(-1) : held.getRate());
                bases.merge(row, line.getNet(), BigDecimal::add);
                taxes.merge(row, perLine ? own.setScale(digits, RoundingMode.HALF_UP) : own, BigDecimal::add);
            }
        }
        taxes.replaceAll((_, exact) -> exact.setScale(digits, RoundingMode.HALF_UP));
        findings.same(
                "the tax rows of " + draft.getInvoiceId(), approved.getTaxRows().size(), bases.size());
        for (var row : approved.getTaxRows()) {
            var name = row(row.getCode() == null ? row.getCategory() : row.getCode(), row.getRate(), row.getReason());
            var what = name + " of " + draft.getInvoiceId();
            findings.require(bases.containsKey(name), what + " held on the day of no line");
            findings.same("the base of tax " + what, row.getBase(), bases.getOrDefault(name, BigDecimal.ZERO));
            findings.same("the tax " + what, row.getTax(), taxes.getOrDefault(name, BigDecimal.ZERO));
        }
        return taxes.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static String row(String code, BigDecimal rate, @Nullable String reason) {
        return code + " " + rate.stripTrailingZeros().toPlainString() + (reason == null ? "" : " " + reason);
    }

    static @Nullable String reason(@Nullable TaxRateSet held) {
        return held == null
                        || held.getCategory().equals("S")
                        || held.getCategory().equals("Z")
                ? null
                : held.getSource();
    }

    private static List<String> codes(InvoiceLine line) {
        return line.getTaxCodes().isEmpty() ? List.of(line.getTaxCategory()) : line.getTaxCodes();
    }

    /** The day that decides the rates of a line: what was paid ahead counts at the rate of its own invoice. */
    static LocalDate dayOf(Facts facts, InvoiceLine line) {
        var ahead = prepayment(facts, line);
        return ahead == null ? line.getServiceDate() : ahead.getServiceDate();
    }

    /** The line on which it was billed ahead what the line draws; null where it draws nothing. */
    private static @Nullable InvoiceLine prepayment(Facts facts, InvoiceLine line) {
        return facts.of(line.getSourceId(), RetainerDrawn.class)
                .filter(drawn -> drawn.getDrawNo() == line.getPortionNo())
                .flatMap(drawn -> reviewed(facts, Objects.requireNonNull(drawn.getDocumentId())).stream()
                        .filter(filling -> filling.getSourceId().equals(drawn.getBillingItemId())))
                .findFirst()
                .orElse(null);
    }

    static @Nullable TaxRateSet held(Facts facts, String entity, String code, LocalDate day) {
        return facts.each(TaxRateSet.class)
                .filter(row -> row.getLegalEntityId().equals(entity)
                        && code.equals(row.getCode() == null ? row.getCategory() : row.getCode())
                        && !day.isBefore(row.getFrom())
                        && (row.getTo() == null || day.isBefore(row.getTo())))
                .findFirst()
                .orElse(null);
    }

    private static void issued(Facts facts, InvoiceApproved approved, InvoiceIssued issued, Findings findings) {
        var invoice = issued.getInvoiceId();
        findings.same("the net issued as " + invoice, issued.getNet(), approved.getNet());
        findings.same("the tax issued as " + invoice, issued.getTax(), approved.getTax());
        findings.same("the gross issued as " + invoice, issued.getGross(), approved.getGross());
        findings.same("the rounding issued as " + invoice, issued.getPayableRounding(), approved.getPayableRounding());
        findings.same("the currency of " + invoice, issued.getCurrency(), approved.getCurrency());
        findings.same(
                "the tax rows issued as " + invoice,
                issued.getTaxRows().stream().map(TaxRow::getTax).toList(),
                approved.getTaxRows().stream().map(TaxRow::getTax).toList());
        var days = facts.contract(issued.getContractId()).getPaymentTermsDays();
        findings.same(
                "the due date of " + invoice,
                issued.getDueDate(),
                issued.getIssueDate().plusDays(days));
    }
}
