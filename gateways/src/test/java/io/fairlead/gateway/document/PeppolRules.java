package io.fairlead.gateway.document;

import com.helger.diver.api.coord.DVRCoordinate;
import com.helger.phive.api.execute.ValidationExecutionManager;
import com.helger.phive.api.executorset.ValidationExecutorSetRegistry;
import com.helger.phive.api.validity.IValidityDeterminator;
import com.helger.phive.peppol.PeppolValidation;
import com.helger.phive.peppol.PeppolValidation2026_05;
import com.helger.phive.xml.source.IValidationSourceXML;
import com.helger.phive.xml.source.ValidationSourceXML;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.xml.sax.SAXException;

/** Peppol's own rules (schema of UBL 2.1, EN 16931, Peppol BIS Billing 3, May 2026), loaded once. */
public final class PeppolRules {

    private static final ValidationExecutorSetRegistry<IValidationSourceXML> RULES =
            new ValidationExecutorSetRegistry<>();

    static {
        PeppolValidation.initStandard(RULES);
    }

    /** What the rules find wrong or doubtful with an invoice or credit note; empty when nothing. */
    public static List<String> findings(byte[] ubl) {
        var document = parsed(ubl);
        var rules = document.getDocumentElement().getLocalName().equals("Invoice")
                ? PeppolValidation2026_05.VID_OPENPEPPOL_INVOICE_UBL_V3
                : PeppolValidation2026_05.VID_OPENPEPPOL_CREDIT_NOTE_UBL_V3;
        return judged(RULES, document, rules);
    }

    static List<String> judged(
            ValidationExecutorSetRegistry<IValidationSourceXML> known, Document document, DVRCoordinate rules) {
        var findings = new ArrayList<String>();
        var executors = known.getOfID(rules);
        if (executors == null) {
            throw new IllegalStateException("no rules of " + rules);
        }
        ValidationExecutionManager.executeValidation(
                        IValidityDeterminator.createDefault(),
                        executors,
                        ValidationSourceXML.create("document", document))
                .forEachFlattened(finding -> findings.add(finding.getErrorLevel()
                                .getID() + " " + finding.getErrorID() + ": " + finding.getErrorText(Locale.ROOT)));
        return findings;
    }

    /** Without document types and outside entities, so that no document can make its reader fetch anything. */
    static Document parsed(byte[] xml) {
        try {
            var factory = DocumentBuilderFactory.newDefaultNSInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setXIncludeAware(false);
            factory.setExpandEntityReferences(false);
            return factory.newDocumentBuilder().parse(new ByteArrayInputStream(xml));
        } catch (ParserConfigurationException | SAXException | IOException broken) {
            throw new IllegalArgumentException("not to be read as XML", broken);
        }
    }

    private PeppolRules() {}
}
