package io.fairlead.gate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.net.URI;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** Class files of the folders and jars that this program runs with. */
final class CompiledClasses {

    /** All classes of the folders or jars that hold these, by binary name. */
    static Map<String, ClassModel> beside(Class<?>... oneOfEach) {
        var types = new LinkedHashMap<String, ClassModel>();
        for (var type : oneOfEach) {
            read(type, types);
        }
        return types;
    }

    private static void read(Class<?> type, Map<String, ClassModel> types) {
        var place = Path.of(URI.create(
                type.getProtectionDomain().getCodeSource().getLocation().toString()));
        try {
            if (Files.isDirectory(place)) {
                readBelow(place, types);
                return;
            }
            try (var jar = FileSystems.newFileSystem(place)) {
                readBelow(jar.getPath("/"), types);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static void readBelow(Path folder, Map<String, ClassModel> types) throws IOException {
        try (var files = Files.walk(folder)) {
            for (var file : files.filter(path -> path.toString().endsWith(".class"))
                    .sorted()
                    .toList()) {
                var model = ClassFile.of().parse(Files.readAllBytes(file));
                types.put(model.thisClass().asInternalName().replace('/', '.'), model);
            }
        }
    }

    private CompiledClasses() {}
}
