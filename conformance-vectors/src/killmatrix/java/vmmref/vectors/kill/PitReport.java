package vmmref.vectors.kill;

import io.vavr.collection.Seq;
import io.vavr.control.Option;
import java.io.File;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/// What PIT's last run of tests and guarantees says of mutants of compiled code.
///
/// @param killers by the keys of {@link Fate}: the test that killed it
record PitReport(Map<String, String> killers) {

    /// {@return what some files `mutations.xml` say}
    static PitReport of(Seq<File> reports) throws IOException, SAXException, ParserConfigurationException {
        Map<String, String> killers = new HashMap<>();
        for (File report : reports) {
            NodeList mutations = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(report).getElementsByTagName("mutation");
            for (int index = 0; index < mutations.getLength(); index++) {
                Element mutation = (Element) mutations.item(index);
                if (mutation.getAttribute("detected").equals("true")) killers.put(key(mutation), text(mutation, "killingTest").replaceFirst("\\.\\[.*", "").replaceFirst("\\(.*", ""));
            }
        }
        return new PitReport(killers);
    }

    private static String key(Element mutation) {
        NodeList indexes = ((Element) mutation.getElementsByTagName("indexes").item(0)).getElementsByTagName("index");
        StringBuilder numbers = new StringBuilder();
        for (int index = 0; index < indexes.getLength(); index++) numbers.append(index == 0 ? "" : ", ").append(indexes.item(index).getTextContent());
        return text(mutation, "mutatedClass") + "." + text(mutation, "mutatedMethod") + text(mutation, "methodDescription") + " " + text(mutation, "mutator") + " [" + numbers + "]";
    }

    private static String text(Element mutation, String tag) {
        return mutation.getElementsByTagName(tag).item(0).getTextContent();
    }

    /// {@return who kills a mutant that neither vectors nor the guarantees of this run kill, in a sentence}
    Option<String> reason(Fate fate) {
        return Option.of(killers.get(fate.key())).map(test -> test.contains(".guarantee.")
            ? "killed by the guarantees when each has its thousand cases: " + test.substring(test.lastIndexOf('.') + 1)
            : "killed by the tests of its own room alone: " + (test.isEmpty() ? "it does not end" : test.substring(test.lastIndexOf('.') + 1)));
    }
}
