package io.fairlead.gateway.document;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.SortedMap;
import java.util.function.Consumer;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;

/** Writes elements in order, indented, as UTF-8: the same calls give the same bytes. Nothing is ever parsed. */
final class Xml {

    private final XMLStreamWriter writer;
    private final Vocabulary vocabulary;
    private int depth;

    private Xml(XMLStreamWriter writer, Vocabulary vocabulary) {
        this.writer = writer;
        this.vocabulary = vocabulary;
    }

    /**
     * Names of a document's elements.
     *
     * @param root of the document, with its prefix if it has one
     * @param namespaces by prefix; the empty one is of what has none
     * @param groups prefix of aggregates that are named without one
     * @param leaves prefix of basic elements that are named without one
     */
    record Vocabulary(String root, SortedMap<String, String> namespaces, String groups, String leaves) {}

    /** What an element holds. */
    interface Content {
        void write();
    }

    /** A whole document. */
    static byte[] document(Vocabulary vocabulary, Consumer<Xml> content) {
        try {
            var bytes = new ByteArrayOutputStream();
            var writer =
                    XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(bytes, StandardCharsets.UTF_8.name());
            var xml = new Xml(writer, vocabulary);
            writer.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
            writer.writeCharacters("\n");
            xml.start("", vocabulary.root());
            for (var namespace : vocabulary.namespaces().entrySet()) {
                if (namespace.getKey().isEmpty()) {
                    writer.writeDefaultNamespace(namespace.getValue());
                } else {
                    writer.writeNamespace(namespace.getKey(), namespace.getValue());
                }
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
            indent();
            start(vocabulary.groups(), name);
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
            indent();
            start(vocabulary.leaves(), name);
            for (int i = 0; i < attributes.length; i += 2) {
                writer.writeAttribute(attributes[i], attributes[i + 1]);
            }
            writer.writeCharacters(Texts.legal(text));
            writer.writeEndElement();
        } catch (XMLStreamException broken) {
            throw new IllegalStateException("a document in memory cannot fail", broken);
        }
    }

    /** A name may have a prefix of its own. */
    private void start(String prefix, String name) throws XMLStreamException {
        int colon = name.indexOf(':');
        var own = colon < 0 ? prefix : name.substring(0, colon);
        writer.writeStartElement(
                own, name.substring(colon + 1), vocabulary.namespaces().get(own));
    }

    private void indent() throws XMLStreamException {
        writer.writeCharacters("\n" + "  ".repeat(depth));
    }
}
