package io.fairlead.gateway.document;

import com.helger.phive.api.executorset.ValidationExecutorSetRegistry;
import com.helger.phive.en16931.EN16931Validation;
import com.helger.phive.xml.source.IValidationSourceXML;
import com.helger.phive.zugferd.ZugferdValidation;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.verapdf.core.VeraPDFException;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.flavours.PDFAFlavour;

/** The rules of Factur-X 1.08 (ZUGFeRD 2.4), profile EN 16931, those of EN 16931 itself, and veraPDF's for PDF/A-3b. */
public final class FacturXRules {

    private static final ValidationExecutorSetRegistry<IValidationSourceXML> RULES =
            new ValidationExecutorSetRegistry<>();

    static {
        EN16931Validation.initEN16931(RULES);
        ZugferdValidation.initZugferd(RULES);
        VeraGreenfieldFoundryProvider.initialise();
    }

    /** What is wrong or doubtful with the paper and the invoice inside; empty when nothing. */
    public static List<String> findings(byte[] pdf) {
        var findings = new ArrayList<>(archiveFindings(pdf));
        findings.addAll(invoiceFindings(invoiceIn(pdf)));
        return findings;
    }

    /** What is wrong or doubtful with an invoice of its own; empty when nothing. */
    static List<String> invoiceFindings(byte[] cii) {
        var document = PeppolRules.parsed(cii);
        return Stream.of(ZugferdValidation.VID_ZUGFERD_2_4_EN16931, EN16931Validation.VID_CII_1316)
                .flatMap(rules -> PeppolRules.judged(RULES, document, rules).stream())
                .toList();
    }

    /** What keeps a PDF from being one of PDF/A-3b; empty when nothing. */
    public static List<String> archiveFindings(byte[] pdf) {
        var foundry = Foundries.defaultInstance();
        try (var parser = foundry.createParser(new ByteArrayInputStream(pdf), PDFAFlavour.PDFA_3_B);
                var validator = foundry.createValidator(PDFAFlavour.PDFA_3_B, false)) {
            var result = validator.validate(parser);
            return result.getTestAssertions().stream()
                    .map(failed -> failed.getRuleId().getClause() + "-"
                            + failed.getRuleId().getTestNumber() + ": " + failed.getMessage() + " "
                            + failed.getErrorMessage())
                    .distinct()
                    .toList();
        } catch (VeraPDFException | IOException broken) {
            throw new IllegalArgumentException("not to be read as PDF", broken);
        }
    }

    /** The XML inside. */
    public static byte[] invoiceIn(byte[] pdf) {
        try (var document = Loader.loadPDF(pdf)) {
            var files = new PDDocumentNameDictionary(document.getDocumentCatalog()).getEmbeddedFiles();
            var file = Objects.requireNonNull(files.getNames().get(FacturX.FILE));
            return file.getEmbeddedFile().toByteArray();
        } catch (IOException broken) {
            throw new IllegalArgumentException("not to be read as PDF", broken);
        }
    }

    private FacturXRules() {}
}
