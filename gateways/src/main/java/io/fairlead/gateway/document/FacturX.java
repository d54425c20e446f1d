package io.fairlead.gateway.document;

import io.fairlead.gateway.paper.Attachment;
import io.fairlead.gateway.paper.Typefaces;

/** An issued document for people and machines in one file: a PDF/A-3b with the invoice as XML inside, profile EN 16931. */
public final class FacturX {

    /** The name that the standard fixes for the file inside. */
    static final String FILE = "factur-x.xml";

    /**
     * The document's bytes; the same facts give the same bytes.
     *
     * @param others typefaces of the machine for signs that the own ones lack
     * @throws io.fairlead.shared.RuleViolated UBL_... naming what is missing
     */
    public static byte[] of(BillDocument document, Typefaces others) {
        var xml = new Attachment(FILE, CiiDocument.of(document), document.issueDate(), "EN 16931");
        return PdfDocument.with(xml, document, others);
    }

    private FacturX() {}
}
