package io.fairlead.schema;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.specific.SpecificRecordBase;

/** Every generated record; read by tests that hold a rule over all contracts. */
public final class Contracts {

    /** Classes of records, events and parts of them alike. */
    public static List<Class<? extends SpecificRecordBase>> all() {
        try {
            var root = Path.of(WireFormat.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            var found = new ArrayList<Class<? extends SpecificRecordBase>>();
            try (var files = Files.walk(root)) {
                for (var file : files.filter(path -> path.toString().endsWith(".class"))
                        .sorted()
                        .toList()) {
                    var name = root.relativize(file)
                            .toString()
                            .replaceAll("\\.class$", "")
                            .replace('/', '.');
                    var type = Class.forName(name, false, WireFormat.class.getClassLoader());
                    if (SpecificRecordBase.class.isAssignableFrom(type)) {
                        found.add(type.asSubclass(SpecificRecordBase.class));
                    }
                }
            }
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException | ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private Contracts() {}
}
