package io.fairlead.simulation;

import io.fairlead.billing.credit.ApproveCreditNote;
import io.fairlead.billing.credit.CreditNoteId;
import io.fairlead.billing.credit.CreditRequest;
import io.fairlead.billing.credit.DiscardCreditNote;
import io.fairlead.billing.credit.RecordCreditNotePosted;
import io.fairlead.billing.credit.RecordCreditNoteRefused;
import io.fairlead.billing.credit.RecordCreditNoteStaged;
import io.fairlead.billing.credit.ReserveCredit;
import io.fairlead.billing.event.CreditNoteApproved;
import io.fairlead.billing.event.CreditNoteDrafted;
import io.fairlead.billing.event.CreditNoteIssued;
import io.fairlead.billing.event.InvoiceIssued;
import io.fairlead.billing.event.InvoiceLine;
import io.fairlead.billing.event.InvoiceLinesAdded;
import io.fairlead.billing.invoice.InvoiceId;
import io.fairlead.billing.retainer.RetainerId;
import io.fairlead.shared.Disposition;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;

/** Invoices are taken back, as a whole or in part; somebody else approves, the ERP stages, posts and refuses (R12). */
final class CreditLife {

    private static final String CLERK = "idp|clerk";
    private static final String CFO = "idp|cfo";
    private static final BigDecimal TWO = new BigDecimal(2);
    private static final List<Disposition> DISPOSITIONS = List.of(Disposition.values());

    private final World world;
    private final Chance chance;
    private final List<ReserveCredit> asked = new ArrayList<>();

    CreditLife(World world, Chance chance) {
        this.world = world;
        this.chance = chance;
    }

    /** The whole, some lines, some time or some money of them; at times more than there is, or too early. */
    void ask() {
        some(InvoiceIssued.class, this::ask);
    }

    private void ask(InvoiceIssued invoice) {
        ask(invoice, chance.oneIn(3) ? List.of() : requests(invoice));
    }

    private void ask(InvoiceIssued invoice, List<CreditRequest> parts) {
        boolean whole = parts.isEmpty();
        asked.add(new ReserveCredit(
                new InvoiceId(invoice.getInvoiceId()),
                CreditNoteId.of("c-" + (asked.size() + 1)),
                parts,
                whole ? chance.of(DISPOSITIONS) : null,
                invoice.getIssueDate().plusDays(chance.oneIn(12) ? -1 : chance.between(0, 30)),
                "agreed with the buyer",
                CLERK));
        world.ask(asked.getLast());
    }

    private boolean isDrawn(InvoiceIssued invoice) {
        return lines(invoice).anyMatch(CreditLife::isDraw);
    }

    private static boolean isDraw(InvoiceLine line) {
        return line.getSourceId().startsWith(RetainerId.KIND + ":");
    }

    private List<CreditRequest> requests(InvoiceIssued invoice) {
        var digits = Firm.digits(invoice.getCurrency());
        return lines(invoice)
                .filter(line -> line.getLineNo() == 1 || chance.oneIn(2))
                .map(line -> request(line, digits))
                .toList();
    }

    private CreditRequest request(InvoiceLine line, int digits) {
        int no = line.getLineNo();
        int seconds = line.getSeconds() == null ? 0 : line.getSeconds();
        return switch (chance.between(1, 3)) {
            case 1 -> CreditRequest.rest(no, chance.of(DISPOSITIONS));
            case 2 -> new CreditRequest(no, null, money(line, digits), dispositionOfMoney(line));
            default -> new CreditRequest(no, chance.between(1, Math.max(1, seconds)), null, chance.of(DISPOSITIONS));
        };
    }

    /** Mostly a part of the line. */
    private BigDecimal money(InvoiceLine line, int digits) {
        var some = chance.amount(digits);
        return line.getNet().signum() != 0 && !chance.oneIn(8)
                ? some.min(line.getNet().abs())
                : some;
    }

    private Disposition dispositionOfMoney(InvoiceLine line) {
        return line.getSeconds() == null || chance.oneIn(8) ? chance.of(DISPOSITIONS) : Disposition.WRITE_OFF;
    }

