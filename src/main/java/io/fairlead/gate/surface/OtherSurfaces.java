package io.fairlead.gate.surface;

import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/** Reads what {@code bi.json} and {@code cli.json} say as surfaces: all of it is told. */
final class OtherSurfaces {

    /** Views and functions: {@code {"bi.margin": {"currency": {"type": "text", "comment": ".."}}}}. */
    static Surface ofViews(JsonNode views) {
        var surface = Surface.empty();
        views.forEachEntry((view, columns) -> columns.forEachEntry((column, told) ->
                surface.add(view, column, Spot.told(Set.of(told.path("type").asString())))));
        return surface;
    }

    /** Commands: {@code {"fairlead status": {".parts[].name": ["string"]}}}. */
    static Surface ofCommands(JsonNode commands) {
        var surface = Surface.empty();
        commands.forEachEntry((command, places) -> places.forEachEntry((place, types) -> {
            var kinds = new TreeSet<String>();
            types.forEach(type -> kinds.add(type.asString()));
            surface.add(command, place, Spot.told(kinds));
        }));
        return surface;
    }

    private OtherSurfaces() {}
}
