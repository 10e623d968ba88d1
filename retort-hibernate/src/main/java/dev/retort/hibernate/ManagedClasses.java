package dev.retort.hibernate;

import java.net.URL;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

import dev.retort.RetortException;
import dev.retort.model.ModelRequest;

/**
 * What Hibernate is to read.
 *
 * @param names the classes with mappings, sorted
 * @param packages the packages with mappings of their own
 * @param mappingFiles resources with mappings in XML
 * @param properties what the persistence unit sets
 */
record ManagedClasses(
        List<String> names, List<String> packages, List<String> mappingFiles, Map<String, String> properties) {

    /**
     * Find what the model names.
     *
     * @throws RetortException if it names no entity
     */
    static ManagedClasses find(ModelRequest request) {
        String spec = request.spec();
        var scan = new EntityScan(request.applicationLoader());
        ManagedClasses found =
                PersistenceUnit.find(request).map(unit -> of(unit, scan)).orElseGet(() -> inPackages(spec, scan));
        if (found.names().isEmpty() && found.mappingFiles().isEmpty()) {
            throw new RetortException(
                    "No entity was found for 'jpa:%s': no class annotated with @Entity, and no persistence unit of that name"
                            .formatted(spec),
                    "set model to the package of your entities, compile them, and check class_path");
        }
        return found;
    }

    private static ManagedClasses inPackages(String spec, EntityScan scan) {
        List<String> packages = List.of(spec.split("\\s*,\\s*"));
        EntityScan.Found found = scan.inPackages(packages);
        return new ManagedClasses(found.classes(), found.packages(), List.of(), Map.of());
    }

    private static ManagedClasses of(PersistenceUnit unit, EntityScan scan) {
        var names = new TreeSet<>(unit.classes());
        var packages = new TreeSet<String>();
        var roots = new ArrayList<URL>(unit.jarFiles());
        Optional<URL> own = unit.excludeUnlistedClasses() ? Optional.empty() : Optional.of(unit.root());
        own.ifPresent(roots::add);
        EntityScan.Found found = scan.inRoots(roots);
        names.addAll(found.classes());
        packages.addAll(found.packages());
        return new ManagedClasses(List.copyOf(names), List.copyOf(packages), unit.mappingFiles(), unit.properties());
    }
}
