package io.fairlead.gateway.bank;

import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** Looks into a part of a message by the local names of its elements: the namespace changes with each version. */
final class XmlPart {

    private static final int DEPTH_MAX = 40;

    /**
     * Reads the element that the reader stands on, with all in it; the reader then stands on its end.
     *
     * @param document makes the elements, and keeps none
     * @throws XMLStreamException where it is broken, or nested deeper than any message is
     */
    static Element read(XMLStreamReader xml, Document document) throws XMLStreamException {
        return read(xml, document, 0);
    }

    private static Element read(XMLStreamReader xml, Document document, int depth) throws XMLStreamException {
        if (depth > DEPTH_MAX) {
            throw new XMLStreamException("elements are nested too deeply", xml.getLocation());
        }
        var element = document.createElementNS(xml.getNamespaceURI(), xml.getLocalName());
        for (var i = 0; i < xml.getAttributeCount(); i++) {
            element.setAttribute(xml.getAttributeLocalName(i), xml.getAttributeValue(i));
        }
        while (xml.next() != XMLStreamConstants.END_ELEMENT) {
            if (xml.isStartElement()) {
                element.appendChild(read(xml, document, depth + 1));
            } else if (xml.isCharacters()) {
                element.appendChild(document.createTextNode(xml.getText()));
            }
        }
        return element;
    }

    static Document document() {
        try {
            return DocumentBuilderFactory.newInstance().newDocumentBuilder().newDocument();
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** All elements at the path, in their order. */
    static Stream<Element> all(Element in, String... path) {
        var found = Stream.of(in);
        for (var name : path) {
            found = found.flatMap(each -> children(each, name));
        }
        return found;
    }

    /** Text of the first element at the path that has some; without the blanks around it. */
    static Optional<String> text(Element in, String... path) {
        return all(in, path)
                .map(each -> each.getTextContent().strip())
                .filter(text -> !text.isEmpty())
                .findFirst();
    }

    private static Stream<Element> children(Element of, String name) {
        var nodes = of.getChildNodes();
        return IntStream.range(0, nodes.getLength())
                .mapToObj(nodes::item)
                .filter(node -> node instanceof Element && name.equals(node.getLocalName()))
                .map(Element.class::cast);
    }

    private XmlPart() {}
}
