package io.fairlead.gateway.document;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Consumer;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;

/** Writes elements in order, indented, as UTF-8: the same calls give the same bytes. Nothing is ever parsed. */
final class Xml {

    private static final String UBL = "urn:oasis:names:specification:ubl:schema:xsd:";
    private static final Map<String, String> NAMESPACES =
            Map.of("cac", UBL + "CommonAggregateComponents-2", "cbc", UBL + "CommonBasicComponents-2");

    private final XMLStreamWriter writer;
    private int depth;

    private Xml(XMLStreamWriter writer) {
        this.writer = writer;
    }

    /** What an element holds. */
    interface Content {
        void write();
    }

    /**
     * A whole document.
     *
     * @param root {@code Invoice} or {@code CreditNote}
     */
    static byte[] document(String root, Consumer<Xml> content) {
        try {
            var bytes = new ByteArrayOutputStream();
            var writer =
                    XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(bytes, StandardCharsets.UTF_8.name());
            var xml = new Xml(writer);
            writer.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
            writer.writeCharacters("\n");
            writer.writeStartElement("", root, UBL + root + "-2");
            writer.writeDefaultNamespace(UBL + root + "-2");
            for (var prefix : new String[] {"cac", "cbc"}) {
                writer.writeNamespace(prefix, NAMESPACES.get(prefix));
            }
            xml.depth = 1;
            content.accept(xml);
            writer.writeCharacters("\n");
            writer.writeEndElement();
            writer.writeCharacters("\n");
            writer.writeEndDocument();
            writer.close();
            return bytes.toByteArray();
        } catch (XMLStreamException broken) {
            throw new IllegalStateException("a document in memory cannot fail", broken);
        }
    }

    /** An aggregate of other elements. */
    void group(String name, Content content) {
        try {
            start("cac", name);
            depth++;
            content.write();
            depth--;
            indent();
            writer.writeEndElement();
        } catch (XMLStreamException broken) {
            throw new IllegalStateException("a document in memory cannot fail", broken);
        }
    }

    /** A basic element with attributes as names and values in turn; left out when the text is null. */
    void leaf(String name, @Nullable String text, String... attributes) {
        if (text == null) {
            return;
        }
        try {
            start("cbc", name);
            for (int i = 0; i < attributes.length; i += 2) {
                writer.writeAttribute(attributes[i], attributes[i + 1]);
            }
            writer.writeCharacters(Texts.legal(text));
            writer.writeEndElement();
        } catch (XMLStreamException broken) {
            throw new IllegalStateException("a document in memory cannot fail", broken);
        }
    }

    private void start(String prefix, String name) throws XMLStreamException {
        indent();
        writer.writeStartElement(prefix, name, NAMESPACES.get(prefix));
    }

    private void indent() throws XMLStreamException {
        writer.writeCharacters("\n" + "  ".repeat(depth));
    }
}
