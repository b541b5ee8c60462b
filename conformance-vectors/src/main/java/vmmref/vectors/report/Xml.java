/// XML as it is written, element after element.
package vmmref.vectors.report;

import java.io.Closeable;
import java.io.IOException;
import java.io.Writer;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import vmmref.vectors.format.Printable;

/// Whatever text it is given, what it writes is well-formed XML 1.0.
final class Xml implements Closeable {

    private static final XMLOutputFactory FACTORY = XMLOutputFactory.newDefaultFactory();

    private final Writer out;
    private final XMLStreamWriter xml;
    private boolean closed;

    private interface Writing {
        void write() throws XMLStreamException;
    }

    Xml(Writer out) throws IOException {
        this.out = out;
        try {
            this.xml = FACTORY.createXMLStreamWriter(out);
        } catch (XMLStreamException cannot) {
            throw disk(cannot);
        }
    }

    Xml declaration() throws IOException {
        return written(() -> xml.writeStartDocument("UTF-8", "1.0"));
    }

    /// Starts an element on a line of its own.
    Xml start(String indent, String element) throws IOException {
        return written(() -> {
            xml.writeCharacters("\n" + indent);
            xml.writeStartElement(element);
        });
    }

    Xml attribute(String name, Object value) throws IOException {
        return written(() -> xml.writeAttribute(name, Printable.of(value.toString())));
    }

    /// Writes text that may have several lines.
    Xml text(String text) throws IOException {
        return written(() -> xml.writeCharacters(Printable.lines(text)));
    }

    Xml end(String indent) throws IOException {
        return written(() -> {
            if (!indent.isEmpty()) xml.writeCharacters("\n" + indent);
            xml.writeEndElement();
        });
    }

    /// {@return where elements may be copied to that are XML already}
    Writer inside() throws IOException {
        written(() -> {
            xml.writeCharacters("");
            xml.flush();
        });
        return out;
    }

    /// Closes what is written to; closing again does nothing.
    @Override
    public void close() throws IOException {
        if (!closed) written(xml::flush);
        closed = true;
        out.close();
    }

    private Xml written(Writing writing) throws IOException {
        try {
            writing.write();
            return this;
        } catch (XMLStreamException cannot) {
            throw disk(cannot);
        }
    }

    private static IOException disk(XMLStreamException cannot) {
        return cannot.getNestedException() instanceof IOException disk ? disk : new IOException(cannot);
    }
}
