package dev.retort.hibernate;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;

import org.w3c.dom.Element;
import org.xml.sax.SAXException;

import dev.retort.RetortException;
import dev.retort.model.ModelRequest;

/**
 * A persistence unit, as {@code persistence.xml} describes it (Jakarta Persistence 3.2, section 8.2).
 *
 * @param name what it is called
 * @param root the folder or jar it belongs to
 * @param classes the classes it lists
 * @param mappingFiles the mapping files it lists, and {@code META-INF/orm.xml} if there is one
 * @param jarFiles the other jars and folders it takes classes from
 * @param excludeUnlistedClasses whether the classes of its own root count only if they are listed
 * @param properties its properties
 */
record PersistenceUnit(
        String name,
        URL root,
        List<String> classes,
        List<String> mappingFiles,
        List<URL> jarFiles,
        boolean excludeUnlistedClasses,
        Map<String, String> properties) {

    private static final String STANDARD = "META-INF/persistence.xml";

    /**
     * Find the unit that the model names.
     *
     * @return nothing if the model names neither a file nor a unit
     * @throws RetortException if it names a file that is not there, is broken, or has no such unit
     */
    static Optional<PersistenceUnit> find(ModelRequest request) {
        String spec = request.spec();
        int hash = spec.indexOf('#');
        String file = hash < 0 ? spec : spec.substring(0, hash);
        if (!file.endsWith(".xml")) {
            return units(request, STANDARD).stream()
                    .filter(unit -> unit.name().equals(spec))
                    .findFirst();
        }
        List<PersistenceUnit> units = units(request, file);
        List<PersistenceUnit> wanted = hash < 0
                ? units
                : units.stream()
                        .filter(unit -> unit.name().equals(spec.substring(hash + 1)))
                        .toList();
        if (wanted.size() != 1) {
            throw new RetortException(
                    "'jpa:%s' does not name one persistence unit; found in '%s': %s"
                            .formatted(
                                    spec,
                                    file,
                                    units.isEmpty()
                                            ? "no such file on the class path"
                                            : String.join(
                                                    ", ",
                                                    units.stream()
                                                            .map(unit -> "'" + unit.name() + "'")
                                                            .toList())),
                    "write 'jpa:%s#unit' with the name of the unit".formatted(file));
        }
        return Optional.of(wanted.get(0));
    }

    private static List<PersistenceUnit> units(ModelRequest request, String file) {
        var units = new ArrayList<PersistenceUnit>();
        try {
            Path local = request.workingDirectory().resolve(file);
            List<URL> found = Files.isRegularFile(local)
                    ? List.of(local.toUri().toURL())
                    : resources(request.applicationLoader(), file);
            for (URL url : found) {
                units.addAll(parse(url, request.applicationLoader()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }
        return units;
    }

    /** People say {@code persistence.xml} and mean the one place where it can be. */
    private static List<URL> resources(ClassLoader loader, String file) throws IOException {
        List<URL> exact = Collections.list(loader.getResources(file));
        return exact.isEmpty() && !file.contains("/")
                ? Collections.list(loader.getResources("META-INF/" + file))
                : exact;
    }

    private static List<PersistenceUnit> parse(URL url, ClassLoader loader) throws IOException {
        try (InputStream stream = url.openStream()) {
            var factory = DocumentBuilderFactory.newDefaultNSInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            var builder = factory.newDocumentBuilder();
            builder.setErrorHandler(null);
            var units = new ArrayList<PersistenceUnit>();
            for (Element unit : elements(builder.parse(stream).getDocumentElement(), "persistence-unit")) {
                units.add(unit(unit, url, loader));
            }
            return units;
        } catch (SAXException e) {
            throw new RetortException(
                    "'%s' is not well-formed: %s".formatted(url, e.getMessage()), "correct the file", e);
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("The platform's XML parser knows these features", e);
        }
    }

    private static PersistenceUnit unit(Element unit, URL file, ClassLoader loader) {
        URL root = rootOf(file);
        var mappingFiles = new ArrayList<>(texts(unit, "mapping-file"));
        if (mappingFiles.isEmpty() && loader.getResource("META-INF/orm.xml") != null) {
            mappingFiles.add("META-INF/orm.xml");
        }
        var properties = new LinkedHashMap<String, String>();
        for (Element group : elements(unit, "properties")) {
            for (Element property : elements(group, "property")) {
                properties.put(property.getAttribute("name"), property.getAttribute("value"));
            }
        }
        var jars = new ArrayList<URL>();
        texts(unit, "jar-file").forEach(jar -> jars.add(resolve(root, jar)));
        List<String> exclude = elements(unit, "exclude-unlisted-classes").stream()
                .map(element -> element.getTextContent().strip())
                .toList();
        boolean excluded = exclude.stream().anyMatch(text -> !text.equals("false"));
        return new PersistenceUnit(
                unit.getAttribute("name"), root, texts(unit, "class"), mappingFiles, jars, excluded, properties);
    }

    /** The root is what holds {@code META-INF}, or the file itself where it lies elsewhere. */
    private static URL rootOf(URL file) {
        String text = file.toExternalForm();
        int inside = text.lastIndexOf("!/");
        String path = inside < 0 ? text : text.substring(inside + 2);
        String name = path.endsWith(STANDARD) ? STANDARD : path.substring(path.lastIndexOf('/') + 1);
        return EntityScan.root(file, name);
    }

    private static URL resolve(URL root, String jar) {
        try {
            return URI.create(root.toExternalForm()).resolve(jar).toURL();
        } catch (MalformedURLException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> texts(Element parent, String name) {
        return elements(parent, name).stream()
                .map(element -> element.getTextContent().strip())
                .toList();
    }

    private static List<Element> elements(Element parent, String name) {
        var found = new ArrayList<Element>();
        var children = parent.getChildNodes();
        for (int i = 0; i < children.getLength(); i++) {
            if (children.item(i) instanceof Element element && name.equals(element.getLocalName())) {
                found.add(element);
            }
        }
        return found;
    }
}
