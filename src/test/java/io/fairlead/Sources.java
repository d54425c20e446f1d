package io.fairlead;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/** The source tree as the checks of the house read it. */
public final class Sources {

    /** Where the repository begins, whichever folder the tests start in. */
    public static final Path ROOT = root();

    /** Folders of main sources by module, in the order of the build. */
    static final Map<String, Path> MAIN = main();

    /** One file. */
    record Source(Path path, String text) {

        /** Folders below the source folder, as a package. */
        String packageIn(Path folder) {
            return folder.relativize(path.getParent()).toString().replace('/', '.');
        }

        String shown() {
            return ROOT.relativize(path).toString();
        }
    }

    /** Everything that people wrote in Java, tests too. */
    static List<Source> written() {
        var all = new ArrayList<Source>();
        for (var module : MAIN.keySet()) {
            all.addAll(main(module));
            all.addAll(java(ROOT.resolve(module.equals("src") ? "src/test/java" : module + "/src/test/java")));
        }
        return all;
    }

    /** Java files of a module's main sources. */
    static List<Source> main(String module) {
        return java(Objects.requireNonNull(MAIN.get(module)));
    }

    /** Java files below a folder. */
    static List<Source> java(Path folder) {
        return files(folder, ".java");
    }

    /** Files below a folder, sorted. */
    static List<Source> files(Path folder, String end) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var paths = Files.walk(folder)) {
            return paths.filter(
                            path -> Files.isRegularFile(path) && path.toString().endsWith(end))
                    .sorted()
                    .map(path -> new Source(path, read(path)))
                    .toList();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Packages of hand-written main sources by module. */
    static Map<String, Set<String>> packages() {
        var packages = new LinkedHashMap<String, Set<String>>();
        MAIN.forEach((module, folder) -> {
            var names = new TreeSet<String>();
            java(folder).forEach(source -> names.add(source.packageIn(folder)));
            packages.put(module, names);
        });
        return packages;
    }

    static String read(Path path) {
        try {
            return Files.readString(path);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static Map<String, Path> main() {
        var main = new LinkedHashMap<String, Path>();
        for (var module : List.of("schemas", "domain", "projections", "gateways")) {
            main.put(module, ROOT.resolve(module + "/src/main/java"));
        }
        main.put("src", ROOT.resolve("src/main/java"));
        return main;
    }

    private static Path root() {
        var here = Path.of("").toAbsolutePath();
        while (here != null && !Files.isDirectory(here.resolve("schemas/src/main/avro"))) {
            here = here.getParent();
        }
        if (here == null) {
            throw new IllegalStateException("no folder above holds schemas/src/main/avro");
        }
        return here;
    }

    private Sources() {}
}
