package io.fairlead.gate.surface;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The files of surfaces in a checkout: as they stand, and as the last release had them.
 *
 * @param folder below which they stand
 */
record SurfaceFiles(Path folder) {

    static final String FOLDER = "src/docs/contract";
    static final String EXCEPTIONS = FOLDER + "/exceptions.json";

    private static final String RELEASED = "released";
    private static final List<String> NAMES = List.of("openapi.json", "bi.json", "cli.json");

    Surface current() {
        return surface(folder);
    }

    Surface released() {
        return surface(folder.resolve(RELEASED));
    }

    Clients clients() {
        return Clients.read(text(folder.resolve("clients.json")));
    }

    List<AcceptedBreakage> exceptions() {
        return AcceptedBreakage.read(text(folder.resolve("exceptions.json")));
    }

    /** Makes today's files the last release's, and nothing is an exception any more; tells which changed. */
    List<String> release(boolean isDry) {
        var changed = new ArrayList<String>();
        for (var name : NAMES) {
            var kept = folder.resolve(RELEASED).resolve(name);
            var now = text(folder.resolve(name));
            if (!Files.exists(kept) || !text(kept).equals(now)) {
                changed.add(name);
                write(kept, now, isDry);
            }
        }
        if (!exceptions().isEmpty()) {
            changed.add("exceptions.json");
            write(folder.resolve("exceptions.json"), "[]\n", isDry);
        }
        return changed;
    }

    private static Surface surface(Path folder) {
        return Surface.all(List.of(
                OpenApiSurface.of(json(folder, NAMES.get(0))),
                OtherSurfaces.ofViews(json(folder, NAMES.get(1))),
                OtherSurfaces.ofCommands(json(folder, NAMES.get(2)))));
    }

    private static JsonNode json(Path folder, String name) {
        return JsonMapper.shared().readTree(text(folder.resolve(name)));
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(file.toString(), e);
        }
    }

    private static void write(Path file, String text, boolean isDry) {
        if (isDry) {
            return;
        }
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(file.toString(), e);
        }
    }
}
