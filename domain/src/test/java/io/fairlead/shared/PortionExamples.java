package io.fairlead.shared;

import io.fairlead.shared.Portions.Part;
import io.fairlead.source.Attribution;
import io.fairlead.source.SourceEvent;
import io.fairlead.source.SourceEvent.Billed;
import io.fairlead.source.SourceEvent.Changed;
import io.fairlead.source.SourceEvent.Lowered;
import io.fairlead.source.SourceEvent.Priced;
import io.fairlead.source.SourceEvent.PutOnDraft;
import io.fairlead.source.SourceEvent.Reason;
import io.fairlead.source.SourceEvent.Reopened;
import io.fairlead.source.SourceEvent.TakenOffDraft;
import io.fairlead.source.SourceEvent.WrittenOff;
import io.fairlead.source.SourcePart;
import io.fairlead.source.Work;
import java.math.BigDecimal;
import java.time.LocalDate;

/** Eight hours worth 1,200 and what may happen to them. */
final class PortionExamples {

    static final String SOURCE = "time-entry:e-1";
    static final LocalDate DAY = LocalDate.of(2026, 3, 10);
    static final Attribution OF = new Attribution("time", new Work("E", "C", "K", "P", 1, null), DAY, DAY, "EUR", 1);

    static SourcePart sourcePart(int no, int seconds, String amount) {
        return new SourcePart(no, seconds, new BigDecimal(amount));
    }

    static Part part(int seconds, String amount) {
        return new Part(seconds, new BigDecimal(amount));
    }

    static Portions after(SourceEvent... events) {
        var portions = Portions.NONE;
        for (var event : events) {
            portions = portions.after(event);
        }
        return portions;
    }

    static Priced priced(int seconds, String amount) {
        return new Priced(SOURCE, OF, seconds, new BigDecimal(amount));
    }

    static PutOnDraft drafted(String invoice, int no, int seconds, String amount) {
        return new PutOnDraft(SOURCE, invoice, sourcePart(no, seconds, amount));
    }

    static TakenOffDraft takenOff(String invoice, int no, int seconds, String amount) {
        return new TakenOffDraft(SOURCE, invoice, sourcePart(no, seconds, amount));
    }

    static Billed billed(String invoice, int no, int seconds, String amount) {
        return new Billed(SOURCE, invoice, 1, sourcePart(no, seconds, amount), DAY);
    }

    static Reopened reopened(String note, int no, int seconds, String amount) {
        return new Reopened(SOURCE, note, "invoice:1", sourcePart(no, seconds, amount), DAY);
    }

    static WrittenOff writtenOff(int seconds, String amount) {
        return new WrittenOff(SOURCE, null, sourcePart(0, seconds, amount), OF);
    }

    static WrittenOff writtenOff(String note, int no, int seconds, String amount) {
        return new WrittenOff(SOURCE, note, sourcePart(no, seconds, amount), OF);
    }

    static Lowered lowered(String note, int no, int seconds, String amount) {
        return new Lowered(SOURCE, note, sourcePart(no, seconds, amount), OF);
    }

    static Changed changed(Reason because, int seconds, String amount) {
        return new Changed(SOURCE, because, OF, seconds, new BigDecimal(amount));
    }

    /** 7,200 s and 300 on invoice 1, issued; 3,600 s and 150 on invoice 2, a draft. */
    static Portions onTwo() {
        return after(
                priced(28_800, "1200"),
                drafted("invoice:1", 1, 7_200, "300"),
                billed("invoice:1", 1, 7_200, "300"),
                drafted("invoice:2", 2, 3_600, "150"));
    }

    private PortionExamples() {}
}