    /** The same words again, or others for the same credit note, which is refused. */
    void askAgain() {
        if (!asked.isEmpty()) {
            var before = chance.of(asked);
            world.ask(
                    chance.oneIn(4)
                            ? new ReserveCredit(
                                    before.invoiceId(),
                                    before.creditNoteId(),
                                    before.lines(),
                                    before.rest(),
                                    before.issueDate(),
                                    "something else",
                                    before.preparer())
                            : before);
        }
    }

    /** At times by who asked for it, which is refused. */
    void approve() {
        some(CreditNoteDrafted.class, draft -> approve(draft, chance.oneIn(6) ? CLERK : CFO));
    }

    private void approve(CreditNoteDrafted draft, String approver) {
        world.ask(new ApproveCreditNote(
                new CreditNoteId(draft.getCreditNoteId()), approver, world.log().now()));
    }

    void discard() {
        some(
                CreditNoteDrafted.class,
                draft -> world.ask(new DiscardCreditNote(new CreditNoteId(draft.getCreditNoteId()), "not so")));
    }

    void stage() {
        some(CreditNoteApproved.class, this::stage);
    }

    /** At times the ERP reckons a cent more, which is refused. */
    private void stage(CreditNoteApproved approved) {
        var id = approved.getCreditNoteId();
        var draft = world.log().last(id, CreditNoteDrafted.class).orElseThrow();
        var gross = draft.getGross();
        world.ask(new RecordCreditNoteStaged(
                new CreditNoteId(id), "staged", chance.oneIn(8) ? gross.add(new BigDecimal("0.01")) : gross));
    }

    void post() {
        some(
                CreditNoteIssued.class,
                issued -> world.ask(new RecordCreditNotePosted(
                        new CreditNoteId(issued.getCreditNoteId()), "doc", issued.getIssueDate())));
    }

    void refuse() {
        some(
                CreditNoteApproved.class,
                approved -> world.ask(new RecordCreditNoteRefused(
                        new CreditNoteId(approved.getCreditNoteId()),
                        "STAGE",
                        "E" + chance.between(1, 3),
                        "period closed",
                        "1." + chance.between(1, 3))));
    }

    /** Of every third invoice something is taken back in the end, of each that a retainer paid a part of. */
    void askSome() {
        for (var invoice : world.log().all(InvoiceIssued.class)) {
            if (chance.oneIn(3)) {
                ask(invoice);
            }
            if (isDrawn(invoice)) {
                ask(invoice, partOf(invoice));
            }
        }
    }

    /**
     * Of one line mostly half of what the retainer paid of it, with that part of the draw: more than what was paid in money comes
     * back only with it. Else some time, or some money, or the rest.
     */
    private List<CreditRequest> partOf(InvoiceIssued invoice) {
        var work = lines(invoice).filter(line -> !isDraw(line)).toList();
        if (work.isEmpty()) {
            return List.of();
        }
        var line = chance.of(work);
        var digits = Firm.digits(invoice.getCurrency());
        var draw = lines(invoice).filter(CreditLife::isDraw).findFirst().orElseThrow();
        var half = line.getNet().min(draw.getNet().abs()).divide(TWO, digits, RoundingMode.DOWN);
        return half.signum() <= 0 || chance.oneIn(4)
                ? List.of(request(line, digits))
                : List.of(
                        new CreditRequest(line.getLineNo(), null, half, Disposition.WRITE_OFF),
                        new CreditRequest(draw.getLineNo(), null, half, Disposition.REOPEN));
    }

    private Stream<InvoiceLine> lines(InvoiceIssued invoice) {
        return world.log().all(invoice.getInvoiceId(), InvoiceLinesAdded.class).stream()
                .flatMap(added -> added.getLines().stream());
    }

    /** Most drafts are approved, most of these staged. */
    void finish() {
        for (var draft : world.log().all(CreditNoteDrafted.class)) {
            if (!chance.oneIn(8)) {
                approve(draft, CFO);
            }
        }
        for (var approved : world.log().all(CreditNoteApproved.class)) {
            if (!chance.oneIn(8)) {
                stage(approved);
            }
        }
    }

    private <T extends SpecificRecord> void some(Class<T> type, Consumer<T> deed) {
        var all = world.log().all(type);
        if (!all.isEmpty()) {
            deed.accept(chance.of(all));
        }
    }
}
