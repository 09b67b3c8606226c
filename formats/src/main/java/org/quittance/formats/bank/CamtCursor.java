package org.quittance.formats.bank;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * Walks through an XML file of any size: containers child by child, small elements as a {@link CamtElement}.
 *
 * <p>Nothing outside the file is ever opened. Depth, size of an element and length of a field are limited.
 */
final class CamtCursor {

    private static final Pattern LINE_END = Pattern.compile("\\s*[\\r\\n\\t]\\s*");
    private static final XMLInputFactory FACTORY = hardened();

    private final ProblemLog log;
    private final XMLStreamReader parser;
    private int depth;
    private boolean atStart;

    CamtCursor(Reader text, ProblemLog log) throws IOException {
        this.log = log;
        try {
            this.parser = FACTORY.createXMLStreamReader(new MarkupGuard(text, log));
        } catch (XMLStreamException e) {
            throw damaged(e);
        }
    }

    /** Explicitly the parser of the JDK: libraries on the class path otherwise put theirs in its place. */
    private static XMLInputFactory hardened() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        return factory;
    }

    /** The local name of the element at whose start tag the cursor stands. */
    String name() {
        return parser.getLocalName();
    }

    /** The namespace of that element; empty where it has none. */
    String namespace() {
        return Objects.requireNonNullElse(parser.getNamespaceURI(), "");
    }

    long line() {
        return Math.max(1, parser.getLocation().getLineNumber());
    }

    /** How deep the element is at which the cursor stands; the root is at 1. */
    int depth() {
        return depth;
    }

    /** Moves on to the next start tag anywhere; false at the end of the file. */
    boolean nextStart() throws IOException {
        while (advance()) {
            if (atStart) {
                return true;
            }
        }
        return false;
    }

    /**
     * Moves on to the next child of the element at that depth, over whatever is left unread of the child before; false at the
     * element's end.
     */
    boolean nextChild(int parentDepth) throws IOException {
        while (depth >= parentDepth && advance()) {
            if (atStart && depth == parentDepth + 1) {
                return true;
            }
        }
        return false;
    }

    /** Reads the element at whose start tag the cursor stands, with everything below it. */
    CamtElement element() throws IOException {
        return element(new int[] {log.limits().nodes()});
    }

    private CamtElement element(int[] nodesLeft) throws IOException {
        if (--nodesLeft[0] < 0) {
            throw new Broken(new Finding(
                    line(),
                    name(),
                    "",
                    "An element holds more than %,d others"
                            .formatted(log.limits().nodes()),
                    "Ask the bank for the file again; this one is damaged"));
        }
        String name = name();
        String currency = Objects.requireNonNullElse(parser.getAttributeValue(null, "Ccy"), "");
        long line = line();
        int own = depth;
        StringBuilder text = new StringBuilder();
        List<CamtElement> children = new ArrayList<>();
        while (depth >= own && advance(text)) {
            if (atStart) {
                children.add(element(nodesLeft));
            }
        }
        return new CamtElement(name, currency, cut(clean(text), name, line), line, children);
    }

    private static String clean(CharSequence text) {
        String stripped = text.toString().strip();
        boolean wrapped = stripped.chars().anyMatch(c -> c < ' ');
        return wrapped ? LINE_END.matcher(stripped).replaceAll(" ") : stripped;
    }

    private String cut(String text, String name, long line) {
        int limit = log.limits().fieldCharacters();
        if (text.length() <= limit) {
            return text;
        }
        log.remark(new Finding(
                line,
                name,
                text,
                "This text is longer than %,d characters; its end is left out".formatted(limit),
                "Look at the bank's own display of the movement"));
        return text.substring(0, limit);
    }

    private boolean advance() throws IOException {
        return advance(null);
    }

    /** Moves to the next start or end tag, collecting the text on the way; false at the end of the file. */
    private boolean advance(@Nullable StringBuilder text) throws IOException {
        try {
            while (parser.hasNext()) {
                int event = parser.next();
                switch (event) {
                    case XMLStreamConstants.START_ELEMENT -> {
                        atStart = true;
                        return deeper();
                    }
                    case XMLStreamConstants.END_ELEMENT -> {
                        atStart = false;
                        depth--;
                        return true;
                    }
                    case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> collect(text);
                    default -> {}
                }
            }
            return false;
        } catch (XMLStreamException e) {
            throw damaged(e);
        } catch (RuntimeException e) {
            // The JDK's parser reports some malformed input by runtime exceptions of its own internals.
            throw damaged(new XMLStreamException(String.valueOf(e.getMessage()), e));
        }
    }

    private boolean deeper() throws Broken {
        depth++;
        if (depth > log.limits().depth()) {
            throw new Broken(new Finding(
                    line(),
                    name(),
                    "",
                    "Elements are nested more than %d deep"
                            .formatted(log.limits().depth()),
                    "Ask the bank for the file again; this is not a bank statement"));
        }
        return true;
    }

    /** One character more than a field may have shows that it must be cut. */
    private void collect(@Nullable StringBuilder text) {
        if (text == null) {
            return;
        }
        int room = 2 * log.limits().fieldCharacters() - text.length();
        int count = Math.min(room, parser.getTextLength());
        if (count > 0) {
            text.append(parser.getTextCharacters(), parser.getTextStart(), count);
        }
    }

    /** A failure of the disk or the network is not the file's fault: it goes on as it is. */
    private IOException damaged(XMLStreamException e) {
        if (e.getNestedException() instanceof IOException cause) {
            return cause;
        }
        long line = e.getLocation() == null ? 0 : Math.max(0, e.getLocation().getLineNumber());
        return new Broken(new Finding(
                line,
                "",
                "",
                "The XML of this file is damaged or cut off here",
                "Transfer the file again, or ask the bank for it again"));
    }
}
