package io.fairlead.gateway.bank;

import io.fairlead.gateway.intake.FileRefused;
import io.fairlead.gateway.intake.RawFile;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * Reads the account statements that banks send, camt.053 in its versions 2 to 8, one entry at a time: a file of any length needs
 * the memory of its largest entry. What is another message is refused by its name.
 */
public final class StatementReader {

    private static final String FIELD = "file";
    private static final String MESSAGE = "urn:iso:std:iso:20022:tech:xsd:camt.053.001.";
    private static final int FIRST = 2;
    private static final int LAST = 8;
    private static final int HEAD = 64;
    private static final String REMEDY = "ask the bank for camt.053, the end-of-day statement, in version 2 to 8";

    private final Consumer<BankEntry> entries;
    private final Document parts = XmlPart.document();
    private final List<BankStatement> statements = new ArrayList<>();
    private @Nullable OpenStatement open;
    private @Nullable Element page;

    private StatementReader(Consumer<BankEntry> entries) {
        this.entries = entries;
    }

    /**
     * Reads to the end.
     *
     * @param entries gets each entry as it is read, those of a file that turns out to be broken further on included
     * @return its statements, at least one
     * @throws FileRefused STATEMENT_FORMAT for another message, STATEMENT_DOCTYPE, STATEMENT_MALFORMED for XML that is broken or
     *     lacks what an entry must have, STATEMENT_MISSING
     */
    public static List<BankStatement> read(RawFile file, Consumer<BankEntry> entries) {
        var reader = new StatementReader(entries);
        try (var in = new BufferedInputStream(file.open())) {
            requireXml(in);
            return reader.read(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<BankStatement> read(InputStream in) {
        try {
            var xml = factory().createXMLStreamReader(in);
            while (xml.hasNext()) {
                step(xml, xml.next());
            }
        } catch (XMLStreamException e) {
            throw malformed("it is no XML: line " + e.getLocation().getLineNumber() + ", column "
                    + e.getLocation().getColumnNumber());
        }
        if (statements.isEmpty()) {
            throw new FileRefused(
                    "STATEMENT_MISSING", FIELD, "the message holds no statement", "export a day that has one");
        }
        return List.copyOf(statements);
    }

    /** What banks send beside XML is told by its name, not by what is wrong with it as XML. */
    private static void requireXml(InputStream in) throws IOException {
        in.mark(HEAD);
        var head = new String(in.readNBytes(HEAD), StandardCharsets.ISO_8859_1).strip();
        in.reset();
        if (head.startsWith(":20:") || head.startsWith("{1:")) {
            throw new FileRefused("STATEMENT_FORMAT", FIELD, "it is MT940, SWIFT's statement", REMEDY);
        }
        if (head.indexOf('<') < 0) {
            throw new FileRefused("STATEMENT_FORMAT", FIELD, "it is no XML", REMEDY);
        }
    }

    private static XMLInputFactory factory() {
        var factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        return factory;
    }

    private void step(XMLStreamReader xml, int event) throws XMLStreamException {
        switch (event) {
            case XMLStreamConstants.DTD ->
                throw new FileRefused(
                        "STATEMENT_DOCTYPE",
                        FIELD,
                        "it declares a DOCTYPE, which no bank's statement has",
                        "export the statement again from the bank");
            case XMLStreamConstants.START_ELEMENT -> start(xml);
            case XMLStreamConstants.END_ELEMENT -> end(xml);
            default -> {} // Blanks and comments.
        }
    }

    private void start(XMLStreamReader xml) throws XMLStreamException {
        switch (xml.getLocalName()) {
            case "Document" -> requireKnown(xml.getNamespaceURI());
            case "MsgPgntn" -> page = XmlPart.read(xml, parts);
            case "Stmt" -> {
                requireKnown(xml.getNamespaceURI());
                open = new OpenStatement(page);
            }
            case "Id", "StmtPgntn", "Acct", "Bal", "Ntry" -> part(xml);
            default -> skipInStatement(xml);
        }
    }

    private void part(XMLStreamReader xml) throws XMLStreamException {
        if (open == null) {
            return;
        }
        var part = XmlPart.read(xml, parts);
        switch (part.getLocalName()) {
            case "Id" -> open.id(part);
            case "StmtPgntn" -> open.page(part);
            case "Acct" -> open.account(part);
            case "Bal" -> open.balance(part);
            default -> entries.accept(open.entry(part));
        }
    }

    /** What no booking needs, with all in it: related accounts have an id as well. Outside of statements it is the way to them. */
    private void skipInStatement(XMLStreamReader xml) throws XMLStreamException {
        var depth = open == null ? 0 : 1;
        while (depth > 0) {
            var event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                depth++;
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                depth--;
            }
        }
    }

    private void end(XMLStreamReader xml) {
        if (open != null && xml.getLocalName().equals("Stmt")) {
            statements.add(open.closed());
            open = null;
        }
    }

    private static void requireKnown(@Nullable String namespace) {
        var message = namespace == null ? "" : namespace;
        if (message.startsWith(MESSAGE)) {
            var version = message.substring(MESSAGE.length());
            if (version.matches("0[0-9]") && Integer.parseInt(version) >= FIRST && Integer.parseInt(version) <= LAST) {
                return;
            }
        }
        throw new FileRefused("STATEMENT_FORMAT", FIELD, "it is " + name(message), REMEDY);
    }

    private static String name(String message) {
        if (message.contains("camt.052")) {
            return "camt.052, a report within the day, of which nothing is final";
        }
        if (message.contains("camt.054")) {
            return "camt.054, a notice of single entries, which the statement tells again";
        }
        return message.isEmpty() ? "XML of no message" : message.substring(message.lastIndexOf(':') + 1);
    }

    static FileRefused malformed(String reason) {
        return new FileRefused("STATEMENT_MALFORMED", FIELD, reason, "export the statement again from the bank");
    }
}
