package org.quittance.formats.copy;

import java.io.ByteArrayInputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * The number and the seller of an invoice in UN/CEFACT's Cross Industry Invoice, the XML inside Factur-X and ZUGFeRD (EN 16931: BT-1 and
 * BT-27). ZUGFeRD 1 names its elements a little differently.
 */
record InvoiceXml(String number, String seller) {

    static final InvoiceXml NONE = new InvoiceXml("", "");

    private static final int LONGEST = 200;
    private static final int DEEPEST = 60;
    private static final XMLInputFactory FACTORY = hardened();

    /** Explicitly the parser of the JDK: libraries on the class path otherwise put theirs in its place. */
    private static XMLInputFactory hardened() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        return factory;
    }

    /** Nothing where it is no such XML, or damaged before the number. */
    static Optional<InvoiceXml> read(byte[] xml) {
        Walk walk = new Walk();
        try {
            XMLStreamReader parser = FACTORY.createXMLStreamReader(new ByteArrayInputStream(xml));
            while (parser.hasNext() && walk.path.size() < DEEPEST && !walk.isDone()) {
                walk.take(parser.next(), parser);
            }
        } catch (XMLStreamException damaged) {
            // What was read before the damage still holds.
            return walk.found();
        }
        return walk.found();
    }

    private static final class Walk {
        private final Deque<String> path = new ArrayDeque<>();
        private final StringBuilder text = new StringBuilder();
        private String number = "";
        private String seller = "";

        void take(int event, XMLStreamReader parser) {
            switch (event) {
                case XMLStreamConstants.START_ELEMENT -> {
                    path.addLast(parser.getLocalName());
                    text.setLength(0);
                }
                case XMLStreamConstants.CHARACTERS -> {
                    if (text.length() < LONGEST) {
                        text.append(parser.getText());
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    String here = String.join("/", path);
                    String value = text.toString().strip();
                    if (number.isEmpty()
                            && here.matches("CrossIndustry(Invoice|Document)/(Header)?ExchangedDocument/ID")) {
                        number = value.length() > LONGEST ? "" : value;
                    }
                    if (seller.isEmpty() && here.endsWith("/SellerTradeParty/Name")) {
                        seller = value.substring(0, Math.min(value.length(), LONGEST));
                    }
                    path.removeLast();
                    text.setLength(0);
                }
                default -> {}
            }
        }

        boolean isDone() {
            return !number.isEmpty() && !seller.isEmpty();
        }

        Optional<InvoiceXml> found() {
            return number.isEmpty() ? Optional.empty() : Optional.of(new InvoiceXml(number, seller));
        }
    }
}
